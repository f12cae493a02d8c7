#include "core/market/trading_calendar.h"
#include "tests/support/suites.h"

#include <QFile>
#include <QTextStream>
#include <QtTest>

#include <algorithm>
#include <set>
#include <string_view>

using namespace rotascope;

namespace {

Date date(const char* iso) {
    return parseIsoDate(iso).value();
}

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// The dates in the first field of every line that starts with one.
std::vector<Date> firstColumnDates(const QString& path) {
    std::vector<Date> dates;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return dates;
    while (!file.atEnd())
        if (const auto day = parseIsoDate(file.readLine().left(10).toStdString()))
            dates.push_back(*day);
    std::sort(dates.begin(), dates.end());
    return dates;
}

QString listed(const std::vector<Date>& dates) {
    QStringList names;
    for (const Date day : dates)
        names << QString::fromStdString(weekdayDayMonthYear(day));
    return names.join(QStringLiteral(", "));
}

std::vector<Date> missingFrom(const std::vector<Date>& some, const std::vector<Date>& all) {
    std::vector<Date> out;
    std::set_difference(some.begin(), some.end(), all.begin(), all.end(), std::back_inserter(out));
    return out;
}

} // namespace

class TestTradingCalendar : public QObject {
    Q_OBJECT

private slots:
    void closures_data();
    void closures();
    void sessions_data();
    void sessions();
    void earlyCloses_data();
    void earlyCloses();
    void weekendsAreNeverSessions();
    void everyWeekdayWithoutAClosureIsASession();
    void yearsHaveTheirKnownLength_data();
    void yearsHaveTheirKnownLength();
    void neighbours();
    void bondMarket_data();
    void bondMarket();
    void agreesWithRealFiles_data();
    void agreesWithRealFiles();
    void agreesWithHolidayList();
    void agreesWithRealYields();
};

void TestTradingCalendar::closures_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* iso, const char* reason) {
        QTest::newRow(name) << QString::fromUtf8(iso) << QString::fromUtf8(reason);
    };
    row("New Year on a Sunday closes Monday", "2023-01-02", "New Year's Day");
    row("Martin Luther King from 1998", "1998-01-19", "Martin Luther King Jr. Day");
    row("Lincoln's birthday on a Sunday closes Monday", "1950-02-13", "Lincoln's Birthday");
    row("Lincoln's birthday until 1953", "1953-02-12", "Lincoln's Birthday");
    row("Washington's birthday on its date until 1970", "1968-02-22", "Washington's Birthday");
    row("Washington's birthday on a Saturday closes Friday", "1964-02-21", "Washington's Birthday");
    row("Presidents' Day from 1971", "1971-02-15", "Presidents' Day");
    row("Good Friday in March", "2024-03-29", "Good Friday");
    row("Good Friday in April", "2025-04-18", "Good Friday");
    row("Memorial Day on 30 May until 1969", "1967-05-30", "Memorial Day");
    row("Memorial Day on the last Monday from 1971", "1971-05-31", "Memorial Day");
    row("Juneteenth on a Sunday closes Monday", "2022-06-20", "Juneteenth");
    row("Independence Day on a Saturday closes Friday", "2020-07-03", "Independence Day");
    row("Independence Day on a Sunday closes Monday", "2021-07-05", "Independence Day");
    row("Labor Day", "2025-09-01", "Labor Day");
    row("Columbus Day until 1953", "1953-10-12", "Columbus Day");
    row("Election Day in every year until 1968", "1967-11-07", "Election Day");
    row("Election Day of 1980", "1980-11-04", "Election Day");
    row("Veterans Day until 1953", "1953-11-11", "Veterans Day");
    row("Thanksgiving", "2025-11-27", "Thanksgiving Day");
    row("Christmas on a Saturday closes Friday", "2021-12-24", "Christmas Day");
    row("Kennedy's funeral", "1963-11-25", "Funeral of John F. Kennedy");
    row("a Wednesday of the paperwork crisis", "1968-07-10", "Paperwork crisis");
    row("snow", "1969-02-10", "Snowstorm");
    row("the moon landing", "1969-07-21", "First lunar landing");
    row("the blackout", "1977-07-14", "New York City blackout");
    row("Gloria", "1985-09-27", "Hurricane Gloria");
    row("Nixon", "1994-04-27", "Funeral of Richard Nixon");
    row("the last day after September 11", "2001-09-14", "September 11 attacks");
    row("Reagan", "2004-06-11", "Funeral of Ronald Reagan");
    row("Ford", "2007-01-02", "Day of mourning for Gerald Ford");
    row("Sandy's second day", "2012-10-30", "Hurricane Sandy");
    row("Bush", "2018-12-05", "Day of mourning for George H. W. Bush");
    row("Carter", "2025-01-09", "Day of mourning for Jimmy Carter");
}

