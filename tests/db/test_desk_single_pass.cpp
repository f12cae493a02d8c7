// Long tables read in a single pass leave the very desk that two passes leave: every row of every table.
#include "core/csv/byte_source.h"
#include "core/import/single_pass.h"
#include "core/workflow/import_files.h"
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cstdint>
#include <functional>

using namespace rotascope;
using namespace rotascope::test;

namespace {

class Quiet final : public ProgressSink {
public:
    void report(std::uint64_t done, std::uint64_t total, std::uint64_t) override { beyond |= done > total; }
    bool cancelled() const override { return ++m_asked == cancelAt; }

    bool beyond = false;
    int cancelAt = 0;

private:
    mutable int m_asked = 0;
};

ImportOptions optionsOf(bool once, ConflictPolicy policy = ConflictPolicy::Keep) {
    ImportOptions options;
    options.reading.today = day("2026-06-30");
    options.importedAt = "2026-06-30T12:00:00Z";
    options.onConflict = policy;
    options.singlePassFrom = once ? 0 : UINT64_MAX;
    return options;
}

QByteArray isoDay(int number) {
    return QDate(2015, 1, 1).addDays(number).toString(Qt::ISODate).toUtf8();
}

/// Two symbols of `days` days each, closes to the cent; `line` may put another line in place of one.
QByteArray table(int days, const std::function<QByteArray(int symbol, int dayNumber)>& line = {}) {
    QByteArray text = "Symbol,Date,Open,High,Low,Close,Adj Close,Volume\n";
    for (int symbol = 0; symbol < 2; ++symbol)
        for (int number = 0; number < days; ++number) {
            const QByteArray other = line ? line(symbol, number) : QByteArray();
            text += other.isNull() ? (symbol == 0 ? "AAA," : "BBB,") + isoDay(number) + ",10.25,11.5,9.75," +
                                         QByteArray::number(10 + number % 7) + ".01,,1000\n"
                                   : other;
        }
    return text;
}

/// A table with one line in place of the second symbol's `number`-th.
QByteArray tableWith(int number, const QByteArray& line) {
    return table(40, [=](int symbol, int at) { return symbol == 1 && at == number ? line : QByteArray(); });
}

/// Whether the bytes can be read in a single pass.
bool readsOnce(const QByteArray& text) {
    const auto bytes = bytesInMemory(text.toStdString());
    ReadingChoices choices;
    choices.today = day("2026-06-30");
    FileFacts facts;
    const auto plan = startingPlan(*bytes, choices, facts);
    if (!plan || !maySinglePass(*plan, choices))
        return false;
    Quiet quiet;
    ImportProgress progress(quiet, bytes->size());
    ReadAccount account;
    const auto takeAll = [](RecordBlock& block) {
        block.clear();
        return true;
    };
    return singlePass({*bytes, *plan, choices.today, progress}, choices, facts, account, takeAll).has_value();
}

/// The desk after the files, and what was said of each.
struct Outcome {
    QByteArray tables;
    QStringList said;
};

Outcome outcomeOf(const QList<QByteArray>& files, bool once, ConflictPolicy policy,
                  const DeskFolder& folder) {
    Outcome outcome;
    const char* name = once ? "once.rota" : "twice.rota";
    const auto store = folder.open(DeskMode::Create, name);
    for (const QByteArray& text : files) {
        const std::string path = folder.path("file.csv");
        writeFile(path, text);
        Quiet quiet;
        const FileImport done = importFile(*store, path, optionsOf(once, policy), quiet);
        QStringList words{QString::fromStdString(done.sha256),
                          QString::fromStdString(done.format),
                          QString::number(done.counts.rowsRead),
                          QString::number(done.issueCount),
                          QString::fromStdString(done.error ? done.error->message : std::string()),
                          QString::fromStdString(done.alreadyImportedAt.value_or("")),
                          quiet.beyond ? QStringLiteral("more than all") : QString()};
        for (const ImportIssue& issue : done.issues)
            words << QString::number(issue.line) << QString::fromStdString(issue.message + issue.text);
        for (const Symbol& symbol : done.symbols)
            words << QString::fromStdString(symbol);
        for (const PeerSummary& peers : done.peers)
            words << QString::fromStdString(isoText(peers.date) + ' ' + peerSummaryText(peers));
        outcome.said << words.join('|');
    }
    outcome.tables = tablesAsText(folder.path(name));
    return outcome;
}

} // namespace

