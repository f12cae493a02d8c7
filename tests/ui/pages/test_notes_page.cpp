// Notes with their claims, the calendar and flags, in the window.
#include "core/analysis/catalysts/catalysts.h"
#include "core/notes/note_book.h"
#include "core/rules/pack/rule_pack.h"
#include "core/workflow/load_catalysts.h"
#include "tests/support/suites.h"
#include "tests/ui/pages/universe_fixture.h"
#include "ui/convert/convert.h"
#include "ui/pages/playbook/flags_dialog.h"
#include "ui/pages/playbook/note_dialog.h"
#include "ui/session/note_session.h"
#include "ui/session/rule_session.h"
#include "ui/widgets/band_calendar.h"
#include "ui/widgets/prose_label.h"

#include <QComboBox>
#include <QDate>
#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Note noteOf(int id, Date date, std::string text, std::vector<std::string> claims,
            std::optional<double> mood = {}) {
    Note note;
    note.id = id;
    note.date = date;
    note.text = std::move(text);
    note.claims = std::move(claims);
    note.sentiment = mood;
    return note;
}

std::unique_ptr<WindowFixture> windowWith(const std::vector<Note>& notes, const char* section) {
    auto fixture = universeWindow();
    fixture->desk->texts[DeskText::Notes] = noteBookText(notes);
    fixture->window->session().reload();
    fixture->settle();
    fixture->show(QStringLiteral("playbook"), {1600, 1000}, QStringLiteral("light"));
    fixture->window->openPage(QStringLiteral("playbook"), {{}, {}, QString::fromLatin1(section)});
    fixture->settle();
    return fixture;
}

QToolButton* buttonOf(const WindowFixture& fixture, const char* words) {
    for (QToolButton* button : fixture.window->findChildren<QToolButton*>())
        if (button->isVisible() && button->text() == QString::fromUtf8(words))
            return button;
    return nullptr;
}

/// Runs `answer` on the dialog of that kind as soon as it stands there.
template <class Dialog>
void answerWith(const std::function<void(Dialog&)>& answer) {
    QTimer::singleShot(0, qApp, [answer] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        answer(*dialog);
    });
}

std::vector<Note> keptIn(const WindowFixture& fixture) {
    return *readNoteBook(fixture.desk->texts[DeskText::Notes]);
}

} // namespace

class NotesPageTest : public QObject {
    Q_OBJECT

private slots:
    void claimsAreAuditedAndContradictionsStandSideBySide() {
        const Date day = *makeDate(1995, 3, 15);
        const auto fixture =
            windowWith({noteOf(1, day, "Small caps lead.", {"RUT +90% 5 sessions 1995-03-15"}, 0.6),
                        noteOf(2, day, "Small caps lag.", {"RUT -90% 5 sessions 1995-03-15"}, -0.7)},
                       "notes");
        const DataTable* audits = fixture->table("Claims against the data");
        QVERIFY(audits);
        const auto view = NoteSession::of(fixture->window->session()).view();
        QCOMPARE(audits->snapshot().rows.size(), view->reading.notes[0].audits[0].readings.size());
        QCOMPARE(audits->snapshot().rows[0][3].text, QStringLiteral("✗ contradicted"));
        const DataTable* pairs = fixture->table("Contradictions");
        QVERIFY(pairs);
        QCOMPARE(pairs->snapshot().rows.size(), view->reading.contradictions.size());
        QCOMPARE(view->reading.contradictions.size(), std::size_t(2));
    }

    void aNoteOfLaterIsNotSeen() {
        const auto fixture = windowWith(
            {noteOf(1, *makeDate(1995, 3, 15), "Early.", {}), noteOf(2, *makeDate(1995, 6, 15), "Late.", {})},
            "notes");
        QCOMPARE(fixture->table("Notes")->snapshot().rows.size(), std::size_t(2));
        fixture->window->session().setAsOf(*makeDate(1995, 4, 3));
        fixture->settle();
        QCOMPARE(fixture->table("Notes")->snapshot().rows.size(), std::size_t(1));
        QVERIFY(headlineOf(*fixture).contains(QStringLiteral("1 written after the as-of date")));
    }

    void aNoteIsWrittenChangedRemovedAndBroughtBack() {
        const auto fixture = windowWith({}, "notes");
        answerWith<NoteDialog>([](NoteDialog& dialog) {
            auto* claims = dialog.findChildren<QPlainTextEdit*>().last();
            dialog.findChildren<QPlainTextEdit*>().first()->setPlainText(
                QStringLiteral("Fade if RUT gains > 7 % in two weeks."));
            claims->setPlainText(QStringLiteral("RUT much"));
            dialog.accept(); // refused, with the reason; it stays open
            QVERIFY(dialog.isVisible());
            claims->setPlainText(QStringLiteral("RUT +1% 5 sessions 1995-03-15"));
            dialog.accept();
        });
        buttonOf(*fixture, "New note…")->click();
        fixture->settle();
        QCOMPARE(keptIn(*fixture).size(), std::size_t(1));
        QCOMPARE(keptIn(*fixture)[0].claims.size(), std::size_t(1));
        QVERIFY(fixture->table("Rules that the words propose"));
        answerWith<NoteDialog>([](NoteDialog& dialog) {
            dialog.findChild<QLineEdit*>()->setText(QStringLiteral("Fade"));
            dialog.accept();
        });
        buttonOf(*fixture, "Change…")->click();
        fixture->settle();
        QCOMPARE(keptIn(*fixture)[0].title, std::string("Fade"));
        buttonOf(*fixture, "Remove")->click();
        fixture->settle();
        QVERIFY(keptIn(*fixture).empty());
        buttonOf(*fixture, "Undo")->click();
        fixture->settle();
        QCOMPARE(keptIn(*fixture)[0].title, std::string("Fade"));
    }

