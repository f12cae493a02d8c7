// Files as vendors and analysts left them, where they are present.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const QString kRoot = QStringLiteral(ROTASCOPE_SHARED) + "/data/real/";

struct RealFile {
    QString path;
    quint64 rows = 0;
    QString first;
    QString last;
};

/// The files and their row counts, as their own list tells them.
QList<RealFile> listedFiles() {
    QFile readme(kRoot + "README.md");
    QList<RealFile> files;
    if (!readme.open(QIODevice::ReadOnly))
        return files;
    const QRegularExpression section("^### (\\S+)");
    const QRegularExpression ranged("^\\| `([^`]+)` \\| (\\S+) \\.\\. (\\S+) \\| ([\\d,]+) \\|");
    const QRegularExpression derived("^\\| `(derived/[^`]+)` \\| .* \\| ([\\d,]+) \\|");
    QString folder;
    const auto number = [](QString text) { return text.remove(',').toULongLong(); };
    for (const QString& line : QString::fromUtf8(readme.readAll()).split('\n')) {
        if (const auto match = section.match(line); match.hasMatch())
            folder = match.captured(1).replace('/', '+') + '/';
        if (const auto match = ranged.match(line); match.hasMatch())
            files << RealFile{folder + match.captured(1), number(match.captured(4)), match.captured(2),
                              match.captured(3)};
        else if (const auto own = derived.match(line); own.hasMatch())
            files << RealFile{own.captured(1), number(own.captured(2)), {}, {}};
    }
    return files;
}

/// What import cannot read of them, and the code that says so.
QString refusalOf(const QString& path) {
    if (path.endsWith(".xml"))
        return QStringLiteral("spreadsheetml");
    return path.endsWith("us_market_holidays.csv") ? QStringLiteral("no_number_column") : QString();
}

FileImport importReal(MarketStore& store, const QString& path) {
    ImportOptions options = quietOptions();
    options.reading.today = day("2026-12-31");
    QuietProgress progress;
    return importFile(store, (kRoot + path).toStdString(), options, progress);
}

} // namespace

class TestImportReal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (listedFiles().isEmpty())
            QSKIP("The real files are not here: set ROTASCOPE_SHARED to the folder that holds data/real.");
    }

    void everyListedFileHasItsRowsAndRange_data() {
        QTest::addColumn<int>("index");
        const QList<RealFile> files = listedFiles();
        for (int i = 0; i < files.size(); ++i)
            QTest::newRow(files[i].path.toUtf8()) << i;
    }

    void everyListedFileHasItsRowsAndRange() {
        QFETCH(int, index);
        const RealFile wanted = listedFiles()[index];
        MemoryStore store;
        const FileImport file = importReal(store, wanted.path);
        QCOMPARE(QString::fromStdString(codeOf(file)), refusalOf(wanted.path));
        QVERIFY(file.counts.balanced());
        if (file.format.empty())
            return;
        QCOMPARE(quint64(file.counts.rowsRead), wanted.rows);
        QVERIFY(file.error || file.counts.rejected == 0);
        if (wanted.first.isEmpty())
            return;
        QCOMPARE(QString::fromStdString(isoText(file.range->first)), wanted.first);
        QCOMPARE(QString::fromStdString(isoText(file.range->last)), wanted.last);
    }

    void holidaysOfTheYieldAreMissingNotZero() {
        MemoryStore store;
        const FileImport file = importReal(store, "chatterjee-aryan+macro_regime_modeling/data/DGS10.csv");
        QCOMPARE(file.counts.ignored, std::uint64_t(286));
        for (const auto& [key, kept] : store.desk().values)
            QVERIFY(kept.value > 0);
    }

    /// Midnight in New York is 04:00 or 05:00 UTC: a shifted day would fall on a weekend.
    void alpacasInstantsAreNewYorkSessionsInSummerAndWinter() {
        MemoryStore store;
        const FileImport file = importReal(store, "Spooky-Labs+Course-1/data/IWM.csv");
        QCOMPARE(isoText(file.range->last), std::string("2025-04-04"));
        for (const auto& [key, kept] : store.desk().values)
            QVERIFY(!isWeekend(dateFromDayNumber(std::get<std::int32_t>(key))));
        for (const char* session : {"2025-04-04", "2025-01-03"})
            QVERIFY(std::isfinite(store.value("IWM", Field::Close, day(session))));
    }

    void weeklyBarsStayApartFromDailyOnes() {
        MemoryStore store;
        const FileImport file = importReal(store, "heliar-k+market-base/data/indices/RUT_1w.csv");
        QCOMPARE(file.counts.stored, std::uint64_t(528));
        QVERIFY(std::isnan(store.value("RUT", Field::Close, day("2016-07-01"))));
        QVERIFY(std::isfinite(store.value("RUT", Field::Close, day("2016-07-01"), Cadence::Weekly)));
    }

    void theSameFileTwiceChangesNothing() {
        MemoryStore store;
        importReal(store, "timothyylim+LongQQQShortIWM/IWM ETF Stock Price History.csv");
        const FileImport again =
            importReal(store, "timothyylim+LongQQQShortIWM/IWM ETF Stock Price History.csv");
        QCOMPARE(countsText(again.counts), QString("rows 1010 unchanged 1010"));
        QVERIFY(again.alreadyImportedAt.has_value());
    }

    void fourSourcesOfTheRussellConflictInSevenClosesOnly() {
        MemoryStore store;
        importReal(store, "hjyssg+tqqq_simulation/data/^RUT.csv");
        for (const char* path :
             {"chatterjee-aryan+macro_regime_modeling/data/^RUT.csv", "xjcarter+data/^RUT.csv"})
            for (const ImportIssue& issue : importReal(store, path).issues)
                QVERIFY2(issue.message.find(" close of ") == std::string::npos, issue.message.c_str());
        QStringList dates;
        for (const ImportIssue& issue : importReal(store, "heliar-k+market-base/data/indices/RUT.csv").issues)
            if (issue.message.find(" close of ") != std::string::npos)
                dates << QString::fromStdString(issue.message).section(' ', 3, 3);
        QCOMPARE(dates, (QStringList{"2016-07-06", "2016-07-11", "2016-07-18", "2016-07-19", "2016-07-20",
                                     "2016-07-27", "2016-08-01"}));
    }
};

ROTASCOPE_SUITE(TestImportReal)
#include "test_import_real.moc"
