#include "core/analysis/flows/flows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Weeks of several funds added up, by the number of the week.
class WeeklySum {
public:
    explicit WeeklySum(std::size_t weeks)
        : m_weeks(weeks)
        , m_figures(weeks, 0)
        , m_begun(weeks, 0) {}

    template <class WeekOf>
    void add(const FundFlows& fund, WeekOf weekOf) {
        const auto begin = std::max<std::int64_t>(0, weekOf(fund.weeks.front().end));
        for (auto i = static_cast<std::size_t>(begin); i < m_begun.size(); ++i)
            ++m_begun[i];
        for (std::size_t i = fund.weeks.size(); i-- > 0;) { // the latest first: the window begins late
            const auto at = weekOf(fund.weeks[i].end);
            if (at < 0)
                break;
            addWeek(static_cast<std::size_t>(at), fund.weeks[i]);
        }
    }

    /// Those in which every fund that had begun has a figure.
    std::vector<FlowWeek> weeks(Date firstEnd) const {
        std::vector<FlowWeek> out;
        for (std::size_t i = 0; i < m_weeks.size(); ++i) {
            if (m_figures[i] == 0 || m_figures[i] != m_begun[i])
                continue;
            FlowWeek week = m_weeks[i];
            week.end = firstEnd + std::chrono::days{7 * static_cast<int>(i)};
            week.weekReturn = kNone;
            out.push_back(week);
        }
        return out;
    }

private:
    void addWeek(std::size_t i, const FlowWeek& week) {
        FlowWeek& sum = m_weeks[i];
        sum.daysLeft = m_figures[i] == 0 ? week.daysLeft : std::min(sum.daysLeft, week.daysLeft);
        sum.usd += week.usd;
        sum.assetsBefore += week.assetsBefore;
        sum.sessions = m_figures[i] == 0 ? week.sessions : std::min(sum.sessions, week.sessions);
        sum.expected = std::max(sum.expected, week.expected);
        sum.source = week.source;
        sum.suspect = sum.suspect || week.suspect;
        sum.spansBefore = sum.spansBefore || week.spansBefore;
        ++m_figures[i];
    }

    std::vector<FlowWeek> m_weeks;
    std::vector<std::uint16_t> m_figures;
    std::vector<std::uint16_t> m_begun;
};

bool counts(const LeagueRow& row) {
    return !row.sameIndex && row.week.isCounted();
}

void addFunds(const Flows& flows, const Basket& basket, BasketRow& out) {
    double assets = 0;
    double usd = 0;
    for (const Symbol& symbol : basket.funds) {
        const LeagueRow* row = flows.row(symbol);
        if (!row) {
            out.missing.push_back(symbol);
        } else if (!counts(*row)) {
            out.leftOut.push_back(symbol);
        } else {
            out.funds.push_back(symbol);
            usd += row->week.usd;
            assets += row->week.assetsBefore;
        }
    }
    out.usd = out.funds.empty() ? kNone : usd;
    out.percent = !out.funds.empty() && assets > 0 ? usd / assets : kNone;
}

/// z of the funds that are in this week's sum, so that figure and z are of the same money.
void addZ(const Flows& flows, BasketRow& out) {
    out.z = {kNone, 0};
    Basket same{out.name, out.funds, out.inRotation};
    const Date yearAgo = flows.weekEnding - std::chrono::days{7 * kYearOfWeeks};
    const std::vector<FlowWeek> weeks = basketWeeks(flows, same, yearAgo);
    const auto at = std::find_if(weeks.begin(), weeks.end(),
                                 [&flows](const FlowWeek& week) { return week.end == flows.weekEnding; });
    if (at == weeks.end())
        return;
    const auto i = static_cast<std::size_t>(at - weeks.begin());
    out.zMeasure = std::isnan(at->percent()) ? FlowMeasure::Usd : FlowMeasure::Percent;
    out.z = flowZ(weeks, i, out.zMeasure, kYearOfWeeks);
}

/// Σ |flow| of every fund that counts in a basket of the rotation, each once.
double grossOf(const Flows& flows, const std::vector<BasketRow>& rows) {
    std::map<Symbol, double> sizes;
    for (const BasketRow& row : rows)
        if (row.inRotation)
            for (const Symbol& symbol : row.funds)
                sizes[symbol] = std::abs(flows.row(symbol)->week.usd);
    double gross = 0;
    for (const auto& [symbol, size] : sizes)
        gross += size;
    return gross;
}

} // namespace

std::vector<FlowWeek> basketWeeks(const Flows& flows, const Basket& basket, Date from) {
    const std::chrono::weekday weekEnd = flows.params.weekEnd;
    const Date firstEnd = weekEndOn(std::max(from, flows.range.first), weekEnd);
    const auto weekOf = [&](Date end) { return (weekEndOn(end, weekEnd) - firstEnd).count() / 7; };
    const auto count = weekOf(flows.range.last) + 1;
    if (count <= 0)
        return {};
    WeeklySum sum(static_cast<std::size_t>(count));
    for (const Symbol& symbol : basket.funds)
        if (const FundFlows* fund = flows.fund(symbol); fund && !fund->weeks.empty())
            sum.add(*fund, weekOf);
    return sum.weeks(firstEnd);
}

std::vector<BasketRow> basketRows(const Flows& flows) {
    std::vector<BasketRow> rows;
    for (const Basket& basket : flows.params.baskets) {
        BasketRow row;
        row.name = basket.name;
        row.inRotation = basket.inRotation;
        addFunds(flows, basket, row);
        addZ(flows, row);
        rows.push_back(std::move(row));
    }
    const double gross = grossOf(flows, rows);
    for (BasketRow& row : rows)
        row.shareOfGross = gross > 0 && row.inRotation ? std::abs(row.usd) / gross : kNone;
    // A basket without a figure stands last among those of its kind.
    std::stable_sort(rows.begin(), rows.end(), [](const BasketRow& a, const BasketRow& b) {
        if (a.inRotation != b.inRotation)
            return a.inRotation;
        if (std::isnan(a.usd) || std::isnan(b.usd))
            return !std::isnan(a.usd) && std::isnan(b.usd);
        return a.usd < b.usd;
    });
    return rows;
}

} // namespace rotascope
