#include "core/analysis/relative/rotation_map.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

SeriesView seriesOf(const InstrumentData& data) {
    return {data.daily.dates, data.daily.column(Field::Close)};
}

void verifyNear(const std::vector<double>& actual, const std::vector<double>& wanted, double tolerance) {
    QCOMPARE(actual.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(std::isnan(actual[i]), std::isnan(wanted[i]));
        QVERIFY2(std::isnan(wanted[i]) || std::abs(actual[i] - wanted[i]) < tolerance,
                 at(i, actual[i], wanted[i]).c_str());
    }
}

} // namespace

class RotationMapTest : public QObject {
    Q_OBJECT

private slots:
    void strengthAndMomentumAreTheirFormulas() {
        const InstrumentData fund = closesOf("IWM", quotedWalk(300, 3));
        const InstrumentData benchmark = closesOf("SPY", quotedWalk(300, 4));
        const RotationTrack track = rotationTrack("IWM", seriesOf(fund), seriesOf(benchmark), {});
        std::vector<double> rs(300);
        for (std::size_t i = 0; i < rs.size(); ++i)
            rs[i] = std::log(seriesOf(fund).values[i] / seriesOf(benchmark).values[i]);
        const auto z = [](const std::vector<double>& values, std::size_t end) {
            const std::span<const double> window(values.data() + end - 62, 63);
            return (values[end] - naiveMean(window)) / naiveSd(window);
        };
        std::vector<double> change(300, kNaN);
        for (std::size_t i = 67; i < 300; ++i)
            change[i] = track.strength[i] - track.strength[i - 5];
        const RotationParams params;
        QVERIFY(std::isnan(track.strength[61]) && !std::isnan(track.strength[62]));
        QVERIFY(std::isnan(track.momentum[params.warmUp() - 1]));
        QVERIFY(!std::isnan(track.momentum[params.warmUp()]));
        for (const std::size_t i : {129UL, 200UL, 299UL}) {
            QVERIFY(std::abs(track.strength[i] - 100 - z(rs, i)) < 1e-10);
            QVERIFY(std::abs(track.momentum[i] - 100 - z(change, i)) < 1e-9);
        }
    }

    void aScaledSeriesStandsWhereItStood() {
        const std::vector<double> closes = quotedWalk(300, 3);
        std::vector<double> scaled = closes;
        for (double& close : scaled)
            close *= 1234.5;
        const InstrumentData a = closesOf("IWM", closes), b = closesOf("IJR", scaled),
                             benchmark = closesOf("SPY", quotedWalk(300, 4));
        const RotationTrack one = rotationTrack("IWM", seriesOf(a), seriesOf(benchmark), {});
        const RotationTrack two = rotationTrack("IJR", seriesOf(b), seriesOf(benchmark), {});
        verifyNear(two.strength, one.strength, 1e-8);
        verifyNear(two.momentum, one.momentum, 1e-7);
        QCOMPARE(two.visits, one.visits);
    }

    void theBenchmarkStandsInTheMiddle() {
        const InstrumentData benchmark = closesOf("SPY", quotedWalk(300, 4));
        const RotationTrack itself = rotationTrack("SPY", seriesOf(benchmark), seriesOf(benchmark), {});
        QCOMPARE(itself.strength.back(), 100.0);
        QCOMPARE(itself.momentum.back(), 100.0);
        InstrumentData twice = benchmark;
        for (double& close : twice.daily.columns[indexOf(Field::Close)])
            close *= 3.3;
        QCOMPARE(rotationTrack("X", seriesOf(twice), seriesOf(benchmark), {}).strength.back(), 100.0);
    }

