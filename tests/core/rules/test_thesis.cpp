// A thesis' checklist: met for good, expired, unknown with the reason.
#include "core/rules/thesis_reading.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Date january(unsigned day) {
    return *makeDate(2024, 1, day);
}

/// RUT on ten weekdays from Monday, 1 January 2024; SPX does not move.
std::shared_ptr<const Market> tenDays() {
    const auto dates = weekdays(january(1), 10);
    return marketOf({instrumentOf("SPX", dates, std::vector<double>(10, 100)),
                     instrumentOf("RUT", dates, {106, 101, 102, 104, 106, 104, 101, 100, 99, 98})});
}

Thesis thesisOf(std::vector<ThesisItem> items) {
    return {"Rotation", january(2), std::move(items)};
}

ThesisReading read(const Thesis& thesis, Date asOf, const std::vector<Flag>& flags = {}) {
    const MarketView view = MarketView::asOf(tenDays(), asOf);
    return thesisReading(thesis, *PlaybookReader(view, flags, {}).read(conditionsOf(thesis)));
}

const ThesisItem kHigh{"High", ThesisItemKind::Trigger, "RUT > 105", std::nullopt, ""};
const ThesisItem kLow{"Low", ThesisItemKind::Invalidation, "RUT < 99", std::nullopt, ""};

} // namespace

class ThesisTest : public QObject {
    Q_OBJECT

private slots:
    void whatWasMetOnceIsMetForGood() {
        const Thesis thesis = thesisOf({kHigh, kLow});
        const ThesisReading before = read(thesis, january(4));
        QCOMPARE(nameOf(before.items[0].met), nameOf(Met::No)); // 106 on the 1st lies before the start
        QCOMPARE(nameOf(before.state), nameOf(ThesisState::Open));
        const ThesisReading after = read(thesis, january(8));
        QCOMPARE(isoText(*after.items[0].firstMet), std::string("2024-01-05"));
        QCOMPARE(nameOf(after.state), nameOf(ThesisState::Confirmed));
        QCOMPARE(after.sentence(), std::string("1 of 1 trigger met, 0 of 1 invalidation; confirmed."));
        QCOMPARE(nameOf(read(thesis, january(12)).state), nameOf(ThesisState::Invalidated));
    }

    void aTriggerExpires() {
        ThesisItem early = kHigh;
        early.expiry = january(4);
        const ThesisReading reading = read(thesisOf({early}), january(8));
        QVERIFY(reading.items[0].isExpired && !reading.items[0].firstMet);
        QCOMPARE(nameOf(reading.state), nameOf(ThesisState::Expired));
        QVERIFY(reading.items[0].reason.find("4 Jan 2024") != std::string::npos);
        early.expiry = january(5);
        QCOMPARE(nameOf(read(thesisOf({early}), january(8)).state), nameOf(ThesisState::Confirmed));
    }

    void flagsAndMissingSeriesAreUnknownWithAReason() {
        const ThesisItem cut{"Cut", ThesisItemKind::Trigger, "\"Fed cut\"", std::nullopt, ""};
        const ThesisItem spread{"Spread", ThesisItemKind::Trigger, "chg(HYOAS, 21) < -25bp", std::nullopt,
                                ""};
        const ThesisItem wrong{"Wrong", ThesisItemKind::Trigger, "chg(HYOAS) < -25bp", std::nullopt, ""};
        Playbook flags;
        flags.flags.push_back({"Fed cut", {}});
        const Thesis thesis = thesisOf({cut, spread, wrong});
        const ThesisReading unknown = read(thesis, january(8), flags.flags);
        for (const ThesisItemReading& row : unknown.items) {
            QCOMPARE(nameOf(row.met), nameOf(Met::Unknown));
            QVERIFY(!row.reason.empty());
        }
        QVERIFY(unknown.items[0].reason.find("The flag \"Fed cut\" has no date yet.") != std::string::npos);
        QVERIFY(unknown.items[1].reason.find("HYOAS") != std::string::npos);
        ThesisItem late = cut;
        late.expiry = january(4);
        const ThesisReading past = read(thesisOf({late}), january(8), flags.flags);
        QVERIFY(!past.items[0].isExpired); // nobody noted whether it came
        QCOMPARE(nameOf(past.state), nameOf(ThesisState::Open));
        noteFlag(flags, "fed cut", {january(3), true});
        QCOMPARE(isoText(*read(thesis, january(8), flags.flags).items[0].firstMet),
                 std::string("2024-01-03"));
    }

    void readBesideOthersItSaysTheSame() {
        const Thesis thesis =
            thesisOf({kHigh, kLow, {"Up", ThesisItemKind::Trigger, "ret(RUT,1) > 0", {}, ""}});
        const std::vector<Rule> rules{ruleNamedOf("a", "ret(RUT,1) > 0"), ruleNamedOf("b", "RUT > 105")};
        for (const unsigned day : {3U, 8U, 12U}) {
            const MarketView view = MarketView::asOf(tenDays(), january(day));
            PlaybookReader reader(view, {}, {});
            const auto first = reader.read(rules);
            const ThesisReading beside = thesisReading(thesis, *reader.read(conditionsOf(thesis)));
            const ThesisReading alone = read(thesis, january(day));
            QCOMPARE(beside.sentence(), alone.sentence());
            for (std::size_t i = 0; i < alone.items.size(); ++i) {
                QCOMPARE(beside.items[i].reason, alone.items[i].reason);
                QVERIFY(beside.items[i].firstMet == alone.items[i].firstMet);
            }
            QVERIFY(first->rules[0].columns.truth == reader.read(rules)->rules[0].columns.truth);
        }
    }

    void whatConditionsNameIsNeededToo() {
        Playbook playbook;
        playbook.rules = {ruleNamedOf("a", "ret(RUT,1) > 0")};
        playbook.theses = {thesisOf({{"Calm", ThesisItemKind::Trigger, "VIX < 20", {}, ""}})};
        const Vocabulary names{{describeSymbol("RUT"), describeSymbol("SPX"), describeSymbol("VIX")}, {}};
        const std::vector<Symbol> needed = symbolsNeeded(withConditions(playbook), names, {});
        QVERIFY(needed == (std::vector<Symbol>{"RUT", "SPX", "VIX"}));
    }
};

ROTASCOPE_SUITE(ThesisTest)
#include "test_thesis.moc"
