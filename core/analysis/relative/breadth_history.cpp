#include "core/analysis/relative/breadth_history.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

std::vector<SeriesView> membersOf(const MarketView& view, const Basket& list) {
    std::vector<SeriesView> out;
    for (const Symbol& symbol : list.funds) {
        const auto instrument = view.instrument(symbol);
        if (!instrument || instrument->kind == InstrumentKind::LeveragedFund)
            continue;
        if (const auto closes = view.closes(symbol))
            out.push_back(*closes);
    }
    return out;
}

std::vector<Date> allDates(const std::vector<SeriesView>& members) {
    std::vector<Date> dates;
    for (const SeriesView& member : members)
        dates.insert(dates.end(), member.dates.begin(), member.dates.end());
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

struct Counts {
    std::vector<int> above;
    std::vector<int> of;
};

void addMember(Counts& counts, const std::vector<Date>& dates, const SeriesView& member,
               const std::vector<double>& average) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < member.size(); ++i) {
        while (dates[at] != member.dates[i])
            ++at;
        if (std::isnan(average[i]))
            continue;
        ++counts.of[at];
        counts.above[at] += member.values[i] > average[i] ? 1 : 0;
    }
}

std::vector<double> sharesOf(const Counts& counts) {
    std::vector<double> out(counts.of.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < out.size(); ++i)
        if (counts.of[i] > 0)
            out[i] = static_cast<double>(counts.above[i]) / counts.of[i];
    return out;
}

} // namespace

BreadthHistory breadthHistory(const MarketView& view, const Basket& list) {
    const std::vector<SeriesView> members = membersOf(view, list);
    BreadthHistory out{list.name, allDates(members), {}};
    const std::vector<int> none(out.dates.size(), 0);
    std::array<Counts, kTrendAverages.size()> counts;
    counts.fill({none, none});
    for (const SeriesView& member : members) {
        const AverageColumns averages = averageColumns(member.values);
        for (std::size_t i = 0; i < averages.size(); ++i)
            addMember(counts[i], out.dates, member, averages[i]);
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        out.above[i] = sharesOf(counts[i]);
    return out;
}

} // namespace rotascope
