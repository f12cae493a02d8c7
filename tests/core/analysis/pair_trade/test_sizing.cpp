// Tilts that are funded or not, risk against the benchmark, tickets.
#include "core/analysis/pair_series.h"
#include "core/analysis/pair_trade/sizing.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A benchmark, a fund with twice its moves, and one with its moves and noise.
std::shared_ptr<const Market> market(std::size_t sessions = 300) {
    InventedShocks shocks(21);
    std::vector<double> base{100}, twice{100}, noisy{100};
    while (base.size() < sessions) {
        const double move = 0.01 * shocks.next();
        base.push_back(base.back() * (1 + move));
        twice.push_back(twice.back() * (1 + 2 * move));
        noisy.push_back(noisy.back() * (1 + move + 0.01 * shocks.next()));
    }
    const auto dates = weekdays(*makeDate(2024, 1, 1), sessions);
    return marketOf({instrumentOf("SPX", dates, base), instrumentOf("TWO", dates, twice),
                     instrumentOf("IWM", dates, noisy)});
}

} // namespace

class SizingTest : public QObject {
    Q_OBJECT

private slots:
    void readsTilts() {
        const auto tilts = parseTilts("iwm +6, QQQ -2.5,XLP-1");
        QVERIFY(tilts.has_value());
        QVERIFY((*tilts == std::vector<Tilt>{{"IWM", 6}, {"QQQ", -2.5}, {"XLP", -1}}));
        for (const char* wrong : {"", "IWM", "IWM +6,, QQQ -2", "IWM six", "IWM +6, IWM -2"})
            QCOMPARE(parseTilts(wrong).error().code, std::string("bad_tilts"));
    }

    void saysWhatIsNotFunded() {
        const MarketView view = MarketView::latest(market());
        const auto sizing = sizeTilts(view, {{"IWM", 7}, {"TWO", -3}}, "SPX");
        QVERIFY(sizing.has_value());
        QCOMPARE(sizing->unfunded(), 4.0);
        QCOMPARE(sizing->sentence(),
                 std::string("7.0 points overweight, 3.0 trimmed: 4.0 points are not funded."));
        QCOMPARE(sizeTilts(view, {{"IWM", 3}, {"TWO", -3}}, "SPX")->sentence(),
                 std::string("3.0 points overweight, 3.0 trimmed: balanced."));
        QVERIFY(sizeTilts(view, {{"TWO", -3}}, "SPX")->sentence().find("stay in cash") != std::string::npos);
    }

    void riskIsThatOfTheTilts() {
        const MarketView view = MarketView::latest(market());
        const auto sizing =
            sizeTilts(view, {{"TWO", 5}, {"SPX", -10}}, "SPX", {{"TWO", -0.2}, {"SPX", -0.1}});
        QVERIFY(std::abs(sizing->betas[0] - 2) < 1e-9 && std::abs(sizing->betas[1] - 1) < 1e-9);
        QVERIFY(std::abs(sizing->beta) < 1e-9);
        QVERIFY(sizing->trackingError < 1e-9); // twice the moves for half the money
        QVERIFY(std::abs(*sizing->shocked - (0.05 * -0.2 + 0.1 * 0.1)) < 1e-12);
        QVERIFY(sizeTilts(view, {{"IWM", 5}, {"SPX", -5}}, "SPX")->trackingError > 0.001);
    }

    void theWorstWindowsAreThoseOfTheTilts() {
        const auto held = market();
        const auto sizing = sizeTilts(MarketView::latest(held), {{"IWM", 7}, {"TWO", -3}}, "SPX");
        const auto closes = [&](const char* symbol) {
            return MarketView::latest(held).closes(symbol)->values;
        };
        for (const WorstWindow& window : sizing->worst) {
            double worst = 0;
            for (std::size_t t = window.sessions; t < closes("IWM").size(); ++t) {
                const auto move = [&](const char* symbol) {
                    return closes(symbol)[t] / closes(symbol)[t - window.sessions] - 1;
                };
                worst = std::min(worst, 0.07 * move("IWM") - 0.03 * move("TWO"));
            }
            QVERIFY(worst < 0);
            QVERIFY(std::abs(window.spread - worst) < 1e-12);
        }
        QCOMPARE(sizing->worst.size(), std::size(kWorstWindows));
    }

    void refusesTooShortAndUnknown() {
        QCOMPARE(sizeTilts(MarketView::latest(market(200)), {{"IWM", 5}}, "SPX").error().code,
                 std::string("too_short"));
        QCOMPARE(sizeTilts(MarketView::latest(market()), {{"IWW", 5}}, "SPX").error().code,
                 std::string("unknown_symbol"));
    }

    void aTicketCostsNoMoreThanItsBudget() {
        TicketParams params{"IWM", "SPY", 50'000, 0.03, 248, 683, 1, -0.01};
        const auto ticket = ticketOf(params);
        QVERIFY(ticket->lossAtStop() <= 50'000 && ticket->lossAtStop() > 49'900);
        QVERIFY(ticket->usdShort() <= ticket->usdLong() && ticket->usdShort() > ticket->usdLong() - 683);
        QVERIFY(ticket->carryPerDay < 0);
        QVERIFY(ticketCsv(*ticket).starts_with("side,symbol,shares,price,usd\nbuy,IWM,6720,248,"));
        params.beta = 1.2;
        QVERIFY(std::abs(ticketOf(params)->usdShort() / ticket->usdLong() - 1.2) < 0.001);
        params.stop = 0;
        QCOMPARE(ticketOf(params).error().code, std::string("bad_ticket"));
    }

    void findsTheWorstWindows() {
        PairSeries pair;
        pair.dates = weekdays(*makeDate(2024, 1, 1), 8);
        pair.small = {100, 100, 95, 95, 95, 90, 95, 96};
        pair.large = {100, 100, 100, 100, 100, 100, 100, 100};
        const auto worst = worstWindows(pair, 1);
        QCOMPARE(worst.size(), std::size_t{2}); // 10 and 21 sessions are longer than the data
        QVERIFY(std::abs(worst[0].spread - (90.0 / 95 - 1)) < 1e-12);
        QVERIFY(std::abs(worst[1].spread + 0.1) < 1e-12);
        QVERIFY(worst[1].last == pair.dates[5]);
    }
};

ROTASCOPE_SUITE(SizingTest)
#include "test_sizing.moc"
