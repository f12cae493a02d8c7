// Backups, restoring, checking, and what happens to a desk of an older version.
#include "db/check_desk.h"
#include "db/desk_copy.h"
#include "db/desk_place.h"
#include "db/migrations/migrations.h"
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

void fill(MarketStore& store, const char* symbol = "SPX") {
    InventedFile file = closesFile(symbol, {{"2024-11-05", 1}, {"2024-11-06", 2}});
    file.rows[0].values[Field::Open] = 0.5;
    if (!importInto(store, file))
        qFatal("import failed");
}

void makeDesk(const DeskFolder& folder, const char* name = "test.rota") {
    fill(*folder.open(DeskMode::Create, name));
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
}

/// The desk as version 1 wrote it.
void makeVersionOne(const DeskFolder& folder) {
    const std::string sql = std::string("PRAGMA page_size = 16384;") + migrations().front().sql +
                            R"(PRAGMA application_id = 1383036001; PRAGMA user_version = 1;
        INSERT INTO instrument VALUES (1, 'SPX', 'S&P 500', 'index', 'index');
        INSERT INTO series VALUES (1, 1, 'daily', NULL, 'same_day', 20032, 20033, 2, 8);
        INSERT INTO bar VALUES (1, 20032, NULL, NULL, NULL, 7, NULL, NULL, 1, 2), (1, 20033, NULL, NULL, NULL, 2, NULL, NULL, 1, 3);
        INSERT INTO bar_origin VALUES (1, 20032, 'close', 2, 2);
        INSERT INTO import_file VALUES (1, '/a.csv', 'aa', 10, 'x', '{}', '2025-01-01T00:00:00Z', 2, 2, 0, 0, 0, 0, 0, NULL);
        INSERT INTO import_file VALUES (2, '/b.csv', 'bb', 10, 'x', '{}', '2025-02-01T00:00:00Z', 1, 0, 0, 1, 0, 0, 0, NULL);
        INSERT INTO import_series VALUES (1, 1, 'SPX', 'daily', NULL, 20032, 20033), (2, 1, 'SPX', 'daily', NULL, 20032, 20032);
        INSERT INTO import_replaced VALUES (2, 1, 20032, 'close', 1, 1, 2);
        UPDATE import_clock SET tick = 2;)";
    if (!runSql(folder.path(), sql.c_str()))
        qFatal("no desk of version 1");
}

} // namespace

class TestDeskCopies : public QObject {
    Q_OBJECT

private slots:
    void aBackupOfADeskInUseIsTheDesk() {
        const DeskFolder folder;
        const auto store = folder.open();
        fill(*store);
        const InventedFile more = closesFile("RUT", {{"2024-11-05", 9}});
        const auto import = store->beginImport(more.header(), more.targets, more.policy);
        QVERIFY((*import)->write(blockOf(more, 0, 1)));
        const auto copy = backupDesk(folder.path(), folder.path("copy.rota"));
        QVERIFY2(copy, copy ? "" : copy.error().message.c_str());
        QCOMPARE(copy->instruments, std::uint64_t{1});
        QCOMPARE(copy->imports, std::uint64_t{1});
        QVERIFY(copy->bytes > 0);
        QVERIFY((*import)->finish({}, {}, false));
        QCOMPARE(tablesAsText(folder.path("copy.rota")), tablesAsText(folder.path()));
        QVERIFY(folder.open(DeskMode::Write, "copy.rota")->read("SPX"));
    }

    void aBackupReplacesNothing() {
        const DeskFolder folder;
        makeDesk(folder);
        writeFile(folder.path("notes.txt"), "mine");
        QCOMPARE(backupDesk(folder.path(), folder.path("notes.txt")).error().code,
                 std::string("file_exists"));
        QCOMPARE(backupDesk(folder.path(), folder.path()).error().code, std::string("file_exists"));
        QCOMPARE(fileBytes(folder.path("notes.txt")), QByteArray("mine"));
    }

