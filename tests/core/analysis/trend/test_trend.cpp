#include "core/analysis/trend/trend.h"
#include "core/analysis/trend/trend_history.h"
#include "core/market/quotes.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kSma50 = 1;
constexpr std::size_t kSma200 = 2;

std::vector<double> steps(std::size_t count, double from, double step) {
    std::vector<double> out(count);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = from + step * static_cast<double>(i);
    return out;
}

std::vector<double> joined(std::vector<double> a, const std::vector<double>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Bars with a volume each; highs and lows a dollar around the close.
InstrumentData withVolume(InstrumentData data, const std::vector<double>& volume) {
    const std::vector<double>& close = data.daily.column(Field::Close);
    std::vector<double> high = close, low = close;
    for (std::size_t i = 0; i < close.size(); ++i) {
        high[i] += 1;
        low[i] -= 1;
    }
    data.daily.columns[indexOf(Field::High)] = high;
    data.daily.columns[indexOf(Field::Low)] = low;
    data.daily.columns[indexOf(Field::Volume)] = volume;
    return data;
}

TrendRow rowOf(InstrumentData data, PriceChoice choice = PriceChoice::Close) {
    const Symbol symbol = data.instrument.symbol;
    const auto row = trendRow(latestOf({std::move(data)}), symbol, choice);
    return row ? *row : TrendRow{};
}

/// Every figure of a row, for comparing two.
std::vector<double> figuresOf(const TrendRow& row) {
    std::vector<double> out{
        row.close, row.rsi, row.yearToDate, row.volume.obv, row.volume.accumulation, row.milestones.highest};
    for (const AverageReading& average : row.averages)
        out.insert(out.end(), {average.value, average.distance, average.slope,
                               static_cast<double>(average.side.sessions)});
    for (const Breakout& breakout : row.breakouts)
        out.insert(out.end(), {breakout.highest, breakout.lowest});
    out.insert(out.end(), row.moves.begin(), row.moves.end());
    return out;
}

} // namespace

class TrendTest : public QObject {
    Q_OBJECT

private slots:
    void aSlowRiseIsAboveEverything() {
        const TrendRow row = rowOf(closesOf("IWM", steps(400, 100, 0.25)));
        for (const AverageReading& average : row.averages) {
            QVERIFY(average.side.above == true);
            QVERIFY(average.distance > 0 && average.slope > 0 && average.warmUp.empty());
            QVERIFY(!average.side.lastCross); // since its warm-up
        }
        QCOMPARE(row.averages[kSma200].side.sessions, std::size_t{201});
        QCOMPARE(row.averages[kSma50].value, 100 + 0.25 * (399 - 24.5));
        QCOMPARE(row.averages[kSma50].slope, (193.625 + 0) / (193.625 - 1.25) - 1);
        QVERIFY(row.cross.side.above == true);
        QCOMPARE(row.rsi, 100.0);
        QVERIFY(longestBreakout(row.breakouts) == std::size_t{252});
        QVERIFY(row.milestones.isHighest);
        QVERIFY(!row.signsDiffer());
    }

    void aTurnHasItsCrossAndItsDate() {
        const std::vector<double> closes = joined(steps(300, 100, 0.25), steps(80, 170, -0.75));
        const InstrumentData data = closesOf("IWM", closes);
        const TrendRow row = rowOf(data);
        // The first close below SMA50, found by hand.
        std::size_t first = 300;
        const auto sma50 = [&](std::size_t at) { return naiveMean(std::span(closes).subspan(at - 49, 50)); };
        while (closes[first] > sma50(first))
            ++first;
        QVERIFY(row.averages[kSma50].side.above == false);
        QVERIFY(row.averages[kSma50].side.lastCross == data.daily.dates[first]);
        QCOMPARE(row.averages[kSma50].side.sessions, closes.size() - first);
        QVERIFY(row.cross.side.above == false);
        QVERIFY(row.cross.side.lastCross > data.daily.dates[first]);
        QVERIFY(row.breakouts[0].below == true && row.breakouts[0].above == false);
        QVERIFY(!longestBreakout(row.breakouts));
    }

    void aCloseOnItsAverageIsNotAbove() {
        const TrendRow row = rowOf(closesOf("IWM", std::vector<double>(250, 50.0)));
        QVERIFY(row.averages[kSma50].side.above == false);
        QCOMPARE(row.averages[kSma50].distance, 0.0);
        QVERIFY(row.breakouts[0].above == false && row.breakouts[0].below == false);
        QVERIFY(std::isnan(row.rsi));
    }

