#include "core/rules/pack/rule_pack.h"
#include "tests/support/suites.h"
#include "tests/ui/pages/universe_fixture.h"
#include "ui/convert/convert.h"
#include "ui/pages/playbook/rule_dialog.h"
#include "ui/session/rule_session.h"

#include <QApplication>
#include <QDate>
#include <QInputDialog>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::unique_ptr<WindowFixture> playbookWindow() {
    auto fixture = universeWindow();
    fixture->show(QStringLiteral("playbook"), {1600, 1000}, QStringLiteral("light"));
    fixture->settle();
    return fixture;
}

QLineEdit* editorOf(const WindowFixture& fixture) {
    for (QLineEdit* field : fixture.window->findChildren<QLineEdit*>())
        if (field->isVisible() && field->accessibleName() == QLatin1String("The rule's text"))
            return field;
    return nullptr;
}

QToolButton* buttonOf(const WindowFixture& fixture, const char* words) {
    for (QToolButton* button : fixture.window->findChildren<QToolButton*>())
        if (button->isVisible() && button->text() == QString::fromUtf8(words))
            return button;
    return nullptr;
}

/// As if typed, with the pause after it.
void type(WindowFixture& fixture, const char* text) {
    QLineEdit* editor = editorOf(fixture);
    editor->setFocus();
    editor->selectAll();
    QTest::keyClicks(editor, QString::fromUtf8(text));
    QTest::qWait(60);
    fixture.settle();
}

} // namespace

class PlaybookPageTest : public QObject {
    Q_OBJECT

private slots:
    void everyRuleOfThePlaybookHasARow() {
        const auto fixture = playbookWindow();
        const DataTable* list = fixture->table("Rules");
        QVERIFY(list);
        QCOMPARE(list->snapshot().rows.size(), builtInPlaybook().rules.size());
        const auto view = RuleSession::of(fixture->window->session()).view();
        for (std::size_t i = 0; i < view->reading->rules.size(); ++i)
            QCOMPARE(list->snapshot().rows[i][4].text.toInt(),
                     static_cast<int>(view->reading->rules[i].history.episodes.size()));
    }

    void aTypedRuleIsEvaluatedAsItStands() {
        const auto fixture = playbookWindow();
        type(*fixture, "ret(RUT, 5) > 2%");
        QVERIFY(says(*fixture, QStringLiteral("Now")));
        const DataTable* ledger = fixture->table("Ledger");
        QVERIFY(ledger && ledger->snapshot().rows.size() > 10);
        QVERIFY(buttonOf(*fixture, "Save")->isEnabled());
    }

