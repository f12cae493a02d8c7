// What is cut from the rules of the whole market is what a view of each date computes, to the last bit.
#include "core/rules/whole_rules.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kSessions = 420;
constexpr std::size_t kLate = 330; ///< the session on which what comes late begins

const std::vector<Flag> kFlags{{"Fed cut", {{*makeDate(1990, 8, 1), true}, {*makeDate(1991, 5, 1), false}}}};

InstrumentData numbers(const Symbol& symbol, Cadence cadence, Availability availability,
                       const std::vector<Date>& dates, std::size_t every, std::size_t from = 0) {
    InventedShocks shocks(from + every + 20);
    InstrumentData out;
    out.instrument = describeSymbol(symbol);
    Series series{Field::Value, cadence, availability, {}, {}};
    for (std::size_t i = from; i < dates.size(); i += every) {
        series.dates.push_back(dates[i]);
        series.values.push_back(4 + shocks.next());
    }
    out.series.push_back(std::move(series));
    return out;
}

/// Series that are published later, that begin or end within the history, by day, week and month.
std::vector<InstrumentData> awkwardMarket() {
    std::vector<InstrumentData> out = ruleMarket(kSessions);
    const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), kSessions);
    out.push_back(numbers("DGS2", Cadence::Daily, Availability::NextSession, dates, 1));
    out.push_back(numbers("NFCI", Cadence::Weekly, Availability::AfterPeriod, dates, 5));
    out.push_back(numbers("UNRATE", Cadence::Monthly, Availability::AfterPeriod, dates, 21));
    out.push_back(numbers("DGS30", Cadence::Daily, Availability::NextSession, dates, 1, kLate));
    InstrumentData early = numbers("TNX", Cadence::Daily, Availability::SameDay, dates, 1);
    early.series.front().dates.resize(kLate);
    early.series.front().values.resize(kLate);
    out.push_back(std::move(early));
    // Values by day from the beginning, closes from a later day on.
    InstrumentData both = numbers("VIX", Cadence::Daily, Availability::SameDay, dates, 1);
    both.daily.dates.assign(dates.begin() + kLate, dates.end());
    both.daily.columns[indexOf(Field::Close)].assign(kSessions - kLate, 20);
    out.push_back(std::move(both));
    // A fund whose bars have a high and a low from a later day on.
    std::vector<double> closes;
    for (std::size_t i = 0; i < kSessions; ++i)
        closes.push_back(30 + std::round(100 * std::sin(static_cast<double>(i))) / 100);
    InstrumentData fund = instrumentOf("KRE", dates, closes);
    for (const Field field : {Field::High, Field::Low}) {
        auto& column = fund.daily.columns[indexOf(field)];
        column.assign(kSessions, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t i = kLate; i < kSessions; ++i)
            column[i] = closes[i] + (field == Field::High ? 1 : -1);
    }
    out.push_back(std::move(fund));
    return out;
}

/// The pair's, on which rules are evaluated.
std::vector<Date> sessionsOf(const std::shared_ptr<const Market>& market) {
    return alignPair(MarketView::latest(market), "RUT", "SPX")->dates;
}

struct Row {
    const char* text;
    bool isCut; ///< on the last dates
};

constexpr std::array kRows{
    Row{"ret(RUT,5) - ret(SPX,5) > 2pp", true},
    Row{"wret(RUT) >= 2%", true},
    Row{"RUT crosses below sma(RUT, 200) or ema(SPX, 10) > sma(SPX, 21)", true},
    Row{"drawdown(RUT, 20) <= -3% and z(ret(SPX,5), rolling_252) > 0.5σ", true},
    Row{"z(ret(RUT,5), ewma_94) > 1σ or z(ret(RUT,5)) > 1σ", true},
    Row{"low(IWM) < low_n(IWM, 10) or streak(RUT) >= 3 sessions", true},
    Row{"z(ret(RUT,5) - ret(SPX,5), mad) > 1.5σ", true},
    Row{"chg(DGS10,2) > 8bp or chg(DGS2,2) > 8bp", true},
    Row{"NFCI > 4 or chg(UNRATE, 1) > 0.5pp", true},
    Row{"max(chg(DGS10,5), chg(DGS30,5)) > 20bp", true},
    Row{"TNX > 4.2", true},
    Row{"VIX > sma(VIX, 5)", true},
    Row{"range(KRE) > 3% and atr(KRE, 5) > 1", true},
    Row{"range(IWM) > 3% and rsi(IWM,14) > 50", true},
    Row{"ratio(IWM,SPX) > high_n(ratio(IWM,SPX),20)", true},
    Row{"ratio(VIX,IWM) > 0.3", true},
    Row{"KRE > 30.5 level", true},
    Row{"rank(volume(IWM), year) <= 3 for 2 of 3 sessions", true},
    Row{"flow(IWM, day) > 20m USD", false},
    Row{"\"Fed cut\" and ret(RUT,1) > 0%", true},
    Row{"since(1991-02-01) <= 20 sessions", true},
};

