#include "core/analysis/relative/common_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <optional>

namespace rotascope {

namespace {

using Cursors = std::vector<std::size_t>;

/// Moves every cursor to the first date at or after `date`; nullopt where one series ends before it, false
/// where one lacks it.
std::optional<bool> reach(std::span<const SeriesView> series, Cursors& cursors, Date date) {
    bool all = true;
    for (std::size_t k = 0; k < series.size(); ++k) {
        while (cursors[k] < series[k].size() && series[k].dates[cursors[k]] < date)
            ++cursors[k];
        if (cursors[k] == series[k].size())
            return std::nullopt;
        all = all && series[k].dates[cursors[k]] == date;
    }
    return all;
}

CommonColumns join(std::span<const SeriesView> series) {
    CommonColumns out;
    out.columns.resize(series.size());
    Cursors cursors(series.size(), 0);
    std::size_t skipped = 0; // since the last common session
    for (const Date date : series.front().dates) {
        const auto reached = reach(series, cursors, date);
        if (!reached)
            break;
        skipped += *reached ? 0 : 1;
        if (!*reached)
            continue;
        out.dropped += out.dates.empty() ? 0 : skipped;
        skipped = 0;
        out.dates.push_back(date);
        for (std::size_t k = 0; k < series.size(); ++k)
            out.columns[k].push_back(series[k].values[cursors[k]]);
    }
    return out;
}

} // namespace

Result<CommonColumns> commonColumns(const MarketView& view, std::span<const Symbol> symbols) {
    assert(!symbols.empty());
    std::vector<SeriesView> series;
    for (const Symbol& symbol : symbols) {
        const auto closes = view.closes(symbol);
        if (!closes)
            return Failure(closes.error());
        series.push_back(*closes);
    }
    CommonColumns out = join(series);
    if (out.dates.empty())
        return refused("no_common_session", fmt::format("{} share no session. Import more of them, or leave "
                                                        "one out.",
                                                        fmt::join(symbols, ", ")));
    return out;
}

Failure noCloses(const MarketView& view, std::span<const Symbol> symbols, std::string sentence) {
    for (const Symbol& symbol : symbols)
        if (const auto closes = view.closes(symbol); !closes && closes.error().code == "before_data")
            return Failure(closes.error());
    return refused("no_data", std::move(sentence));
}

} // namespace rotascope
