// From a desk to a look, and to what is new in it.
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "core/report/look_json.h"
#include "core/workflow/desk_report/take_look.h"
#include "core/workflow/load_notes.h"
#include "tests/core/workflow/report_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const std::string kNow = "2025-02-01T08:00:00Z";

std::vector<Change> changesBetween(const std::shared_ptr<FixedDesk>& before,
                                   const std::shared_ptr<FixedDesk>& now) {
    FixedStore then(before), here(now);
    const auto look = takeLook(*groundOf(then, {}), kNow);
    const auto news = newsSince(*groundOf(here, {}), *look, kNow);
    return changesSince(*look, *news);
}

bool tells(const std::vector<Change>& changes, std::string_view kind) {
    return std::ranges::find(changes, kind, &Change::kind) != changes.end();
}

DeskReport since(const std::shared_ptr<FixedDesk>& desk, const DeskReport& earlier) {
    FixedStore store(desk);
    ReportAsk ask;
    const auto look = lookOfReport(store, reportHtml(earlier), "RUT", "SPX");
    ask.since = *look;
    return *makeReport(store, ask, kWriter);
}

} // namespace

class TakeLookTest : public QObject {
    Q_OBJECT

private slots:
    void everyPartIsLookedAt() {
        FixedStore store(deskOf(inventedDesk()));
        const auto look = takeLook(*groundOf(store, {}), kNow);
        QVERIFY(look);
        QCOMPARE(look->importId, std::int64_t(2));
        QVERIFY(look->trend && look->flows && look->rules && look->findings && look->claims && look->series);
        QVERIFY(!look->trend->empty() && !look->flows->empty() && !look->rules->empty());
        QCOMPARE(look->series->size(), std::size_t(5));
        QVERIFY(std::ranges::find(*look->trend, Symbol("TNA"), &TrendLook::symbol) != look->trend->end());
    }

    void theSameDeskTwiceIsNothingNew() {
        QVERIFY(changesBetween(deskOf(inventedDesk()), deskOf(inventedDesk())).empty());
    }

    void aMonthLaterTheMarketHasNews() {
        const auto whole = inventedDesk();
        const Date then = whole[0].daily.dates[whole[0].daily.dates.size() - 21];
        const auto changes = changesBetween(deskOf(endingAt(whole, then)), deskOf(whole));
        for (const char* kind : {"pair", "crosses", "flows", "catalysts", "series"})
            QVERIFY2(tells(changes, kind), kind);
        QVERIFY(!tells(changes, "imports"));
    }

    void aLookOfLaterIsRefused() {
        const auto whole = inventedDesk();
        FixedStore late(deskOf(whole)), early(deskOf(endingAt(whole, whole[0].daily.dates[900])));
        const auto look = takeLook(*groundOf(late, {}), kNow);
        const auto news = newsSince(*groundOf(early, {}), *look, kNow);
        QVERIFY(!news);
        QCOMPARE(news.error().code, std::string("later_look"));
    }

    void aClaimThatTurnedIsTold() {
        const auto desk = deskOf(inventedDesk());
        const auto later = deskOf(inventedDesk());
        const Date last = desk->instruments[0].daily.dates.back();
        for (const auto& each : {desk, later}) {
            FixedStore store(each);
            std::vector<Note> notes;
            Note note;
            note.date = last - std::chrono::days{30};
            note.claims = {"RUT +900% 5 sessions " + isoText(last)};
            QVERIFY(addNote(notes, note));
            QVERIFY(saveNotes(store, notes));
        }
        desk->instruments = endingAt(desk->instruments, last - std::chrono::days{10});
        QVERIFY(tells(changesBetween(desk, later), "claims"));
    }

    void aReportCarriesItsLookAndTellsWhatIsNewSince() {
        const auto whole = inventedDesk();
        const Date then = whole[0].daily.dates[whole[0].daily.dates.size() - 21];
        const DeskReport earlier = reportOf(deskOf(endingAt(whole, then)), {});
        QVERIFY(!earlier.changes);
        const DeskReport later = since(deskOf(whole), earlier);
        QVERIFY(later.changes);
        QCOMPARE(later.changes->since, earlier.asOf);
        QVERIFY(!later.changes->changes.empty());
        const std::string page = reportHtml(later);
        QVERIFY(page.find("Since the report of " + dayMonthYear(earlier.asOf)) != std::string::npos);
        // Not part of the analysis: the same page without it.
        QCOMPARE(analysisDigest(analysisAsJson(later)),
                 analysisDigest(analysisAsJson(reportOf(deskOf(whole), {}))));
        QVERIFY(since(deskOf(whole), later).changes->changes.empty());
        QVERIFY(reportHtml(since(deskOf(whole), later)).find("Nothing changed.") != std::string::npos);
    }

    void aPageThatCannotBeReliedOnIsRefused() {
        const auto desk = deskOf(inventedDesk());
        FixedStore store(desk);
        const std::string page = reportHtml(reportOf(desk, {}));
        std::string edited = page;
        edited.replace(edited.find("<h1>"), 4, "<h1>!");
        QCOMPARE(lookOfReport(store, edited, "RUT", "SPX").error().code, std::string("edited_report"));
        QCOMPARE(lookOfReport(store, page.substr(0, page.size() / 2), "RUT", "SPX").error().code,
                 std::string("edited_report"));
        QCOMPARE(lookOfReport(store, "hello", "RUT", "SPX").error().code, std::string("not_a_report"));
        QCOMPARE(lookOfReport(store, page, "IWM", "SPX").error().code, std::string("another_pair"));
        desk->imports.clear();
        QCOMPARE(lookOfReport(store, page, "RUT", "SPX").error().code, std::string("wrong_desk"));
    }
};

ROTASCOPE_SUITE(TakeLookTest)
#include "test_take_look.moc"
