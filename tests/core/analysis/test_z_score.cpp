#include "core/analysis/z_score.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// z of the last of `values` by its definition, without any kernel.
double naiveZ(const std::vector<double>& values, SigmaMode mode) {
    const std::vector<double> seen = observations(values);
    const double x = values.back();
    if (std::isnan(x))
        return kNaN;
    const auto lastOnes = [&](std::size_t count) {
        if (values.size() < count)
            return std::vector<double>(2, 0.0);
        const std::vector<double> window(values.end() - static_cast<std::ptrdiff_t>(count), values.end());
        return observations(window).size() == count ? window : std::vector<double>(2, 0.0);
    };
    const auto z = [&](const std::vector<double>& part) {
        const double sd = naiveSd(part);
        return sd > 0 ? (x - naiveMean(part)) / sd : kNaN;
    };
    switch (mode) {
    case SigmaMode::InSample:
        return seen.size() < 2 ? kNaN : z(seen);
    case SigmaMode::Expanding:
        return seen.size() < 252 ? kNaN : z(seen);
    case SigmaMode::Rolling252:
        return z(lastOnes(252));
    case SigmaMode::Rolling756:
        return z(lastOnes(756));
    case SigmaMode::Mad:
        return seen.size() < 252 ? kNaN : (x - naiveMedian(seen)) / (1.4826 * naiveMad(seen));
    case SigmaMode::Ewma94:
        break;
    }
    if (seen.size() < 253)
        return kNaN;
    double variance = seen[0] * seen[0];
    for (std::size_t i = 1; i + 1 < seen.size(); ++i)
        variance = 0.94 * variance + 0.06 * seen[i] * seen[i];
    return x / std::sqrt(variance);
}

void addModeRows() {
    QTest::addColumn<SigmaMode>("mode");
    for (const SigmaModeInfo& info : kSigmaModes)
        QTest::newRow(info.id.data()) << info.mode;
}

} // namespace

class ZScoreTest : public QObject {
    Q_OBJECT

private slots:
    void followsItsDefinition_data() { addModeRows(); }
    void followsItsDefinition() {
        QFETCH(const SigmaMode, mode);
        const std::vector<double> all =
            withValueAt(withValueAt(invented(900, 0.0005, 0.02), 0, kNaN), 100, kNaN);
        for (const std::size_t count :
             {2UL, 3UL, 252UL, 253UL, 254UL, 255UL, 400UL, 756UL, 856UL, 857UL, 900UL}) {
            const std::vector<double> part(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
            const double z = zScores(part, mode).back();
            QVERIFY2(close(z, naiveZ(part, mode), 1e-10), at(count, z, naiveZ(part, mode)).c_str());
        }
    }

    void allAtOnceAreTheSame() {
        const std::vector<double> values =
            withValueAt(withValueAt(invented(900, 0, 0.02), 0, kNaN), 251, kNaN);
        for (const std::size_t count : {0UL, 1UL, 252UL, 253UL, 254UL, 900UL}) {
            const std::span<const double> part(values.data(), count);
            const auto all = allZScores(part);
            for (const SigmaModeInfo& info : kSigmaModes)
                EXPECT_COLUMN(all[indexOf(info.mode)], zScores(part, info.mode), 0);
        }
    }

    void inSampleUsesOneMeanAndSigmaThroughout() {
        const std::vector<double> values = invented(300, 0.01, 0.02);
        const std::vector<double> z = zScores(values, SigmaMode::InSample);
        QVERIFY(close(z.front(), (values.front() - naiveMean(values)) / naiveSd(values), 1e-12));
        QVERIFY(same(z.back(), zScores(values, SigmaMode::Expanding).back()));
    }

    void whatDoesNotMoveHasNoZ_data() { addModeRows(); }
    void whatDoesNotMoveHasNoZ() {
        QFETCH(const SigmaMode, mode);
        std::vector<double> rounding(1000, 0.01);
        for (std::size_t i = 0; i < rounding.size(); i += 3)
            rounding[i] = std::nextafter(0.01, 1.0);
        for (const double z : zScores(std::vector<double>(1000, 0.0), mode))
            QVERIFY(std::isnan(z));
        if (mode == SigmaMode::Ewma94) // without a mean, a steady drift is a move
            return;
        for (const double z : zScores(rounding, mode))
            QVERIFY(std::isnan(z));
        for (const double z : zScores(std::vector<double>(1000, 0.01), mode))
            QVERIFY(std::isnan(z));
    }

    void emptyAndOneValue_data() { addModeRows(); }
    void emptyAndOneValue() {
        QFETCH(const SigmaMode, mode);
        QVERIFY(zScores({}, mode).empty());
        QVERIFY(std::isnan(zScores(std::vector<double>{0.01}, mode).front()));
    }
};

ROTASCOPE_SUITE(ZScoreTest)
#include "test_z_score.moc"