    void whatCannotBeCopiedIsSaid() {
        const DeskFolder folder;
        makeDesk(folder);
        QCOMPARE(backupDesk(folder.path("none.rota"), folder.path("copy.rota")).error().code,
                 std::string("missing_file"));
        QCOMPARE(backupDesk(folder.path(), folder.path("nowhere/copy.rota")).error().code,
                 std::string("cannot_open"));
        QCOMPARE(filesIn(folder.folder()), QStringList{"test.rota"});
    }

    void aDamagedDeskMakesNoBackup() {
        const DeskFolder folder;
        makeDesk(folder);
        QByteArray bytes = fileBytes(folder.path());
        bytes.replace(4 * 16384, 4 * 16384, QByteArray(4 * 16384, '\xff'));
        writeFile(folder.path(), bytes);
        const auto copy = backupDesk(folder.path(), folder.path("copy.rota"));
        QCOMPARE(copy.error().code, std::string("corrupt_desk"));
        QCOMPARE(filesIn(folder.folder()), QStringList{"test.rota"});
    }

    void restoringBringsTheBackupAndKeepsTheDesk() {
        const DeskFolder folder;
        makeDesk(folder);
        QVERIFY(backupDesk(folder.path(), folder.path("copy.rota")));
        const QByteArray then = tablesAsText(folder.path());
        fill(*folder.open(), "RUT");
        const QByteArray later = tablesAsText(folder.path());
        const auto restored = restoreDesk(folder.path("copy.rota"), folder.path(), "now");
        QVERIFY2(restored, restored ? "" : restored.error().message.c_str());
        QCOMPARE(tablesAsText(folder.path()), then);
        QCOMPARE(QString::fromStdString(restored->former), folder.folder() + "/test.before-restore-now.rota");
        QCOMPARE(tablesAsText(restored->former), later);
        QVERIFY(restoreDesk(folder.path("copy.rota"), folder.path(), "now"));
        QCOMPARE(filesIn(folder.folder()).join(' '),
                 QStringLiteral(
                     "copy.rota test.before-restore-now-2.rota test.before-restore-now.rota test.rota"));
    }

    void restoringMakesAMissingDesk() {
        const DeskFolder folder;
        makeDesk(folder, "copy.rota");
        const auto restored = restoreDesk(folder.path("copy.rota"), folder.path(), "now");
        QVERIFY(restored);
        QVERIFY(restored->former.empty());
        QVERIFY(folder.open(DeskMode::Write)->read("SPX"));
    }

    void restoringOverADamagedDeskKeepsItAsItIs() {
        const DeskFolder folder;
        makeDesk(folder, "copy.rota");
        const QByteArray damaged(5000, 'x');
        writeFile(folder.path(), damaged);
        const auto restored = restoreDesk(folder.path("copy.rota"), folder.path(), "now");
        QVERIFY(restored);
        QCOMPARE(fileBytes(restored->former), damaged);
    }

