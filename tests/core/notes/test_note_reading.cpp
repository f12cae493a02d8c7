// Notes as of a date: nothing later is seen.
#include "core/notes/note_reading.h"
#include "core/rules/language.h"
#include "tests/core/notes/note_fixture.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// RUT from Monday 4 November 2024: 100, 101, …
std::shared_ptr<const Market> market() {
    const auto dates = weekdays(*makeDate(2024, 11, 4), 15);
    std::vector<double> closes;
    for (std::size_t i = 0; i < dates.size(); ++i)
        closes.push_back(100 + static_cast<double>(i));
    return marketOf({instrumentOf("RUT", dates, closes)});
}

std::vector<Note> notes() {
    std::vector<Note> out;
    (void)addNote(out, noteOn(*makeDate(2024, 11, 12), "On track.",
                              {"RUT 106 level 2024-11-12", "RUT +9% 5 sessions 2024-11-12"}));
    (void)addNote(out, noteOn(*makeDate(2024, 11, 8), "Small caps lead by more than 3% in five days.",
                              {"RUT 104 level 2024-11-08", "RUT 109 level 2024-11-15"}));
    (void)addNote(out, noteOn(*makeDate(2024, 11, 15), "No.", {"RUT 90 level 2024-11-12"}));
    return out;
}

NotesReading readAsOf(unsigned day) {
    return readNotes(MarketView::asOf(market(), *makeDate(2024, 11, day)), notes(), "RUT", "SPX");
}

} // namespace

class NoteReadingTest : public QObject {
    Q_OBJECT

private slots:
    void newestFirstWithEveryClaimJudged() {
        const auto reading = readNotes(MarketView::latest(market()), notes(), "RUT", "SPX");
        QCOMPARE(reading.notes.size(), std::size_t{3});
        QCOMPARE(reading.notes[0].note.id, 3);
        QCOMPARE(reading.notes[2].note.id, 2);
        QCOMPARE(reading.summary, std::string("3 match, 1 near, 1 contradicted, 0 unknown"));
        QCOMPARE(reading.later, std::size_t{0});
        QVERIFY(reading.hasContradiction());
        QVERIFY(!reading.asOf);
    }

    void laterNotesAreNotSeenAndContradictNothing() {
        const auto latest = readNotes(MarketView::latest(market()), notes(), "RUT", "SPX");
        QCOMPARE(latest.contradictions.size(), std::size_t{1});
        QCOMPARE(latest.notes[latest.contradictions[0].first.note].note.id, 3);
        QCOMPARE(latest.notes[latest.contradictions[0].second.note].note.id, 1);
        const auto before = readAsOf(14);
        QCOMPARE(before.notes.size(), std::size_t{2});
        QCOMPARE(before.later, std::size_t{1});
        QVERIFY(before.contradictions.empty());
        QVERIFY(before.hasContradiction()); // +9 % was wrong by the data
        QVERIFY(!readAsOf(8).hasContradiction());
    }

    void aClaimAboutALaterDayIsUnknown() {
        const auto reading = readAsOf(12);
        const auto& audits = reading.notes.back().audits;
        QCOMPARE(nameOf(audits[0].verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(nameOf(audits[1].verdict), nameOf(ClaimVerdict::Unknown));
        QVERIFY(audits[1].sentence.find("after the as-of date") != std::string::npos);
    }

    void aPastDateShowsWhatADeskThatEndsThereShows() {
        for (unsigned day = 4; day <= 22; ++day) {
            const Date date = *makeDate(2024, 11, day);
            const auto whole = readAsOf(day);
            auto kept = notes();
            std::erase_if(kept, [&](const Note& note) { return note.date > date; });
            const auto ended = marketOf(endingAt({*market()->find("RUT")}, date));
            const auto cut = readNotes(MarketView::asOf(ended, date), kept, "RUT", "SPX");
            QCOMPARE(whole.notes.size(), cut.notes.size());
            QCOMPARE(whole.summary, cut.summary);
            QVERIFY(whole.contradictions == cut.contradictions);
            for (std::size_t i = 0; i < cut.notes.size(); ++i)
                for (std::size_t k = 0; k < cut.notes[i].audits.size(); ++k)
                    QCOMPARE(whole.notes[i].audits[k].sentence, cut.notes[i].audits[k].sentence);
        }
    }

    void wordsProposeRules() {
        const auto reading = readAsOf(8);
        QCOMPARE(reading.notes.size(), std::size_t{1});
        QCOMPARE(reading.notes[0].drafts.size(), std::size_t{1});
        QVERIFY(parseExpression(reading.notes[0].drafts[0].expression).has_value());
    }

    void readsWithoutNotes() {
        const auto reading = readNotes(MarketView::latest(market()), {}, "RUT", "SPX");
        QVERIFY(reading.notes.empty() && !reading.hasContradiction());
        QCOMPARE(reading.summary, std::string("0 match, 0 near, 0 contradicted, 0 unknown"));
    }
};

ROTASCOPE_SUITE(NoteReadingTest)
#include "test_note_reading.moc"