    void aShortHistorySaysWhatItNeeds() {
        const TrendRow row = rowOf(closesOf("IWM", quotedWalk(143)));
        QCOMPARE(row.averages[kSma200].warmUp, std::string("SMA200 needs 200 sessions; has 143."));
        QVERIFY(!row.averages[kSma200].side.above && std::isnan(row.averages[kSma200].value));
        QVERIFY(row.averages[kSma50].side.above.has_value());
        QVERIFY(!row.cross.side.above && !row.cross.warmUp.empty());
        QVERIFY(!row.breakouts[2].above);
        const std::vector<std::string> notes = row.notes();
        QVERIFY(std::find(notes.begin(), notes.end(), "Breakout 252 needs 253 sessions; has 143.") !=
                notes.end());
        const TrendRow single = rowOf(closesOf("IWM", {10.0}));
        QVERIFY(std::isnan(single.rsi) && std::isnan(single.moves[0]) && std::isnan(single.yearToDate));
        QCOMPARE(single.notes().size(), std::size_t{8}); // three averages and breakouts, RSI, volume
    }

    void aBadTickIsForgottenWhenItLeavesTheWindow() {
        const std::vector<double> clean = quotedWalk(700);
        const std::vector<double> spoiled = withValueAt(clean, 300, 1e4);
        const TrendRow row = rowOf(closesOf("IWM", clean));
        const TrendRow after = rowOf(closesOf("IWM", spoiled));
        for (std::size_t i = 0; i < row.averages.size(); ++i) {
            QVERIFY(after.averages[i].side.above == row.averages[i].side.above);
            QVERIFY(close(after.averages[i].value, row.averages[i].value, 1e-10));
        }
        QVERIFY(close(after.breakouts[2].highest, row.breakouts[2].highest, 0));
    }

    void milestonesAreRefusedOnAdjustedCloses() {
        const std::vector<double> quoted = quotedWalk(300);
        std::vector<double> adjusted = quoted;
        for (double& close : adjusted)
            close *= 0.98765;
        const TrendRow hidden = rowOf(closesOf("IWM", adjusted));
        QVERIFY(hidden.basis == PriceBasis::AdjustedUnnamed);
        QVERIFY(!hidden.milestones.refused.empty() && !hidden.milestones.round);
        QVERIFY(rowOf(closesOf("IWM", quoted)).basis == PriceBasis::Price);
        QVERIFY(rowOf(closesOf("RUT", adjusted)).basis == PriceBasis::Price); // an index has no dividends
        InstrumentData both = closesOf("IWM", quoted);
        both.daily.columns[indexOf(Field::AdjClose)] = adjusted;
        QVERIFY(rowOf(both).basis == PriceBasis::Price);
        QVERIFY(rowOf(both, PriceChoice::Adjusted).basis == PriceBasis::Adjusted);
        QCOMPARE(rowOf(both, PriceChoice::Adjusted).close, adjusted.back());
        both.daily.columns[indexOf(Field::Close)].clear();
        QVERIFY(rowOf(both).basis == PriceBasis::Adjusted);
    }

    void anAdjustedFileHasQuotesAfterItsLastDividend() {
        std::vector<double> closes = quotedWalk(504);
        for (std::size_t i = 0; i < 60; ++i)
            closes[i] = closes[i] * 0.987 + 0.0033;
        QVERIFY(!checkQuotes(closes).looksQuoted());
        QVERIFY(checkQuotes(std::span(closes).subspan(60)).looksQuoted());
        for (double& close : closes)
            close =
                static_cast<double>(static_cast<float>(std::round(close * 1e5) / 100)); // single precision
        QVERIFY(checkQuotes(std::span(closes).subspan(60)).looksQuoted());
        QVERIFY(checkQuotes(std::vector<double>{1.2345}).looksQuoted());
    }

    void roundLevelsAreThoseFirstClosedAbove() {
        const InstrumentData data = closesOf("SPX", {5400, 5990, 6000, 6001.35, 5950, 6032, 6010});
        const TrendRow row = rowOf(data);
        QVERIFY(row.milestones.round == (RoundLevel{6000, data.daily.dates[3]}));
        QCOMPARE(row.milestones.highest, 6032.0);
        QVERIFY(!row.milestones.isHighest);
        QCOMPARE(row.milestones.distance, 6010.0 / 6032 - 1);
        QVERIFY(!rowOf(closesOf("SPX", {6032, 6010})).milestones.round); // the file begins above it
        QCOMPARE(roundStep(6032), 500.0);
        QCOMPARE(roundStep(99.9), 5.0);
        QCOMPARE(roundStep(0), 0.0);
    }

