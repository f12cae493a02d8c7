// Notes as JSON, and as a desk keeps them.
#include "core/csv/csv_reader.h"
#include "core/notes/note_book.h"
#include "core/workflow/book_entry.h"
#include "core/workflow/load_notes.h"
#include "tests/core/notes/note_fixture.h"
#include "tests/support/fixed_store.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <limits>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const Date kDay = *makeDate(2025, 11, 28);

std::vector<Note> someNotes() {
    Note full = noteOn(kDay, "First line.\n\"Quotes\", − and … \\ stay.",
                       {"RUT +8.47% 5 sessions 2025-11-28", "SPX >3% 5 sessions 2025-11-28"});
    full.title = "Kleine Werte führen";
    full.source = "an invented letter";
    full.sentiment = 0.1 + 0.2;
    full.about = "RUT";
    std::vector<Note> notes;
    (void)addNote(notes, full);
    (void)addNote(notes, noteOn(kDay - std::chrono::days{3}, "Words alone."));
    (void)addNote(notes, noteOn(kDay, "", {"DGS10 +26bp 2 sessions 2025-11-28"}));
    return notes;
}

std::string book(const char* notes) {
    return std::string(R"({"rotascope":"notes","version":1,"notes":)") + notes + "}";
}

std::string codeOf(std::string_view text) {
    const auto read = readNoteBook(text);
    return read ? "" : read.error().code;
}

} // namespace

class NoteBookTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas() {
        const auto notes = someNotes();
        QCOMPARE(notes.size(), std::size_t{3});
        const auto read = readNoteBook(noteBookText(notes));
        QVERIFY(read.has_value());
        QVERIFY(*read == notes);
        QVERIFY(noteBookText({}).empty());
        QVERIFY(readNoteBook("")->empty());
    }

    void refusesWithASentence_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* what, const std::string& text, const char* says) {
            QTest::newRow(what) << QByteArray::fromStdString(text) << says;
        };
        row("no JSON", "{", "no JSON object");
        row("a list", "[]", "no JSON object");
        row("another file of ours", R"({"rotascope":"pack","version":1})", "does not say");
        row("no version", R"({"rotascope":"notes"})", "no version");
        row("version 0", R"({"rotascope":"notes","version":0})", "no version");
        row("no list", book("{}"), "no list");
        row("a number for a note", book("[7]"), "note 1 of the list is no object");
        row("no id", book(R"([{"date":"2025-11-28","text":"x"}])"), "has no id");
        row("id 0", book(R"([{"id":0,"date":"2025-11-28","text":"x"}])"), "has no id");
        row("no date", book(R"([{"id":1,"text":"x"}])"), "has no date");
        row("no such day", book(R"([{"id":1,"date":"2025-02-30","text":"x"}])"), "has no date");
        row("text that is none", book(R"([{"id":1,"date":"2025-11-28","text":5}])"), "\"text\" of note 1");
        row("nothing said", book(R"([{"id":1,"date":"2025-11-28","text":" "}])"), "needs words or a claim");
        row("sentiment as words", book(R"([{"id":1,"date":"2025-11-28","text":"x","sentiment":"good"}])"),
            "is no number");
        row("sentiment too strong", book(R"([{"id":1,"date":"2025-11-28","text":"x","sentiment":1.5}])"),
            "between -1");
        row("claims as words", book(R"([{"id":1,"date":"2025-11-28","claims":"RUT"}])"),
            "no list of at most");
        row("a claim that cannot be read", book(R"([{"id":1,"date":"2025-11-28","claims":["RUT up"]}])"),
            "not understood");
        row("one id twice",
            book(R"([{"id":1,"date":"2025-11-28","text":"x"},{"id":1,"date":"2025-11-28","text":"y"}])"),
            "one id");
        row("too long", std::string(kLongestNoteBook + 1, ' '), "500 KB");
    }
    void refusesWithASentence() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, says);
        const auto read = readNoteBook(text.toStdString());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, std::string("bad_notes"));
        QVERIFY2(QString::fromStdString(read.error().message).contains(says), read.error().message.c_str());
    }

    void refusesANewerVersion() {
        QCOMPARE(codeOf(R"({"rotascope":"notes","version":2,"notes":[]})"), std::string("newer_notes"));
    }

    void notesHaveNumbersOfTheirOwn() {
        auto notes = someNotes();
        QVERIFY(removeNote(notes, 2).has_value());
        QCOMPARE(*addNote(notes, noteOn(kDay, "A fourth.")), 4);
        QCOMPARE(removeNote(notes, 2).error().code, std::string("unknown_note"));
        QCOMPARE(notes.size(), std::size_t{3});
    }

    void whatIsNoNoteIsRefused() {
        std::vector<Note> notes;
        Note wild = noteOn(kDay, "x");
        wild.sentiment = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(addNote(notes, wild).error().code, std::string("bad_note"));
        QCOMPARE(addNote(notes, noteOn(kDay, "x", {"RUT was strong"})).error().code,
                 std::string("bad_claim"));
        QCOMPARE(addNote(notes, noteOn(kDay, std::string(kLongestNote + 1, 'x'))).error().code,
                 std::string("bad_note"));
        const std::vector<std::string> many(kMostNoteClaims + 1, "RUT +1% 1 session 2025-11-28");
        QCOMPARE(addNote(notes, noteOn(kDay, "x", many)).error().code, std::string("bad_note"));
        Note loud = noteOn(kDay, "x");
        loud.title = std::string(kLongestNoteLine + 1, 'x');
        QCOMPARE(addNote(notes, loud).error().code, std::string("bad_note"));
        QVERIFY(notes.empty());
    }

    void theDesksBookHoldsWhatTheDeskKeeps() {
        // Quotes are what escapes lengthen most: in JSON, then on the book's line.
        FixedStore store(std::make_shared<FixedDesk>());
        std::vector<Note> notes;
        while (addNote(notes, noteOn(kDay, std::string(kLongestNote, '"'))) && saveNotes(store, notes))
            ;
        QCOMPARE(saveNotes(store, notes).error().code, std::string("too_many_notes"));
        const std::string kept = noteBookText(*loadNotes(store));
        QVERIFY(kept.size() > kLongestNoteBook / 2);
        QVERIFY(entryLine({"text", {}, {}, "notes", {}, {}, {}, kept, {}}).size() < kLongestLine);
    }

    void aDeskKeepsThem() {
        const auto desk = std::make_shared<FixedDesk>();
        desk->instruments = inventedPair(300);
        FixedStore store(desk);
        QVERIFY(loadNotes(store)->empty());
        QVERIFY(saveNotes(store, someNotes()).has_value());
        QVERIFY(*loadNotes(store) == someNotes());
        const auto loaded = loadNoteDesk(store);
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->symbols, (std::vector<Symbol>{"DGS10", "RUT", "SPX"}));
        QVERIFY(MarketView::latest(loaded->market).closes("RUT").has_value());
        // Bytes that JSON cannot hold are refused, and what was kept stays.
        QCOMPARE(saveNotes(store, std::vector{noteOn(kDay, "\xFF")}).error().code, std::string("bad_notes"));
        QVERIFY(*loadNotes(store) == someNotes());
        QVERIFY(saveNotes(store, {}).has_value());
        QVERIFY(loadNotes(store)->empty());
    }
};

ROTASCOPE_SUITE(NoteBookTest)
#include "test_note_book.moc"
