// What is new from one look to the next.
#include "tests/core/look/look_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <set>

using namespace rotascope;
using namespace rotascope::test;

namespace {

ImportRecord importOf(std::int64_t id, std::uint64_t stored, std::uint64_t replaced) {
    ImportRecord record;
    record.id = id;
    record.symbols = {"RUT"};
    record.counts.stored = stored;
    record.counts.replaced = replaced;
    return record;
}

DeskNews newsOf(DeskLook look) {
    return {std::move(look), {}, {}, 0, {}, {}};
}

} // namespace

class ChangesTest : public QObject {
    Q_OBJECT

private slots:
    void theSameLookTwiceIsNothingNew() { QVERIFY(changesSince(wholeLook(), newsOf(wholeLook())).empty()); }

    void everyKindHasANameAndWordsForMore() {
        std::set<std::string_view> ids;
        for (const ChangeKind& kind : changeKinds()) {
            QVERIFY(ids.insert(kind.id).second);
            QVERIFY(!kind.more.empty());
        }
    }

    void aPartThatWasNotLookedAtIsNotCompared() {
        DeskLook before;
        before.at = wholeLook().at;
        before.importId = 4;
        before.pair = wholeLook().pair;
        QVERIFY(changesSince(before, newsOf(wholeLook())).empty());
        DeskNews now = newsOf(before);
        QVERIFY(changesSince(wholeLook(), now).empty());
    }

    void theMoveOfThePair() {
        DeskNews now = newsOf(wholeLook());
        now.look.pair = {"RUT", "SPX", on(11, 28), 0.0373, 2.51, 0.986};
        now.sessionsSince = 4;
        now.spreadBefore = 0.014;
        QCOMPARE(
            sentencesOf(wholeLook(), now, "pair"),
            QStringList({"The spread moved from +1.2 pp to +3.7 pp, z from +0.66 to +2.51, percentile from "
                         "71.0 to 98.6.",
                         "4 new sessions, to 28 Nov 2025.",
                         "Restated: the spread of 21 Nov 2025 was +1.2 pp and is now +1.4 pp."}));
        now.look.pair.small = "IWM";
        QVERIFY(sentencesOf(wholeLook(), now, "pair").isEmpty());
    }

    void whatRulesDid() {
        DeskNews now = newsOf(wholeLook());
        auto& rules = *now.look.rules;
        rules[0] = {"Small leads", "ret(RUT, 5) > 3%", 3, on(11, 26), std::nullopt};
        rules[1].expression = "ret(SPX, 1) < -4%";
        rules.push_back({"Third", "z(RUT) > 1σ", 0, std::nullopt, std::nullopt});
        QCOMPARE(sentencesOf(wholeLook(), now, "rules"),
                 QStringList(
                     {"Small leads fires since 26 Nov 2025.", "Hedge was rewritten.", "New rule: Third."}));
        rules = {rules[0]};
        rules[0].last = on(11, 26);
        QCOMPARE(sentencesOf(wholeLook(), now, "rules"),
                 QStringList({"Small leads fired on 26 Nov 2025.", "The rule Hedge was removed."}));
    }

    void aRestatedHistoryIsNoNewEpisode() {
        DeskNews now = newsOf(wholeLook());
        (*now.look.rules)[0].episodes = 1;
        (*now.look.rules)[0].first = on(5, 2);
        (*now.look.rules)[0].last = on(5, 5);
        QCOMPARE(sentencesOf(wholeLook(), now, "rules"),
                 QStringList({"The history of Small leads is another: values were restated."}));
        DeskLook firing = wholeLook();
        (*firing.rules)[1].last.reset();
        now.look = wholeLook();
        (*now.look.rules)[1].last = on(11, 24);
        QCOMPARE(sentencesOf(firing, now, "rules"), QStringList({"Hedge stopped firing after 24 Nov 2025."}));
    }

    void crossesOfAverages() {
        DeskNews now = newsOf(wholeLook());
        auto& tna = (*now.look.trend)[0];
        tna.sides[0] = {true, on(11, 25)}; // below and back
        tna.sides[1] = {false, on(11, 24)};
        tna.sides[kGoldenSide] = {false, on(11, 26)};
        (*now.look.trend)[1].sides[0] = {true, on(11, 26)};
        (*now.look.trend)[1].sides[1] = {true, on(11, 26)}; // had no average before
        QCOMPARE(sentencesOf(wholeLook(), now, "crosses"),
                 QStringList({"TNA: SMA50 fell below SMA200 on 26 Nov 2025.",
                              "TNA closed below its SMA50 on 24 Nov 2025.",
                              "TNA closed above its EMA20 again on 25 Nov 2025.",
                              "IWM closed above its EMA20 on 26 Nov 2025."}));
    }