    void restoringRefuses() {
        const DeskFolder folder;
        makeDesk(folder);
        makeDesk(folder, "copy.rota");
        const QByteArray before = tablesAsText(folder.path());
        writeFile(folder.path("text.rota"), "Date,Close\n");
        writeFile(folder.path("newer.rota"),
                  fileBytes(folder.path()).replace(60, 4, QByteArray("\0\0\0\x63", 4)));
        writeFile(folder.path("half.rota"), fileBytes(folder.path()).left(40'000));
        const auto code = [&](const char* name) {
            const auto restored = restoreDesk(folder.path(name), folder.path(), "now");
            return restored ? std::string() : restored.error().code;
        };
        QCOMPARE(code("none.rota"), std::string("missing_file"));
        QCOMPARE(code("text.rota"), std::string("not_a_desk"));
        QCOMPARE(code("newer.rota"), std::string("newer_desk"));
        QCOMPARE(code("half.rota"), std::string("corrupt_desk"));
        QCOMPARE(code("test.rota"), std::string("same_file"));
        const auto open = folder.open(DeskMode::Read);
        QVERIFY(open->info());
        QCOMPARE(code("copy.rota"), std::string("desk_locked"));
        QCOMPARE(tablesAsText(folder.path()), before);
        QVERIFY(!filesIn(folder.folder()).join(' ').contains("restor"));
    }

    void aSoundDeskPassesItsCheck() {
        const DeskFolder folder;
        const auto store = folder.open();
        fill(*store);
        fill(*store, "RUT");
        QVERIFY(store->undo(1, "2025-12-01T00:00:00Z"));
        const QByteArray before = tablesAsText(folder.path());
        const auto check = checkDesk(folder.path());
        QVERIFY(check);
        for (const DeskFinding& finding : check->findings)
            qWarning("%s", finding.message.c_str());
        QVERIFY(check->findings.empty());
        QVERIFY(check->rules > 10);
        QCOMPARE(tablesAsText(folder.path()), before);
    }

    void booksThatDoNotBalanceAreNamed_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* name, const char* sql, const char* rule) {
            QTest::newRow(name) << QByteArray(sql) << rule;
        };
        row("an account that is not a sum", "UPDATE import_file SET stored = 5", "row_accounts");
        row("a series that counts wrong", "UPDATE series SET observations = 9", "series_counts");
        row("a range that is not the values'", "UPDATE series SET last_date = 1", "series_counts");
        row("a bar of no series", "INSERT INTO bar VALUES (9, 1, 1, 1, 1, 1, 1, 1, 1, 1)", "lost_values");
        row("a bar without values", "UPDATE bar SET open = NULL, close = NULL WHERE open > 0", "empty_bars");
        row("a value of an import that was taken back", "UPDATE import_file SET undone_at = 'x'", "origins");
        row("an origin without a bar", "INSERT INTO bar_origin VALUES (1, 5, 'open', 1, 1)", "lost_origins");
        row("a past value that nothing ended",
            "INSERT INTO import_past (series_id, date, until, import_id, line) VALUES (1, 1, 77, 1, 1)",
            "past");
        row("an import later than the clock", "UPDATE import_clock SET tick = 0", "clock");
        row("a text that does not unpack", "INSERT INTO import_original VALUES ('aa', 10, x'00')", "texts");
        row("an instrument without series", "INSERT INTO instrument VALUES (9, 'X', 'X', 'index', 'index')",
            "empty_instruments");
    }
    void booksThatDoNotBalanceAreNamed() {
        QFETCH(QByteArray, sql);
        QFETCH(QString, rule);
        const DeskFolder folder;
        makeDesk(folder);
        QVERIFY(runSql(folder.path(), sql.constData()));
        const auto check = checkDesk(folder.path());
        QVERIFY(check);
        QVERIFY(!check->findings.empty());
        QCOMPARE(QString::fromStdString(check->findings.front().rule), rule);
        QVERIFY(!check->findings.front().damage);
    }

