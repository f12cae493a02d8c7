// Layouts as vendors export them, in five languages: one invented file each, and what must come of it. The
// expectations stand in tests/data/vendor_files.csv and vendor_values.csv; they were counted from the files
// by other means than this program.
#include "core/csv/dialect.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QtTest>

#include <vector>

using namespace rotascope;
using namespace rotascope::test;

namespace {

using Cells = std::vector<std::string>;

/// The rows of a table of expectations without its header.
std::vector<Cells> tableOf(const char* name) {
    QFile file(QStringLiteral(ROTASCOPE_TEST_DATA) + QLatin1Char('/') + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    std::vector<Cells> rows;
    for (const HeadRecord& record : headRecords(file.readAll().toStdString(), Dialect{}, 10000))
        if (record.line > 1 && !record.blank())
            rows.push_back(record.cells);
    return rows;
}

QString text(const std::string& cell) {
    return QString::fromStdString(cell);
}

RowCounts countsIn(const Cells& row) {
    RowCounts counts;
    counts.rowsRead = text(row[3]).toULongLong();
    counts.stored = text(row[4]).toULongLong();
    counts.ignored = text(row[5]).toULongLong();
    return counts;
}

} // namespace

class TestImportVendors : public QObject {
    Q_OBJECT

private slots:
    void everyFileIsUnderstood_data() {
        QTest::addColumn<int>("row");
        const std::vector<Cells> files = tableOf("vendor_files.csv");
        for (std::size_t i = 0; i < files.size(); ++i)
            QTest::newRow(files[i][0].c_str()) << int(i);
    }

    void everyFileIsUnderstood() {
        QFETCH(int, row);
        const Cells wanted = tableOf("vendor_files.csv")[static_cast<std::size_t>(row)];
        MemoryStore store;
        QuietProgress progress;
        ImportOptions options = quietOptions();
        if (!wanted[1].empty())
            options.reading.symbol = wanted[1];
        const FileImport file =
            importFile(store, std::string(ROTASCOPE_TEST_DATA) + "/vendors/" + wanted[0], options, progress);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(text(file.format), text(wanted[2]));
        QCOMPARE(countsText(file.counts), countsText(countsIn(wanted)));
        int values = 0;
        for (const Cells& value : tableOf("vendor_values.csv")) {
            if (value[0] != wanted[0])
                continue;
            ++values;
            QCOMPARE(
                store.value(value[1], *fieldNamed(value[2]), day(value[3].c_str()), *cadenceNamed(value[4])),
                text(value[5]).toDouble());
        }
        QVERIFY2(values > 0, "no value of this file is expected");
    }

    void everyFixtureHasItsRow() {
        QSet<QString> files;
        for (const Cells& row : tableOf("vendor_files.csv"))
            files << text(row[0]);
        const QDir folder(QStringLiteral(ROTASCOPE_TEST_DATA) + "/vendors");
        for (const QString& name : folder.entryList(QDir::Files))
            QVERIFY2(files.contains(name), name.toUtf8());
    }
};

ROTASCOPE_SUITE(TestImportVendors)
#include "test_import_vendors.moc"
