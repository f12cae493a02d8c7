// What a desk knows beside its values, written out and taken in: by another desk, by the same one, and in
// part.
#include "core/report/csv_cell.h"
#include "core/workflow/desk_book.h"
#include "core/workflow/known_desk.h"
#include "core/workflow/relative_settings.h"
#include "core/workflow/splits_csv.h"
#include "db/open_desk.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr const char* kAt = "2025-11-28T22:00:00Z";
constexpr const char* kFund =
    "Date,Ticker,Close,Shares Outstanding\n2025-01-02,IWM,400,1000\n2025-01-03,IWM,200,2000\n";

struct Desk {
    ImportFolder folder;
    std::unique_ptr<MarketStore> store = std::move(*openDesk(folder.path("desk.rota"), DeskMode::Create));
};

/// A desk about which somebody decided everything there is to decide.
void decideAll(MarketStore& store) {
    QVERIFY(!importText(store, "fund.csv", kFund).error);
    QVERIFY(store.describe({"IWM", "=Small, \"caps\"", InstrumentKind::Fund, Unit::Usd}));
    QVERIFY(store.setAvailability({"IWM", Cadence::Daily, Field::Shares}, Availability::SameDay));
    QVERIFY(store.acceptFindings(
        {{{"IWM", "split_jump", Cadence::Daily, Field::Shares, {day("2025-01-03"), day("2025-01-03")}},
          "two for one\nand \\n checked",
          kAt}}));
    QVERIFY(store.addSplits("IWM", {{day("2025-01-03"), SplitScope::Prices, 2, 1, kAt}}));
    QVERIFY(store.setSetting(DeskSetting::BackupEvery, 7));
    QVERIFY(store.setText(DeskText::Baskets, "a = IWM,IJR\nb = \"VB\"\n"));
    QVERIFY(saveChain(store, "IWM, SPY"));
    QVERIFY(savePairs(store, "IWM/SPY"));
    QVERIFY(store.saveProfile({"mine", "{\n  \"name\": \"mine\"\n}\n"}));
}

FileImport take(MarketStore& store, const std::string& book, bool dryRun = false) {
    ImportOptions options = quietOptions();
    options.dryRun = dryRun;
    return importText(store, "desk.csv", QByteArray::fromStdString(book), options);
}

} // namespace

class TestDeskBook : public QObject {
    Q_OBJECT

private slots:
    void anotherDeskBecomesTheSame() {
        const Desk from;
        decideAll(*from.store);
        const Desk into;
        QVERIFY(!importText(*into.store, "fund.csv", kFund).error);
        const auto book = deskBook(*from.store);
        QVERIFY(book);
        const FileImport taken = take(*into.store, *book);
        QVERIFY2(!taken.error, codeOf(taken).c_str());
        QCOMPARE(taken.format, std::string(kDeskBookFormat));
        QCOMPARE(countsText(taken.counts), QString("rows 9 stored 9"));
        QCOMPARE(*deskBook(*into.store), *book);
        QCOMPARE(into.store->instruments()->front().instrument.name, std::string("=Small, \"caps\""));
        QCOMPARE(into.store->acceptedFindings()->front().reason, std::string("two for one\nand \\n checked"));
        QCOMPARE(into.store->read("IWM")->daily.column(Field::Close), (std::vector<double>{200, 200}));
        QCOMPARE(*into.store->profiles(), *from.store->profiles());
    }

    void theSameBookAgainChangesNothing() {
        const Desk desk;
        decideAll(*desk.store);
        const std::uint64_t version = desk.store->info()->version;
        const FileImport again = take(*desk.store, *deskBook(*desk.store));
        QCOMPARE(countsText(again.counts), QString("rows 9 unchanged 9"));
        // One change at most: the transaction itself.
        QVERIFY(desk.store->info()->version <= version + 1);
    }

    void aDryRunChangesNothing() {
        const Desk from;
        decideAll(*from.store);
        const Desk into;
        QVERIFY(!importText(*into.store, "fund.csv", kFund).error);
        const std::string before = *deskBook(*into.store);
        const FileImport tried = take(*into.store, *deskBook(*from.store), true);
        QVERIFY(!tried.error);
        QCOMPARE(countsText(tried.counts), QString("rows 9 stored 9"));
        QCOMPARE(*deskBook(*into.store), before);
    }

    void whatTheDeskLacksIsRejectedByLine() {
        const Desk desk;
        const FileImport taken =
            take(*desk.store, std::string(kDeskBookHeader) + "\ninstrument,ZZZ,,price,fund,,,\nsplit,IWM\n" +
                                  "setting,,,backup_every,,,4,,\nnonsense,,,,,,,,\n");
        QVERIFY(!taken.error);
        QCOMPARE(countsText(taken.counts), QString("rows 4 stored 1 rejected 3"));
        QCOMPARE(issueTexts(taken), (QStringList{"2:0 bad_entry", "3:0 bad_entry", "5:0 bad_entry"}));
        QCOMPARE(*desk.store->setting(DeskSetting::BackupEvery), std::int64_t{4});
    }

