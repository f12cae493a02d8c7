// What people decided about the data: it outlives imports and undos, and can be taken back.
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr const char* kAt = "2025-11-28T22:00:00Z";

InventedFile fundFile() {
    InventedFile file;
    file.targets = {barTarget("IWM"), valueTarget("IWM", Field::Shares)};
    file.targets[1].availability = Availability::NextSession;
    file.rows = {{2, 0, day("2025-11-26"), {{Field::Close, 400}}},
                 {3, 0, day("2025-11-28"), {{Field::Close, 200}}},
                 {4, 1, day("2025-11-26"), {{Field::Shares, 1e6}}},
                 {5, 1, day("2025-11-28"), {{Field::Shares, 2e6}}}};
    return file;
}

AcceptedFinding accepted(const char* reason) {
    return {{"IWM", "split_jump", Cadence::Daily, Field::Shares, {day("2025-11-28"), day("2025-11-28")}},
            reason,
            kAt};
}

Split twoForOne(SplitScope scope) {
    return {day("2025-11-28"), scope, 2, 1, kAt};
}

std::vector<double> closes(MarketStore& store) {
    return store.read("IWM")->daily.column(Field::Close);
}

} // namespace

class TestDeskJudgements : public QObject {
    Q_OBJECT

private slots:
    void availabilityIsKeptWithTheSeriesAndReadWithTheValues() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, fundFile()));
        const std::uint64_t before = store->info()->version;
        QVERIFY(store->setAvailability({"IWM", Cadence::Daily, Field::Shares}, Availability::SameDay));
        QCOMPARE(store->info()->version, before + 1);
        QCOMPARE(folder.open()->read("IWM")->series.front().availability, Availability::SameDay);
        QCOMPARE(store->instruments()->front().series[1].availability, Availability::SameDay);
        // Another import leaves it.
        QVERIFY(importInto(*store, fundFile()));
        QCOMPARE(store->read("IWM")->series.front().availability, Availability::SameDay);
    }

    void availabilityOfWhatIsNotThereIsRefused() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, fundFile()));
        const auto code = [&](SeriesKey key) {
            return store->setAvailability(key, Availability::SameDay).error().code;
        };
        QCOMPARE(code({"IWM", Cadence::Weekly, Field::Shares}), std::string("no_data"));
        QCOMPARE(code({"IWM", Cadence::Daily, std::nullopt}), std::string("bars_are_known"));
        QCOMPARE(code({"IWN", Cadence::Daily, Field::Shares}), std::string("unknown_symbol"));
    }

    void acceptedFindingsAreRememberedAndReopened() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(store->acceptFindings({accepted("a split")}));
        QCOMPARE(*folder.open()->acceptedFindings(), (std::vector{accepted("a split")}));
        QVERIFY(store->acceptFindings({accepted("2 for 1")}));
        QCOMPARE(*store->acceptedFindings(), (std::vector{accepted("2 for 1")}));
        QVERIFY(store->reopenFindings({accepted("").finding}));
        QVERIFY(store->acceptedFindings()->empty());
        QCOMPARE(store->reopenFindings({accepted("").finding}).error().code, std::string("not_accepted"));
        QCOMPARE(store->acceptFindings({accepted("")}).error().kind, ErrorKind::Usage);
        QCOMPARE(folder.open(DeskMode::Read)->acceptFindings({accepted("x")}).error().kind, ErrorKind::Desk);
    }

    void decisionsAreTakenAllOrNone() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(store->acceptFindings({accepted("a split")}));
        FindingKey other = accepted("").finding;
        other.rule = "gap";
        QVERIFY(!store->reopenFindings({accepted("").finding, other}));
        QCOMPARE(store->acceptedFindings()->size(), std::size_t{1});
    }

    void splitsAdjustWhatIsReadAndNothingThatIsStored() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, fundFile()));
        const QByteArray stored = queryAsText(folder.path(), "SELECT * FROM bar");
        QVERIFY(store->addSplits("IWM", {twoForOne(SplitScope::Prices), twoForOne(SplitScope::Shares)}));
        QCOMPARE(closes(*store), (std::vector<double>{200, 200}));
        QCOMPARE(store->read("IWM")->series.front().values, (std::vector<double>{2e6, 2e6}));
        QCOMPARE(store->splits("IWM")->size(), std::size_t{2});
        QCOMPARE(store->readUnadjusted("IWM")->daily.column(Field::Close), (std::vector<double>{400, 200}));
        QCOMPARE(store->origin("IWM", day("2025-11-26"), Field::Close)->value, 400.0);
        QCOMPARE(*store->symbolsWithSplits(), (std::vector<Symbol>{"IWM"}));
        QCOMPARE(queryAsText(folder.path(), "SELECT * FROM bar"), stored);
        // The same file again agrees with what is stored.
        QCOMPARE(importInto(*store, fundFile())->counts.unchanged, std::uint64_t{4});

        QVERIFY(store->removeSplits("IWM", day("2025-11-28"), SplitScope::Prices));
        QCOMPARE(closes(*store), (std::vector<double>{400, 200}));
        QVERIFY(store->removeSplits("IWM", day("2025-11-28"), std::nullopt));
        QVERIFY(store->splits("IWM")->empty());
        QCOMPARE(store->removeSplits("IWM", day("2025-11-28"), std::nullopt).error().code,
                 std::string("no_split"));
    }

    void decisionsOutliveAnUndo() {
        const DeskFolder folder;
        const auto store = folder.open();
        const auto receipt = importInto(*store, fundFile());
        QVERIFY(store->acceptFindings({accepted("a split")}));
        QVERIFY(store->addSplits("IWM", {twoForOne(SplitScope::Prices)}));
        QVERIFY(store->undo(*receipt->importId, kAt));
        QCOMPARE(store->acceptedFindings()->size(), std::size_t{1});
        QVERIFY(importInto(*store, fundFile()));
        QCOMPARE(closes(*store), (std::vector<double>{200, 200}));
    }

    void aSplitThatWasNotedLaterIsNotKnownBefore() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, fundFile()));
        Split later = twoForOne(SplitScope::Prices);
        later.notedAt = "2025-12-01T09:00:00Z";
        QVERIFY(store->addSplits("IWM", {later}));
        QVERIFY(store->lookBack(day("2025-11-30")));
        QCOMPARE(closes(*store), (std::vector<double>{400, 200}));
        QVERIFY(store->lookBack(day("2025-12-01")));
        QCOMPARE(closes(*store), (std::vector<double>{200, 200}));
    }
};

ROTASCOPE_SUITE(TestDeskJudgements)
#include "test_desk_judgements.moc"
