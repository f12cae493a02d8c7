// The ground a desk stands on fails: read-only, locked, full. A sentence, and nothing half.
#include "tests/db/desk_fixture.h"
#include "tests/db/full_disk.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr auto kReadOnlyFile = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr auto kReadOnlyFolder = kReadOnlyFile | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
constexpr auto kOpenFolder = kReadOnlyFolder | QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;

/// File permissions do not bind the superuser: step down while it lives.
class OrdinaryUser {
public:
#ifdef Q_OS_WIN
    bool possible() const {
        return false;
    }
#else
    OrdinaryUser()
        : m_root(geteuid() == 0)
        , m_possible(!m_root || seteuid(65534) == 0) {}
    ~OrdinaryUser() {
        if (m_root && seteuid(0) != 0)
            qFatal("the test cannot return to its own user");
    }
    bool possible() const {
        return m_possible;
    }

private:
    bool m_root;
    bool m_possible;
#endif
};

InventedFile bigFile(int rows) {
    InventedFile file;
    file.targets = {barTarget("IWM")};
    for (int i = 0; i < rows; ++i)
        file.rows.push_back({static_cast<std::uint32_t>(i + 2),
                             0,
                             day("1950-01-03") + std::chrono::days(i),
                             {{Field::Close, 10.01 + i}, {Field::Volume, 1000.5 * i}}});
    return file;
}

void makeDesk(const DeskFolder& folder) {
    if (!importInto(*folder.open(), closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}})))
        qFatal("import failed");
}

/// Holds a lock on the file the way another process would.
class OtherProgram {
public:
    OtherProgram(const std::string& path, const char* sql) {
        m_holds = sqlite3_open(path.c_str(), &m_desk) == SQLITE_OK &&
                  sqlite3_exec(m_desk, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    ~OtherProgram() { sqlite3_close(m_desk); }
    bool holds() const { return m_holds; }

private:
    sqlite3* m_desk = nullptr;
    bool m_holds = false;
};

} // namespace

class TestDeskFaults : public QObject {
    Q_OBJECT

private slots:
    void readOnlyGroundIsReadAndNeverWritten_data() {
        QTest::addColumn<bool>("file");
        QTest::addColumn<bool>("folder");
        QTest::newRow("a read-only file") << true << false;
        QTest::newRow("a read-only folder") << false << true;
        QTest::newRow("a read-only file in a read-only folder") << true << true;
    }
    void readOnlyGroundIsReadAndNeverWritten() {
        QFETCH(bool, file);
        QFETCH(bool, folder);
        const DeskFolder ground;
        makeDesk(ground);
        const QByteArray before = fileBytes(ground.path());
        QFile::setPermissions(QString::fromStdString(ground.path()),
                              file ? QFile::Permissions(kReadOnlyFile) : kOpenFolder);
        QFile::setPermissions(ground.folder(), folder ? QFile::Permissions(kReadOnlyFolder) : kOpenFolder);
        {
            const OrdinaryUser user;
            if (!user.possible())
                QSKIP("File permissions cannot be tested here: this user may write everything.");
            for (const DeskMode mode : {DeskMode::Create, DeskMode::Write, DeskMode::Read}) {
                const auto store = openDesk(ground.path(), mode);
                QVERIFY2(store, store ? "" : store.error().message.c_str());
                QCOMPARE((*store)->read("RUT")->daily.dates.size(), std::size_t{2});
                QVERIFY((*store)->info()->readOnly);
                const auto written = importInto(**store, closesFile("RUT", {{"2024-11-07", 2382.69}}));
                QVERIFY(!written);
                QCOMPARE(written.error().code, std::string("desk_read_only"));
                QCOMPARE(written.error().kind, ErrorKind::Desk);
                QCOMPARE((*store)->markDemo().error().code, std::string("desk_read_only"));
            }
        }
        QFile::setPermissions(ground.folder(), kOpenFolder);
        QCOMPARE(fileBytes(ground.path()), before);
    }

    void aDeskCannotBeMadeInAReadOnlyFolder() {
        const DeskFolder ground;
        QFile::setPermissions(ground.folder(), kReadOnlyFolder);
        const OrdinaryUser user;
        if (!user.possible())
            QSKIP("File permissions cannot be tested here: this user may write everything.");
        const auto store = openDesk(ground.path(), DeskMode::Create);
        QVERIFY(!store);
        QCOMPARE(store.error().code, std::string("cannot_open"));
    }

    void aFileThatMayNotBeReadIsSaid() {
        const DeskFolder ground;
        makeDesk(ground);
        QFile::setPermissions(ground.folder(), kOpenFolder);
        QFile::setPermissions(QString::fromStdString(ground.path()), QFile::Permissions());
        const OrdinaryUser user;
        if (!user.possible())
            QSKIP("File permissions cannot be tested here: this user may read everything.");
        QCOMPARE(openDesk(ground.path(), DeskMode::Write).error().code, std::string("cannot_open"));
    }

    void aDeskOpenedForReadingRefusesToWrite() {
        const DeskFolder folder;
        makeDesk(folder);
        const auto store = folder.open(DeskMode::Read);
        QVERIFY(store->info()->readOnly);
        QCOMPARE(importInto(*store, closesFile("RUT", {{"2024-11-07", 1}})).error().code,
                 std::string("desk_read_only"));
    }

    void aDeskThatAnotherProgramWritesToIsReadAllTheSame() {
        const DeskFolder folder;
        makeDesk(folder);
        const OtherProgram other(folder.path(), "BEGIN IMMEDIATE");
        QVERIFY(other.holds());
        const auto store = folder.open(DeskMode::Write);
        QVERIFY(store->read("RUT"));
        const auto written = importInto(*store, closesFile("RUT", {{"2024-11-07", 2382.69}}));
        QCOMPARE(written.error().code, std::string("desk_locked"));
        QCOMPARE(written.error().kind, ErrorKind::Desk);
    }