    void backupsAreMadeWhenDueAndTheOldestGo() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(store->setSetting(DeskSetting::BackupEvery, 2));
        QVERIFY(store->setSetting(DeskSetting::BackupKeep, 2));
        for (int i = 0; i < 9; ++i) {
            fill(*store);
            QCOMPARE(store->backUpIfDue()->has_value(), i % 2 == 1);
        }
        QCOMPARE(filesIn(folder.folder() + "/test.backups"),
                 (QStringList{"after-import-00000006.rota", "after-import-00000008.rota"}));
        QVERIFY(store->setSetting(DeskSetting::BackupEvery, 0));
        fill(*store);
        QVERIFY(!*store->backUpIfDue());
    }

    void settingsHaveUsualValuesAndARange() {
        const DeskFolder folder;
        const auto store = folder.open();
        for (const DeskSettingInfo& info : kDeskSettings) {
            QCOMPARE(*store->setting(info.setting), info.usual);
            QCOMPARE(store->setSetting(info.setting, -1).error().code, std::string("bad_setting"));
            QCOMPARE(store->setSetting(info.setting, info.most + 1).error().code, std::string("bad_setting"));
            QVERIFY(store->setSetting(info.setting, info.most));
            QCOMPARE(*folder.open(DeskMode::Read)->setting(info.setting), info.most);
        }
    }

    void aDeskOfVersionOneIsCopiedThenMigrated() {
        const DeskFolder folder;
        makeVersionOne(folder);
        const QByteArray before = tablesAsText(folder.path());
        const auto store = folder.open(DeskMode::Write);
        QCOMPARE(tablesAsText(folder.path("test.backups/version-1.rota")), before);
        QCOMPARE(fileBytes(folder.path("test.backups/version-1.rota")).mid(60, 4), QByteArray("\0\0\0\1", 4));
        QVERIFY(checkDesk(folder.path())->findings.empty());
        QCOMPARE(store->vintages("SPX", day("2024-11-05"), Field::Close)->front().value, 1.0);
        QCOMPARE(store->undo(1, "2025-12-01T00:00:00Z").error().code, std::string("shared_values"));
        QCOMPARE(store->undo(2, "2025-12-01T00:00:00Z")->restored, std::uint64_t{1});
        const auto restored = store->origin("SPX", day("2024-11-05"), Field::Close);
        QVERIFY2(restored, restored ? "" : restored.error().message.c_str());
        QCOMPARE(restored->value, 1.0);
        QVERIFY(store->undo(1, "2025-12-01T00:00:00Z"));
        QVERIFY(store->instruments()->empty());
    }

    void aMigrationWithoutItsCopyDoesNotHappen() {
        const DeskFolder folder;
        makeVersionOne(folder);
        const QByteArray before = fileBytes(folder.path());
        writeFile(folder.path("test.backups"), "in the way");
        QVERIFY(!openDesk(folder.path(), DeskMode::Write));
        QCOMPARE(fileBytes(folder.path()), before);
    }

    void synchronisedFoldersAreKnownByName_data() {
        QTest::addColumn<QString>("service");
        const auto row = [](const char* path, const char* service) { QTest::newRow(path) << service; };
        row("/home/ann/Dropbox/desk.rota", "Dropbox");
        row("/home/ann/Dropbox (Work)/a/desk.rota", "Dropbox");
        row("C:\\Users\\Ann\\OneDrive - Fund\\desk.rota", "OneDrive");
        row("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/desk.rota", "iCloud Drive");
        row("/Users/ann/Library/CloudStorage/GoogleDrive-ann/My Drive/desk.rota", "Google Drive");
        row("/Users/ann/Library/CloudStorage/OneDrive-Personal/desk.rota", "OneDrive");
        row("/home/ann/Google Drive/desk.rota", "Google Drive");
        row("/home/ann/desks/desk.rota", "");
        row("/home/ann/my Dropbox notes/desk.rota", "");
        row("desk.rota", "");
    }
    void synchronisedFoldersAreKnownByName() {
        QFETCH(QString, service);
        const auto found = synchronisedBy(QTest::currentDataTag());
        QCOMPARE(QString::fromUtf8(found.data(), qsizetype(found.size())), service);
    }

    void theDeskWarnsOfItsPlace() {
        const DeskFolder folder;
        QVERIFY(QDir(folder.folder()).mkdir("Dropbox"));
        const auto store = folder.open(DeskMode::Create, "Dropbox/test.rota");
        QVERIFY(store->info()->placeWarning->find("Dropbox synchronises") != std::string::npos);
    }
};

ROTASCOPE_SUITE(TestDeskCopies)
#include "test_desk_copies.moc"