    void aWrongRuleSaysWhereAndKeepsNothing() {
        const auto fixture = playbookWindow();
        type(*fixture, "ret(RUT, 5) > 25");
        QVERIFY(says(*fixture, QStringLiteral("25%")) || says(*fixture, QStringLiteral("25 %")));
        QVERIFY(!buttonOf(*fixture, "Save")->isEnabled());
        QTest::keyClick(editorOf(*fixture), Qt::Key_Return);
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Playbook], std::string());
    }

    void aSavedRuleIsWrittenTodayAndUndoBringsTheOldOneBack() {
        const auto fixture = playbookWindow();
        type(*fixture, "ret(RUT, 5) - ret(SPX, 5) > 4pp");
        buttonOf(*fixture, "Save")->click();
        fixture->settle();
        const auto kept = readPack(fixture->desk->texts[DeskText::Playbook]);
        QVERIFY(kept);
        const auto changed = std::find_if(kept->rules.begin(), kept->rules.end(), [](const Rule& rule) {
            return rule.expression == "ret(RUT, 5) - ret(SPX, 5) > 4pp";
        });
        QVERIFY(changed != kept->rules.end());
        QCOMPARE(qdate(*changed->born), QDate::currentDate());
        buttonOf(*fixture, "Undo")->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Playbook], std::string()); // the built-in one again
    }

    void detailsAreChangedAndAChangedConditionIsWrittenToday() {
        const auto fixture = playbookWindow();
        const std::string expression = utf8(editorOf(*fixture)->text());
        QTimer::singleShot(0, qApp, [] {
            auto* dialog = qobject_cast<RuleDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            const auto fields = dialog->findChildren<QLineEdit*>();
            fields[0]->setText(QStringLiteral("Renamed"));
            fields[1]->setText(QStringLiteral("ret(RUT, 5) > 25"));
            dialog->accept(); // no unit: refused, it stays open
            QVERIFY(dialog->isVisible());
            fields[1]->setText(QStringLiteral("ret(RUT, 5) < 0%"));
            dialog->accept();
        });
        buttonOf(*fixture, "Details…")->click();
        fixture->settle();
        const auto kept = readPack(fixture->desk->texts[DeskText::Playbook]);
        QVERIFY(kept);
        const Rule* rule = ruleNamed(*kept, "Renamed");
        QVERIFY(rule);
        QCOMPARE(rule->expression, expression);
        QCOMPARE(kept->rules.size(), builtInPlaybook().rules.size());
        QCOMPARE(rule->clearWhen, std::string("ret(RUT, 5) < 0%"));
        QCOMPARE(qdate(*rule->born), QDate::currentDate());
        buttonOf(*fixture, "Undo")->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Playbook], std::string());
    }

    void aNewRuleIsTheOneInTheEditor() {
        const auto fixture = playbookWindow();
        type(*fixture, "ret(RUT, 5) - ret(SPX, 5) < -1pp");
        QTimer::singleShot(0, qApp, [] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->setTextValue(QStringLiteral("My stop"));
            dialog->accept();
        });
        buttonOf(*fixture, "New rule…")->click();
        fixture->settle();
        const DataTable* list = fixture->table("Rules");
        const auto row = static_cast<std::size_t>(list->currentSourceRow());
        QCOMPARE(list->snapshot().rows[row][0].text, QStringLiteral("My stop"));
        QVERIFY(!buttonOf(*fixture, "Save")->isEnabled()); // kept as it stands
    }

    void aRemovedRuleIsGoneUntilUndo() {
        const auto fixture = playbookWindow();
        const std::size_t before = fixture->table("Rules")->snapshot().rows.size();
        buttonOf(*fixture, "Remove")->click();
        fixture->settle();
        QCOMPARE(fixture->table("Rules")->snapshot().rows.size(), before - 1);
        buttonOf(*fixture, "Undo")->click();
        fixture->settle();
        QCOMPARE(fixture->table("Rules")->snapshot().rows.size(), before);
    }

    void theLedgerEndsWithTheAsOf() {
        const auto fixture = playbookWindow();
        const Date asOf = *makeDate(1994, 6, 15);
        fixture->window->session().setAsOf(asOf);
        fixture->settle();
        for (const auto& cells : fixture->table("Ledger")->snapshot().rows)
            QVERIFY(cells[0].sortValue.toInt() <= dayNumber(asOf));
    }

    void theOverviewsCardOpensTheRule() {
        const auto fixture = universeWindow();
        fixture->show(QStringLiteral("overview"), {1600, 1000}, QStringLiteral("light"));
        fixture->settle();
        DataTable* card = fixture->table("Rules");
        QVERIFY(card);
        QString name = card->snapshot().rows[0][0].text;
        name.remove(QStringLiteral("● "));
        emit card->rowActivated(0);
        fixture->settle();
        const Rule* rule = ruleNamed(builtInPlaybook(), utf8(name));
        QVERIFY(rule);
        QCOMPARE(editorOf(*fixture)->text(), qtext(rule->expression));
    }

    void aThesisIsAChecklist() {
        const auto fixture = playbookWindow();
        fixture->window->openPage(QStringLiteral("playbook"), {{}, {}, QStringLiteral("theses")});
        fixture->settle();
        const DataTable* list = fixture->table("Checklist");
        QVERIFY(list);
        QCOMPARE(list->snapshot().rows.size(), builtInPlaybook().theses[0].items.size());
    }

    /// A symbol that neither the pair nor a rule names.
    void aThesisReadsWhatNoRuleNames() {
        const auto fixture = universeWindow();
        fixture->desk->texts[DeskText::Playbook] = R"({"rotascope":"pack","version":1,"name":"test","rules":[
            {"name":"up","expression":"ret(RUT, 1) > 0"}],"flags":[],"theses":[{"name":"Calm","items":[
            {"name":"priced","kind":"trigger","condition":"XLF > 0"}]}]})";
        fixture->open();
        RuleSession::of(fixture->window->session()).want();
        fixture->settle();
        const auto view = RuleSession::of(fixture->window->session()).view();
        QVERIFY(view && view->error.empty());
        QCOMPARE(view->theses.size(), std::size_t{1});
        QVERIFY2(view->theses[0].items[0].met == Met::Yes, view->theses[0].items[0].reason.c_str());
    }
};

ROTASCOPE_SUITE(PlaybookPageTest)
#include "test_playbook_page.moc"