    void ranksOfFlows() {
        DeskNews now = newsOf(wholeLook());
        (*now.look.flows)[0] = {"IWM", on(11, 28), 2.78e9, 1, 48};
        (*now.look.flows)[1] = {"VB", on(11, 21), 1.1e8, 19, 47}; // the same week, restated
        now.look.flows->push_back({"IJR", on(11, 28), 1e8, 3, 48});
        QCOMPARE(sentencesOf(wholeLook(), now, "flows"),
                 QStringList(
                     {"IWM: +$2.78 bn in the week to 28 Nov 2025, 1st of 48 this year by inflow; the week to "
                      "21 Nov was 40th of 47.",
                      "VB: the week to 21 Nov 2025 is the 19th of 47 this year by inflow now, 20th of 47 "
                      "before."}));
    }

    void restatedValues() {
        DeskNews now = newsOf(wholeLook());
        now.restated = {{"SPX", Cadence::Daily, Field::Close, 1, 0, on(11, 20), 6000.5, 6010},
                        {"RUT", Cadence::Daily, Field::Close, 3, 2, on(11, 19), 2400, 2424},
                        {"DGS10", Cadence::Daily, Field::Value, 0, 1, {}, 0, 0}};
        QCOMPARE(
            sentencesOf(wholeLook(), now, "restated"),
            QStringList({"RUT close: 3 values restated, the largest that of 19 Nov 2025 from 2400 to 2424, 2 "
                         "values taken away.",
                         "SPX close: 1 value restated, that of 20 Nov 2025 from 6000.5 to 6010.",
                         "DGS10 value: 1 value taken away."}));
    }

    void findingsClaimsAndCatalysts() {
        DeskNews now = newsOf(wholeLook());
        (*now.look.findings)[0].open = 5;
        (*now.look.findings)[0].last = on(11, 25);
        now.look.findings->insert(now.look.findings->begin(), {"VIX", "stale_values", false, 1, on(11, 26)});
        (*now.look.claims)[0].verdict = "contradicted";
        now.passed = {
            {CatalystCategory::FomcMinutes, "FOMC minutes", {on(11, 26), on(11, 26)}, "fomc_minutes", ""},
            {CatalystCategory::EarningsSeason, "Earnings season", {on(10, 10), on(11, 21)}, "", ""}};
        QCOMPARE(sentencesOf(wholeLook(), now, "findings"),
                 QStringList({"IWM: 3 new warnings (gap), the latest of 25 Nov 2025.",
                              "VIX: 1 new note (stale values), the latest of 26 Nov 2025."}));
        QCOMPARE(
            sentencesOf(wholeLook(), now, "claims"),
            QStringList(
                {"The claim \"RUT +8.47% 5 sessions 2025-11-28\" was unknown and is contradicted now."}));
        QCOMPARE(
            sentencesOf(wholeLook(), now, "catalysts"),
            QStringList({"Passed: FOMC minutes, 26 Nov 2025.", "Passed: Earnings season, to 21 Nov 2025."}));
        (*now.look.findings)[1].open = 1; // fewer are no news
        QCOMPARE(sentencesOf(wholeLook(), now, "findings").size(), 1);
    }

    void seriesAndImports() {
        DeskNews now = newsOf(wholeLook());
        now.look.series = {{{"RUT", on(11, 28)}, {"S5TH", on(11, 28)}, {"SPX", on(11, 28)}}};
        now.imports = {importOf(1, 600, 0), importOf(5, 5, 0), importOf(6, 1, 2), importOf(7, 99, 0)};
        now.imports[3].undone = true;
        now.imports[0].undone = true;
        now.imports[0].undoneAt = "2025-11-22T08:00:00Z";
        QCOMPARE(sentencesOf(wholeLook(), now, "series"),
                 QStringList({"No longer in the desk: DGS10.", "New in the desk: S5TH.",
                              "Newer values of RUT and SPX, to 28 Nov 2025."}));
        QCOMPARE(sentencesOf(wholeLook(), now, "imports"),
                 QStringList({"2 imports for RUT: 6 rows stored, 2 restated.", "1 import taken back."}));
    }

    void longListsAreCutShort() {
        std::vector<Change> changes;
        for (int i = 0; i < 7; ++i)
            changes.push_back({"crosses", std::string("x").append(std::to_string(i))});
        changes.push_back({"imports", "y"});
        QCOMPARE(shortened(changes, 2),
                 (std::vector<std::string>{"x0", "x1", "And 5 more crosses of averages.", "y"}));
        QCOMPARE(shortened(changes, 7).size(), std::size_t(8));
    }
};

ROTASCOPE_SUITE(ChangesTest)
#include "test_changes.moc"
