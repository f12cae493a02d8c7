// Brackets over history against a naive twin, and bars that hold both ends.
#include "core/analysis/pair_trade/bracket.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::vector<double> walk(std::size_t count, std::uint64_t seed) {
    InventedShocks shocks(seed);
    std::vector<double> out{100};
    while (out.size() < count)
        out.push_back(out.back() * (1.0002 + 0.02 * shocks.next()));
    return out;
}

} // namespace

class BracketHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void firstTouchOnCloses() {
        const std::vector<double> a = walk(600, 5);
        const std::vector<double> b = walk(600, 6);
        const BracketParams params{0.03, 0.05, 40, false};
        const auto test = testBracket({a, b, {}, {}, {}}, params);
        QVERIFY(test.has_value());
        QCOMPARE(test->trades.size(), a.size() - 1);
        std::array<std::size_t, 3> exits{};
        double sum = 0;
        for (std::size_t entry = 0; entry + 40 < a.size(); ++entry) {
            std::size_t at = entry;
            double profit = 0;
            std::size_t how = 2;
            while (at < entry + 40 && how == 2) {
                ++at;
                profit = a[at] / a[entry] - b[at] / b[entry];
                how = profit <= -0.03 ? 0 : profit >= 0.05 ? 1 : 2;
            }
            ++exits[how];
            sum += profit;
            QCOMPARE(test->trades[entry].exit, at);
            QVERIFY(std::abs(test->trades[entry].result - profit) < 1e-12);
        }
        QVERIFY(test->summary.exits == exits);
        QCOMPARE(test->summary.n, a.size() - 40);
        QVERIFY(std::abs(test->summary.result.mean - sum / double(a.size() - 40)) < 1e-12);
        QVERIFY(std::isnan(test->summary.placebo));
    }

    void aBarThatHoldsBothIsAStopAndAGapFillsAtTheOpen() {
        const std::vector<double> close{100, 100, 100, 90};
        const std::vector<double> open{100, 100, 100, 92};
        const std::vector<double> high{100, 107, 101, 93};
        const std::vector<double> low{100, 96, 99, 89};
        const BracketColumns bars{close, {}, open, high, low};
        const BracketTrade both = bracketTrade(bars, {0.03, 0.05, 3, true}, 0);
        QCOMPARE(int(both.how), int(BracketExit::Stop));
        QCOMPARE(both.result, -0.03);
        const BracketTrade gap = bracketTrade(bars, {0.05, 0, 3, true}, 1);
        QCOMPARE(int(gap.how), int(BracketExit::Stop));
        QVERIFY(std::abs(gap.result + 0.08) < 1e-12);
        const BracketTrade target = bracketTrade(bars, {0, 0.05, 3, true}, 0);
        QCOMPARE(int(target.how), int(BracketExit::Target));
        QCOMPARE(target.result, 0.05);
        QCOMPARE(int(bracketTrade(bars, {0.5, 0.5, 2, false}, 0).how), int(BracketExit::Time));
        QCOMPARE(int(bracketTrade(bars, {0.5, 0.5, 9, false}, 0).how), int(BracketExit::Running));
    }

    void aRulesEntriesAreHeldAgainstAnySession() {
        const std::vector<double> a = walk(900, 7);
        const BracketColumns columns{a, {}, {}, {}, {}};
        const BracketParams params{0.04, 0.06, 30, false};
        std::vector<std::size_t> entries;
        for (std::size_t i = 20; i < 800; i += 37)
            entries.push_back(i);
        const auto any = testBracket(columns, params);
        const auto ours = testBracket(columns, params, entries);
        QCOMPARE(ours->summary.n, entries.size());
        QCOMPARE(ours->summary.baselineMean, any->summary.result.mean);
        QVERIFY(ours->summary.placebo > 0 && ours->summary.placebo <= 1);
    }

    void refusesWhatIsNoBracket() {
        const std::vector<double> a = walk(50, 7);
        const BracketColumns columns{a, {}, {}, {}, {}};
        QCOMPARE(testBracket(columns, {0, 0, 10, false}).error().code, std::string("bad_bracket"));
        QCOMPARE(testBracket(columns, {-0.1, 0.2, 10, false}).error().code, std::string("bad_bracket"));
        QCOMPARE(testBracket(columns, {0.1, 0.2, 0, false}).error().code, std::string("bad_bracket"));
        QCOMPARE(testBracket(columns, {0.1, 0.2, 10, true}).error().code, std::string("no_bars"));
        QVERIFY(testBracket({}, {0.1, 0.2, 10, false})->trades.empty());
    }
};

ROTASCOPE_SUITE(BracketHistoryTest)
#include "test_bracket.moc"
