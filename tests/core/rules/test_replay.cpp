// What a rule showed on each day is what its history says today, for every function of the language.
#include "core/rules/expression.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr auto kRules = std::to_array<const char*>({
    "ret(RUT,5) - ret(SPX,5) > 2pp",
    "wret(RUT) >= 2%",
    "chg(DGS10,2) > 8bp",
    "z(ret(RUT,5) - ret(SPX,5)) > 1.5σ",
    "z(ret(RUT,5), mad) > 1.5σ",
    "z(chg(DGS10,5), ewma_94) < -1σ",
    "z(ret(RUT,5), rolling_252) > 1.5σ",
    "RUT crosses above sma(RUT,20)",
    "ret(IWM,3) > 2% for 2 of 4 sessions",
    "rank(volume(IWM), year) <= 3",
    "rank(volume(IWM), 20) <= 2",
    "range(IWM) > 3% and rsi(IWM,14) > 50",
    "drawdown(SPX) <= -3%",
    "drawdown(RUT, 20) <= -3%",
    "ratio(IWM,SPX) > high_n(ratio(IWM,SPX),20)",
    "low(IWM) < low_n(IWM, 10)",
    "ema(RUT,10) > sma(RUT,10)",
    "close(IWM) > open(IWM) or high(IWM) - low(IWM) > atr(IWM, 14)",
    "max(ret(RUT,5), ret(SPX,5)) > 2% or min(ret(RUT,5), ret(SPX,5)) < -2%",
    "abs(ret(SPX, 5)) > 2% or streak(RUT) >= 3 sessions",
    "since(1990-06-01) <= 250 sessions and not ret(RUT,1) < 0",
    "rank(flow(IWM, week), year) <= 3",
    "flow(IWM, day) > 20m USD",
    "streak(flow(IWM, week)) >= 2",
});

void collectFunctions(const Node& node, std::set<std::string>& names) {
    if (node.kind == NodeKind::Call)
        names.insert(node.word);
    for (const Node& input : node.inputs)
        collectFunctions(input, names);
}

} // namespace

class ReplayTest : public QObject {
    Q_OBJECT

private slots:
    void everyFunctionIsReplayed() {
        std::set<std::string> names;
        for (const char* text : kRules)
            collectFunctions(*parseExpression(text), names);
        for (const RuleFunction& row : ruleFunctions())
            QVERIFY2(names.count(std::string(row.name())) == 1, std::string(row.signature).c_str());
    }

    void replayEqualsTheLedger_data() {
        QTest::addColumn<QString>("expression");
        for (const char* text : kRules)
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void replayEqualsTheLedger() {
        QFETCH(const QString, expression);
        Rule rule = ruleNamedOf("rule", expression.toStdString());
        rule.coolDown = 1;
        const auto instruments = ruleMarket(420);
        const auto market = marketOf(instruments);
        const RuleReading whole = readOne(market, rule);
        QVERIFY2(!whole.error, whole.error ? whole.error->message.c_str() : "");
        for (std::size_t i = 300; i < whole.history.states.size(); ++i) {
            const Date date = whole.dateOf(i);
            const RuleReading then = readOne(market, rule, date);
            QCOMPARE(then.history.states.size(), i + 1);
            QVERIFY(std::equal(then.history.states.begin(), then.history.states.end(),
                               whole.history.states.begin()));
            const double now = then.value();
            const double later = whole.columns.measure->value[i];
            QVERIFY(now == later || (std::isnan(now) && std::isnan(later)));
        }
        // A market that knows nothing later says the same.
        const Date half = whole.dateOf(350);
        const RuleReading cut = readOne(marketOf(endingAt(ruleMarket(420), half)), rule);
        QVERIFY(std::equal(cut.history.states.begin(), cut.history.states.begin() + 351,
                           whole.history.states.begin()));
    }
};

ROTASCOPE_SUITE(ReplayTest)
#include "test_replay.moc"