Rule ruleOf(const char* text) {
    Rule rule = ruleNamedOf("rule", text);
    rule.clearWhen = "ret(RUT,5) - ret(SPX,5) < 0pp";
    rule.coolDown = 2;
    return rule;
}

std::vector<Rule> allRules() {
    std::vector<Rule> rules;
    for (const Row& row : kRows)
        rules.push_back(ruleOf(row.text));
    return rules;
}

bool isSame(const std::vector<double>& a, const std::vector<double>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y) ||
               (std::isnan(x) && std::isnan(y));
    });
}

bool isSame(const RuleReading& a, const RuleReading& b) {
    const auto& m = a.columns.measure;
    const auto& n = b.columns.measure;
    if (a.columns.truth != b.columns.truth || a.columns.missing != b.columns.missing ||
        a.history.states != b.history.states || a.symbols != b.symbols ||
        a.history.episodes.size() != b.history.episodes.size() || m.has_value() != n.has_value())
        return false;
    return !m || (isSame(m->value, n->value) && isSame(m->threshold, n->threshold) &&
                  isSame(m->spannedDays, n->spannedDays) && m->quantity == n->quantity &&
                  m->comparator == n->comparator && m->isDifference == n->isDifference);
}

} // namespace

class WholeRulesTest : public QObject {
    Q_OBJECT

private slots:
    void everyDateReadsTheSame() {
        const auto market = marketOf(awkwardMarket());
        const std::vector<Rule> rules = allRules();
        const WholeRules whole(market, kFlags, {}, rules);
        const std::vector<Date> dates = sessionsOf(market);
        for (Date date = dates[250]; date <= dates.back() + std::chrono::days{40};
             date += std::chrono::days{1}) {
            const MarketView view = MarketView::asOf(market, date);
            const auto cut = PlaybookReader(view, kFlags, {}, &whole).read(rules);
            const auto computed = PlaybookReader(view, kFlags, {}).read(rules);
            QVERIFY(cut && computed);
            for (std::size_t i = 0; i < rules.size(); ++i)
                QVERIFY2(isSame(cut->rules[i], computed->rules[i]),
                         (isoText(date) + ": " + rules[i].expression).c_str());
        }
    }

    void onlyWhatMayBeIsCut_data() {
        QTest::addColumn<std::size_t>("row");
        for (std::size_t i = 0; i < kRows.size(); ++i)
            QTest::newRow(kRows[i].text) << i;
    }
    void onlyWhatMayBeIsCut() {
        QFETCH(const std::size_t, row);
        const auto market = marketOf(awkwardMarket());
        const WholeRules whole(market, kFlags, {}, allRules());
        const std::vector<Date> dates = sessionsOf(market);
        const MarketView view = MarketView::asOf(market, dates[dates.size() - 10]);
        const auto rule = checkRule(kRows[row].text, vocabularyOf(view, flagNames(kFlags)));
        QVERIFY2(rule, kRows[row].text);
        const auto sessions = std::span(dates).first(dates.size() - 9);
        QCOMPARE(whole.cut(view, sessions, *rule).has_value(), kRows[row].isCut);
    }

    void anotherFieldIsNotCut() {
        const auto market = marketOf(awkwardMarket());
        const WholeRules whole(market, kFlags, {}, allRules());
        const std::vector<Date> dates = sessionsOf(market);
        // Before its closes begin, an index is read from single values; before its bars do, a fund has none.
        for (const char* text : {"VIX > sma(VIX, 5)", "range(KRE) > 3% and atr(KRE, 5) > 1"}) {
            const MarketView view = MarketView::asOf(market, dates[kLate - 20]);
            const auto rule = checkRule(text, vocabularyOf(view));
            QVERIFY2(rule, text);
            QVERIFY(!whole.cut(view, std::span(dates).first(kLate - 19), *rule));
        }
    }

    void otherSessionsAreNotCut() {
        const auto market = marketOf(awkwardMarket());
        const WholeRules whole(market, kFlags, {}, allRules());
        const MarketView view = MarketView::latest(market);
        const auto rule = checkRule(kRows[0].text, vocabularyOf(view));
        std::vector<Date> dates = sessionsOf(market);
        QVERIFY(whole.cut(view, dates, *rule));
        dates.erase(dates.begin() + 5);
        QVERIFY(!whole.cut(view, dates, *rule));
    }
};

ROTASCOPE_SUITE(WholeRulesTest)
#include "test_whole_rules.moc"
