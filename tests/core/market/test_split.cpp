// Values before a split are read in the units after it.
#include "core/market/market.h"
#include "core/market/split.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace rotascope;

namespace {

constexpr double kHole = std::numeric_limits<double>::quiet_NaN();

Date day(const char* iso) {
    return *parseIsoDate(iso);
}

/// Three sessions, 2 for 1 before the second.
InstrumentData fund() {
    InstrumentData data{describeSymbol("IWM"), {}, {}};
    data.daily.dates = {day("2005-06-08"), day("2005-06-09"), day("2005-06-10")};
    data.daily.columns[indexOf(Field::Open)] = {kHole, 61, 62};
    data.daily.columns[indexOf(Field::Close)] = {122, 61, 62};
    data.daily.columns[indexOf(Field::AdjClose)] = {50, 50.5, 51};
    data.daily.columns[indexOf(Field::Volume)] = {1000, 2500, 2400};
    data.series.push_back(
        {Field::Nav, Cadence::Daily, Availability::SameDay, data.daily.dates, {121.5, 60.9, 62}});
    data.series.push_back(
        {Field::Shares, Cadence::Daily, Availability::NextSession, data.daily.dates, {5e6, 10e6, 10e6}});
    return data;
}

Split twoForOne(SplitScope scope) {
    return {day("2005-06-09"), scope, 2, 1, "2025-11-28T21:05:00Z"};
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void eachScopeMovesItsOwnValuesOnly() {
        InstrumentData data = fund();
        const std::vector<Split> prices{twoForOne(SplitScope::Prices)};
        adjustForSplits(data, prices);
        QCOMPARE(data.daily.column(Field::Close), (std::vector<double>{61, 61, 62}));
        QVERIFY2(std::isnan(data.daily.column(Field::Open)[0]), "a missing price stays missing");
        QCOMPARE(data.daily.column(Field::AdjClose), fund().daily.column(Field::AdjClose));
        QCOMPARE(data.daily.column(Field::Volume), fund().daily.column(Field::Volume));
        QCOMPARE(data.series[1].values, fund().series[1].values);

        data = fund();
        adjustForSplits(data, std::vector<Split>{twoForOne(SplitScope::Volume), twoForOne(SplitScope::Nav),
                                                 twoForOne(SplitScope::Shares)});
        QCOMPARE(data.daily.column(Field::Close), fund().daily.column(Field::Close));
        QCOMPARE(data.daily.column(Field::Volume), (std::vector<double>{2000, 2500, 2400}));
        QCOMPARE(data.series[0].values, (std::vector<double>{60.75, 60.9, 62}));
        QCOMPARE(data.series[1].values, (std::vector<double>{10e6, 10e6, 10e6}));
    }

    void twoSplitsWorkTogether() {
        InstrumentData data = fund();
        Split reverse{day("2005-06-10"), SplitScope::Shares, 1, 10, {}};
        adjustForSplits(data, std::vector<Split>{twoForOne(SplitScope::Shares), reverse});
        QCOMPARE(data.series[1].values, (std::vector<double>{1e6, 1e6, 10e6}));
        QCOMPARE(ratioText(reverse), std::string("1:10"));
    }

    void theChangeAcrossADateShowsWhatAFileAdjusted() {
        InstrumentData data = fund();
        QCOMPARE(changeAcross(data, SplitScope::Prices, day("2005-06-09")), std::optional(0.5));
        QCOMPARE(changeAcross(data, SplitScope::Shares, day("2005-06-09")), std::optional(2.0));
        QCOMPARE(changeAcross(data, SplitScope::Shares, day("2005-06-08")), std::optional<double>());
        QCOMPARE(changeAcross(data, SplitScope::Shares, day("2005-06-11")), std::optional<double>());
        data.series.clear();
        QCOMPARE(changeAcross(data, SplitScope::Nav, day("2005-06-09")), std::optional<double>());
    }

    void scopesAreKnownByName() {
        for (const std::string_view name : kSplitScopeNames)
            QCOMPARE(nameOf(*splitScopeNamed(name)), name);
        QVERIFY(!splitScopeNamed("dividends"));
    }
};

ROTASCOPE_SUITE(TestSplit)
#include "test_split.moc"