    void volumeSinceTheQuarterBegan() {
        // Monday 1 Apr 2024 is session 65 (from 0); the anchor is Friday 29 Mar.
        std::vector<double> closes = steps(70, 100, 0);
        const std::vector<double> last{101, 102, 101.5, 101.25, 103};
        std::copy(last.begin(), last.end(), closes.end() - 5);
        std::vector<double> volume(70, 1000);
        const std::vector<double> traded{100, 200, 4000, 5000, 50};
        std::copy(traded.begin(), traded.end(), volume.end() - 5);
        const VolumeSince since = rowOf(withVolume(closesOf("IWM", closes), volume)).volume;
        QVERIFY(since.anchor == *makeDate(2024, 3, 29));
        QCOMPARE(since.price, 0.03);
        QCOMPARE(since.obv, 100.0 + 200 - 4000 - 5000 + 50);
        QCOMPARE(since.accumulation, 0.0); // every close in the middle of its bar
        QVERIFY(since.obvDiverges() && !since.accumulationDiverges());
        QVERIFY(since.note.empty());
    }

    void volumeThatIsMissingIsSaid() {
        std::vector<double> volume(70, 1000);
        std::fill(volume.begin() + 60, volume.end(), 0.0);
        const InstrumentData data = withVolume(closesOf("IWM", quotedWalk(70)), volume);
        const VolumeSince gone = rowOf(data).volume;
        QCOMPARE(gone.note, "No volume since " + dayMonthYear(data.daily.dates[59]) + ".");
        QVERIFY(std::isnan(gone.obv) && !gone.obvDiverges());
        QCOMPARE(rowOf(closesOf("IWM", quotedWalk(70))).volume.note, std::string("No volume in this desk."));
        std::vector<double> hole(70, 1000);
        hole[67] = kNaN;
        QCOMPARE(rowOf(withVolume(closesOf("IWM", quotedWalk(70)), hole)).volume.note,
                 std::string("1 of 5 sessions without volume."));
        QCOMPARE(rowOf(closesOf("IWM", quotedWalk(30))).volume.note,
                 std::string("The series begins in this quarter."));
    }

    void closesOutsideTheirBarsGiveNoAccumulation() {
        InstrumentData data = withVolume(closesOf("IWM", quotedWalk(70)), std::vector<double>(70, 1000));
        for (double& close : data.daily.columns[indexOf(Field::Close)])
            close *= 0.9;
        const VolumeSince since = rowOf(data).volume;
        QVERIFY(std::isnan(since.accumulation) && !std::isnan(since.obv) && !since.note.empty());
    }

    void withoutNamesEveryInstrumentWithCloses() {
        InstrumentData yield = closesOf("DGS10", {});
        yield.daily = {};
        yield.series.push_back(
            {Field::Value, Cadence::Daily, Availability::SameDay, {*makeDate(2024, 1, 2)}, {4.0}});
        const auto market = marketOf({closesOf("IWM", quotedWalk(60)), closesOf("SPX", quotedWalk(40)), yield,
                                      instrumentOf("TNA", weekdays(*makeDate(2025, 1, 1), 3), {1, 2, 3})});
        const auto states = analyseTrend(MarketView::asOf(market, *makeDate(2024, 6, 1)), {});
        QVERIFY(states.has_value());
        QCOMPARE(states->rows.size(), std::size_t{2});
        QVERIFY(states->row("IWM") && states->row("SPX") && !states->row("DGS10"));
        QCOMPARE(states->notYet, std::vector<Symbol>{"TNA"});
        QVERIFY(states->asOf == states->row("IWM")->asOf());
        const auto adjusted = analyseTrend(MarketView::latest(market), {{}, PriceChoice::Adjusted});
        QCOMPARE(QString::fromStdString(adjusted.error().code), QStringLiteral("no_data"));
        const auto early = analyseTrend(MarketView::asOf(market, *makeDate(2023, 6, 1)), {});
        QCOMPARE(QString::fromStdString(early.error().code), QStringLiteral("before_data"));
        const auto unknown = analyseTrend(MarketView::latest(market), {{"IWW"}, PriceChoice::Close});
        QCOMPARE(QString::fromStdString(unknown.error().code), QStringLiteral("unknown_symbol"));
        QVERIFY(!analyseTrend(latestOf({}), {}).has_value());
    }

