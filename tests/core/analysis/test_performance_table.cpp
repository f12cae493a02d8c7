#include "core/analysis/performance_table.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Weekdays of a range; the small leg grows by 1 a session from 100, the large leg stays.
PairSeries weekdayPair(Date first, Date last) {
    PairSeries pair;
    for (Date date = first; date <= last; date += std::chrono::days{1}) {
        if (isWeekend(date))
            continue;
        pair.small.push_back(100 + static_cast<double>(pair.size()));
        pair.large.push_back(50);
        pair.dates.push_back(date);
    }
    return pair;
}

const PerformanceRow& rowNamed(const std::vector<PerformanceRow>& rows, const QString& horizon) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const PerformanceRow& row) {
        return QString::fromStdString(row.horizon) == horizon;
    });
    Q_ASSERT(at != rows.end());
    return *at;
}

} // namespace

class PerformanceTableTest : public QObject {
    Q_OBJECT

private slots:
    void measuresFromTheRightDay_data() {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<bool>("calendar");
        QTest::addColumn<QString>("horizon");
        QTest::addColumn<QString>("base");
        QTest::newRow("one session before a Monday is the Friday") << "2024-03-04" << false << "1d"
                                                                   << "2024-03-01";
        QTest::newRow("five sessions are a week of weekdays") << "2024-03-04" << false << "5d"
                                                              << "2024-02-26";
        QTest::newRow("month to date from the last close of February") << "2024-03-04" << false << "mtd"
                                                                       << "2024-02-29";
        QTest::newRow("a month that starts after a weekend") << "2024-04-05" << false << "mtd"
                                                             << "2024-03-29";
        QTest::newRow("quarter to date from the last close of the quarter before")
            << "2024-06-28" << false << "qtd"
            << "2024-03-29";
        QTest::newRow("year to date from the last close of December") << "2024-06-28" << false << "ytd"
                                                                      << "2023-12-29";
        QTest::newRow("on the last day of a month the base is still the month before")
            << "2024-02-29" << false << "mtd"
            << "2024-01-31";
        QTest::newRow("calendar: one day before a Monday is the Friday") << "2024-03-04" << true << "1d"
                                                                         << "2024-03-01";
        QTest::newRow("calendar: a week is seven days") << "2024-03-06" << true << "5d"
                                                        << "2024-02-28";
        QTest::newRow("calendar: two weeks are fourteen days") << "2024-03-06" << true << "10d"
                                                               << "2024-02-21";
        QTest::newRow("calendar: one month before 31 May is 30 April") << "2024-05-31" << true << "21d"
                                                                       << "2024-04-30";
        QTest::newRow("calendar: three months back falls on a Sunday, so the Friday")
            << "2024-06-03" << true << "63d"
            << "2024-03-01";
        QTest::newRow("calendar: half a year") << "2024-06-05" << true << "126d"
                                               << "2023-12-05";
        QTest::newRow("calendar: a year before 29 February is 28 February") << "2024-02-29" << true << "252d"
                                                                            << "2023-02-28";
        QTest::newRow("calendar: periods to date stay as they are") << "2024-06-28" << true << "ytd"
                                                                    << "2023-12-29";
    }
    void measuresFromTheRightDay() {
        QFETCH(const QString, asOf);
        QFETCH(const bool, calendar);
        QFETCH(const QString, horizon);
        QFETCH(const QString, base);
        const PairSeries pair = weekdayPair(*makeDate(2022, 12, 1), *parseIsoDate(asOf.toStdString()));
        const PerformanceRow row = rowNamed(performanceTable(pair, calendar), horizon);
        QVERIFY(row.base.has_value());
        QCOMPARE(QString::fromStdString(isoText(*row.base)), base);
        const auto at = std::find(pair.dates.begin(), pair.dates.end(), *row.base) - pair.dates.begin();
        QCOMPARE(row.small, pair.small.back() / pair.small[static_cast<std::size_t>(at)] - 1);
        QCOMPARE(row.large, 0.0);
        QCOMPARE(row.spread, row.small);
    }

    void tooShortAHistoryHasNoBase() {
        const PairSeries pair = weekdayPair(*makeDate(2024, 3, 1), *makeDate(2024, 3, 8));
        const auto rows = performanceTable(pair, false);
        QCOMPARE(rows.size(), std::size_t{10});
        QVERIFY(rowNamed(rows, "5d").base.has_value());
        for (const char* horizon : {"10d", "252d", "mtd", "qtd", "ytd"}) {
            QVERIFY(!rowNamed(rows, horizon).base.has_value());
            QVERIFY(std::isnan(rowNamed(rows, horizon).spread));
        }
        QVERIFY(performanceTable(PairSeries{}, false).empty());
    }
};

ROTASCOPE_SUITE(PerformanceTableTest)
#include "test_performance_table.moc"
