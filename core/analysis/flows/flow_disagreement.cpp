#include "core/analysis/flows/fund_input.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kTenth = 0.1;
constexpr double kLeastUsd = 1e6;
constexpr double kLeastShareOfAssets = 0.001; ///< a price of another hour is enough for less
constexpr std::size_t kFewestForLate = 5;

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
bool isOneSession(const DayFlow& flow) {
    return flow.span == 1 || sessionsBetween(flow.since(), flow.date()) <= 1;
}

/// Values of the same dates that stand for the same days and differ at all, and how many were compared.
std::vector<Pair> commonDays(const DayFlows& a, const DayFlows& b, std::size_t& compared) {
    std::vector<Pair> out;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].date() < b[j].date()) {
            ++i;
        } else if (b[j].date() < a[i].date()) {
            ++j;
        } else {
            ++compared;
            const double difference = std::abs(a[i].usd - b[j].usd);
            if (difference > kLeastUsd && isOneSession(b[j]))
                out.push_back({a[i].date(), a[i].usd, b[j].usd, 0});
            ++i;
            ++j;
        }
    }
    return out;
}

bool isNear(double a, double b) {
    return std::abs(a - b) <= kTenth * std::max(std::abs(a), std::abs(b));
}

/// Whether one of the two is stamped with the session after its own: 1 where b is, −1 where a is. Counts are
/// published a day later, and some collectors date them so.
int oneSessionLate(const DayFlows& a, const DayFlows& b) {
    std::size_t days = 0, same = 0, bLate = 0, aLate = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].date() != b[j].date()) {
            a[i].date() < b[j].date() ? ++i : ++j;
            continue;
        }
        if (std::abs(a[i].usd) > kLeastUsd) {
            ++days;
            same += isNear(a[i].usd, b[j].usd) ? 1 : 0;
            bLate += j + 1 < b.size() && isNear(a[i].usd, b[j + 1].usd) ? 1 : 0;
            aLate += j > 0 && isNear(a[i].usd, b[j - 1].usd) ? 1 : 0;
        }
        ++i;
        ++j;
    }
    const auto stands = [&](std::size_t shifted) {
        return days >= kFewestForLate && 2 * shifted > days && shifted > 2 * same;
    };
    return stands(bLate) ? 1 : stands(aLate) ? -1 : 0;
}

void addAssets(std::vector<Pair>& pairs, const FundInput& input) {
    LastValue assets(input.aum.empty() ? SeriesView{input.assets.dates, input.assets.usd} : input.aum,
                     kOldestAssets);
    for (Pair& pair : pairs)
        pair.assets = assets.on(pair.date);
}

std::vector<Pair> commonWeeks(const FundFlows& fund, FlowSource a, FlowSource b) {
    std::vector<Pair> out;
    for (std::size_t i = 0; i < fund.ownFigures.size(); ++i) {
        const SourceFigures& own = fund.ownFigures[i];
        const Pair pair{fund.weeks[i].end, own[indexOf(a)], own[indexOf(b)], fund.weeks[i].assetsBefore};
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
    for (const Pair& pair : pairs) {
        if (!isApart(pair, b == FlowSource::Assets))
            continue;
        out.first = out.apart == 0 ? pair.date : out.first;
        ++out.apart;
        out.last = pair.date;
        out.lastA = pair.a;
        out.lastB = pair.b;
    }
    if (out.apart == 0)
        return std::nullopt;
    std::vector<double> ratios;
    for (const Pair& pair : pairs)
        ratios.push_back(pair.a / pair.b);
    out.unit = unitFactorOf(std::move(ratios));
    return out;
}

} // namespace

std::vector<Disagreement> disagreementsIn(const FundInput& input, const FundFlows& fund) {
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
            auto found = judged(pairs, compared, a, b, false);
            if (found)
                found->late = oneSessionLate(input.daily[indexOf(a)], input.daily[indexOf(b)]);
            add(found);
        } else if (byWeeks) {
            const std::vector<Pair> pairs = commonWeeks(fund, a, b);
            add(judged(pairs, pairs.size(), a, b, true));
        }
    }
    return out;
}

} // namespace rotascope
