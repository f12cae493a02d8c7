#include "core/analysis/relative/basket_index.h"

#include "core/analysis/relative/common_columns.h"
#include "core/analysis/z_score.h"
#include "core/indicators/expanding.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rotascope {

namespace {

using Members = std::vector<SeriesView>;

struct Presence {
    std::size_t with = 0;  ///< members that have a close on the date
    std::size_t alive = 0; ///< members that have begun and not ended
};

bool hasHalf(const Presence& presence) {
    return presence.with * 2 >= presence.alive;
}

std::vector<Date> sessionsOf(const Members& members) {
    std::map<Date, Presence> all;
    for (const SeriesView& member : members)
        for (const Date date : member.dates)
            ++all[date].with;
    std::vector<Date> out;
    for (auto& [date, presence] : all) {
        for (const SeriesView& member : members)
            presence.alive += member.dates.front() <= date && date <= member.dates.back() ? 1 : 0;
        if (hasHalf(presence))
            out.push_back(date);
    }
    return out;
}

/// The member's closes on the basket's sessions, NaN where it has none.
std::vector<double> onSessions(const SeriesView& member, const std::vector<Date>& sessions) {
    std::vector<double> out(sessions.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0, j = 0; i < sessions.size() && j < member.size();) {
        if (sessions[i] == member.dates[j])
            out[i++] = member.values[j++];
        else if (sessions[i] < member.dates[j])
            ++i;
        else
            ++j;
    }
    return out;
}

void addLevels(BasketIndex& index, const Members& members) {
    std::vector<double> sums(index.dates.size(), 0);
    index.members.assign(index.dates.size(), 0);
    for (const SeriesView& member : members) {
        const std::vector<double> returns = simpleReturns(onSessions(member, index.dates), 1);
        for (std::size_t i = 0; i < returns.size(); ++i) {
            sums[i] += std::isnan(returns[i]) ? 0 : returns[i];
            index.members[i] += std::isnan(returns[i]) ? 0 : 1;
        }
    }
    double level = 100;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        level *= index.members[i] == 0 ? 1 : 1 + sums[i] / static_cast<double>(index.members[i]);
        index.levels.push_back(level);
    }
}

} // namespace

Result<BasketIndex> basketIndex(const MarketView& view, const Basket& basket) {
    BasketIndex out;
    out.name = basket.name;
    Members members;
    for (const Symbol& symbol : basket.funds) {
        const auto closes = view.closes(symbol);
        if (closes)
            members.push_back(*closes);
        else
            out.missing.push_back(symbol);
    }
    if (members.empty())
        return noCloses(
            view, basket.funds,
            fmt::format("No member of \"{}\" has closes in this desk by that date. Import prices of "
                        "one of them.",
                        basket.name));
    out.dates = sessionsOf(members);
    addLevels(out, members);
    return out;
}

Result<GroupRatio> groupRatio(const MarketView& view, const Basket& first, const Basket& second) {
    auto a = basketIndex(view, first);
    if (!a)
        return Failure(a.error());
    auto b = basketIndex(view, second);
    if (!b)
        return Failure(b.error());
    GroupRatio out{std::move(*a), std::move(*b), {}, {}};
    out.pair = commonSessions(out.first.view(), out.second.view());
    if (out.pair.dates.empty())
        return refused("no_common_session",
                       fmt::format("\"{}\" and \"{}\" share no session.", first.name, second.name));
    out.ratio = ratioRebased(out.pair, 0);
    return out;
}

GroupMove groupMove(const GroupRatio& groups, int days) {
    const auto window = static_cast<std::size_t>(days);
    const std::vector<double> first = simpleReturns(groups.pair.small, window);
    const std::vector<double> second = simpleReturns(groups.pair.large, window);
    std::vector<double> spreads = first;
    GroupMove out;
    for (std::size_t i = 0; i < spreads.size(); ++i) {
        spreads[i] -= second[i];
        out.moves += std::isnan(spreads[i]) ? 0 : 1;
        out.highAt = groups.ratio[i] >= groups.ratio[out.highAt] ? i : out.highAt;
    }
    out.returnFirst = first.back();
    out.returnSecond = second.back();
    out.spread = spreads.back();
    out.z = zScores(spreads, SigmaMode::Expanding).back();
    out.percentile = shareAtOrBelow(spreads, out.spread);
    out.drawdown = groups.ratio.back() / groups.ratio[out.highAt] - 1;
    return out;
}

} // namespace rotascope
