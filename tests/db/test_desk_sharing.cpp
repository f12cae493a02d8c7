// Stores of one desk that lend each other what they read.
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <array>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A desk that knew one close on 25 November, and another the day after.
class RestatedDesk {
public:
    RestatedDesk()
        : store(folder.open()) {
        InventedFile first = closesFile("IWM", {{"2025-11-24", 240.0}, {"2025-11-25", 243.0}});
        first.importedAt = "2025-11-25T21:05:00Z";
        import(first);
    }
    void restate() {
        InventedFile second = closesFile("IWM", {{"2025-11-25", 244.0}});
        second.importedAt = "2025-11-26T21:05:00Z";
        second.sha256 = "bb";
        second.policy = ConflictPolicy::Replace;
        import(second);
    }

    DeskFolder folder;
    std::unique_ptr<MarketStore> store;

private:
    void import(const InventedFile& file) {
        if (!importInto(*store, file))
            qFatal("the invented closes could not be imported");
    }
};

double lastClose(const InstrumentShelf::Shared& instrument) {
    return instrument->data().daily.column(Field::Close).back();
}

} // namespace

class TestDeskSharing : public QObject {
    Q_OBJECT

private slots:
    void twoStoresReadOnce() {
        const RestatedDesk desk;
        const auto shelf = std::make_shared<InstrumentShelf>();
        const auto other = desk.folder.open(DeskMode::Read);
        desk.store->shareReads(shelf);
        other->shareReads(shelf);
        const auto first = desk.store->readShared("IWM");
        const auto second = other->readShared("IWM");
        QVERIFY(first && second);
        QCOMPARE(second->get(), first->get());
        QCOMPARE(lastClose(*first), 243.0);
    }
    void withoutAShelfEachReadsItsOwn() {
        const RestatedDesk desk;
        const auto first = desk.store->readShared("IWM");
        const auto second = desk.store->readShared("IWM");
        QVERIFY(first && second);
        QVERIFY(second->get() != first->get());
    }
    void aChangedDeskIsReadAgain() {
        RestatedDesk desk;
        desk.store->shareReads(std::make_shared<InstrumentShelf>());
        const auto before = desk.store->readShared("IWM");
        desk.restate();
        const auto after = desk.store->readShared("IWM");
        QVERIFY(before && after);
        QCOMPARE(lastClose(*before), 243.0);
        QCOMPARE(lastClose(*after), 244.0);
    }
    void whatWasKnownEarlierIsNotShared() {
        RestatedDesk desk;
        desk.restate();
        const auto shelf = std::make_shared<InstrumentShelf>();
        desk.store->shareReads(shelf);
        const auto now = desk.store->readShared("IWM");
        const auto looking = desk.folder.open(DeskMode::Read);
        looking->shareReads(shelf);
        QVERIFY(looking->lookBack(day("2025-11-25")));
        const auto then = looking->readShared("IWM");
        QVERIFY(now && then);
        QCOMPARE(lastClose(*now), 244.0);
        QCOMPARE(lastClose(*then), 243.0);
        QCOMPARE(desk.store->readShared("IWM")->get(), now->get());
    }
    void theShelfKeepsNothingAlive() {
        const RestatedDesk desk;
        const auto shelf = std::make_shared<InstrumentShelf>();
        desk.store->shareReads(shelf);
        const std::uint64_t version = desk.store->info()->version;
        auto instrument = *desk.store->readShared("IWM");
        QCOMPARE(shelf->find("IWM", version).get(), instrument.get());
        QVERIFY(!shelf->find("IWM", version + 1));
        instrument.reset();
        QVERIFY(!shelf->find("IWM", version));
    }
    void anUnknownSymbolIsRefused() {
        const RestatedDesk desk;
        desk.store->shareReads(std::make_shared<InstrumentShelf>());
        const auto none = desk.store->readShared("IWN");
        QVERIFY(!none);
        QCOMPARE(none.error().code, std::string("unknown_symbol"));
    }
};

ROTASCOPE_SUITE(TestDeskSharing)
#include "test_desk_sharing.moc"
