// Averages and RSI of real adjusted closes against their plain recursions; returns and states as published.
#include "core/analysis/trend/trend.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

const std::vector<std::string> kSymbols{"IWM", "SPY", "TNA", "TZA", "QQQ", "KRE"};

double naiveEma20(std::span<const double> closes) {
    long double average = naiveMeanLong(closes.first(20));
    for (const double close : closes.subspan(20))
        average += (static_cast<long double>(close) - average) * 2 / 21;
    return static_cast<double>(average);
}

double naiveRsi14(std::span<const double> closes) {
    long double up = 0, down = 0;
    for (std::size_t i = 1; i < closes.size(); ++i) {
        const long double change = static_cast<long double>(closes[i]) - closes[i - 1];
        const long double rise = std::max(change, 0.0L), fall = std::max(-change, 0.0L);
        up = i <= 14 ? up + rise / 14 : (up * 13 + rise) / 14;
        down = i <= 14 ? down + fall / 14 : (down * 13 + fall) / 14;
    }
    return static_cast<double>(100 * up / (up + down));
}

double percent(double fraction, int decimals) {
    return QString::number(fraction * 100, 'f', decimals).toDouble();
}

} // namespace

class TrendRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        std::vector<InstrumentData> instruments = realCloses(kSymbols);
        const std::vector<InstrumentData> pair = realPair();
        if (instruments.empty() || pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; trend states were not checked on real data.");
        instruments.insert(instruments.end(), pair.begin(), pair.end());
        m_market = marketOf(instruments);
    }

    void averagesAreTheirRecursions_data() {
        QTest::addColumn<QString>("date");
        for (const char* date : {"2009-09-08", "2012-07-02", "2020-03-23", "2024-11-06", "2025-12-18"})
            QTest::newRow(date) << date;
    }
    void averagesAreTheirRecursions() {
        QFETCH(const QString, date);
        const MarketView view = MarketView::asOf(m_market, *parseIsoDate(date.toStdString()));
        for (const std::string& symbol : kSymbols) {
            const TrendRow row = *trendRow(view, symbol, PriceChoice::Close);
            const std::span<const double> closes = view.closes(symbol)->values;
            QVERIFY(close(row.averages[0].value, naiveEma20(closes), 1e-12));
            QVERIFY(close(row.averages[1].value, naiveMean(closes.last(50)), 1e-12));
            QVERIFY(close(row.averages[2].value, naiveMean(closes.last(200)), 1e-12));
            QVERIFY(close(row.rsi, naiveRsi14(closes), 1e-10));
        }
    }

    void december2025() {
        const auto states =
            analyseTrend(MarketView::asOf(m_market, *makeDate(2025, 12, 18)), {{}, PriceChoice::Close});
        QVERIFY(states.has_value());
        const TrendRow& rut = *states->row("RUT");
        const TrendRow& spx = *states->row("SPX");
        QCOMPARE(percent(rut.yearToDate, 2), 12.45);
        QCOMPARE(percent(spx.yearToDate, 2), 15.19);
        QCOMPARE(percent(rut.moves[kLongMove], 2), 18.90);
        QCOMPARE(percent(spx.moves[kLongMove], 2), 13.52);
        QVERIFY(rut.basis == PriceBasis::Price && rut.milestones.refused.empty());
        const TrendRow& tna = *states->row("TNA");
        const TrendRow& tza = *states->row("TZA");
        QCOMPARE(percent(tna.yearToDate, 2), 13.78);
        QCOMPARE(percent(tna.moves[kLongMove], 1), 54.1);
        QCOMPARE(percent(tza.yearToDate, 1), -42.1);
        QCOMPARE(percent(tza.moves[kShortMove], 1), 10.1);
        QVERIFY(tna.signsDiffer() && tza.signsDiffer());
        for (const AverageReading& average : tna.averages)
            QVERIFY(average.side.above == true);
        for (const AverageReading& average : tza.averages)
            QVERIFY(average.side.above == false);
        QVERIFY(isAdjusted(tna.basis) && !tna.milestones.refused.empty());
    }

    void millionsOfTheInverseFund() {
        const TrendRow row =
            *trendRow(MarketView::asOf(m_market, *makeDate(2009, 3, 9)), "TZA", PriceChoice::Close);
        QVERIFY(row.close > 1e6 && std::isfinite(row.averages[1].value) && std::isfinite(row.rsi));
    }

    void firstCloseAboveSixThousand() {
        const TrendRow row =
            *trendRow(MarketView::asOf(m_market, *makeDate(2024, 11, 11)), "SPX", PriceChoice::Close);
        QVERIFY(row.milestones.round == (RoundLevel{6000, *makeDate(2024, 11, 11)}));
        QVERIFY(row.milestones.isHighest);
    }

private:
    std::shared_ptr<const Market> m_market;
};

ROTASCOPE_SUITE(TrendRealTest)
#include "test_trend_real.moc"
