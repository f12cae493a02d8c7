#include "core/base/date.h"
#include "core/csv/date_text.h"
#include "core/csv/new_york_time.h"
#include "tests/support/suites.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtTest>

using namespace rotascope;

namespace {

QString dayText(std::int32_t day) {
    return day == kNoDay ? QStringLiteral("none") : QString::fromStdString(isoText(dateFromDayNumber(day)));
}

DateReading read(const QByteArray& text) {
    return readDate({text.constData(), std::size_t(text.size())});
}

} // namespace

class TestDateText : public QObject {
    Q_OBJECT

private slots:
    void aPlainDateReadsTheSameInEveryOrder_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("day");
        const auto row = [](const char* text, const char* day) {
            QTest::newRow(*text == '\0' ? "empty" : text) << QByteArray(text) << QString(day);
        };
        row("2025-11-28", "2025-11-28");
        row("2025/11/28", "2025-11-28");
        row("2025-1-3", "2025-01-03");
        row("2025.11.28", "2025-11-28");
        row("2025-11", "2025-11-01");
        row("Nov 28, 2025", "2025-11-28");
        row("November 28, 2025", "2025-11-28");
        row("28 Nov 2025", "2025-11-28");
        row("28-Nov-25", "2025-11-28");
        row("2025-Nov-28", "2025-11-28");
        row("Fri, 28 Nov 2025", "2025-11-28");
        row("30.Apr.2026", "2026-04-30");
        row("04.Mai2026", "2026-05-04");
        row("31.M\u00e4rz2026", "2026-03-31");
        row("31.M\xe4rz2026", "2026-03-31");
        row("28 f\u00e9vr. 2025", "2025-02-28");
        row("1 d\u00e9cembre 2025", "2025-12-01");
        row("14 ao\u00fbt 2025", "2025-08-14");
        row("Nov 2025", "2025-11-01");
        row("2024-02-29", "2024-02-29");
        row("Nov 17 '25", "2025-11-17");
        row("17 de noviembre de 2025", "2025-11-17");
        row("November 17th, 2025", "2025-11-17");
        row("1er d\u00e9cembre 2025", "2025-12-01");
        row("2024-Q3", "2024-07-01");
        row("2024Q4", "2024-10-01");
        row("Q1 2025", "2025-01-01");
        row("3Q24", "2024-07-01");
        row("2024M09", "2024-09-01");
        row("Sep-24", "2024-09-01");
        row("Sep '24", "2024-09-01");
        row("Sep 24", "none");
        row("24-Sep", "none");
        row("2024-Q5", "none");
        row("2025-W46", "2025-11-14"); // an ISO week, by its Friday
        row("2025W01", "2025-01-03");
        row("2020-W53", "2021-01-01");
        row("2025-W53", "none");
        row("2025-W00", "none");
        row("Fri 2025-11-28", "2025-11-28");
        row("Foo 28.11.2025", "none");
        row("vendredi 28 novembre 2025", "2025-11-28");
        row("Q3", "none");
        row("2024M13", "none");
        row("2025-11-28 16:00:00", "2025-11-28");
        row("2025-11-28T16:00", "2025-11-28");
        row("2025-04-04 04:00:00+00:00", "2025-04-04");
        row("2025-01-03 05:00:00+00:00", "2025-01-03");
        row("2025-01-03T05:00:00Z", "2025-01-03");
        row("2025-01-03 00:00:00+00:00", "2025-01-03");
        row("2025-01-03 00:00:00-05:00", "2025-01-03");
        row("2025-11-10 00:00:00+01:00", "2025-11-10"); // Frankfurt's own date
        row("2025-07-07T00:00:00+01:00", "2025-07-07");
        row("2025-01-03T02:30:00.000Z", "2025-01-02");
        row("20251128", "2025-11-28");
        row("20240111T", "2024-01-11");
        row("202511", "2025-11-01");
        row("202513", "none");
        row("120001", "none");
        row("45600", "2024-11-04");
        row("45600.0", "2024-11-04");
        row("60", "none");
        row("1730846400", "2024-11-05");
        row("1730903400", "2024-11-06");
        row("1730903400000", "2024-11-06");
        row("1730903400000000000", "2024-11-06");
        row("20251117  16:00:00", "2025-11-17");
        row("20251117 16:00:00 US/Eastern", "2025-11-17");
        row("20251117 99:00:00", "none");
        row("2025-02-29", "none");
        row("2025-13-01", "none");
        row("2025-11-28x", "none");
        row("2025-11-28 25:00", "none");
        row("20251301", "none");
        row("Foo 28, 2025", "none");
        row("28 Nov 2025 x", "none");
        row("1.2.3", "none");
        row("12.5", "none");
        row("", "none");
        row("Total", "none");
    }

    void aWeekdayInFrontChangesNothing() {
        for (const auto& [named, bare] : {std::pair{"Fri 11/28/2025", "11/28/2025"},
                                          {"Mo 10.11.2025", "10.11.2025"},
                                          {"Freitag, 28.11.2025", "28.11.2025"},
                                          {"lun. 10/11/25", "10/11/25"}}) {
            QVERIFY2(read(named).valid() && read(named).numericOrder, named);
            QCOMPARE(read(named).monthFirst, read(bare).monthFirst);
            QCOMPARE(read(named).dayFirst, read(bare).dayFirst);
        }
    }

    void aPlainDateReadsTheSameInEveryOrder() {
        QFETCH(QByteArray, text);
        QFETCH(QString, day);
        const DateReading reading = read(text);
        QCOMPARE(dayText(reading.monthFirst), day);
        QCOMPARE(dayText(reading.dayFirst), day);
        QVERIFY(!reading.numericOrder);
    }

    void threeNumbersKeepTheirReadingsApart_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("monthFirst");
        QTest::addColumn<QString>("dayFirst");
        const auto row = [](const char* text, const char* month, const char* day) {
            QTest::newRow(text) << QByteArray(text) << QString(month) << QString(day);
        };
        row("04/05/2025", "2025-04-05", "2025-05-04");
        row("4/5/2025", "2025-04-05", "2025-05-04");
        row("11/28/2025", "2025-11-28", "none");
        row("28.11.2025", "none", "2025-11-28");
        row("28-11-25", "none", "2025-11-28");
        row("11/15/24", "2024-11-15", "none");
        row("01/02/99", "1999-01-02", "1999-02-01");
        row("11/14/2024 16:00:00", "2024-11-14", "none");
        row("02/30/2025", "none", "none");
        row("04/05-2025", "none", "none");
        row("04/05/202", "none", "none");
    }

    void threeNumbersKeepTheirReadingsApart() {
        QFETCH(QByteArray, text);
        QFETCH(QString, monthFirst);
        QFETCH(QString, dayFirst);
        const DateReading reading = read(text);
        QCOMPARE(dayText(reading.monthFirst), monthFirst);
        QCOMPARE(dayText(reading.dayFirst), dayFirst);
    }

    void everyDayWrittenIsReadBack() {
        for (std::int32_t day = -62000; day < 32000; ++day)
            QCOMPARE(readDate(isoText(dateFromDayNumber(day))).monthFirst, day);
    }

    void instantsFallOnTheirNewYorkDay() {
        const QTimeZone newYork("America/New_York");
        if (!newYork.isValid())
            QSKIP("This system knows no time zones to compare with.");
        for (std::int64_t seconds = -60000000; seconds < 2000000000; seconds += 30331) {
            if (seconds % 86400 == 0)
                continue;
            const QDate wanted = QDateTime::fromSecsSinceEpoch(seconds, newYork).date();
            QVERIFY2(QDate(1970, 1, 1).daysTo(wanted) == dayNumber(sessionDateOfInstant(seconds)),
                     std::to_string(seconds).c_str());
        }
    }
};

ROTASCOPE_SUITE(TestDateText)
#include "test_date_text.moc"
