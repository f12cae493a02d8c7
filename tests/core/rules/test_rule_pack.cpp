// Packs of rules as JSON: there and back, and refused with a sentence.
#include "core/rules/pack/rule_pack.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;

namespace {

Playbook invented() {
    Playbook playbook;
    playbook.name = "Ours";
    playbook.rules = {{"Lead", "ret(RUT, 5) > 3%", "ret(RUT, 5) < 1%", 3, "5 sessions", "“Small \"leads\"”",
                       makeDate(2025, 11, 28)},
                      {"Cut", "\"Fed cut\"", "", 0, "", "", std::nullopt}};
    noteFlag(playbook, "Fed cut", {*makeDate(2025, 12, 10), true});
    noteFlag(playbook, "Fed cut", {*makeDate(2025, 9, 1), false});
    playbook.theses = {{"Rotation",
                        makeDate(2025, 11, 28),
                        {{"Cut", ThesisItemKind::Trigger, "\"Fed cut\"", makeDate(2026, 3, 31), "FOMC"},
                         {"Stall", ThesisItemKind::Invalidation, "ret(RUT, 5) < -5%", std::nullopt, ""}}}};
    return playbook;
}

std::string pack(const std::string& rules, const std::string& version = "1") {
    return R"({"rotascope": "pack", "version": )" + version + R"(, "rules": )" + rules + "}";
}

} // namespace

class RulePackTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas() {
        const auto back = readPack(packText(invented()));
        QVERIFY(back.has_value());
        QVERIFY(*back == invented());
        QCOMPARE(isoText(back->flags.front().entries.front().date), std::string("2025-09-01"));
    }

    void theBuiltInPlaybookIsSound() {
        const Playbook& playbook = builtInPlaybook();
        QVERIFY(playbook.rules.size() >= 20);
        for (const Rule& rule : playbook.rules) {
            const auto checked = checkRuleIsSound(rule, Vocabulary{});
            QVERIFY2(checked, checked ? "" : (rule.name + ": " + checked.error().message).c_str());
            QVERIFY2(!rule.source.empty() && !rule.horizon.empty() && rule.born, rule.name.c_str());
        }
        QVERIFY(*readPack(packText(playbook)) == playbook);
    }

    void isRefusedWithASentence_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* code, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << code << says;
        };
        row("nothing", "", "bad_pack", "no JSON object");
        row("no JSON", "{\"rotascope\": ", "bad_pack", "no JSON object");
        row("a list", "[]", "bad_pack", "no JSON object");
        row("another JSON", "{\"a\": 1}", "bad_pack", "pack");
        row("no version", R"({"rotascope": "pack"})", "bad_pack", "version");
        row("a newer version", pack("[]", "2"), "newer_pack", "version 2");
        row("a far newer version", pack("[]", "9223372036854775807"), "newer_pack", "Update");
        row("version zero", pack("[]", "0"), "bad_pack", "below 1");
        row("rules are no list", pack("{}"), "bad_pack", "no list");
        row("a rule is a number", pack("[1]"), "bad_pack", "rule 1 is no object");
        row("a rule without a name", pack(R"([{"expression": "ret(RUT,5) > 3%"}])"), "bad_pack", "no name");
        row("a name that is a number", pack(R"([{"name": 1}])"), "bad_pack", "no text");
        row("a rule without text", pack(R"([{"name": "A"}])"), "bad_pack", "empty");
        row("a wrong text", pack(R"([{"name": "A", "expression": "ret(RUT,5) >"}])"), "bad_pack",
            "Character 13");
        row("two of one name",
            pack(R"([{"name":"A","expression":"RUT>1"},{"name":"a ","expression":"RUT>2"}])"), "bad_pack",
            "two rules are called");
        row("a cool-down below zero", pack(R"([{"name":"A","expression":"RUT>1","cool_down":-1}])"),
            "bad_pack", "cool-down");
        row("a birth that is no date", pack(R"([{"name":"A","expression":"RUT>1","born":"soon"}])"),
            "bad_pack", "YYYY-MM-DD");
        row("a flag without a date",
            R"({"rotascope":"pack","version":1,"flags":[{"name":"A","dates":[{"value":true}]}]})", "bad_pack",
            "date");
        row("a thesis without items", R"({"rotascope":"pack","version":1,"theses":[{"name":"A"}]})",
            "bad_pack", "no items");
        row("an item of no kind",
            R"({"rotascope":"pack","version":1,"theses":[{"name":"A","items":[{"name":"B","condition":"RUT>1"}]}]})",
            "bad_pack", "neither trigger nor invalidation");
        row("two flags of one name",
            R"({"rotascope":"pack","version":1,"flags":[{"name":"A"},{"name":"A"}]})", "bad_pack",
            "two flags");
    }
    void isRefusedWithASentence() {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, says);
        const auto read = readPack(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(read.error().code), code);
        QVERIFY2(read.error().message.find(says.toStdString()) != std::string::npos,
                 read.error().message.c_str());
    }

    void namesThatCollideAreRefused() {
        Playbook own = invented();
        QVERIFY(withPack(own, invented())->rules.size() == 2); // alike stays once
        Playbook other;
        other.rules = {{"LEAD", "ret(RUT, 5) > 4%", "", 0, "", "", std::nullopt}};
        const auto merged = withPack(own, other);
        QVERIFY(!merged);
        QCOMPARE(merged.error().code, std::string("name_collision"));
        other.rules.front().name = "Other";
        QCOMPARE(withPack(own, other)->rules.size(), std::size_t{3});
        other.theses = {{"rotation", std::nullopt, {}}};
        QCOMPARE(withPack(own, other).error().code, std::string("name_collision"));
        other.theses.clear();
        noteFlag(other, "FED CUT", {*makeDate(2026, 1, 1), true});
        QCOMPARE(withPack(own, other)->flags.front().entries.size(), std::size_t{3});
        noteFlag(other, "FED CUT", {*makeDate(2025, 12, 10), false});
        QCOMPARE(withPack(own, other).error().code, std::string("name_collision"));
    }

    void rulesAreCheckedBeforeTheyAreKept() {
        Rule rule{"A", "ret(RUT, 5) > 3%", "", 0, "", "", std::nullopt};
        QVERIFY(checkRuleIsSound(rule, {}));
        rule.coolDown = -1;
        QCOMPARE(checkRuleIsSound(rule, {}).error().code, std::string("bad_cool_down"));
        rule.coolDown = 0;
        rule.clearWhen = "ret(RUT, 5) > 3";
        QCOMPARE(checkRuleIsSound(rule, {}).error().code, std::string("bad_rule"));
        rule.name = " ";
        QCOMPARE(checkRuleIsSound(rule, {}).error().code, std::string("bad_rule_name"));
    }
};

ROTASCOPE_SUITE(RulePackTest)
#include "test_rule_pack.moc"