    void aDeskThatAnotherProgramKeepsToItselfIsLocked() {
        const DeskFolder folder;
        makeDesk(folder);
        const OtherProgram other(folder.path(),
                                 "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM setting");
        QVERIFY(other.holds());
        QCOMPARE(openDesk(folder.path(), DeskMode::Write).error().code, std::string("desk_locked"));
    }

    void aDeskWithoutItsLogOpensWhileAnotherProgramWrites() {
        const DeskFolder folder;
        makeDesk(folder);
        const OtherProgram other(folder.path(),
                                 "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE; DELETE FROM setting");
        QVERIFY(other.holds());
        QVERIFY(folder.open(DeskMode::Write)->read("RUT"));
    }

    void aCrashInTheMiddleOfAnImportLeavesTheDeskAsItWas_data() {
        QTest::addColumn<bool>("huge");
        QTest::newRow("a file of everyday size") << false;
        QTest::newRow("a file that is loaded without the log") << true;
    }
    void aCrashInTheMiddleOfAnImportLeavesTheDeskAsItWas() {
        QFETCH(bool, huge);
        const DeskFolder folder;
        makeDesk(folder);
        const QByteArray before = tablesAsText(folder.path());
        const DeskFolder afterwards;
        {
            // Rows that do not fit the cache, so that unfinished pages reach the disk; then everything as it
            // lies there.
            const auto store = folder.open();
            InventedFile file;
            for (int symbol = 0; symbol < 60; ++symbol)
                file.targets.push_back(barTarget(QStringLiteral("S%1").arg(symbol).toUtf8()));
            ImportHeader header = file.header();
            header.bytes = huge ? 1u << 30 : 0;
            const auto import = store->beginImport(header, file.targets, file.policy);
            for (std::uint32_t symbol = 0; symbol < 60; ++symbol) {
                file.rows = bigFile(8000).rows;
                for (FileRow& row : file.rows)
                    row.target = symbol;
                QVERIFY((*import)->write(blockOf(file, 0, file.rows.size())));
            }
            QVERIFY(
                QFileInfo(QString::fromStdString(folder.path(huge ? "test.rota" : "test.rota-wal"))).size() >
                1'000'000);
            for (const QString& name : QDir(folder.folder()).entryList(QDir::Files))
                QVERIFY(QFile::copy(folder.folder() + '/' + name, afterwards.folder() + '/' + name));
        }
        QVERIFY(afterwards.open()->read("RUT"));
        QCOMPARE(tablesAsText(afterwards.path()), before);
        QVERIFY(importInto(*afterwards.open(), closesFile("SPX", {{"2024-11-06", 5929.04}})));
    }

    void aFullDiskLeavesNoHalfMadeDesk() {
        const DeskFolder folder;
        const FullDisk disk(8192);
        const auto store = openDesk(folder.path(), DeskMode::Create);
        QVERIFY(!store);
        QCOMPARE(store.error().code, std::string("disk_full"));
        QCOMPARE(store.error().kind, ErrorKind::Desk);
        QCOMPARE(QDir(folder.folder()).entryList(QDir::Files), QStringList());
    }

    void aFullDiskLeavesEachImportWholeOrAbsent_data() {
        QTest::addColumn<bool>("huge");
        QTest::newRow("a file of everyday size") << false;
        QTest::newRow("a file that is loaded without the log") << true;
    }
    void aFullDiskLeavesEachImportWholeOrAbsent() {
        QFETCH(bool, huge);
        int absent = 0;
        int whole = 0;
        for (std::int64_t budget = 0; budget < 1'600'000; budget += 100'001)
            importOnDiskWithRoomFor(budget, huge, whole, absent);
        QVERIFY2(absent > 3 && whole > 3,
                 qPrintable(QStringLiteral("%1 absent, %2 whole").arg(absent).arg(whole)));
    }

private:
    static Result<ImportReceipt> importAs(MarketStore& store, const ImportHeader& header,
                                          const InventedFile& file) {
        const auto import = store.beginImport(header, file.targets, file.policy);
        if (!import)
            return Failure(import.error());
        if (const auto written = (*import)->write(blockOf(file, 0, file.rows.size())); !written)
            return Failure(written.error());
        return (*import)->finish({}, {}, true);
    }

    void importOnDiskWithRoomFor(std::int64_t budget, bool huge, int& whole, int& absent) {
        const InventedFile file = bigFile(8000);
        ImportHeader header = file.header();
        header.bytes = huge ? 1u << 30 : header.bytes;
        const DeskFolder folder;
        makeDesk(folder);
        const QByteArray before = tablesAsText(folder.path());
        {
            const FullDisk disk(INT64_MAX);
            const auto store = folder.open();
            FullDisk::allow(budget);
            const auto receipt = importAs(*store, header, file);
            ++(receipt ? whole : absent);
            FullDisk::allow(INT64_MAX);
            QCOMPARE(store->instruments()->size(), receipt ? std::size_t{2} : std::size_t{1});
            if (!receipt) {
                QCOMPARE(receipt.error().code, std::string("disk_full"));
                QCOMPARE(tablesAsText(folder.path()), before);
            }
        }
        QCOMPARE(importInto(*folder.open(), file)->counts.rowsRead, std::uint64_t{8000});
    }
};

ROTASCOPE_SUITE(TestDeskFaults)
#include "test_desk_faults.moc"