    void theHistoryEndsOnTheRow() {
        InstrumentData data = withVolume(closesOf("IWM", quotedWalk(500)), invented(500, 1e6, 4e5, 17));
        data.daily.columns[indexOf(Field::Close)][100] = kNaN; // a bar without a close is no session
        const MarketView view = latestOf({data});
        const TrendHistory history = *trendHistory(view, "IWM", PriceChoice::Close);
        const TrendRow row = *trendRow(view, "IWM", PriceChoice::Close);
        QCOMPARE(history.dates.size(), std::size_t{499});
        QCOMPARE(history.closes.back(), row.close);
        QCOMPARE(history.rsi.back(), row.rsi);
        for (std::size_t i = 0; i < history.averages.size(); ++i)
            QCOMPARE(history.averages[i].back(), row.averages[i].value);
        const auto anchor = std::find(history.dates.begin(), history.dates.end(), *row.volume.anchor);
        const auto from = static_cast<std::size_t>(anchor - history.dates.begin());
        QVERIFY(close(history.obv.back() - history.obv[from], row.volume.obv, 1e-9));
        QVERIFY(std::abs(history.accumulation.back() - history.accumulation[from] - row.volume.accumulation) <
                1e-3);
        QCOMPARE(*std::min_element(history.drawdown.begin(), history.drawdown.end()), history.deepest->depth);
        QVERIFY(!trendHistory(view, "SPY", PriceChoice::Close));
    }

    void breakoutsBeginOnce() {
        std::vector<double> closes(300, 100);
        closes[30] = 101;   // above 20 sessions
        closes[31] = 102;   // still
        closes[99] = 101.5; // above the last 55, all of them 100
        closes[100] = 103;  // still
        closes[290] = 104;  // above 252
        const TrendHistory history =
            *trendHistory(latestOf({closesOf("IWM", closes)}), "IWM", PriceChoice::Close);
        QCOMPARE(history.breakouts.size(), std::size_t{3});
        QVERIFY((history.breakouts[0] == BreakoutMark{30, 20}));
        QVERIFY((history.breakouts[1] == BreakoutMark{99, 55}));
        QVERIFY((history.breakouts[2] == BreakoutMark{290, 252}));
        QVERIFY(std::all_of(history.volume.begin(), history.volume.end(),
                            [](double x) { return std::isnan(x); }));
    }

    void nothingLaterChangesARow() {
        const std::vector<InstrumentData> instruments{
            withVolume(closesOf("IWM", quotedWalk(600)), invented(600, 1e6, 4e5, 17))};
        const auto market = marketOf(instruments);
        for (int offset = 1; offset < 830; offset += 13) {
            const Date date = *makeDate(2024, 1, 1) + std::chrono::days{offset};
            const auto seen = trendRow(MarketView::asOf(market, date), "IWM", PriceChoice::Close);
            const auto ended = trendRow(latestOf(endingAt(instruments, date)), "IWM", PriceChoice::Close);
            QVERIFY(seen && ended);
            EXPECT_COLUMN(figuresOf(*seen), figuresOf(*ended), 0);
            QCOMPARE(seen->notes(), ended->notes());
        }
    }

    void aDayThatCannotBeIsNoted_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<double>("jump");
        QTest::addColumn<int>("sessionsAgo");
        QTest::addColumn<bool>("odd");
        QTest::newRow("a reverse split that nobody noted") << "TZA" << 10.0 << 100 << true;
        QTest::newRow("a split that nobody noted") << "IWM" << 0.25 << 100 << true;
        QTest::newRow("a bad tick of ten thousand on the last day") << "IWM" << 1e4 << 0 << true;
        QTest::newRow("a crash of a fund of three times") << "TNA" << 0.58 << 100 << false;
        QTest::newRow("longer ago than any return reaches") << "IWM" << 10.0 << 260 << false;
        QTest::newRow("a volatility index may") << "VIX" << 2.2 << 100 << false;
    }
    void aDayThatCannotBeIsNoted() {
        QFETCH(QString, symbol);
        QFETCH(double, jump);
        QFETCH(int, sessionsAgo);
        QFETCH(bool, odd);
        std::vector<double> closes = quotedWalk(400);
        for (std::size_t i = closes.size() - 1 - static_cast<std::size_t>(sessionsAgo); i < closes.size();
             ++i)
            closes[i] *= jump;
        const std::string name = symbol.toStdString();
        const TrendRow row = *trendRow(latestOf({closesOf(name, closes)}), name, PriceChoice::Close);
        QCOMPARE(row.oddMove.has_value(), odd);
        QCOMPARE(odd && row.notes().front() == oddMoveText(*row.oddMove), odd);
    }
};

ROTASCOPE_SUITE(TrendTest)
#include "test_trend.moc"
