// A desk's own dates beside the built-in and the computed ones.
#include "core/analysis/catalysts/catalysts.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Date day(int year, unsigned month, unsigned dayOfTheMonth) {
    return *makeDate(year, month, dayOfTheMonth);
}

MarketView empty() {
    return MarketView::latest(marketOf({}));
}

QString datesOf(CatalystCategory category, DateRange range, const CatalystTable& own) {
    QStringList out;
    for (const Date date : catalystDates(empty(), category, range, own))
        out.append(QString::fromStdString(isoText(date)));
    return out.join(QLatin1Char(' '));
}

QString eventsOf(const char* id, DateRange range, const CatalystTable& own = {}) {
    const auto list = catalystEvents(empty(), id, range, own);
    if (!list)
        return QStringLiteral("none");
    QStringList out{QString::fromStdString(list->name) + QLatin1Char(':')};
    for (const ListedDate& row : list->dates)
        out.append(QString::fromStdString(isoText(row.date)));
    return out.join(QLatin1Char(' '));
}

const DateRange k2026{day(2026, 1, 1), day(2026, 12, 31)};

} // namespace

class CatalystTableTest : public QObject {
    Q_OBJECT

private slots:
    void listedDatesStandInForTheirMonths() {
        // A moved meeting of March and one of June: April's between them is gone, the others go on.
        const CatalystTable own{{"fomc", day(2026, 3, 11), "moved", "an invented notice"},
                                {"fomc", day(2026, 6, 16), {}, {}}};
        QCOMPARE(
            datesOf(CatalystCategory::FomcDecision, k2026, own),
            QStringLiteral("2026-01-28 2026-03-11 2026-06-16 2026-07-29 2026-09-16 2026-10-28 2026-12-09"));
        const auto march = catalystsIn(empty(), {day(2026, 3, 11), day(2026, 3, 11)}, own);
        QCOMPARE(march.size(), std::size_t{1});
        QCOMPARE(march[0].name, std::string("moved"));
        QCOMPARE(march[0].source, std::string("an invented notice"));
        // Minutes follow the decisions that are in force.
        QCOMPARE(datesOf(CatalystCategory::FomcMinutes, {day(2026, 3, 1), day(2026, 7, 31)}, own),
                 QStringLiteral("2026-04-01 2026-07-07"));
    }

    void computedDatesMakeWayToo() {
        const CatalystTable own{{"payrolls", day(2025, 12, 16), {}, {}}};
        QCOMPARE(datesOf(CatalystCategory::Payrolls, {day(2025, 11, 1), day(2026, 1, 31)}, own),
                 QStringLiteral("2025-11-07 2025-12-16 2026-01-02"));
        const CatalystTable minutes{{"fomc_minutes", day(2026, 2, 17), {}, {}}};
        QCOMPARE(datesOf(CatalystCategory::FomcMinutes, {day(2026, 1, 1), day(2026, 4, 30)}, minutes),
                 QStringLiteral("2026-02-17 2026-04-08"));
    }

    void theTableInForceKeepsWhatIsNotReplaced() {
        const CatalystTable own{{"cpi", day(2026, 1, 13), {}, {}}, {"fomc", day(2028, 1, 26), {}, {}}};
        const CatalystTable all = catalystsInForce(own);
        QCOMPARE(all.size(), builtInCatalysts().size() + 2);
        QCOMPARE(all.front(), own.front());
        QCOMPARE(all.back(), own.back());
        // What was exported and is kept as it is replaces everything by itself.
        QCOMPARE(catalystsInForce(all), all);
        QCOMPARE(catalystsInForce({}), builtInCatalysts());
    }

    void everyListSaysWhereItEnds() {
        QCOMPARE(isoText(*listedCatalystsEnd("fomc", {})), std::string("2027-12-08"));
        QCOMPARE(isoText(*listedCatalystsEnd("fomc_minutes", {})), std::string("2027-12-29"));
        QVERIFY(!listedCatalystsEnd("cpi", {}));
        QVERIFY(!listedCatalystsEnd("payrolls", {}));
        const CatalystTable own{{"cpi", day(2026, 1, 13), {}, {}},
                                {"cpi", day(2026, 2, 11), {}, {}},
                                {"first cuts", day(2019, 7, 31), {}, {}}};
        QCOMPARE(isoText(*listedCatalystsEnd("cpi", own)), std::string("2026-02-11"));
        QCOMPARE(isoText(*listedCatalystsEnd("first cuts", own)), std::string("2019-07-31"));
        // The whole ends with the first list of the catalogue that does; a list of one's own is past for
        // good.
        QCOMPARE(isoText(listedCatalystsEnd(own)), std::string("2026-02-11"));
        QCOMPARE(isoText(listedCatalystsEnd({own.back()})), std::string("2027-12-08"));
        const CatalystTable payrolls{{"payrolls", day(2025, 12, 16), {}, {}}};
        const auto lists = catalystLists(payrolls);
        const auto found = std::find_if(lists.begin(), lists.end(),
                                        [](const CatalystList& row) { return row.id == "payrolls"; });
        QVERIFY(found != lists.end());
        QVERIFY(found->goesOn);
    }

    void everyCategoryIsAListOfEvents() {
        QCOMPARE(eventsOf("russell", k2026), QStringLiteral("Russell reconstitution: 2026-06-26 2026-11-13"));
        QCOMPARE(eventsOf("quad_witching", {day(2026, 1, 1), day(2026, 6, 30)}),
                 QStringLiteral("Quad witching: 2026-03-20 2026-06-18"));
        QCOMPARE(eventsOf("fomc", {day(2026, 1, 1), day(2026, 2, 28)}),
                 QStringLiteral("FOMC decision: 2026-01-28"));
        const CatalystTable own{{"first cuts", day(2026, 1, 13), "cut", {}}};
        QCOMPARE(eventsOf("first cuts", k2026, own), QStringLiteral("first cuts: 2026-01-13"));
        QCOMPARE(eventsOf("first cuts", k2026), QStringLiteral("none"));
        QCOMPARE(eventsOf("imported", k2026), QStringLiteral("none"));
        // A band that has begun before the range is no event of it.
        QCOMPARE(eventsOf("tax_loss", {day(2026, 12, 15), day(2026, 12, 31)}),
                 QStringLiteral("Tax-loss selling:"));
        for (const std::string& id : catalystIds(own))
            QVERIFY2(catalystEvents(empty(), id, k2026, own).has_value(), id.c_str());
    }
};

ROTASCOPE_SUITE(CatalystTableTest)
#include "test_catalyst_table.moc"
