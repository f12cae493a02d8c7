#include "core/analysis/leverage/leverage.h"
#include "core/indicators/returns.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// An index, and a fund that compounds three times its days less a small fee.
std::vector<InstrumentData> inventedFund(std::size_t sessions, double times = 3) {
    const std::vector<double> index = quotedWalk(sessions, 9, 2000);
    std::vector<double> fund{50};
    for (std::size_t i = 1; i < sessions; ++i)
        fund.push_back(fund.back() * (1 + times * (index[i] / index[i - 1] - 1) - 0.00004));
    return {closesOf("RUT", index), closesOf("TNA", fund)};
}

std::vector<double> figuresOf(const Leverage& l) {
    std::vector<double> out{l.stretch.theory.index, l.stretch.theory.exact, l.stretch.theory.closedForm,
                            l.stretch.actual, l.volatility};
    for (const LeverageStretch& stretch : l.curve)
        out.insert(out.end(), {stretch.theory.exact, stretch.actual});
    for (const HoldingWindow& window : l.fundWindows)
        out.insert(out.end(), {window.low5, window.median, window.lost});
    return out;
}

QString codeOf(const Result<Leverage>& result) {
    return result ? QStringLiteral("none") : QString::fromStdString(result.error().code);
}

} // namespace

class LeverageTest : public QObject {
    Q_OBJECT

private slots:
    void swingsCostAndTrendsPay() {
        const std::vector<double> swing{100, 110, 99};
        const DailyReset lost = dailyReset(swing, 3);
        QVERIFY(close(lost.naive, -0.03, 1e-12));
        QVERIFY(close(lost.exact, 1.3 * 0.7 - 1, 1e-12));
        QVERIFY(lost.compounding() < 0);
        QVERIFY(close(lost.closedForm, std::pow(0.99, 3) * std::exp(-3 * 0.02) - 1, 1e-12));
        const std::vector<double> trend{100, 110, 121};
        QVERIFY(dailyReset(trend, 3).compounding() > 0);
        QVERIFY(dailyReset(trend, -3).compounding() > 0); // (0.7)² − 1 against −63 %
    }

    void leverageOneIsTheIndex() {
        const std::vector<double> closes = quotedWalk(300);
        const DailyReset one = dailyReset(closes, 1);
        QVERIFY(close(one.exact, one.index, 1e-12) && close(one.closedForm, one.index, 1e-12));
        QCOMPARE(one.naive, one.index);
        QCOMPARE(volatilityDrag(1, 0.3, 63), 0.0);
        QVERIFY(close(volatilityDrag(3, 0.2, 252), 1 - std::exp(-3 * 0.04), 1e-12));
        QVERIFY(volatilityDrag(-3, 0.2, 252) > volatilityDrag(3, 0.2, 252));
    }

    void aDayThatLosesEverythingIsTheEnd() {
        const std::vector<double> closes{100, 60, 90, 130};
        QCOMPARE(dailyReset(closes, 3).exact, -1.0);
        QCOMPARE(exactReturns(closes, 3, 2)[2], -1.0);
        QVERIFY(exactReturns(closes, 3, 2)[3] > 0); // that window begins after it
        QVERIFY(std::isnan(dailyReset(std::span(closes).first(1), 3).exact));
    }

    void columnsAreTheirStretches() {
        const std::vector<double> closes = quotedWalk(200);
        const std::vector<double> exact = exactReturns(closes, -3, 21);
        const std::vector<double> effect = compoundingHistory(closes, -3, 21);
        for (std::size_t i = 0; i < closes.size(); ++i) {
            QCOMPARE(std::isnan(exact[i]), i < 21);
            if (i < 21)
                continue;
            const DailyReset stretch = dailyReset(std::span(closes).subspan(i - 21, 22), -3);
            QVERIFY(std::abs(exact[i] - stretch.exact) < 1e-12);
            QVERIFY(std::abs(effect[i] - stretch.compounding()) < 1e-12);
        }
    }

