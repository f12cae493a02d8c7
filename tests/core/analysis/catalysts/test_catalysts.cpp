// What is coming: computed days against known ones, bands, and where the table ends.
#include "core/analysis/catalysts/catalysts.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <set>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Date day(int year, unsigned month, unsigned dayOfTheMonth) {
    return *makeDate(year, month, dayOfTheMonth);
}

MarketView desk() {
    InstrumentData event;
    event.instrument = {"CPI", "CPI", InstrumentKind::Event, Unit::Count};
    Series series;
    series.field = Field::Value;
    series.dates = {day(2025, 11, 13), day(2025, 12, 10)};
    series.values = {1, 1};
    event.series.push_back(std::move(series));
    return MarketView::latest(marketOf({event}));
}

} // namespace

class CatalystsTest : public QObject {
    Q_OBJECT

private slots:
    void knowsTheDaysOfEachRule_data() {
        QTest::addColumn<int>("category");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("days");
        const auto row = [](const char* name, CatalystCategory category, const char* first, const char* last,
                            const char* days) {
            QTest::newRow(name) << int(category) << first << last << days;
        };
        row("Russell, once a year until 2025", CatalystCategory::RussellReconstitution, "2025-01-01",
            "2025-12-31", "2025-06-27");
        row("Russell, twice from 2026", CatalystCategory::RussellReconstitution, "2026-01-01", "2026-12-31",
            "2026-06-26 2026-11-13");
        row("quad witching", CatalystCategory::QuadWitching, "2025-01-01", "2025-12-31",
            "2025-03-21 2025-06-20 2025-09-19 2025-12-19");
        row("quad witching before Good Friday would be a Thursday", CatalystCategory::QuadWitching,
            "2008-03-01", "2008-03-31", "2008-03-20");
        row("payrolls", CatalystCategory::Payrolls, "2025-11-01", "2025-12-31", "2025-11-07 2025-12-05");
        row("decisions", CatalystCategory::FomcDecision, "2025-10-01", "2026-01-31",
            "2025-10-29 2025-12-10 2026-01-28");
        row("minutes", CatalystCategory::FomcMinutes, "2025-11-01", "2025-12-31", "2025-11-19 2025-12-31");
        row("window dressing", CatalystCategory::WindowDressing, "2025-12-01", "2025-12-31", "2025-12-24");
        row("holidays", CatalystCategory::Holiday, "2025-11-01", "2026-01-01",
            "2025-11-27 2025-12-25 2026-01-01");
        row("early closes", CatalystCategory::EarlyClose, "2025-11-01", "2025-12-31",
            "2025-11-28 2025-12-24");
        row("earnings seasons", CatalystCategory::EarningsSeason, "2025-09-01", "2026-01-31",
            "2025-10-10 2026-01-09");
        row("CPI is built in nowhere", CatalystCategory::Cpi, "2025-01-01", "2025-12-31", "");
        row("imported", CatalystCategory::Imported, "2025-11-01", "2025-11-30", "2025-11-13");
    }
    void knowsTheDaysOfEachRule() {
        QFETCH(const int, category);
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(const QString, days);
        QStringList found;
        const DateRange range{*parseIsoDate(first.toStdString()), *parseIsoDate(last.toStdString())};
        for (const Date date : catalystDates(desk(), static_cast<CatalystCategory>(category), range))
            found.append(QString::fromStdString(isoText(date)));
        QCOMPARE(found.join(QLatin1Char(' ')), days);
    }

    void bandsThatHaveBegunAreAmongThem() {
        const auto found = catalystsIn(desk(), {day(2025, 12, 15), day(2025, 12, 16)});
        const auto band = std::find_if(found.begin(), found.end(), [](const Catalyst& row) {
            return row.category == CatalystCategory::TaxLossSelling;
        });
        QVERIFY(band != found.end());
        QCOMPARE(isoText(band->days.first), std::string("2025-12-01"));
        QCOMPARE(daysUntil(*band, day(2025, 12, 15)), 0);
        QCOMPARE(daysUntil(*band, day(2025, 11, 28)), 3);
        const auto winter = catalystsIn(desk(), {day(2026, 2, 1), day(2026, 2, 2)});
        QVERIFY(std::any_of(winter.begin(), winter.end(), [](const Catalyst& row) {
            return row.category == CatalystCategory::EarningsSeason;
        }));
    }

    void isInOrderAndSaysWhereTheTableEnds() {
        const CatalystTable own{{"cpi", day(2025, 12, 18), {}, {}}, {"first cuts", day(2025, 9, 17), {}, {}}};
        const auto found = catalystsIn(desk(), {day(2025, 1, 1), day(2026, 12, 31)}, own);
        QVERIFY(std::is_sorted(found.begin(), found.end(), [](const Catalyst& a, const Catalyst& b) {
            return a.days.first < b.days.first;
        }));
        QCOMPARE(isoText(listedCatalystsEnd()), std::string("2027-12-08"));
        std::set<int> categories;
        for (const Catalyst& row : found)
            categories.insert(int(row.category));
        QCOMPARE(categories.size(), kCatalystCategories.size());
    }
};

ROTASCOPE_SUITE(CatalystsTest)
#include "test_catalysts.moc"
