#include "core/analysis/flows/fund_input.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kTenth = 0.1;
constexpr double kLeastUsd = 1e6;
constexpr double kLeastShareOfAssets = 0.001; ///< a price of another hour is enough for less

struct Pair {
    Date date;
    double a = 0;
    double b = 0;
    double assets = 0;
};

bool isApart(const Pair& pair, bool fromAssets) {
    const double difference = std::abs(pair.a - pair.b);
    const double least =
        fromAssets && pair.assets > 0 ? std::max(kLeastUsd, kLeastShareOfAssets * pair.assets) : kLeastUsd;
    return difference > least && difference > kTenth * std::max(std::abs(pair.a), std::abs(pair.b));
}

/// Whether a flow is of its own session alone. Nearly always: the day before, or a Friday before a Monday.
bool isOneSession(const FlowColumn& column, std::size_t i) {
    if (column.since.empty())
        return true;
    const auto gap = column.dates[i] - column.since[i];
    return gap == std::chrono::days{1} || sessionsBetween(column.since[i], column.dates[i]) <= 1;
}

/// Values of the same dates that stand for the same days and differ at all, and how many were compared.
std::vector<Pair> commonDays(const FlowColumn& a, const FlowColumn& b, std::size_t& compared) {
    std::vector<Pair> out;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a.dates[i] < b.dates[j]) {
            ++i;
        } else if (b.dates[j] < a.dates[i]) {
            ++j;
        } else {
            ++compared;
            const double difference = std::abs(a.usd[i] - b.usd[j]);
            if (difference > kLeastUsd && isOneSession(b, j))
                out.push_back({a.dates[i], a.usd[i], b.usd[j], 0});
            ++i;
            ++j;
        }
    }
    return out;
}

void addAssets(std::vector<Pair>& pairs, const FundInput& input) {
    LastValue assets(input.aum.empty() ? SeriesView{input.assets.dates, input.assets.usd} : input.aum,
                     kOldestAssets);
    for (Pair& pair : pairs)
        pair.assets = assets.on(pair.date);
}

std::vector<Pair> commonWeeks(std::span<const FlowWeek> weeks, FlowSource a, FlowSource b) {
    std::vector<Pair> out;
    for (const FlowWeek& week : weeks) {
        const Pair pair{week.end, week.bySource[indexOf(a)], week.bySource[indexOf(b)], week.assetsBefore};
        if (!std::isnan(pair.a) && !std::isnan(pair.b))
            out.push_back(pair);
    }
    return out;
}

std::optional<Disagreement> judged(const std::vector<Pair>& pairs, std::size_t compared, FlowSource a,
                                   FlowSource b, bool byWeek) {
    Disagreement out;
    out.a = a;
    out.b = b;
    out.byWeek = byWeek;
    out.compared = compared;
    std::vector<double> ratios;
    for (const Pair& pair : pairs) {
        ratios.push_back(pair.a / pair.b);
        if (!isApart(pair, b == FlowSource::Assets))
            continue;
        out.first = out.apart == 0 ? pair.date : out.first;
        ++out.apart;
        out.last = pair.date;
        out.lastA = pair.a;
        out.lastB = pair.b;
    }
    out.unit = unitFactorOf(std::move(ratios));
    return out.apart > 0 ? std::optional(out) : std::nullopt;
}

} // namespace

std::vector<Disagreement> disagreementsIn(const FundInput& input, std::span<const FlowWeek> weeks) {
    std::vector<Disagreement> out;
    const auto add = [&out](const std::optional<Disagreement>& found) {
        if (found)
            out.push_back(*found);
    };
    for (const auto& [a, b] : {std::pair{FlowSource::Reported, FlowSource::Shares},
                               std::pair{FlowSource::Reported, FlowSource::Assets},
                               std::pair{FlowSource::Shares, FlowSource::Assets}}) {
        const bool byDays = !input.daily[indexOf(a)].empty() && !input.daily[indexOf(b)].empty();
        const bool byWeeks = !input.weekly[indexOf(a)].empty() || !input.weekly[indexOf(b)].empty();
        if (byDays) {
            std::size_t compared = 0;
            std::vector<Pair> pairs = commonDays(input.daily[indexOf(a)], input.daily[indexOf(b)], compared);
            addAssets(pairs, input);
            add(judged(pairs, compared, a, b, false));
        } else if (byWeeks) {
            const std::vector<Pair> pairs = commonWeeks(weeks, a, b);
            add(judged(pairs, pairs.size(), a, b, true));
        }
    }
    return out;
}

} // namespace rotascope
