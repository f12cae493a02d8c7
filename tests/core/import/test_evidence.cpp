#include "core/import/evidence.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <random>

using namespace rotascope;

namespace {

/// "mdy", "dmy" or the refusal's code, decided over all cells.
std::string dateOrderOf(const std::vector<std::string>& cells, const ReadingChoices& choices = {}) {
    DateEvidence evidence;
    std::uint32_t line = 2;
    for (const std::string& cell : cells)
        evidence.add(readDate(cell), line++, cell);
    const auto style = evidence.decide(choices);
    if (!style)
        return style.error().code;
    return style->order == NumericOrder::MonthFirst ? "mdy"
           : style->order == NumericOrder::DayFirst ? "dmy"
                                                    : "ymd";
}

std::string signOf(const std::vector<std::string>& cells, char delimiter, bool quoted = false,
                   const ReadingChoices& choices = {}) {
    Dialect dialect;
    dialect.delimiter = delimiter;
    NumberEvidence evidence(dialect);
    std::uint32_t line = 2;
    for (const std::string& cell : cells)
        evidence.add(CsvCell{cell, quoted}, line++);
    const auto style = evidence.decide(choices);
    return style ? std::string(1, style->decimal) : style.error().code;
}

bool isDay(int year, int month, int day) {
    return QDate(year, month, day).isValid();
}

} // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void theOrderOfDatesIsDecidedOverTheWholeFile_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("order");
        QTest::newRow("one day above twelve decides")
            << QStringList{"01/02/2025", "02/02/2025", "01/13/2025"} << "mdy";
        QTest::newRow("also at the very end")
            << QStringList{"01.02.2025", "02.02.2025", "13.02.2025"} << "dmy";
        QTest::newRow("every date valid both ways")
            << QStringList{"01/02/2025", "01/03/2025"} << "undecidable_date_order";
        QTest::newRow("dots decide nothing")
            << QStringList{"01.02.2025", "02.02.2025"} << "undecidable_date_order";
        QTest::newRow("the same day either way") << QStringList{"03/03/2025", "04/04/2025"} << "mdy";
        QTest::newRow("years first need no decision") << QStringList{"2025-01-02", "2025-01-03"} << "mdy";
        QTest::newRow("contradiction") << QStringList{"01/13/2025", "13/01/2025"} << "undecidable_date_order";
        QTest::newRow("no date at all") << QStringList{"abc"} << "mdy";
        QTest::newRow("years of two digits lead")
            << QStringList{"25/11/17", "25/11/18", "25/11/19", "25/11/20", "25/11/21", "25/11/24"} << "ymd";
        QTest::newRow("and in reverse")
            << QStringList{"25-11-28", "25-11-26", "25-11-25", "25-11-24"} << "ymd";
        QTest::newRow("years of two digits behind")
            << QStringList{"17.11.25", "18.11.25", "19.11.25", "20.11.25", "21.11.25", "24.11.25"} << "dmy";
        QTest::newRow("evenings before the session")
            << QStringList{"2025-11-16T18:00:00-05:00", "2025-11-17T18:00:00-05:00",
                           "2025-11-18T18:00:00-05:00", "2025-11-19T18:00:00-05:00",
                           "2025-11-20T18:00:00-05:00", "2025-11-23T18:00:00-05:00"}
            << "instants_of_another_place";
        QTest::newRow("what trades on every day")
            << QStringList{"2025-11-14T18:00:00-05:00", "2025-11-15T18:00:00-05:00",
                           "2025-11-16T18:00:00-05:00", "2025-11-17T18:00:00-05:00",
                           "2025-11-18T18:00:00-05:00"}
            << "mdy";
    }

    void theOrderOfDatesIsDecidedOverTheWholeFile() {
        QFETCH(QStringList, cells);
        QFETCH(QString, order);
        std::vector<std::string> texts;
        for (const QString& cell : cells)
            texts.push_back(cell.toStdString());
        QCOMPARE(QString::fromStdString(dateOrderOf(texts)), order);
    }

    void theUsersOrderIsTaken() {
        ReadingChoices choices;
        choices.dateOrder = NumericOrder::DayFirst;
        QCOMPARE(dateOrderOf({"01/02/2025"}, choices), std::string("dmy"));
    }

    void undecidableDatesNameTheEvidenceAndTheRemedy() {
        DateEvidence evidence;
        evidence.add(readDate("04/01/2025"), 2, "04/01/2025");
        evidence.add(readDate("05/01/2025"), 3, "05/01/2025");
        const auto style = evidence.decide({});
        QVERIFY(!style);
        const QString message = QString::fromStdString(style.error().message);
        QVERIFY2(message.contains("\"04/01/2025\" in line 2"), message.toUtf8());
        QVERIFY2(message.contains("month first, 0 of 2 rows fall on a weekend"), message.toUtf8());
        QVERIFY2(message.contains("day first, 2 of 2 rows fall on a weekend"), message.toUtf8());
        QVERIFY2(message.contains("--date-order mdy"), message.toUtf8());
    }

    void randomDatesAgreeWithTheRuleSaidPlainly() {
        std::mt19937 random(17);
        for (int round = 0; round < 3000; ++round) {
            std::vector<std::string> cells;
            bool everyMonthFirst = true;
            bool everyDayFirst = true;
            bool differs = false;
            const int size = 1 + static_cast<int>(random() % 6);
            const bool monthFirst = random() % 2 == 0;
            while (static_cast<int>(cells.size()) < size) {
                const int a = 1 + static_cast<int>(random() % (monthFirst ? 12 : 31));
                const int b = 1 + static_cast<int>(random() % (monthFirst ? 31 : 12));
                if (!isDay(2025, a, b) && !isDay(2025, b, a))
                    continue;
                everyMonthFirst = everyMonthFirst && isDay(2025, a, b);
                everyDayFirst = everyDayFirst && isDay(2025, b, a);
                differs = differs || a != b;
                cells.push_back(std::to_string(a) + '/' + std::to_string(b) + "/2025");
            }
            const std::string wanted = everyMonthFirst && everyDayFirst
                                           ? (differs ? "undecidable_date_order" : "mdy")
                                       : everyMonthFirst ? "mdy"
                                                         : "dmy";
            QCOMPARE(dateOrderOf(cells), wanted);
        }
    }

    void theDecimalSignIsDecidedOverTheWholeFile() {
        const std::string undecidable = "undecidable_decimal";
        QCOMPARE(signOf({"1.234", "2.345"}, ';'), undecidable);
        QCOMPARE(signOf({"1,234", "2,345"}, '\t'), undecidable);
        QCOMPARE(signOf({"1.234", "2,345"}, ';'), undecidable);
        QCOMPARE(signOf({"1.234", "2.345", "0.123"}, ';'), std::string("."));
        QCOMPARE(signOf({"1.234", "12,5"}, ';'), std::string(","));
        QCOMPARE(signOf({"1.234", "1234.567"}, ';'), std::string("."));
        QCOMPARE(signOf({"1.234.567"}, ';'), std::string(","));
        QCOMPARE(signOf({"1.5", "1,5"}, ';'), undecidable);
        QCOMPARE(signOf({"1234", "abc"}, ';'), std::string("."));
        QCOMPARE(signOf({"1.2.3", "1.234"}, ';'), undecidable);
    }

    void commaDelimitedFilesHaveADecimalPointUnlessQuotedCellsSayOtherwise() {
        QCOMPARE(signOf({"1.234", "2.345"}, ','), std::string("."));
        QCOMPARE(signOf({"1,234", "2,345"}, ',', true), std::string("."));
        QCOMPARE(signOf({"1.234,56"}, ',', true), std::string(","));
    }

    void theUsersSignIsTaken() {
        ReadingChoices choices;
        choices.decimal = ',';
        QCOMPARE(signOf({"1.234"}, ';', false, choices), std::string(","));
    }

    void randomNumbersAgreeWithTheRuleSaidPlainly() {
        std::mt19937 random(23);
        for (int round = 0; round < 3000; ++round) {
            std::vector<std::string> cells;
            bool allAmbiguous = true;
            for (unsigned i = 0; i < 1 + random() % 5; ++i) {
                const std::string whole = std::to_string(1 + random() % 2000);
                const std::string fraction = std::to_string(1 + random() % 2000);
                allAmbiguous = allAmbiguous && whole.size() <= 3 && fraction.size() == 3;
                cells.push_back(whole + '.' + fraction);
            }
            QCOMPARE(signOf(cells, ';'), allAmbiguous ? "undecidable_decimal" : ".");
        }
    }

    void aColumnWithAFewWordsStillHoldsNumbers() {
        ColumnEvidence column;
        for (int i = 0; i < 10; ++i)
            column.add({NumberCell::Kind::Number, 2, false, false, 1.0}, 2, "1.00");
        column.add(NumberCell(), 12, "halted");
        QVERIFY(column.holdsNumbers());
        column.add(NumberCell(), 13, "halted");
        QVERIFY(!column.holdsNumbers());
        QCOMPARE(column.text.line, std::uint32_t(12));
    }
};

ROTASCOPE_SUITE(TestEvidence)
#include "test_evidence.moc"