    void theSameBytesUnderAnotherSymbolAreAnotherImport() {
        const Desk desk;
        const QByteArray text = "Date,Close\n2025-01-02,10.5\n2025-01-03,11\n";
        QVERIFY(!importText(*desk.store, "RUT.csv", text).alreadyImportedAt);
        const FileImport other = importText(*desk.store, "IWM.csv", text);
        QVERIFY(!other.alreadyImportedAt);
        QCOMPARE(countsText(other.counts), QString("rows 2 stored 2"));
        const FileImport again = importText(*desk.store, "^RUT.csv", text);
        QVERIFY(again.alreadyImportedAt.has_value());
        QCOMPARE(countsText(again.counts), QString("rows 2 unchanged 2"));
    }

    void splitsAreWrittenAndReadAsCsv() {
        const Desk desk;
        QVERIFY(!importText(*desk.store, "fund.csv", kFund).error);
        const auto stated = splitsInCsv("\xEF\xBB\xBFTicker,Date,Split\nIWM,2025-01-03,2-for-1\n", {}, kAt);
        QVERIFY2(stated, stated ? "" : stated.error().message.c_str());
        QCOMPARE(*recordSplits(*desk.store, *stated), std::size_t{2});
        const std::string csv = *splitsCsv(*desk.store, {});
        QCOMPARE(csv,
                 std::string("Symbol,Date,Ratio,Scope,Noted\nIWM,2025-01-03,2:1,prices,2025-11-28T22:00:00Z\n"
                             "IWM,2025-01-03,2:1,shares,2025-11-28T22:00:00Z\n"));
        QVERIFY(desk.store->removeSplits("IWM", day("2025-01-03"), std::nullopt));
        QCOMPARE(*recordSplits(*desk.store, *splitsInCsv(csv, {}, "later")), std::size_t{2});
        QCOMPARE(*splitsCsv(*desk.store, "IWM"), csv);
    }

    void splitsThatCannotBeReadAreRefusedWhole() {
        const Desk desk;
        QVERIFY(!importText(*desk.store, "fund.csv", kFund).error);
        const auto code = [](const char* csv, const char* symbol = "IWM") {
            const auto read = splitsInCsv(csv, symbol, kAt);
            return read ? std::string("read") : read.error().code;
        };
        QCOMPARE(code("Date,Ratio\n2025-01-03,2:1\n"), std::string("read"));
        QCOMPARE(code("Date,Ratio\n2025-01-03,2:1\n", ""), std::string("bad_splits"));
        QCOMPARE(code("Date,Ratio\n2025-01-03,1\n"), std::string("bad_splits"));
        QCOMPARE(code("Date,Ratio\n3 Jan,2:1\n"), std::string("bad_splits"));
        QCOMPARE(code("Date,Ratio,Scope\n2025-01-03,2:1,everything\n"), std::string("bad_splits"));
        QCOMPARE(code(""), std::string("bad_splits"));
        // The second row shows no jump: neither is recorded.
        const auto rows = splitsInCsv("Date,Ratio\n2025-01-03,2:1\n2025-01-03,5:1\n", "IWM", kAt);
        QCOMPARE(recordSplits(*desk.store, *rows).error().code, std::string("no_jump"));
        QVERIFY(desk.store->splits("IWM")->empty());
    }

    void weeklyBarsAreAdjustedToo() {
        const Desk desk;
        QVERIFY(!importText(*desk.store, "IWM.csv",
                            "Week,Close,Volume\n2024-12-06,400,10\n2024-12-13,404,10\n2024-12-20,202,20\n")
                     .error);
        QVERIFY(desk.store->addSplits("IWM", {{day("2024-12-16"), SplitScope::Prices, 2, 1, kAt},
                                              {day("2024-12-16"), SplitScope::Volume, 2, 1, kAt}}));
        QCOMPARE(desk.store->readBars("IWM", Cadence::Weekly)->column(Field::Close),
                 (std::vector<double>{200, 202, 202}));
        QCOMPARE(desk.store->readBars("IWM", Cadence::Weekly)->column(Field::Volume),
                 (std::vector<double>{20, 20, 20}));
        QCOMPARE(desk.store->readBarsUnadjusted("IWM", Cadence::Weekly)->column(Field::Close),
                 (std::vector<double>{400, 404, 202}));
    }

    void whatIsKnownOnADateEndsThere() {
        const Desk desk;
        QVERIFY(!importText(*desk.store, "fund.csv", kFund).error);
        const auto known = knownInstruments(*desk.store, day("2025-01-02"));
        QCOMPARE(known->front().series.size(), std::size_t{1}); // shares are known a session later
        QCOMPARE(known->front().series.front().range.last, day("2025-01-02"));
        QVERIFY(knownInstruments(*desk.store, day("2025-01-01"))->empty());
        QCOMPARE(knownInstruments(*desk.store, std::nullopt)->front().series.size(), std::size_t{2});
    }

    void cellsThatASpreadsheetWouldRunAreMarked() {
        for (const char* text : {"=A1", "+1", "-x", "@x", "plain", "a,b", "say \"x\"", ""})
            QCOMPARE(QString::fromStdString(csvTextCell(text)).contains('\''),
                     std::string_view("=+-@").find(text[0]) != std::string_view::npos && text[0] != '\0');
        QCOMPARE(withoutApostrophe("'=A1"), std::string_view("=A1"));
        QCOMPARE(withoutApostrophe("'tis"), std::string_view("'tis"));
    }
};

ROTASCOPE_SUITE(TestDeskBook)
#include "test_desk_book.moc"
