#include "core/analysis/relative/breadth.h"

#include "core/analysis/relative/common_columns.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr std::size_t kLongestWindow = 5000;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isLeveraged(const MarketView& view, const Symbol& symbol) {
    const auto instrument = view.instrument(symbol);
    return instrument && instrument->kind == InstrumentKind::LeveragedFund;
}

/// The last session of any member that is not left out.
Date lastSession(const MarketView& view, const Basket& list) {
    Date last = Date::min();
    for (const Symbol& symbol : list.funds)
        if (const auto closes = view.closes(symbol); closes && !isLeveraged(view, symbol))
            last = std::max(last, closes->dates.back());
    return last;
}

BreadthMember memberOf(const Symbol& symbol, const SeriesView& closes, std::size_t window) {
    BreadthMember member{symbol, simpleReturns(closes.values, window).back(), {}};
    const AverageReadings readings = averageReadings(closes, averageColumns(closes.values));
    for (std::size_t i = 0; i < readings.size(); ++i)
        member.above[i] = readings[i].side.above;
    return member;
}

void addMember(Breadth& out, const MarketView& view, const Symbol& symbol) {
    const auto closes = view.closes(symbol);
    if (isLeveraged(view, symbol))
        out.leveraged.push_back(symbol);
    else if (!closes || closes->size() <= out.window)
        out.missing.push_back(symbol);
    else if (closes->dates.back() != out.asOf)
        out.stale.push_back(symbol);
    else
        out.members.push_back(memberOf(symbol, *closes, out.window));
}

double shareOfBestFifth(const std::vector<BreadthMember>& sorted) {
    double total = 0;
    double best = 0;
    const std::size_t fifth = std::max<std::size_t>(1, sorted.size() / 5);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        total += sorted[i].move;
        best += i < fifth ? sorted[i].move : 0;
    }
    return total > 0 ? best / total : kNaN;
}

void addShares(Breadth& out) {
    for (const BreadthMember& member : out.members) {
        ++out.up.of;
        out.up.count += member.move > 0 ? 1 : 0;
        for (std::size_t i = 0; i < out.above.size(); ++i) {
            out.above[i].of += member.above[i] ? 1 : 0;
            out.above[i].count += member.above[i] == true ? 1 : 0;
        }
    }
    out.bestFifth = shareOfBestFifth(out.members);
}

} // namespace

double BreadthShare::share() const {
    return of == 0 ? kNaN : static_cast<double>(count) / static_cast<double>(of);
}

Result<Breadth> analyseBreadth(const MarketView& view, const Basket& list, std::size_t window) {
    if (window < 1 || window > kLongestWindow)
        return usageError("bad_window",
                          fmt::format("A window has 1 to {} sessions, not {}.", kLongestWindow, window));
    Breadth out;
    out.window = window;
    out.asOf = lastSession(view, list);
    for (const Symbol& symbol : list.funds)
        addMember(out, view, symbol);
    std::erase_if(out.members, [](const BreadthMember& member) { return std::isnan(member.move); });
    if (out.members.empty())
        return noCloses(view, list.funds,
                        fmt::format("No member of \"{}\" has closes over {} sessions by that date; leveraged "
                                    "funds are not counted.",
                                    list.name, window));
    std::stable_sort(out.members.begin(), out.members.end(),
                     [](const BreadthMember& a, const BreadthMember& b) { return a.move > b.move; });
    addShares(out);
    return out;
}

} // namespace rotascope