    void theResidualIsTheFee() {
        const MarketView view = latestOf(inventedFund(400));
        const auto result = analyseLeverage(view, {"TNA", "RUT", 3, {}, PriceChoice::Close, "SPX"});
        QVERIFY(result.has_value());
        const LeverageStretch& s = result->stretch;
        QCOMPARE(isoText(s.base), std::string("2024-12-31"));
        QVERIFY(close(s.actual, s.theory.exact - 0.00004 * static_cast<double>(s.sessions), 0.2));
        QVERIFY(s.residual() < 0 && s.residual() > -0.02);
        QCOMPARE(result->curve.size(), kLeverageHorizons.size());
        QCOMPARE(result->curve[3].sessions, std::size_t{63});
        QVERIFY(!result->basesMatch()); // the fund's invented closes are no cents
        QCOMPARE(result->basesText(), std::string("mixed: TNA adjusted, RUT price"));
        QVERIFY(!result->holdingWarning(20).empty());
        QVERIFY(std::isnan(result->shocks[0].pair)); // no large leg here
    }

    void matchedBases() {
        std::vector<InstrumentData> instruments = inventedFund(400);
        for (double& price : instruments[1].daily.columns[indexOf(Field::Close)])
            price = std::round(price * 100) / 100;
        const auto result =
            analyseLeverage(latestOf(instruments), {"TNA", "RUT", 3, {}, PriceChoice::Close, "SPX"});
        QVERIFY(result && result->basesMatch());
        QCOMPARE(result->basesText(), std::string("matched"));
    }

    void calendarsThatDiffer() {
        std::vector<InstrumentData> instruments = inventedFund(400);
        const auto whole =
            analyseLeverage(latestOf(instruments), {"TNA", "RUT", 3, {}, PriceChoice::Close, "SPX"});
        PriceBars& fund = instruments[1].daily;
        fund.dates.erase(fund.dates.begin() + 350);
        fund.columns[indexOf(Field::Close)].erase(fund.columns[indexOf(Field::Close)].begin() + 350);
        const auto holed =
            analyseLeverage(latestOf(instruments), {"TNA", "RUT", 3, {}, PriceChoice::Close, "SPX"});
        QCOMPARE(holed->indexOnly, std::size_t{1});
        QCOMPARE(holed->fundOnly, std::size_t{0});
        // The index keeps its own days: the theory does not change.
        QCOMPARE(holed->stretch.theory.exact, whole->stretch.theory.exact);
    }

    void aSplitInTheFundIsNamed() {
        std::vector<InstrumentData> instruments = inventedFund(400);
        const LeverageParams params{"TNA", "RUT", 3, {}, PriceChoice::Close, "SPX"};
        QVERIFY(!analyseLeverage(latestOf(instruments), params)->oddDay);
        std::vector<double>& fund = instruments[1].daily.columns[indexOf(Field::Close)];
        for (std::size_t i = 330; i < fund.size(); ++i)
            fund[i] /= 2;
        const auto split = analyseLeverage(latestOf(instruments), params);
        QVERIFY(split->oddDay && split->oddDay->date == instruments[1].daily.dates[330]);
        QVERIFY(split->oddDayText().starts_with("TNA made "));
    }

    void refusals() {
        std::vector<InstrumentData> instruments = inventedFund(300);
        instruments.push_back(instrumentOf("TZA", weekdays(*makeDate(2030, 1, 1), 3), {1, 2, 3}));
        instruments.push_back(instrumentOf("URTY", weekdays(*makeDate(2025, 1, 20), 1), {9}));
        const MarketView view = latestOf(instruments);
        const auto tried = [&](Symbol fund, Symbol index, double times, std::optional<Date> from = {}) {
            return codeOf(analyseLeverage(view, {fund, index, times, from, PriceChoice::Close, "SPX"}));
        };
        QCOMPARE(tried("TNA", "RUT", 0), QStringLiteral("bad_times"));
        QCOMPARE(tried("TNA", "RUT", kNaN), QStringLiteral("bad_times"));
        QCOMPARE(tried("TNA", "RUT", 11), QStringLiteral("bad_times"));
        QCOMPARE(tried("TNA", "RUT", 1), QStringLiteral("none"));
        QCOMPARE(tried("RUT", "RUT", 3), QStringLiteral("same_leg"));
        QCOMPARE(tried("TNX", "RUT", 3), QStringLiteral("unknown_symbol"));
        QCOMPARE(tried("TZA", "RUT", 3), QStringLiteral("no_common_session"));
        QCOMPARE(tried("URTY", "RUT", 3), QStringLiteral("too_short"));
        QCOMPARE(tried("TNA", "RUT", 3, *makeDate(2023, 1, 1)), QStringLiteral("too_early"));
        QCOMPARE(tried("TNA", "RUT", 3, *makeDate(2040, 1, 1)), QStringLiteral("too_short"));
    }

