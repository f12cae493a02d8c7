// No look-ahead: what was seen as of a day is, bit for bit, what a market that ends on that day shows.
#include "core/analysis/divergence.h"
#include "tests/core/analysis/divergence_columns.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::string differenceOf(const Divergence& a, const Divergence& b) {
    const NamedNumbers one = figuresOf(a);
    const NamedNumbers two = figuresOf(b);
    for (std::size_t i = 0; i < one.size(); ++i)
        if (!same(one[i].second, two[i].second))
            return one[i].first + " differs: " + std::to_string(one[i].second) + ", " +
                   std::to_string(two[i].second);
    const NamedColumns columns = columnsOf(a.history, true);
    const NamedColumns others = columnsOf(b.history, true);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (const std::string where = firstDifference(*columns[i].second, *others[i].second, 0);
            !where.empty())
            return columns[i].first + " " + where;
    return {};
}

/// The history as of the last day, cut to `count` sessions, against the history as of an earlier day.
std::string rewrittenHistory(const DivergenceHistory& whole, const DivergenceHistory& part) {
    const NamedColumns all = columnsOf(whole, false);
    const NamedColumns early = columnsOf(part, false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<double> cut(all[i].second->begin(),
                                all[i].second->begin() +
                                    static_cast<std::ptrdiff_t>(early[i].second->size()));
        if (const std::string where = firstDifference(cut, *early[i].second, 0); !where.empty())
            return all[i].first + " " + where;
    }
    return {};
}

void verifyPrefixes(const std::vector<InstrumentData>& instruments, const std::vector<Date>& dates,
                    const DivergenceParams& params) {
    const auto whole = marketOf(instruments);
    const auto latest = analyseDivergence(MarketView::latest(whole), params);
    QVERIFY(latest.has_value());
    for (const Date date : dates) {
        const auto seen = analyseDivergence(MarketView::asOf(whole, date), params);
        const auto ended =
            analyseDivergence(MarketView::latest(marketOf(endingAt(instruments, date))), params);
        QVERIFY(seen.has_value() && ended.has_value());
        const std::string difference = differenceOf(*seen, *ended);
        QVERIFY2(difference.empty(), (isoText(date) + ": " + difference).c_str());
        const std::string rewritten = rewrittenHistory(latest->history, seen->history);
        QVERIFY2(rewritten.empty(), (isoText(date) + ": history changed: " + rewritten).c_str());
    }
}

} // namespace

class PrefixInvarianceTest : public QObject {
    Q_OBJECT

private slots:
    void onInventedData_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("calendar");
        QTest::newRow("5 sessions") << 5 << false;
        QTest::newRow("1 session, table by the calendar") << 1 << true;
        QTest::newRow("63 sessions") << 63 << false;
    }
    void onInventedData() {
        QFETCH(const int, days);
        QFETCH(const bool, calendar);
        const auto pair = inventedPair(1600);
        std::vector<Date> dates;
        for (int offset = 100; offset < 2200; offset += 37)
            dates.push_back(*makeDate(1990, 1, 1) + std::chrono::days{offset});
        for (int offset = 350; offset < 372; ++offset) // every day about the first z
            dates.push_back(*makeDate(1990, 1, 1) + std::chrono::days{offset});
        verifyPrefixes(pair, dates, {"RUT", "SPX", days, calendar});
    }

    void onRealData() {
        const auto pair = realPair();
        if (pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; prefix invariance was only tried on invented "
                  "data.");
        std::vector<Date> dates{*makeDate(1987, 10, 19), *makeDate(2024, 11, 6), *makeDate(2025, 11, 28)};
        for (Date date = *makeDate(1988, 1, 4); date < *makeDate(2026, 8, 21); date += std::chrono::days{293})
            dates.push_back(date);
        verifyPrefixes(pair, dates, {});
    }
};

ROTASCOPE_SUITE(PrefixInvarianceTest)
#include "test_prefix_invariance.moc"