class TestDeskSinglePass : public QObject {
    Q_OBJECT

private slots:
    void oncePassesLeaveTheDeskOfTwo_data() {
        QTest::addColumn<QList<QByteArray>>("files");
        QTest::addColumn<bool>("once"); // the last file is read in a single pass
        const QByteArray plain = table(40);
        QByteArray newestFirst = table(40, [](int symbol, int at) {
            return QByteArray(symbol == 0 ? "AAA," : "BBB,") + isoDay(39 - at) + ",1.5,1.5,1.5,1.5,1.5,7\n";
        });
        QTest::newRow("a table of two symbols") << QList{plain} << true;
        QTest::newRow("many blocks") << QList{table(12000)} << true;
        QTest::newRow("newest first") << QList{newestFirst} << true;
        QTest::newRow("the same again") << QList{plain, plain} << true;
        QTest::newRow("longer than the first") << QList{plain, table(60)} << true;
        QTest::newRow("other values") << QList{plain, newestFirst} << true;
        QTest::newRow("a cell that is no number")
            << QList{tableWith(7, "BBB,2015-01-08,1.5,x,1.5,1.5,1.5,7\n")} << true;
        QTest::newRow("a row that is not dated")
            << QList{tableWith(7, "BBB,soon,1.5,1.5,1.5,1.5,1.5,7\n")} << true;
        QTest::newRow("a row of a third symbol without values")
            << QList{tableWith(7, "CCC,2015-01-08,,,,,,\n")} << true;
        QTest::newRow("a footer") << QList{plain + "Source: nowhere,,,,,,,\n"} << true;
        QTest::newRow("a footer that reaches into the values")
            << QList{plain + "Source,taken,from nowhere,,,,,\n"} << false;
        QTest::newRow("a date twice, the same")
            << QList{plain + "BBB,2015-02-09,10.25,11.5,9.75,14.01,,1000\n"} << false;
        QTest::newRow("a date twice, otherwise")
            << QList{plain + "BBB,2015-02-09,3.25,11.5,9.75,14.01,,1000\n"} << false;
        QTest::newRow("weekly rows") << QList{table(200, [](int, int at) {
            return at % 7 == 0 ? QByteArray() : QByteArray("");
        })} << false;
        QTest::newRow("Windows-1252 behind the start") << QList{table(12000, [](int symbol, int at) {
            return symbol == 1 && at == 11000 ? QByteArray("BBB,2045-02-12,1.5,1.5,1.5,1.5,\xA3,7\n")
                                              : QByteArray();
        })} << false;
        QTest::newRow("a quote that never closes")
            << QList{plain + "BBB,\"2016-01-01,1,1,1,1,1,1\n"} << false;
        QTest::newRow("no ticker column")
            << QList{QByteArray("Date,Close\n2015-01-02,5.5\n2015-01-05,5.25\n")} << false;
        QTest::newRow("the month first, as the last row shows")
            << QList{QByteArray(
                   "Symbol,Date,Close\nAAA,01/02/2015,5.5\nAAA,01/05/2015,5.25\nAAA,01/13/2015,6\n")}
            << true;
        QTest::newRow("either order of day and month")
            << QList{QByteArray("Symbol,Date,Close\nAAA,01/02/2015,5.5\nAAA,01/05/2015,5.25\n")} << false;
        QTest::newRow("a table of peers")
            << QList{QByteArray("Ticker,Date,1W Return\nAAA,2015-01-05,-1.5%\nBBB,2015-01-05,2%\n"
                                "CCC,2015-01-05,-3.25%\n")}
            << true;
        QTest::newRow("one named figure of each ticker")
            << QList{QByteArray("Date,Ticker,Forward PE\n2015-01-05,AAA,15.5\n2015-01-06,AAA,15.75\n"
                                "2015-01-05,BBB,21\n")}
            << true;
        // Agrees to the tenth as the first rows show it, differs by the cents that come later.
        QTest::newRow("decimals that become finer")
            << QList{QByteArray("Symbol,Date,Close\nAAA,2015-01-05,10.04\nAAA,2015-01-06,11.25\n"),
                     QByteArray("Symbol,Date,Close\nAAA,2015-01-05,10.0\nAAA,2015-01-06,11.25\n")}
            << true;
    }

