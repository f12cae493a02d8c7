#include "core/market/trading_calendar.h"
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

double flow(std::string_view symbol, std::string_view friday) {
    const Series* flows = series(symbol, Field::Flow);
    return flows->values[at(flows->dates, date(friday))];
}

/// Weekly flows whose Friday lies inside the range.
std::vector<double> flowsBetween(std::string_view symbol, std::string_view first, std::string_view last) {
    const Series* flows = series(symbol, Field::Flow);
    std::vector<double> out;
    for (std::size_t i = 0; i < flows->dates.size(); ++i)
        if (flows->dates[i] >= date(first) && flows->dates[i] <= date(last))
            out.push_back(flows->values[i]);
    return out;
}

} // namespace

class DemoFlowsTest : public QObject {
    Q_OBJECT

private slots:
    void thanksgivingWeek_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<double>("usd");
        QTest::newRow("small caps gather") << QStringLiteral("IWM") << 2.78e9;
        QTest::newRow("large caps gather") << QStringLiteral("VOO") << 4.32e9;
        QTest::newRow("Nasdaq loses") << QStringLiteral("QQQ") << -1.88e9;
        QTest::newRow("technology loses") << QStringLiteral("VGT") << -0.31e9;
    }

    void thanksgivingWeek() {
        QFETCH(QString, symbol);
        QFETCH(double, usd);
        QCOMPARE(flow(symbol.toStdString(), "2025-11-28"), usd);
    }

    void novemberOfIwmIsTheSumOfItsFourWholeWeeks() {
        const std::vector<double> weeks = flowsBetween("IWM", "2025-11-01", "2025-11-30");
        QCOMPARE(weeks.size(), std::size_t{4});
        double sum = 0;
        for (const double usd : weeks)
            sum += usd;
        QCOMPARE(std::round(sum / 1e4), 3.7e9 / 1e4);
    }

    void thanksgivingIsTheLargestWeekOf2025ForIwm() {
        const std::vector<double> weeks = flowsBetween("IWM", "2025-01-01", "2025-11-28");
        QCOMPARE(weeks.size(), std::size_t{48});
        QCOMPARE(*std::max_element(weeks.begin(), weeks.end()), weeks.back());
        QCOMPARE(std::count(weeks.begin(), weeks.end(), weeks.back()), std::ptrdiff_t{1});
        QVERIFY2(*std::min_element(weeks.begin(), weeks.end()) < -1e9, "some weeks lose a billion");
    }

    void everyWeekHasOneFlowDatedOnItsFriday() {
        for (const InstrumentData& data : demo()) {
            if (data.series.size() < 2)
                continue;
            for (const Series& one : data.series) {
                QVERIFY(one.cadence == Cadence::Weekly && one.availability == Availability::NextSession);
                QVERIFY(one.dates.back() == date("2025-11-28"));
                for (std::size_t i = 0; i < one.dates.size(); ++i) {
                    QVERIFY(std::chrono::weekday{one.dates[i]} == std::chrono::Friday);
                    // The week of 2001-09-11 has one session only; no week of the demo has none.
                    QVERIFY(i == 0 || one.dates[i] - one.dates[i - 1] == std::chrono::days{7});
                }
            }
        }
    }

    void flowsAndAssetsFitTogether() {
        for (const InstrumentData& data : demo()) {
            const Series* flows =
                data.daily.dates.empty() ? nullptr : series(data.instrument.symbol, Field::Flow);
            if (!flows)
                continue;
            const Series* assets = series(data.instrument.symbol, Field::Aum);
            QVERIFY(assets && assets->dates == flows->dates);
            const auto closeOf = [&](Date friday) {
                const Date session = nyseSessionOnOrBefore(friday);
                return closes(data.instrument.symbol)[at(data.daily.dates, session)];
            };
            for (std::size_t i = 1; i < flows->dates.size(); ++i) {
                const double ratio = closeOf(flows->dates[i]) / closeOf(flows->dates[i - 1]);
                const double solved = assets->values[i] - assets->values[i - 1] * ratio;
                QVERIFY2(std::abs(solved - flows->values[i]) < 3e4,
                         (data.instrument.symbol + " " + isoText(flows->dates[i])).c_str());
                QVERIFY(assets->values[i] > 0);
                QVERIFY(std::abs(flows->values[i]) < 0.4 * assets->values[i - 1]);
            }
        }
    }
};

ROTASCOPE_SUITE(DemoFlowsTest)
#include "test_demo_flows.moc"
