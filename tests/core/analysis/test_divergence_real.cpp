// The real pair against figures that were computed independently.
#include "core/analysis/declustering.h"
#include "core/analysis/divergence.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr double kTolerance = 1e-6;

/// The golden file's name of each mode; "full" looks at the whole file and is checked apart.
const std::map<std::string, SigmaMode> kGoldenModes{{"expanding", SigmaMode::Expanding},
                                                    {"rolling252", SigmaMode::Rolling252},
                                                    {"rolling756", SigmaMode::Rolling756},
                                                    {"mad", SigmaMode::Mad},
                                                    {"ewma94", SigmaMode::Ewma94}};

nlohmann::json goldenFile() {
    std::ifstream file(std::string(ROTASCOPE_SHARED) + "/golden/pair_rut_spx.json");
    return file ? nlohmann::json::parse(file) : nlohmann::json();
}

} // namespace

class DivergenceRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_golden = goldenFile();
        const auto pair = realPair();
        if (m_golden.is_null() || pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no golden figures or real price files; the real pair was not "
                  "checked.");
        m_market = marketOf(pair);
    }

    void cleanupTestCase() {
        qInfo("largest difference from the golden z: %.3g, from the golden returns: %.3g", m_largestZ,
              m_largestReturn);
    }

    void hasTheCommonSessionsOfTheFiles() {
        const Divergence d = latest();
        QCOMPARE(d.pair.size(), m_golden.at("sessions").get<std::size_t>());
        QCOMPARE(isoText(d.pair.dates.front()), m_golden.at("first").get<std::string>());
        QCOMPARE(isoText(d.asOf), m_golden.at("last").get<std::string>());
    }

    void figuresOfTheDay_data() {
        QTest::addColumn<QString>("date");
        for (const char* date : {"2024-11-06", "2024-11-11", "2025-11-28", "2025-12-18"})
            QTest::newRow(date) << date;
    }
    void figuresOfTheDay() {
        QFETCH(const QString, date);
        const Divergence d = asOf(date.toStdString());
        const nlohmann::json& golden = m_golden.at(date.toStdString());
        for (const PerformanceRow& row : d.table) {
            if (!golden.at("returns").contains(row.horizon))
                continue;
            verifyReturn(row.small, golden.at("returns").at(row.horizon).at("small"));
            verifyReturn(row.large, golden.at("returns").at(row.horizon).at("large"));
        }
        if (golden.contains("z_spread"))
            verifyReadings(d.zSpread, d.history.zSpread, golden.at("z_spread"));
        if (golden.contains("z_small"))
            verifyReadings(d.zSmall, d.history.zSmall, golden.at("z_small"));
        if (golden.contains("spread5"))
            verifyReturn(d.spread, golden.at("spread5"));
    }

    void inSampleAtTheEndOfTheFileLooksAhead() {
        const Divergence d = latest();
        const auto at = [&](Date date) {
            return static_cast<std::size_t>(std::find(d.pair.dates.begin(), d.pair.dates.end(), date) -
                                            d.pair.dates.begin());
        };
        const std::vector<double>& spread = d.history.zSpread[indexOf(SigmaMode::InSample)];
        const std::vector<double>& small = d.history.zSmall[indexOf(SigmaMode::InSample)];
        verifyZ(spread[at(*makeDate(2024, 11, 6))], m_golden.at("2024-11-06").at("z_spread").at("full"));
        verifyZ(small[at(*makeDate(2024, 11, 6))], m_golden.at("2024-11-06").at("z_small").at("full"));
        verifyZ(spread[at(*makeDate(2025, 11, 28))], m_golden.at("2025-11-28").at("z_spread").at("full"));
    }

    void betaExplainsLittleOfNovember2024() {
        const BetaAdjusted beta = asOf("2024-11-06").beta;
        QCOMPARE(QString::number(beta.beta, 'f', 2), QStringLiteral("1.28"));
        QCOMPARE(QString::number(beta.spread * 100, 'f', 1), QStringLiteral("4.6"));
        QCOMPARE(QString::number(beta.z, 'f', 2), QStringLiteral("3.15"));
    }

    void eventsAreThoseOfTheGoldenStudy() {
        const Divergence d = asOf("2024-11-06");
        const std::vector<double>& z = d.history.zSpread[indexOf(SigmaMode::Expanding)];
        const nlohmann::json& study = m_golden.at("study_expanding_gap63");
        std::vector<std::string> dates;
        for (const std::size_t event : firstKeptEvents(z, 3, 63))
            dates.push_back(isoText(d.pair.dates[event]));
        QCOMPARE(dates, study.at("dates").get<std::vector<std::string>>());
        QCOMPARE(firstKeptEvents(z, 3, 0).size(), study.at("event_days").get<std::size_t>());
    }

private:
    Divergence latest() const { return *analyseDivergence(MarketView::latest(m_market), {}); }
    Divergence asOf(const std::string& date) const {
        return *analyseDivergence(MarketView::asOf(m_market, *parseIsoDate(date)), {});
    }

    void verifyZ(double z, double wanted) {
        m_largestZ = std::max(m_largestZ, std::abs(z - wanted));
        QVERIFY2(std::abs(z - wanted) <= kTolerance, std::to_string(z).c_str());
    }

    void verifyReturn(double value, double wanted) {
        m_largestReturn = std::max(m_largestReturn, std::abs(value - wanted));
        QVERIFY2(std::abs(value - wanted) <= kTolerance, std::to_string(value).c_str());
    }

    void verifyReadings(const ZReadings& readings,
                        const std::array<std::vector<double>, kSigmaModeCount>& history,
                        const nlohmann::json& golden) {
        for (const auto& [name, mode] : kGoldenModes) {
            verifyZ(readings[indexOf(mode)].z, golden.at(name));
            QVERIFY(readings[indexOf(mode)].z == history[indexOf(mode)].back());
        }
        verifyZ(readings[indexOf(SigmaMode::InSample)].z, golden.at("expanding"));
    }

    nlohmann::json m_golden;
    std::shared_ptr<const Market> m_market;
    double m_largestZ = 0;
    double m_largestReturn = 0;
};

ROTASCOPE_SUITE(DivergenceRealTest)
#include "test_divergence_real.moc"
