#include "core/analysis/pair_series.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Date day(unsigned d) {
    return *makeDate(2024, 1, d);
}

/// RUT on 2 … 9 January without the 4th; SPX on 3 … 10 January without the 5th and 8th.
std::shared_ptr<const Market> smallMarket() {
    return marketOf({instrumentOf("RUT", {day(2), day(3), day(5), day(8), day(9)}, {100, 110, 121, 90, 132}),
                     instrumentOf("SPX", {day(3), day(4), day(9), day(10)}, {200, 150, 220, 230}),
                     instrumentOf("IWM", {day(15)}, {50}), InstrumentData{describeSymbol("DGS10"), {}, {}}});
}

} // namespace

class PairSeriesTest : public QObject {
    Q_OBJECT

private slots:
    void keepsCommonSessionsAndCountsTheRest() {
        const auto pair = alignPair(MarketView::latest(smallMarket()), "RUT", "SPX");
        QVERIFY(pair.has_value());
        QCOMPARE(pair->dates, (std::vector<Date>{day(3), day(9)}));
        QCOMPARE(pair->small, (std::vector<double>{110, 132}));
        QCOMPARE(pair->large, (std::vector<double>{200, 220}));
        QCOMPARE(pair->droppedSmall, std::size_t{2}); // the 5th and 8th, not the 2nd outside the shared range
        QCOMPARE(pair->droppedLarge, std::size_t{1}); // the 4th, not the 10th
    }

    void refusesWithASentence_data() {
        QTest::addColumn<QString>("small");
        QTest::addColumn<QString>("large");
        QTest::addColumn<unsigned>("asOf");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("an unknown symbol, naming the nearest") << "RUTT"
                                                               << "SPX" << 20U << "unknown_symbol"
                                                               << "RUT";
        QTest::newRow("the same leg twice") << "RUT"
                                            << "RUT" << 20U << "same_leg"
                                            << "both legs are RUT";
        QTest::newRow("a leg without values") << "RUT"
                                              << "DGS10" << 20U << "no_data"
                                              << "DGS10";
        QTest::newRow("an as-of before the first session") << "RUT"
                                                           << "SPX" << 2U << "before_data"
                                                           << "2024-01-03";
        QTest::newRow("legs that never meet") << "IWM"
                                              << "SPX" << 20U << "no_common_session"
                                              << "2024-01-15";
    }
    void refusesWithASentence() {
        QFETCH(const QString, small);
        QFETCH(const QString, large);
        QFETCH(const unsigned, asOf);
        QFETCH(const QString, code);
        QFETCH(const QString, says);
        const auto pair =
            alignPair(MarketView::asOf(smallMarket(), day(asOf)), small.toStdString(), large.toStdString());
        QVERIFY(!pair.has_value());
        QCOMPARE(QString::fromStdString(pair.error().code), code);
        QVERIFY2(QString::fromStdString(pair.error().message).contains(says), pair.error().message.c_str());
        QVERIFY(pair.error().message.ends_with('.'));
    }

    void threeRelativeSeriesOfOnePair() {
        const PairSeries pair{{day(1), day(2), day(3)}, {100, 110, 90}, {50, 50, 60}, 0, 0};
        const std::vector<double> ratio = ratioRebased(pair, 0);
        QCOMPARE(ratio[0], 100.0);
        QCOMPARE(ratio[1], 110.0);
        QCOMPARE(ratio[2], 75.0);
        QCOMPARE(ratioRebased(pair, 1)[1], 100.0);
        const std::vector<double> relative = relativePerformance(pair, 0);
        QCOMPARE(relative[0], 0.0);
        QCOMPARE(relative[1], 10.0);
        QCOMPARE(relative[2], -30.0);
        QCOMPARE(levelSpread(pair), (std::vector<double>{50, 60, 30}));
    }

    void aStartOutsideThePairOrAZeroPriceGivesNoNumber() {
        const PairSeries pair{{day(1), day(2)}, {100, 110}, {50, 0}, 0, 0};
        QVERIFY(std::isnan(ratioRebased(pair, 7)[0]));
        QVERIFY(std::isnan(relativePerformance(pair, 7)[0]));
        QVERIFY(std::isnan(ratioRebased(pair, 0)[1]));
        QVERIFY(std::isnan(relativePerformance(pair, 1)[0]));
    }
};

ROTASCOPE_SUITE(PairSeriesTest)
#include "test_pair_series.moc"