void TestTradingCalendar::closures() {
    QFETCH(QString, iso);
    QFETCH(QString, reason);
    const Date day = date(iso.toUtf8().constData());
    QVERIFY(!isNyseSession(day));
    const auto closure = nyseClosure(day);
    QVERIFY(closure.has_value());
    QCOMPARE(text(*closure), reason);
}

void TestTradingCalendar::sessions_data() {
    QTest::addColumn<QString>("iso");
    const auto row = [](const char* name, const char* iso) { QTest::newRow(name) << QString::fromUtf8(iso); };
    row("New Year on a Saturday leaves Friday open", "2021-12-31");
    row("New Year on a Saturday leaves Monday open", "2022-01-03");
    row("no Martin Luther King Day in 1997", "1997-01-20");
    row("Lincoln's birthday after 1953", "1954-02-12");
    row("Juneteenth of 2021", "2021-06-18");
    row("Memorial Day of 1959 left Friday open", "1959-05-29");
    row("Saturday holidays before 1959 leave Friday open", "1953-07-03");
    row("Memorial Day of 1970 left Friday open", "1970-05-29");
    row("Election Day of 1984", "1984-11-06");
    row("Election Day of 2024", "2024-11-05");
    row("Columbus Day today", "2025-10-13");
    row("Veterans Day today", "2025-11-11");
    row("the first session after September 11", "2001-09-17");
    row("a Wednesday between crisis Wednesdays", "1968-11-13");
    row("the session after Thanksgiving", "2025-11-28");
}

void TestTradingCalendar::sessions() {
    QFETCH(QString, iso);
    const Date day = date(iso.toUtf8().constData());
    QVERIFY(isNyseSession(day));
    QVERIFY(!nyseClosure(day).has_value());
}

void TestTradingCalendar::earlyCloses_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("early");
    const auto row = [](const char* name, const char* iso, bool early) {
        QTest::newRow(name) << QString::fromUtf8(iso) << early;
    };
    row("the day after Thanksgiving", "2025-11-28", true);
    row("Christmas Eve", "2024-12-24", true);
    row("Christmas Eve that is a holiday has no session", "2021-12-24", false);
    row("3 July on a Thursday", "2025-07-03", true);
    row("3 July on a Wednesday since 2013", "2024-07-03", true);
    row("3 July on a Wednesday before 2013", "2002-07-03", false);
    row("5 July on a Friday before 2013", "2002-07-05", true);
    row("5 July on a Friday since 2013", "2024-07-05", false);
    row("3 July that is a holiday has no session", "2020-07-03", false);
    row("the last session of 1999", "1999-12-31", true);
    row("26 December 2003", "2003-12-26", true);
    row("an ordinary session", "2025-11-26", false);
    row("a weekend", "2025-11-29", false);
}

void TestTradingCalendar::earlyCloses() {
    QFETCH(QString, iso);
    QFETCH(bool, early);
    QCOMPARE(isNyseEarlyClose(date(iso.toUtf8().constData())), early);
}

void TestTradingCalendar::everyWeekdayWithoutAClosureIsASession() {
    for (Date day = date("1948-01-01"); day < date("2103-01-01"); day += std::chrono::days{1})
        QVERIFY2(isNyseSession(day) == (!isWeekend(day) && !nyseClosure(day)), isoText(day).c_str());
}

void TestTradingCalendar::weekendsAreNeverSessions() {
    const std::vector<Date> all = nyseSessions(date("1950-01-01"), date("2049-12-31"));
    QVERIFY(std::none_of(all.begin(), all.end(), isWeekend));
    QVERIFY(!isNyseSession(date("2025-11-29")));
    QVERIFY(!nyseClosure(date("2025-11-29")).has_value());
    QVERIFY2(isNyseSession(date("1949-12-26")), "before 1950 weekdays alone decide");
}

void TestTradingCalendar::yearsHaveTheirKnownLength_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("sessions");
    QTest::newRow("1968, the paperwork crisis") << 1968 << 226;
    QTest::newRow("1999") << 1999 << 252;
    QTest::newRow("2001, September 11") << 2001 << 248;
    QTest::newRow("2012, Sandy") << 2012 << 250;
    QTest::newRow("2024") << 2024 << 252;
    QTest::newRow("2025, Carter") << 2025 << 250;
}

void TestTradingCalendar::yearsHaveTheirKnownLength() {
    QFETCH(int, year);
    QFETCH(int, sessions);
    const std::vector<Date> all = nyseSessions(*makeDate(year, 1, 1), *makeDate(year, 12, 31));
    QCOMPARE(static_cast<int>(all.size()), sessions);
}

void TestTradingCalendar::neighbours() {
    QCOMPARE(nextNyseSession(date("2025-11-26")), date("2025-11-28"));
    QCOMPARE(nextNyseSession(date("2025-11-28")), date("2025-12-01"));
    QCOMPARE(nextNyseSession(date("2001-09-10")), date("2001-09-17"));
    QCOMPARE(nyseSessionOnOrBefore(date("2025-11-27")), date("2025-11-26"));
    QCOMPARE(nyseSessionOnOrBefore(date("2025-11-28")), date("2025-11-28"));
    const std::vector<Date> week = nyseSessions(date("2025-11-24"), date("2025-11-30"));
    QCOMPARE(static_cast<int>(week.size()), 4);
    QVERIFY(nyseSessions(date("2025-11-29"), date("2025-11-30")).empty());
}

