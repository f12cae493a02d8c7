// What a reading settles beside the values: columns, decimals, cadence, encodings, the choices that are kept.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A table of one day, without a date in it.
constexpr const char* kPeers =
    "Ticker,Fund,1M Return,Net Flow\nAAAAX,Alpha,-1.5%,12.5\nBBBBX,Beta,2.25%,-3\n";

ImportOptions ofDay(const char* iso) {
    ImportOptions options = quietOptions();
    options.reading.date = day(iso);
    return options;
}

} // namespace

class TestImportPlans : public QObject {
    Q_OBJECT

private slots:
    void columnsWithoutAHomeAreNotStored() {
        MemoryStore store;
        QuietProgress progress;
        const std::string folder = std::string(ROTASCOPE_TEST_DATA) + "/import/";
        importFile(store, folder + "ib_IWM.csv", quietOptions(), progress);
        for (const auto& [key, value] : store.desk().values)
            QVERIFY(std::get<Field>(key) <= Field::Volume && std::get<Field>(key) != Field::AdjClose);
    }

    void aTargetKnowsItsColumnsAndTheirDecimals() {
        MemoryStore store;
        QuietProgress progress;
        importFile(store, std::string(ROTASCOPE_TEST_DATA) + "/import/IWM ETF Stock Price History.csv",
                   quietOptions(), progress);
        const ImportTarget& target = store.desk().targets.at(0);
        QCOMPARE(target.sourceColumn[indexOf(Field::Close)], 2);
        QCOMPARE(target.sourceColumn[indexOf(Field::Volume)], 6);
        QCOMPARE(target.sourceColumn[indexOf(Field::AdjClose)], 0);
        QCOMPARE(int(target.decimals[indexOf(Field::Close)]), 2);
        QCOMPARE(int(target.decimals[indexOf(Field::Volume)]), -1);
    }

    void whenValuesBecomeKnownFollowsTheirKind() {
        MemoryStore store;
        QuietProgress progress;
        const std::string folder = std::string(ROTASCOPE_TEST_DATA) + "/import/";
        for (const char* name : {"IWM_ishares_historical.csv", "fred_monthly.csv", "DGS10.csv"})
            importFile(store, folder + name, quietOptions(), progress);
        const auto& targets = store.desk().targets;
        QCOMPARE(targets.size(), std::size_t(4));
        QVERIFY(targets[0].field == Field::Nav && targets[0].availability == Availability::SameDay);
        QVERIFY(targets[1].field == Field::Shares && targets[1].availability == Availability::NextSession);
        QVERIFY(targets[2].cadence == Cadence::Monthly &&
                targets[2].availability == Availability::AfterPeriod);
        QVERIFY(targets[3].cadence == Cadence::Daily && targets[3].availability == Availability::SameDay);
    }

    /// Friday's close is not known on the Monday by which a vendor dates the week.
    void weeksDatedByTheirFirstDayAreKnownWhenTheyAreOver() {
        MemoryStore store;
        importText(store, "BATS_IWM, 1W.csv",
                   "time,close\n2025-11-03,240\n2025-11-10,241\n2025-11-17,242\n2025-11-24,243\n");
        importText(store, "SPY_fridays.csv",
                   "Date,Close\n2025-11-07,240\n2025-11-14,241\n2025-11-21,242\n2025-11-28,243\n");
        const auto& targets = store.desk().targets;
        QVERIFY(targets[0].cadence == Cadence::Weekly &&
                targets[0].availability == Availability::AfterPeriod);
        QVERIFY(targets[1].cadence == Cadence::Weekly && targets[1].availability == Availability::SameDay);
    }

    void weeklyBarsNeverMixWithDailyOnes() {
        MemoryStore store;
        QuietProgress progress;
        const std::string folder = std::string(ROTASCOPE_TEST_DATA) + "/import/";
        importFile(store, folder + "^RUT.csv", quietOptions(), progress);
        const FileImport weekly = importFile(store, folder + "RUT_1w.csv", quietOptions(), progress);
        QCOMPARE(weekly.counts.stored, std::uint64_t(4));
        QCOMPARE(store.value("RUT", Field::Close, day("2024-11-01")), 102.0);
        QCOMPARE(store.value("RUT", Field::Close, day("2024-11-01"), Cadence::Weekly), 111.5);
    }

