// Opening: what is a desk, what is not, and that nothing else is ever touched.
#include "db/migrations/migrations.h"
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QtTest>

#include <algorithm>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A desk with one import, closed.
void makeDesk(const DeskFolder& folder, const char* name = "test.rota") {
    const auto store = folder.open(DeskMode::Create, name);
    if (!importInto(*store, closesFile("RUT", {{"2024-11-05", 2260.84}, {"2024-11-06", 2392.92}})))
        qFatal("import failed");
}

QByteArray patched(QByteArray bytes, int at, const QByteArray& with) {
    return bytes.replace(at, with.size(), with);
}

} // namespace

class TestDeskOpening : public QObject {
    Q_OBJECT

private slots:
    void createMakesADeskAndOpensItAgain() {
        const DeskFolder folder;
        makeDesk(folder);
        for (const DeskMode mode : {DeskMode::Create, DeskMode::Write, DeskMode::Read})
            QCOMPARE(folder.open(mode)->read("RUT")->daily.dates.size(), std::size_t{2});
    }

    void aClosedDeskIsOneFile() {
        const DeskFolder folder;
        makeDesk(folder);
        QCOMPARE(QDir(folder.folder()).entryList(QDir::Files), QStringList{"test.rota"});
    }

    void theFileSaysWhatItIs() {
        const DeskFolder folder;
        makeDesk(folder);
        const QByteArray bytes = fileBytes(folder.path());
        QCOMPARE(bytes.mid(68, 4), QByteArray("Rota"));
        QCOMPARE(bytes.mid(60, 4), QByteArray("\0\0\0\4", 4));
    }

    void openingAndReadingLeavesTheFileByteForByte() {
        const DeskFolder folder;
        makeDesk(folder);
        const QByteArray before = fileBytes(folder.path());
        for (const DeskMode mode : {DeskMode::Create, DeskMode::Write, DeskMode::Read})
            QVERIFY(folder.open(mode)->read("RUT"));
        QCOMPARE(fileBytes(folder.path()), before);
    }

    void anEmptyFileMayBecomeADesk() {
        const DeskFolder folder;
        writeFile(folder.path(), "");
        QCOMPARE(openDesk(folder.path(), DeskMode::Write).error().code, std::string("not_a_desk"));
        QCOMPARE(fileBytes(folder.path()), QByteArray());
        QVERIFY(openDesk(folder.path(), DeskMode::Create));
        QVERIFY(openDesk(folder.path(), DeskMode::Write));
    }

    void namesMayHoldAnyLetter() {
        const DeskFolder folder;
        makeDesk(folder, "Börse & 50% günstig? #1 日本.rota");
        QVERIFY(folder.open(DeskMode::Read, "Börse & 50% günstig? #1 日本.rota")->read("RUT"));
        QVERIFY(QDir(folder.folder()).exists(QString::fromUtf8("Börse & 50% günstig? #1 日本.rota")));
    }

    void aMissingDeskIsOnlyMadeWhenAskedFor() {
        const DeskFolder folder;
        for (const DeskMode mode : {DeskMode::Write, DeskMode::Read}) {
            const auto store = openDesk(folder.path(), mode);
            QCOMPARE(store.error().code, std::string("desk_missing"));
            QCOMPARE(store.error().kind, ErrorKind::Desk);
        }
        QVERIFY(!QFile::exists(QString::fromStdString(folder.path())));
    }

    void aMissingFolderIsSaid() {
        const DeskFolder folder;
        const auto store = openDesk(folder.path("nowhere/test.rota"), DeskMode::Create);
        QCOMPARE(store.error().code, std::string("cannot_open"));
        QVERIFY(store.error().message.find("folder does not exist") != std::string::npos);
    }

