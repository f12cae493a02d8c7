// The table as CSV, and as a desk keeps it.
#include "core/workflow/load_catalysts.h"
#include "tests/support/fixed_store.h"
#include "tests/support/suites.h"

#include <QRegularExpression>
#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const CatalystTable kOwn{{"cpi", *makeDate(2031, 1, 14), "CPI, \"December\"", "an invented notice"},
                         {"first cuts", *makeDate(2031, 3, 19), "", "=note"},
                         {"fomc", *makeDate(2031, 1, 29), "", ""}};

} // namespace

class CatalystsCsvTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas() {
        QCOMPARE(*parseCatalystsCsv(catalystsCsv(kOwn)), kOwn);
        QCOMPARE(*parseCatalystsCsv(catalystsCsv(builtInCatalysts())), builtInCatalysts());
        QVERIFY(parseCatalystsCsv("")->empty());
        QVERIFY(parseCatalystsCsv("category,date,name,source\n")->empty());
    }

    void readsWhatASpreadsheetWrites() {
        const auto read = parseCatalystsCsv(
            "\xEF\xBB\xBF Date ; Category ;Comment\r\n2031-01-29; FOMC ;x\r\n;;\r\n2031-01-14;CPI;\r\n");
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->size(), std::size_t{2});
        QCOMPARE(read->front(), (ListedCatalyst{"cpi", *makeDate(2031, 1, 14), "", ""}));
        QCOMPARE(read->back(), (ListedCatalyst{"fomc", *makeDate(2031, 1, 29), "", ""}));
    }

    void refusalsNameTheLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* what, const char* text, const char* says) {
            QTest::newRow(what) << QByteArray(text) << says;
        };
        row("no heading", "fomc,2031-01-29\n", "Line 1 .*category,date,name,source");
        row("no date column", "category,name\nfomc,x\n", "Line 1 .*\"date\"");
        row("no date", "category,date\nfomc,2031-01-29\ncpi,soon\n", "Line 3 .*\"soon\"");
        row("no such day", "category,date\nfomc,2031-02-30\n", "Line 2 ");
        row("no category", "category,date\n ,2031-01-29\n", "Line 2 .*has no category");
        row("a category of the program", "category,date\nImported,2031-01-29\n", "Line 2 .*\"imported\"");
        row("the same again", "category,date\nfomc,2031-01-29\ncpi,2031-01-14\nFOMC,2031-01-29\n",
            "Line 4 .*repeats line 2");
        row("a quote that never closes", "category,date\nfomc,\"2031\n", "quote");
        row("letters of another encoding", "category,date,name\nfomc,2031-01-29,\xE9\n", "UTF-8");
    }
    void refusalsNameTheLine() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, says);
        const auto read = parseCatalystsCsv(text.toStdString());
        QVERIFY(!read.has_value());
        QVERIFY2(QString::fromStdString(read.error().message).contains(QRegularExpression(says)),
                 read.error().message.c_str());
    }

    void tooMuchIsRefused() {
        QVERIFY(!parseCatalystsCsv(std::string(kLongestCatalystTable + 1, ' ')).has_value());
        std::string many = "category,date,name\n";
        for (std::size_t i = 0; i <= kMostListedCatalysts; ++i)
            many += "x,2031-01-29," + std::to_string(i) + "\n";
        QVERIFY(parseCatalystsCsv(many).error().message.find("Line 10002 ") != std::string::npos);
        const std::string wide =
            "category,date,name\nx,2031-01-29," + std::string(kLongestCatalystCell + 1, 'x');
        QVERIFY(parseCatalystsCsv(wide).error().message.find("Line 2 ") != std::string::npos);
    }

    void aDeskKeepsIt() {
        const auto desk = std::make_shared<FixedDesk>();
        FixedStore store(desk);
        QVERIFY(loadCatalysts(store)->empty());
        QVERIFY(saveCatalysts(store, kOwn).has_value());
        QCOMPARE(*loadCatalysts(store), kOwn);
        QVERIFY(!saveCatalysts(store, {{"CPI", *makeDate(2031, 1, 14), "", ""}}).has_value());
        QVERIFY(!saveCatalysts(store, {{"cpi", *makeDate(2031, 1, 14), "two\nlines", ""}}).has_value());
        QCOMPARE(*loadCatalysts(store), kOwn);
        // The built-in table is none of its own: later programs may know more.
        QVERIFY(saveCatalysts(store, builtInCatalysts()).has_value());
        QVERIFY(desk->texts[DeskText::Catalysts].empty());
    }
};

ROTASCOPE_SUITE(CatalystsCsvTest)
#include "test_catalysts_csv.moc"