    void oncePassesLeaveTheDeskOfTwo() {
        QFETCH(const QList<QByteArray>, files);
        QFETCH(const bool, once);
        QCOMPARE(readsOnce(files.back()), once);
        for (const ConflictPolicy policy : {ConflictPolicy::Keep, ConflictPolicy::Replace}) {
            const DeskFolder folder;
            const Outcome single = outcomeOf(files, true, policy, folder);
            const Outcome twofold = outcomeOf(files, false, policy, folder);
            QCOMPARE(single.said, twofold.said);
            QCOMPARE(single.tables, twofold.tables);
        }
    }

    void aSinglePassSumsUpPeers() {
        const DeskFolder folder;
        const QByteArray peers("Ticker,Date,1W Return\nAAA,2015-01-05,-1.5%\nBBB,2015-01-05,2%\n"
                               "CCC,2015-01-05,-3.25%\n");
        const QStringList said = outcomeOf({peers}, true, ConflictPolicy::Keep, folder).said;
        QVERIFY2(said.front().endsWith(
                     QStringLiteral("2015-01-05 2 of 3 lost, mean −0.92 %, worst −3.25 % (CCC)")),
                 qPrintable(said.front()));
    }

    void aValueJudgedByDecimalsThatWereNotFinalStartsOver() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(importInto(*store, closesFile("IWM", {{"2025-01-02", 10.04}})));
        InventedFile file = closesFile("IWM", {{"2025-01-02", 10.0}});
        file.sha256 = "bb";
        const ImportTarget settled = file.targets.front();
        const QByteArray before = tablesAsText(folder.path());
        {
            auto import = store->beginEarlyImport(file.header(), file.policy);
            QVERIFY(import && *import);
            RecordBlock block = blockOf(file, 0, 1);
            block.joining = file.targets;
            block.joining.front().decimals.fill(1);
            QVERIFY((*import)->write(block));
            const auto refused = (*import)->settle(file.header(), {settled});
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, std::string("judged_too_early"));
        }
        QCOMPARE(tablesAsText(folder.path()), before);
    }

    void aCancelledSinglePassLeavesNothing() {
        const DeskFolder folder;
        const auto store = folder.open();
        const QByteArray before = tablesAsText(folder.path());
        writeFile(folder.path("file.csv"), table(12000));
        Quiet quiet;
        quiet.cancelAt = 4;
        const FileImport done = importFile(*store, folder.path("file.csv"), optionsOf(true), quiet);
        QVERIFY(done.error);
        QCOMPARE(done.error->code, std::string("cancelled"));
        QCOMPARE(tablesAsText(folder.path()), before);
    }

    void aDryRunTellsTheSame() {
        const DeskFolder folder;
        const auto store = folder.open();
        const QByteArray before = tablesAsText(folder.path());
        writeFile(folder.path("file.csv"), table(40));
        ImportOptions options = optionsOf(true);
        options.dryRun = true;
        Quiet quiet;
        const FileImport done = importFile(*store, folder.path("file.csv"), options, quiet);
        QVERIFY(!done.error);
        QCOMPARE(done.counts.stored, std::uint64_t{80});
        QVERIFY(!done.importId);
        QCOMPARE(tablesAsText(folder.path()), before);
    }
};

ROTASCOPE_SUITE(TestDeskSinglePass)
#include "test_desk_single_pass.moc"
