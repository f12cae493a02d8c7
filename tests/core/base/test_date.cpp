#include "core/base/date.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;

class TestDate : public QObject {
    Q_OBJECT

private slots:
    void aWholeIsoDateIsRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("an ordinary day") << "2024-11-06" << true;
        QTest::newRow("the leap day of a leap year") << "2024-02-29" << true;
        QTest::newRow("the leap day of a century that is one") << "2000-02-29" << true;
        QTest::newRow("no leap day in a plain year") << "2025-02-29" << false;
        QTest::newRow("no leap day in 1900") << "1900-02-29" << false;
        QTest::newRow("no 31 June") << "2025-06-31" << false;
        QTest::newRow("no month 13") << "2025-13-01" << false;
        QTest::newRow("no month 0") << "2025-00-01" << false;
        QTest::newRow("no day 0") << "2025-01-00" << false;
        QTest::newRow("one digit is not enough") << "2025-1-05" << false;
        QTest::newRow("slashes are another format") << "2025/01/05" << false;
        QTest::newRow("nothing may follow") << "2025-01-05 " << false;
        QTest::newRow("nothing may stand before") << " 2025-01-05" << false;
        QTest::newRow("signs are not digits") << "2025-+1-05" << false;
        QTest::newRow("nothing at all") << "" << false;
    }
    void aWholeIsoDateIsRead() {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto date = parseIsoDate(text.toStdString());
        QCOMPARE(date.has_value(), valid);
        if (date)
            QCOMPARE(QString::fromStdString(isoText(*date)), text);
    }

    void daysCountFrom1970() {
        QCOMPARE(dayNumber(*makeDate(1970, 1, 1)), 0);
        QCOMPARE(dayNumber(*makeDate(1969, 12, 31)), -1);
        QCOMPARE(dayNumber(*makeDate(2024, 11, 6)), 20033);
        for (int days = -60000; days < 60000; days += 37)
            QCOMPARE(dayNumber(dateFromDayNumber(days)), days);
    }

    void everyDayFrom1800To2100ReadsBackAsItself() {
        for (Date date = *makeDate(1800, 1, 1); date < *makeDate(2100, 1, 1); date += std::chrono::days{1}) {
            QCOMPARE(parseIsoDate(isoText(date)), std::optional(date));
            QCOMPARE(makeDate(yearOf(date), monthOf(date), dayOfMonth(date)), std::optional(date));
        }
    }

    void datesForPeopleAreEnglish() {
        QCOMPARE(dayMonthYear(*makeDate(2024, 11, 6)), std::string("6 Nov 2024"));
        QCOMPARE(weekdayDayMonthYear(*makeDate(2024, 11, 6)), std::string("Wed 6 Nov 2024"));
        QCOMPARE(weekdayDayMonthYear(*makeDate(1987, 10, 19)), std::string("Mon 19 Oct 1987"));
    }

    void weekendsAreSaturdayAndSunday() {
        const char* week[] = {"2025-11-24", "2025-11-25", "2025-11-26", "2025-11-27",
                              "2025-11-28", "2025-11-29", "2025-11-30"};
        for (int i = 0; i < 7; ++i)
            QCOMPARE(isWeekend(*parseIsoDate(week[i])), i >= 5);
    }

    void monthsAreAddedWithinTheShorterMonth_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("to");
        QTest::newRow("a month later") << "2025-01-15" << 1 << "2025-02-15";
        QTest::newRow("31 January to the end of February") << "2025-01-31" << 1 << "2025-02-28";
        QTest::newRow("31 January to a leap day") << "2024-01-31" << 1 << "2024-02-29";
        QTest::newRow("over the turn of the year") << "2024-11-30" << 3 << "2025-02-28";
        QTest::newRow("backwards over the turn of the year") << "2025-01-31" << -2 << "2024-11-30";
        QTest::newRow("a year back from a leap day") << "2024-02-29" << -12 << "2023-02-28";
        QTest::newRow("no months at all") << "2024-02-29" << 0 << "2024-02-29";
    }
    void monthsAreAddedWithinTheShorterMonth() {
        QFETCH(QString, from);
        QFETCH(int, months);
        QFETCH(QString, to);
        QCOMPARE(QString::fromStdString(isoText(addMonths(*parseIsoDate(from.toStdString()), months))), to);
    }
};

ROTASCOPE_SUITE(TestDate)
#include "test_date.moc"