    void encodingsAndDelimitersAreFound_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray plain = "Date,Close,Volume\n2025-01-02,10.5,3\n2025-01-03,11.5,4\n";
        QTest::newRow("as it is") << plain;
        QTest::newRow("semicolons") << QByteArray(plain).replace(',', ';');
        QTest::newRow("tabs") << QByteArray(plain).replace(',', '\t');
        QTest::newRow("bars") << QByteArray(plain).replace(',', '|');
        QTest::newRow("Windows line ends") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("old Mac line ends") << QByteArray(plain).replace("\n", "\r");
        QTest::newRow("every cell quoted") << QByteArray(
            "\"Date\",\"Close\",\"Volume\"\n\"2025-01-02\",\"10.5\",\"3\"\n\"2025-01-03\",\"11.5\",\"4\"\n");
        QTest::newRow("single quotes")
            << QByteArray("'Date','Close','Volume'\n'2025-01-02','10.5','3'\n'2025-01-03','11.5','4'\n");
        QTest::newRow("no final line end") << plain.chopped(1);
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF") + plain;
        QTest::newRow("a line that names the separator") << QByteArray("sep=,\n") + plain;
        QTest::newRow("trailing delimiters") << QByteArray(plain).replace("\n", ",\n");
    }

    void encodingsAndDelimitersAreFound() {
        QFETCH(QByteArray, text);
        MemoryStore store;
        const FileImport file = importText(store, "IWM.csv", text);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(countsText(file.counts), QString("rows 2 stored 2"));
        QCOMPARE(store.value("IWM", Field::Close, day("2025-01-03")), 11.5);
        QCOMPARE(store.value("IWM", Field::Volume, day("2025-01-02")), 3.0);
    }

    void theSettingsSayEveryChoice() {
        MemoryStore store;
        QuietProgress progress;
        importFile(store, std::string(ROTASCOPE_TEST_DATA) + "/import/german_DAX.csv", quietOptions(),
                   progress);
        const QByteArray settings = QByteArray::fromStdString(store.desk().imports.at(0).header.settings);
        for (const char* choice :
             {"\"encoding\":\"windows-1252\"", "\"delimiter\":\";\"", "\"decimal\":\"comma\"",
              "\"symbol_source\":\"file name\"", "\"format\":\"ohlcv\"", "\"header_line\":1",
              "{\"name\":\"Schlusskurs\",\"role\":\"close\",\"symbol\":\"DAX\"}"})
            QVERIFY2(settings.contains(choice), settings);
    }

    void aTableWithoutDatesAsksForItsDay() {
        MemoryStore store;
        const FileImport file = importText(store, "peers.csv", kPeers);
        QCOMPARE(codeOf(file), std::string("undated_table"));
        QVERIFY(file.error->message.find("--date") != std::string::npos);
        QVERIFY(store.desk().values.empty());
    }

    void aTableWithoutDatesIsOfTheDayThatIsNamed() {
        MemoryStore store;
        const FileImport file = importText(store, "peers.csv", kPeers, ofDay("2025-01-03"));
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(countsText(file.counts), QString("rows 2 stored 2"));
        QCOMPARE(store.value("AAAAX_1M_RETURN", Field::Value, day("2025-01-03")), -1.5);
        QCOMPARE(store.value("BBBBX", Field::Flow, day("2025-01-03")), -3.0);
        QVERIFY(store.desk().imports[0].header.settings.find("\"date\":\"2025-01-03\"") != std::string::npos);
    }

    void aDayIsRefusedForATableThatHasDates() {
        MemoryStore store;
        const FileImport file =
            importText(store, "IWM.csv", "Date,Close\n2025-01-02,10\n", ofDay("2025-01-03"));
        QCOMPARE(codeOf(file), std::string("dates_of_its_own"));
    }

    void aDayAloneTellsNoRowsApart() {
        MemoryStore store;
        const FileImport file = importText(store, "x.csv", "Return,Flow\n1.5,2\n", ofDay("2025-01-03"));
        QCOMPARE(codeOf(file), std::string("no_ticker_column"));
    }

    void aDayInTheFutureRejectsEveryRow() {
        MemoryStore store;
        const FileImport file = importText(store, "peers.csv", kPeers, ofDay("2199-01-03"));
        QCOMPARE(countsText(file.counts), QString("rows 2 rejected 2"));
    }
};

ROTASCOPE_SUITE(TestImportPlans)
#include "test_import_plans.moc"