    void aProposedRuleIsAddedOnceItIsNamed() {
        const auto fixture = windowWith(
            {noteOf(1, *makeDate(1995, 3, 15), "Fade if RUT gains > 7 % in two weeks.", {})}, "notes");
        answerWith<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(QStringLiteral("From the note"));
            dialog.accept();
        });
        emit fixture->table("Rules that the words propose")->rowActivated(0);
        fixture->settle();
        const auto kept = readPack(fixture->desk->texts[DeskText::Playbook]);
        QVERIFY(kept);
        const Rule* rule = ruleNamed(*kept, "From the note");
        QVERIFY(rule);
        QCOMPARE(rule->expression, std::string("ret(RUT, 10) > 7%"));
        QVERIFY(rule->source.find("7 %") != std::string::npos);
    }

    void aTypedClaimIsAuditedAsItStands() {
        const auto fixture = windowWith({}, "notes");
        QLineEdit* field = nullptr;
        for (QLineEdit* each : fixture->window->findChildren<QLineEdit*>())
            if (each->isVisible() && each->accessibleName() == QLatin1String("A claim to check"))
                field = each;
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("DGS10 +90bp 2 sessions 1995-03-15"));
        QTest::qWait(160);
        fixture->settle();
        const DataTable* table = fixture->table("Claims against the data");
        QVERIFY(table);
        QVERIFY(table->snapshot().rows[0][2].text.endsWith(QStringLiteral(" bp")));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("nonsense"));
        QTest::qWait(160);
        fixture->settle();
        QVERIFY(!fixture->table("Claims against the data"));
    }

    void theCalendarShowsWhatCoreKnows() {
        const auto fixture = windowWith({}, "calendar");
        const Date asOf = *makeDate(1995, 3, 15);
        fixture->window->session().setAsOf(asOf);
        fixture->settle();
        const auto market = MarketView::latest(marketOf({}));
        const auto coming = catalystsIn(market, {asOf, asOf + std::chrono::days{60}});
        const DataTable* table = fixture->table("Catalysts");
        QVERIFY(table);
        QVERIFY(!coming.empty());
        QCOMPARE(table->snapshot().rows.size(), coming.size());
        std::size_t bands = 0;
        for (const CalendarRow& row : fixture->shown<BandCalendar>()->rows())
            bands += row.bands.size();
        QCOMPARE(bands, coming.size());
        choose(*fixture, "How far to look", 0);
        QVERIFY(fixture->table("Catalysts")->snapshot().rows.size() < coming.size());
    }

    void aListOfOnesOwnIsKeptAndGivenUp() {
        const auto fixture = windowWith({}, "calendar");
        fixture->window->session().setAsOf(*makeDate(1995, 3, 15));
        fixture->settle();
        const std::size_t before = fixture->table("Catalysts")->snapshot().rows.size();
        answerWith<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(
                QStringLiteral("category,date,name,source\ncpi,1995-04-11,CPI of March,invented\n"));
            dialog.accept();
        });
        buttonOf(*fixture, "Edit…")->click();
        fixture->settle();
        QCOMPARE(fixture->table("Catalysts")->snapshot().rows.size(), before + 1);
        answerWith<QInputDialog>([](QInputDialog& dialog) {
            dialog.setTextValue(QStringLiteral("category,date\ncpi,someday\n"));
            dialog.accept();
        });
        buttonOf(*fixture, "Edit…")->click(); // refused: what was kept stays
        fixture->settle();
        QCOMPARE(parseCatalystsCsv(fixture->desk->texts[DeskText::Catalysts])->size(), std::size_t(1));
        buttonOf(*fixture, "Built-in")->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Catalysts], std::string());
    }

    void aCategoryBecomesTheEventStudysList() {
        const auto fixture = windowWith({}, "calendar");
        fixture->window->session().setAsOf(*makeDate(1995, 3, 1));
        fixture->settle();
        const DataTable* table = fixture->table("Catalysts");
        for (std::size_t row = 0; row < table->snapshot().rows.size(); ++row)
            if (table->snapshot().rows[row][3].text == QLatin1String("Quad witching"))
                emit fixture->table("Catalysts")->rowActivated(static_cast<int>(row));
        fixture->settle();
        const auto& events = fixture->window->session().state().events;
        QVERIFY(events.dates);
        QVERIFY(events.dates->dates.size() > 15);
        for (const ListedDate& day : events.dates->dates)
            QVERIFY(day.date <= *makeDate(1995, 3, 1));
    }

    void aFlagIsNotedAndTakenBack() {
        const auto fixture = windowWith({}, "rules");
        answerWith<FlagsDialog>([](FlagsDialog& dialog) {
            dialog.findChild<QComboBox*>()->setCurrentText(QStringLiteral("Fed cut"));
            for (QPushButton* button : dialog.findChildren<QPushButton*>())
                if (button->text() == QLatin1String("Note"))
                    button->click();
            dialog.accept();
        });
        buttonOf(*fixture, "Flags…")->click();
        fixture->settle();
        const auto kept = readPack(fixture->desk->texts[DeskText::Playbook]);
        QVERIFY(kept);
        bool isNoted = false;
        for (const Flag& flag : kept->flags)
            isNoted =
                isNoted || (flag.name == "Fed cut" && flag.entries.size() == 1 && flag.entries[0].value);
        QVERIFY(isNoted);
        buttonOf(*fixture, "Undo")->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Playbook], std::string());
    }
};

ROTASCOPE_SUITE(NotesPageTest)
#include "test_notes_page.moc"