    void whatIsNotADeskIsLeftByteForByte_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const DeskFolder folder;
        makeDesk(folder);
        const QByteArray desk = fileBytes(folder.path());
        const auto row = [](const char* name, const QByteArray& bytes, const char* code) {
            QTest::newRow(name) << bytes << code;
        };
        row("a text file is not a desk", "Date,Close\n2025-11-28,248.8\n", "not_a_desk");
        row("a long text file is not a desk", QByteArray(5000, 'x'), "not_a_desk");
        row("SQLite's first words alone are not a desk", desk.left(16), "not_a_desk");
        row("another program's SQLite file is not a desk", patched(desk, 68, "Abcd"), "not_a_desk");
        row("a SQLite file of no program is not a desk", patched(desk, 68, QByteArray(4, '\0')),
            "not_a_desk");
        row("a desk of a newer version is refused", patched(desk, 60, QByteArray("\0\0\0\x63", 4)),
            "newer_desk");
        row("a desk cut in half is damaged", desk.left(desk.size() / 2), "corrupt_desk");
        row("a desk cut to its header is damaged", desk.left(100), "corrupt_desk");
        row("a desk with an unreadable schema is damaged", patched(desk, 100, QByteArray(2000, '\x5a')),
            "corrupt_desk");
        row("a desk whose schema is blank is damaged", patched(desk, 200, QByteArray(16384 - 200, '\0')),
            "corrupt_desk");
        row("a desk of version 0 is damaged", patched(desk, 60, QByteArray(4, '\0')), "corrupt_desk");
    }
    void whatIsNotADeskIsLeftByteForByte() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const DeskFolder folder;
        writeFile(folder.path(), bytes);
        for (const DeskMode mode : {DeskMode::Create, DeskMode::Write, DeskMode::Read}) {
            const auto store = openDesk(folder.path(), mode);
            QVERIFY(!store);
            QCOMPARE(store.error().kind, ErrorKind::Desk);
            QCOMPARE(QString::fromStdString(store.error().code), code);
            QVERIFY(store.error().message.find(folder.path()) != std::string::npos);
        }
        QCOMPARE(fileBytes(folder.path()), bytes);
        QCOMPARE(QDir(folder.folder()).entryList(QDir::Files), QStringList{"test.rota"});
    }

    void damageFoundLaterIsASentenceToo() {
        const DeskFolder folder;
        {
            InventedFile file;
            file.targets = {barTarget("RUT")};
            for (int i = 0; i < 20000; ++i)
                file.rows.push_back({static_cast<std::uint32_t>(i + 2),
                                     0,
                                     day("1990-01-01") + std::chrono::days(i),
                                     {{Field::Close, 1.5 + i}}});
            QVERIFY(importInto(*folder.open(), file));
        }
        const QByteArray whole = fileBytes(folder.path());
        const QByteArray damaged = whole.left(whole.size() - 5 * 16384) + QByteArray(5 * 16384, '\xff');
        writeFile(folder.path(), damaged);
        const auto data = folder.open(DeskMode::Read)->read("RUT");
        QVERIFY(!data);
        QCOMPARE(data.error().code, std::string("corrupt_desk"));
        const auto written = importInto(*folder.open(), closesFile("SPX", {{"2024-11-06", 5929.04}}));
        QVERIFY2(!written, "a damaged desk is not written to, even where the damage would not be met");
        QCOMPARE(written.error().code, std::string("corrupt_desk"));
        QCOMPARE(fileBytes(folder.path()), damaged);
    }

    void aFolderIsNotADesk() {
        const DeskFolder folder;
        const auto store = openDesk(folder.folder().toStdString(), DeskMode::Create);
        QCOMPARE(store.error().code, std::string("not_a_desk"));
    }

    void tableColumnsAreTheFieldCatalogue() {
        std::string columns;
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            columns += "\n  " + std::string(nameOf(static_cast<Field>(slot))) + " REAL,";
        QString schema = QString::fromUtf8(migrations().front().sql);
        schema.replace(QRegularExpression(" +REAL,"), " REAL,");
        QVERIFY(schema.contains(QString::fromStdString(columns)));
    }

    void migrationsAreNumberedWithoutGaps() {
        int expected = 0;
        for (const Migration& migration : migrations())
            QCOMPARE(migration.number, ++expected);
        QVERIFY(expected >= 1);
    }

    void twoWhoCreateTheSameDeskBothGetIt() {
        const DeskFolder folder;
        writeFile(folder.path(), "");
        const auto first = folder.open();
        const auto second = folder.open();
        QVERIFY(importInto(*first, closesFile("RUT", {{"2024-11-05", 2260.84}})));
        QVERIFY(second->read("RUT"));
    }
};

ROTASCOPE_SUITE(TestDeskOpening)
#include "test_desk_opening.moc"