    void anEarlierStartChangesNothingAfterTheWarmUp() {
        const std::vector<double> closes = quotedWalk(500, 3), other = quotedWalk(500, 4);
        const std::vector<Date> dates = weekdays(*makeDate(2020, 1, 1), 500);
        const SeriesView whole{dates, closes}, benchmark{dates, other};
        const SeriesView late{std::span(dates).subspan(100), std::span(closes).subspan(100)};
        const RotationTrack a = rotationTrack("IWM", whole, benchmark, {});
        const RotationTrack b = rotationTrack("IWM", late, benchmark, {});
        const std::size_t warm = RotationParams{}.warmUp();
        for (std::size_t i = warm; i < b.dates.size(); ++i) {
            QVERIFY(std::abs(a.strength[i + 100] - b.strength[i]) < 1e-9);
            QVERIFY(std::abs(a.momentum[i + 100] - b.momentum[i]) < 1e-8);
        }
    }

    void laterSessionsChangeNoPoint() {
        const std::vector<InstrumentData> instruments{closesOf("IWM", quotedWalk(400, 3)),
                                                      closesOf("SPY", quotedWalk(400, 4))};
        const auto market = marketOf(instruments);
        const std::vector<Symbol> symbols{"IWM"};
        const auto whole = analyseRotation(MarketView::latest(market), symbols, {});
        for (int offset = 200; offset < 550; offset += 29) {
            const Date date = *makeDate(2024, 1, 1) + std::chrono::days{offset};
            const auto seen = analyseRotation(MarketView::asOf(market, date), symbols, {});
            std::vector<double> part = whole->tracks[0].momentum;
            part.resize(seen->tracks[0].dates.size());
            EXPECT_COLUMN(seen->tracks[0].momentum, part, 0);
            const auto ended = analyseRotation(latestOf(endingAt(instruments, date)), symbols, {});
            QCOMPARE(seen->tracks[0].inQuadrant, ended->tracks[0].inQuadrant);
        }
    }

    void quadrantsAndTheirDays() {
        QVERIFY(quadrantOf(101, 101) == Quadrant::Leading);
        QVERIFY(quadrantOf(101, 99) == Quadrant::Weakening);
        QVERIFY(quadrantOf(99, 99) == Quadrant::Lagging);
        QVERIFY(quadrantOf(99, 101) == Quadrant::Improving);
        QVERIFY(!quadrantOf(kNaN, 101));
        const InstrumentData fund = closesOf("IWM", quotedWalk(400, 3)),
                             benchmark = closesOf("SPY", quotedWalk(400, 4));
        const RotationTrack track = rotationTrack("IWM", seriesOf(fund), seriesOf(benchmark), {});
        std::size_t visits = 0;
        for (const std::size_t count : track.visits)
            visits += count;
        QCOMPARE(visits, 400 - RotationParams{}.warmUp());
        std::size_t run = 0;
        while (quadrantOf(track.strength[399 - run], track.momentum[399 - run]) == track.quadrant)
            ++run;
        QCOMPARE(track.inQuadrant, run);
    }

    void weeksAreTheirLastSessions() {
        const InstrumentData fund = closesOf("IWM", quotedWalk(400, 3)),
                             benchmark = closesOf("SPY", quotedWalk(400, 4));
        const RotationTrack track = rotationTrack("IWM", seriesOf(fund), seriesOf(benchmark), {"SPY", true});
        QCOMPARE(track.dates.size(), std::size_t{80});
        QCOMPARE(isoText(track.dates[0]), std::string("2024-01-05"));
        QVERIFY(!std::isnan(track.momentum[31]) && std::isnan(track.momentum[30]));
        QCOMPARE(rotationFormula({"SPY", true}),
                 std::string("strength = 100 + z(ln P/B, 14), momentum = 100 + z(Δ5 strength, 14), weeks"));
    }

    void whatIsMissing() {
        const MarketView view = latestOf({closesOf("IWM", quotedWalk(40)), closesOf("SPY", quotedWalk(300))});
        const std::vector<Symbol> symbols{"IWM", "QQQ"};
        const auto map = analyseRotation(view, symbols, {});
        QVERIFY(map && map->tracks.empty());
        QCOMPARE(map->missing, symbols);
        QVERIFY(!analyseRotation(view, symbols, {"QQQ", false}));
    }
};

ROTASCOPE_SUITE(RotationMapTest)
#include "test_rotation_map.moc"
