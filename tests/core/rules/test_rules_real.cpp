// Episodes of the real pair and what followed them, against figures that were computed independently.
#include "core/rules/ledger.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr double kHalfDigit = 5e-5;

/// FRED's ten-year yield; empty where it is not there.
InstrumentData realYield() {
    std::map<Date, double> values;
    const std::string folder = std::string(ROTASCOPE_SHARED) + "/data/real/";
    std::ifstream file(folder + "chatterjee-aryan+macro_regime_modeling/data/DGS10.csv");
    std::string line;
    while (std::getline(file, line)) {
        const auto cells = cellsOf(line);
        const auto date = parseIsoDate(cells.front());
        const auto value = cells.size() > 1 ? parseNumber(cells[1]) : std::nullopt;
        if (date && value)
            values.emplace(*date, *value);
    }
    InstrumentData data;
    data.instrument = describeSymbol("DGS10");
    Series series;
    series.field = Field::Value;
    for (const auto& [date, value] : values) {
        series.dates.push_back(date);
        series.values.push_back(value);
    }
    if (!series.dates.empty())
        data.series.push_back(std::move(series));
    return data;
}

Rule ruleOf(std::string_view expression) {
    Rule rule;
    rule.name = "rule";
    rule.expression = expression;
    return rule;
}

} // namespace

class RulesRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto pair = realPair();
        if (pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the rules were not checked against them.");
        m_market = marketOf(pair);
    }

    void countsTheEpisodes_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<int>("episodes");
        QTest::newRow("small leads by more than 3 pp") << "ret(RUT,5) - ret(SPX,5) > 3pp" << 128;
        QTest::newRow("small lags by more than 3 pp") << "ret(RUT,5) - ret(SPX,5) < -3pp" << 110;
        QTest::newRow("small gains more than 7 % in ten") << "ret(RUT,10) > 7%" << 134;
        QTest::newRow("small gains 10 % in five") << "ret(RUT,5) >= 10%" << 22;
        QTest::newRow("small gains 10 % week over week") << "wret(RUT) >= 10%" << 8;
        QTest::newRow("large loses 3 % in a day") << "ret(SPX,1) <= -3%" << 104;
    }
    void countsTheEpisodes() {
        QFETCH(const QString, expression);
        QFETCH(const int, episodes);
        const RuleReading reading = read(expression.toStdString(), "2026-08-21");
        QCOMPARE(int(reading.history.episodes.size()), episodes);
    }

    void tellsWhatFollowedALead() {
        const RuleReading reading = read("ret(RUT,5) - ret(SPX,5) > 3pp", "2025-11-28");
        QCOMPARE(nameOf(reading.state()), nameOf(RuleState::Firing));
        QCOMPARE(isoText(*reading.since()), std::string("2025-11-26"));
        const RuleLedger ledger = ledgerOf(reading);
        for (const LedgerRow& row : {ledger.rows.back()})
            QVERIFY(!row.last);
        const HorizonOutcomes& five = ledger.all.horizons[0];
        QCOMPARE(five.relative.inference.n, std::size_t{122});
        verifyClose(five.relative.inference.mean, -0.0037);
        verifyClose(five.relative.hit, 0.42, 0.005);
        verifyClose(five.relative.baselineHit, 0.50, 0.005);
        verifyClose(five.relative.placebo, 0.01, 0.005);
        const HorizonOutcomes& quarter = ledger.all.horizons[4];
        verifyClose(quarter.relative.inference.mean, -0.0074);
        verifyClose(quarter.relative.hit, 0.41, 0.005);
        verifyClose(quarter.relative.baselineHit, 0.47, 0.005);
        verifyClose(quarter.relative.placebo, 0.26, 0.005);
        verifyClose(quarter.relative.inference.nEffective, 43.6, 0.05);
    }

    void knowsAMoveOfTheYieldByItsOwnObservations() {
        const InstrumentData yield = realYield();
        if (yield.series.empty())
            QSKIP("ROTASCOPE_SHARED holds no FRED file of DGS10; the rule on it was not checked.");
        const MarketView view = MarketView::latest(marketOf({yield}));
        const auto playbook = readPlaybook(view, {"", {ruleOf("chg(DGS10,2) > 25bp")}, {}, {}}, {});
        QVERIFY(playbook.has_value());
        const RuleReading& reading = playbook->rules.front();
        QCOMPARE(reading.history.episodes.size(), std::size_t{25});
        const bool found =
            std::any_of(reading.history.episodes.begin(), reading.history.episodes.end(),
                        [&](const Episode& e) { return isoText(reading.dateOf(e.first)) == "2022-06-13"; });
        QVERIFY(found);
    }

private:
    RuleReading read(const std::string& expression, const char* date) {
        const MarketView view = MarketView::asOf(m_market, *parseIsoDate(date));
        const auto playbook = readPlaybook(view, {"", {ruleOf(expression)}, {}, {}}, {});
        return playbook ? playbook->rules.front() : RuleReading{};
    }
    static void verifyClose(double value, double wanted, double tolerance = kHalfDigit) {
        QVERIFY2(std::abs(value - wanted) <= tolerance,
                 (std::to_string(value) + ", expected " + std::to_string(wanted)).c_str());
    }

    std::shared_ptr<const Market> m_market;
};

ROTASCOPE_SUITE(RulesRealTest)
#include "test_rules_real.moc"