    void windowsAndShocks() {
        const std::vector<double> closes{100, 110, 99, 121, 108.9};
        const HoldingWindow window = holdingWindow(closes, 1);
        QCOMPARE(window.windows, std::size_t{4});
        QCOMPARE(window.lost, 0.5);
        QVERIFY(close(window.median, 0.0, 1e-12) || std::abs(window.median) < 1e-12);
        QCOMPARE(holdingWindow(closes, 9).windows, std::size_t{0});
        const auto shocks = shockTable(3, 0.6);
        QVERIFY(close(shocks[2].fund, -0.45, 1e-12) && close(shocks[2].inverse, 0.45, 1e-12));
        QVERIFY(close(shocks[1].pair, -0.02, 1e-12));
        QCOMPARE(shockTable(10, 0.6)[2].fund, -1.0);
    }

    void nothingLaterChangesAFigure() {
        const std::vector<InstrumentData> instruments = inventedFund(500);
        const auto market = marketOf(instruments);
        for (int offset = 3; offset < 690; offset += 17) {
            const Date date = *makeDate(2024, 1, 1) + std::chrono::days{offset};
            const LeverageParams params{"TNA", "RUT", -3, {}, PriceChoice::Close, "SPX"};
            const auto seen = analyseLeverage(MarketView::asOf(market, date), params);
            const auto ended = analyseLeverage(latestOf(endingAt(instruments, date)), params);
            QVERIFY(seen && ended);
            EXPECT_COLUMN(figuresOf(*seen), figuresOf(*ended), 0);
        }
    }

    void realIndexAndFunds() {
        std::vector<InstrumentData> instruments = realPair();
        const std::vector<InstrumentData> funds = realCloses({"TNA", "TZA"});
        if (instruments.empty() || funds.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; leverage was not checked on real data.");
        instruments.insert(instruments.end(), funds.begin(), funds.end());
        const MarketView view = MarketView::asOf(marketOf(instruments), *makeDate(2025, 12, 18));
        const auto percent = [](double fraction, int decimals) {
            return QString::number(fraction * 100, 'f', decimals);
        };
        const Leverage tna =
            *analyseLeverage(view, {"TNA", "RUT", 3, *makeDate(2024, 12, 31), PriceChoice::Close, "SPX"});
        QCOMPARE(percent(tna.stretch.theory.exact, 2), QStringLiteral("21.70"));
        QCOMPARE(percent(tna.stretch.theory.closedForm, 2), QStringLiteral("21.60"));
        QCOMPARE(percent(tna.stretch.theory.naive, 2), QStringLiteral("37.36"));
        QCOMPARE(percent(tna.stretch.actual, 2), QStringLiteral("13.78"));
        QCOMPARE(tna.curve[4].sessions, std::size_t{126});
        QCOMPARE(percent(tna.curve[4].theory.exact, 1), QStringLiteral("59.1"));
        QCOMPARE(percent(tna.curve[4].theory.naive, 1), QStringLiteral("56.7"));
        QCOMPARE(percent(tna.curve[4].actual, 1), QStringLiteral("54.1"));
        QVERIFY(tna.curve[4].theory.compounding() > 0 && tna.stretch.theory.compounding() < 0);
        QVERIFY(!tna.basesMatch());
        const Leverage tza =
            *analyseLeverage(view, {"TZA", "RUT", -3, *makeDate(2024, 12, 31), PriceChoice::Close, "SPX"});
        QCOMPARE(percent(tza.stretch.theory.exact, 2), QStringLiteral("-48.83"));
        QCOMPARE(percent(tza.stretch.theory.closedForm, 2), QStringLiteral("-48.58"));
        QCOMPARE(percent(tza.stretch.actual, 1), QStringLiteral("-42.1"));
        QCOMPARE(percent(tza.curve[0].actual, 1), QStringLiteral("10.1"));
    }
};

ROTASCOPE_SUITE(LeverageTest)
#include "test_leverage.moc"
