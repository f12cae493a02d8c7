// What rules did since a session, told from their history.
#include "core/rules/rule_changes.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

class RuleChangesTest : public QObject {
    Q_OBJECT

private slots:
    void anEpisodeIsToldOnceItBegan() {
        const auto market = marketOf(ruleMarket());
        const RuleReading rule = readOne(market, ruleNamedOf("leads", "ret(RUT, 5) - ret(SPX, 5) > 1pp"));
        QVERIFY(rule.history.episodes.size() > 5);
        for (const Episode& episode : rule.history.episodes) {
            const Date first = rule.dateOf(episode.first);
            const PlaybookReading asOf{first, {readOne(market, rule.rule, first)}};
            const Date before = rule.dateOf(episode.first - 1);
            const auto changes = ruleChangesSince(asOf, before);
            QCOMPARE(changes.size(), std::size_t(1));
            QCOMPARE(changes[0].first, first);
            QVERIFY(!changes[0].last);
            QCOMPARE(ruleChangeText(changes[0], before), "leads fires since " + dayMonthYear(first) + ".");
            QVERIFY(ruleChangesSince(asOf, first).empty()); // it fired already when one looked
        }
    }

    void anEndedOneIsToldToThoseWhoSawItFire() {
        const auto market = marketOf(ruleMarket());
        const RuleReading rule = readOne(market, ruleNamedOf("leads", "ret(RUT, 5) - ret(SPX, 5) > 1pp"));
        const Episode& last = rule.history.episodes.back();
        QVERIFY(last.isOver);
        const PlaybookReading whole{rule.dateOf(rule.history.states.size() - 1), {rule}};
        const Date seen = rule.dateOf(last.first);
        const auto changes = ruleChangesSince(whole, seen);
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(*changes[0].last, rule.dateOf(last.last));
        QCOMPARE(ruleChangeText(changes[0], seen),
                 "leads stopped firing after " + dayMonthYear(rule.dateOf(last.last)) + ".");
        QVERIFY(ruleChangesSince(whole, rule.dateOf(last.last + 1)).empty());
    }

    void severalEpisodesAreCounted() {
        const auto market = marketOf(ruleMarket());
        const RuleReading rule = readOne(market, ruleNamedOf("leads", "ret(RUT, 5) - ret(SPX, 5) > 1pp"));
        const auto& episodes = rule.history.episodes;
        const Date before = rule.dateOf(episodes[episodes.size() - 3].first - 1);
        const auto changes = ruleChangesSince({whenever(), {rule}}, before);
        QCOMPARE(changes[0].episodes, std::size_t(3));
        QVERIFY(ruleChangeText(changes[0], before).find("fired 3 times") != std::string::npos);
    }

    void firingRulesComeFirst() {
        const auto market = marketOf(ruleMarket());
        const RuleReading leads = readOne(market, ruleNamedOf("leads", "ret(RUT, 5) - ret(SPX, 5) > 1pp"));
        const RuleReading ever =
            readOne(market, ruleNamedOf("ever", "RUT > 0 and since(1990-06-01) > 10 sessions"));
        if (ever.error)
            QFAIL(ever.error->message.c_str());
        const auto changes = ruleChangesSince({whenever(), {leads, ever}}, *makeDate(1990, 1, 15));
        QCOMPARE(changes.size(), std::size_t(2));
        QCOMPARE(changes[0].name, std::string("ever"));
    }

    void firingDatesAreTheEpisodes() {
        const auto market = marketOf(ruleMarket());
        const RuleReading rule = readOne(market, ruleNamedOf("leads", "ret(RUT, 5) - ret(SPX, 5) > 1pp"));
        const auto first = firingDates(rule, Firing::First);
        const auto every = firingDates(rule, Firing::Every);
        QCOMPARE(first.size(), rule.history.episodes.size());
        std::size_t sessions = 0;
        for (const Episode& episode : rule.history.episodes)
            sessions += episode.sessions();
        QCOMPARE(every.size(), sessions);
        QVERIFY(std::is_sorted(every.begin(), every.end()));
        QVERIFY(firingDates(RuleReading{}, Firing::Every).empty());
    }

private:
    static Date whenever() { return *makeDate(1999, 1, 1); }
};

ROTASCOPE_SUITE(RuleChangesTest)
#include "test_rule_changes.moc"