void TestTradingCalendar::bondMarket_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("session");
    const auto row = [](const char* name, const char* iso, bool session) {
        QTest::newRow(name) << QString::fromUtf8(iso) << session;
    };
    row("closed on Columbus Day", "2025-10-13", false);
    row("closed on Veterans Day", "2025-11-11", false);
    row("Veterans Day on a Sunday closes Monday", "2018-11-12", false);
    row("Veterans Day on a Saturday leaves Friday open", "2023-11-10", true);
    row("closed on Thanksgiving", "2025-11-27", false);
    row("open on a Good Friday with a jobs report", "2023-04-07", true);
    row("closed on other Good Fridays", "2024-03-29", false);
    row("open on Ford's day of mourning", "2007-01-02", true);
}

void TestTradingCalendar::bondMarket() {
    QFETCH(QString, iso);
    QFETCH(bool, session);
    QCOMPARE(isBondSession(date(iso.toUtf8().constData())), session);
}

void TestTradingCalendar::agreesWithRealFiles_data() {
    QTest::addColumn<QString>("path");
    const QString real = QStringLiteral(ROTASCOPE_SHARED "/data/real/");
    QTest::newRow("S&P 500 since 1950") << real + QStringLiteral("hjyssg+tqqq_simulation/data/^SPX.csv");
    QTest::newRow("Russell 2000 since 1987") << real + QStringLiteral("hjyssg+tqqq_simulation/data/^RUT.csv");
    QTest::newRow("S&P 500 since 2016") << real + QStringLiteral("heliar-k+market-base/data/indices/SPX.csv");
    QTest::newRow("S&P 500 2000 to 2022") << real + QStringLiteral("xjcarter+data/^GSPC.csv");
}

void TestTradingCalendar::agreesWithRealFiles() {
    QFETCH(QString, path);
    if (!QFile::exists(path))
        QSKIP("Real price files are not here: set ROTASCOPE_SHARED to the folder that holds data/real.");
    std::vector<Date> real = firstColumnDates(path);
    real.erase(real.begin(), std::lower_bound(real.begin(), real.end(), date("1950-01-01")));
    QVERIFY(real.size() > 2000);
    const std::vector<Date> ours = nyseSessions(real.front(), real.back());
    const std::vector<Date> unexpected = missingFrom(real, ours);
    const std::vector<Date> absent = missingFrom(ours, real);
    QVERIFY2(unexpected.empty(),
             qPrintable(QStringLiteral("traded, but no session here: ") + listed(unexpected)));
    QVERIFY2(absent.empty(), qPrintable(QStringLiteral("sessions without a row: ") + listed(absent)));
}

void TestTradingCalendar::agreesWithHolidayList() {
    const QString path = QStringLiteral(ROTASCOPE_SHARED "/data/real/xjcarter+data/us_market_holidays.csv");
    if (!QFile::exists(path))
        QSKIP("The holiday list is not here: set ROTASCOPE_SHARED to the folder that holds data/real.");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::vector<Date> open;
    int holidays = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const auto day = parseIsoDate(line.left(10).toStdString());
        // The list has two kinds of rows on which the exchange did trade: Martin Luther King Day before 1998,
        // kept by a pause, and the Friday before a New Year's Day on Saturday.
        const bool traded = line.contains("pause") || line.mid(5, 5) == "12-31";
        if (!day || traded)
            continue;
        ++holidays;
        if (isNyseSession(*day))
            open.push_back(*day);
    }
    QCOMPARE(holidays, 284);
    QVERIFY2(open.empty(), qPrintable(QStringLiteral("holidays that are sessions here: ") + listed(open)));
}

void TestTradingCalendar::agreesWithRealYields() {
    const QString path =
        QStringLiteral(ROTASCOPE_SHARED "/data/real/chatterjee-aryan+macro_regime_modeling/data/DGS10.csv");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("Real yields are not here: set ROTASCOPE_SHARED to the folder that holds data/real.");
    std::vector<Date> wrong;
    std::set<Date> published;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const auto day = parseIsoDate(line.left(10).toStdString());
        if (day && line.size() > 11)
            published.insert(*day);
    }
    QVERIFY(published.size() > 6000);
    for (Date day = *published.begin(); day <= *published.rbegin(); day += std::chrono::days{1})
        if (isBondSession(day) != published.contains(day))
            wrong.push_back(day);
    QVERIFY2(wrong.empty(), qPrintable(QStringLiteral("yields disagree on: ") + listed(wrong)));
}

ROTASCOPE_SUITE(TestTradingCalendar)
#include "test_trading_calendar.moc"
