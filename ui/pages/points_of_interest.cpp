#include "ui/pages/points_of_interest.h"

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kMonth = 21;
constexpr std::size_t kBefore = 63; ///< sessions shown before a point of interest

std::size_t indexOf(const PairAnalysis& analysis, Date date) {
    const auto& dates = *analysis.sessions;
    return static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
}

/// From some way before `index` to the as-of session, unless it is in sight already.
void bringIntoSight(Session& session, const PairAnalysis& analysis, std::size_t index) {
    const VisibleSpan sight = session.visibleSpan();
    const auto point = static_cast<double>(index);
    if (point < sight.first || point > sight.last)
        session.zoomTo({std::max(0.0, point - double(kBefore)), static_cast<double>(analysis.asOfIndex())});
    session.setCursor(static_cast<int>(index));
}

const PerformanceRow* yearRow(const Divergence& divergence) {
    const auto found = std::find_if(divergence.table.begin(), divergence.table.end(),
                                    [](const PerformanceRow& row) { return row.horizon == "ytd"; });
    return found == divergence.table.end() ? nullptr : &*found;
}

} // namespace

void lookBackTo(Session& session, const PairAnalysis& analysis, const std::optional<Date>& base) {
    if (!base)
        return;
    const std::size_t last = analysis.asOfIndex();
    const std::size_t month = last > kMonth ? last - kMonth : 0;
    const std::size_t first = std::min(indexOf(analysis, *base), month);
    session.zoomTo({static_cast<double>(first), static_cast<double>(last)});
}

void lookAt(Session& session, const PairAnalysis& analysis, OverviewTile tile) {
    const std::size_t last = analysis.asOfIndex();
    if (tile == OverviewTile::Week) {
        if (const PerformanceRow* year = yearRow(*analysis.divergence))
            lookBackTo(session, analysis, year->base);
    } else if (tile == OverviewTile::Rules) {
        const std::size_t since = std::max<std::size_t>(analysis.facts.ratioToAverage200.sessionsIn, 1);
        bringIntoSight(session, analysis, last + 1 - std::min(since, last + 1));
    } else if (tile == OverviewTile::Event && analysis.facts.lastEvent) {
        bringIntoSight(session, analysis, indexOf(analysis, analysis.facts.lastEvent->date));
    }
}

} // namespace rotascope
