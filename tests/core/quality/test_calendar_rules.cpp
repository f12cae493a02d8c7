#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

void erase(InstrumentData& data, std::size_t first, std::size_t count) {
    const auto cut = [&](auto& values) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
        values.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    cut(data.daily.dates);
    for (auto& column : data.daily.columns)
        cut(column);
}

void insert(InstrumentData& data, Date date) {
    auto& dates = data.daily.dates;
    const auto at = std::lower_bound(dates.begin(), dates.end(), date) - dates.begin();
    dates.insert(dates.begin() + at, date);
    for (auto& column : data.daily.columns)
        column.insert(column.begin() + at, column[std::size_t(at) - 1]);
}

Date day(std::string_view iso) {
    return *parseIsoDate(iso);
}

} // namespace

class TestCalendarRules : public QObject {
    Q_OBJECT
private slots:
    void cleanBarsHaveNoFindings() { QCOMPARE(saysOf(cleanBars(1500)), QStringList()); }

    void theCatalogueIsWholeAndItsIdsDiffer() {
        std::vector<std::string_view> ids;
        for (const QualityRule& rule : qualityRules()) {
            QVERIFY(!rule.id.empty() && !rule.title.empty() && !rule.checks.empty() && !rule.plural.empty());
            QCOMPARE(qualityRuleNamed(rule.id), &rule);
            QVERIFY2(rule.find != nullptr || &rule >= qualityRuleNamed("duplicate"), "of one series first");
            ids.push_back(rule.id);
        }
        std::sort(ids.begin(), ids.end());
        QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
        QVERIFY(qualityRuleNamed("no such rule") == nullptr);
    }

    void aMissingWeekIsOneGap() {
        InstrumentData data = cleanBars(600);
        erase(data, 15, 4); // 25 to 28 January 2000
        QCOMPARE(saysOf(data), QStringList("gap 2000-01-25 2000-01-28"));
        QCOMPARE(QString::fromStdString(findingsOf(data).front().message),
                 QStringLiteral("4 NYSE sessions without a row: 2000-01-25 to 2000-01-28."));
    }

    void holidaysAreNoGap() {
        // 3 January 2000 to the end of 2001: the closure of September 2001 lies in between.
        const InstrumentData data = cleanBars(505);
        QVERIFY(data.daily.dates.back() > day("2001-12-31"));
        QCOMPARE(saysOf(data), QStringList());
    }

    void rowsOnHolidaysAndWeekendsAreNamed() {
        InstrumentData data = cleanBars(600);
        insert(data, day("2000-07-04"));
        insert(data, day("2000-07-08"));
        const QStringList says = saysOf(data);
        QVERIFY(says.contains("off_calendar 2000-07-04 2000-07-04"));
        QVERIFY(says.contains("off_calendar 2000-07-08 2000-07-08"));
        const auto findings = findingsOf(data);
        QVERIFY(QString::fromStdString(findings[0].message).contains("Independence Day"));
        QVERIFY(QString::fromStdString(findings[1].message).contains("a Saturday"));
    }

    void moreThanTwentyGapsAreSummedUp() {
        InstrumentData data = cleanBars(1500);
        for (std::size_t i = 1200; i > 1000; i -= 5)
            erase(data, i, 1);
        erase(data, 500, 3);
        const auto findings = findingsOf(data);
        QCOMPARE(findings.size(), kListedWarnings);
        QVERIFY(QString::fromStdString(findings.front().message).startsWith("3 NYSE sessions"));
        QVERIFY(QString::fromStdString(findings.back().message).startsWith("… and 22 more gaps between"));
    }

    void aSeriesThatTradesEveryDayHasNoCalendar() {
        InstrumentData data;
        data.instrument = describeSymbol("COIN");
        for (int i = 0; i < 500; ++i) {
            data.daily.dates.push_back(day("2020-01-01") + std::chrono::days{i + (i > 300 ? 7 : 0)});
            columnOf(data, Field::Close).push_back(100 + i % 3);
        }
        QCOMPARE(saysOf(data), QStringList());
    }

    void yieldsFollowTheBondMarket() {
        InstrumentData data;
        data.instrument = describeSymbol("DGS10");
        Series yields{Field::Value, Cadence::Daily, Availability::SameDay, {}, {}};
        for (Date date = day("2023-01-03"); date < day("2024-01-01"); date += std::chrono::days{1})
            if (isBondSession(date) && date != day("2023-06-06")) {
                yields.dates.push_back(date);
                yields.values.push_back(4 + 0.01 * static_cast<double>(yields.dates.size() % 9));
            }
        data.series.push_back(yields);
        QCOMPARE(saysOf(data), QStringList("gap 2023-06-06 2023-06-06"));
    }

    void weeklyBarsHaveNoGaps() {
        InstrumentData data;
        data.instrument = describeSymbol("WALCL");
        Series weekly{Field::Value, Cadence::Weekly, Availability::SameDay, {}, {}};
        for (int i = 0; i < 300; ++i) {
            weekly.dates.push_back(day("2015-01-07") + std::chrono::days{7 * i});
            weekly.values.push_back(4000 + i);
        }
        data.series.push_back(weekly);
        QCOMPARE(saysOf(data), QStringList());
    }
};

ROTASCOPE_SUITE(TestCalendarRules)
#include "test_calendar_rules.moc"
