#include "core/quality/quality_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kFewestCommon = 60;
constexpr std::size_t kFewestHits = 4;
constexpr double kEqual = 1e-9;

struct Values {
    const Instrument* instrument;
    std::vector<std::pair<Date, double>> rows;
};

Values valuesOf(const InstrumentData& data) {
    Values out{&data.instrument, {}};
    const std::vector<double>& closes = data.daily.column(Field::Close);
    for (std::size_t i = 0; i < closes.size(); ++i)
        if (!std::isnan(closes[i]))
            out.rows.emplace_back(data.daily.dates[i], closes[i]);
    if (out.rows.empty())
        for (const Series& series : data.series)
            if (series.field == Field::Value && series.cadence == Cadence::Daily)
                for (std::size_t i = 0; i < series.dates.size(); ++i)
                    out.rows.emplace_back(series.dates[i], series.values[i]);
    return out;
}

/// The first row of each month stands for the series: few enough to be compared among thousands of
/// instruments.
std::vector<std::uint64_t> marksOf(const Values& values) {
    std::vector<std::uint64_t> marks;
    int month = -1;
    for (const auto& [date, value] : values.rows) {
        const int at = yearOf(date) * 12 + static_cast<int>(monthOf(date));
        if (at != month)
            marks.push_back(std::bit_cast<std::uint64_t>(value) * 0x9e3779b97f4a7c15U ^
                            static_cast<std::uint64_t>(static_cast<std::uint32_t>(dayNumber(date))));
        month = at;
    }
    return marks;
}

/// How many dates the two share when all of their values are equal there; 0 otherwise.
std::size_t equalDates(const Values& a, const Values& b) {
    std::size_t common = 0;
    auto at = b.rows.begin();
    for (const auto& [date, value] : a.rows) {
        while (at != b.rows.end() && at->first < date)
            ++at;
        if (at == b.rows.end())
            break;
        if (at->first != date)
            continue;
        if (std::abs(value - at->second) > kEqual * std::abs(value))
            return 0;
        ++common;
    }
    return common;
}

/// Pairs of series that meet in several marks.
std::vector<std::pair<std::size_t, std::size_t>> candidates(const std::vector<Values>& all) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> byMark;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const std::uint64_t mark : marksOf(all[i]))
            byMark[mark].push_back(i);
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> hits;
    for (const auto& [mark, members] : byMark)
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                ++hits[{members[i], members[j]}];
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (const auto& [pair, count] : hits)
        if (count >= std::min(kFewestHits, marksOf(all[pair.first]).size()))
            out.push_back(pair);
    return out;
}

/// A series that never moves is no copy of another one that does not.
bool moves(const Values& values) {
    return std::any_of(values.rows.begin(), values.rows.end(),
                       [&](const auto& row) { return row.second != values.rows.front().second; });
}

} // namespace

std::vector<Finding> duplicateFindings(std::span<const InstrumentData* const> instruments) {
    std::vector<Values> all;
    for (const InstrumentData* data : instruments)
        if (Values values = valuesOf(*data); values.rows.size() >= kFewestCommon && moves(values))
            all.push_back(std::move(values));
    std::vector<Finding> out;
    for (const auto& [i, j] : candidates(all)) {
        const std::size_t common = equalDates(all[i], all[j]);
        if (common < kFewestCommon)
            continue;
        const bool inOrder = all[i].instrument->symbol < all[j].instrument->symbol;
        const Values& earlier = inOrder ? all[i] : all[j];
        const Values& later = inOrder ? all[j] : all[i];
        out.push_back({later.instrument->symbol, "duplicate", Severity::Warning, Cadence::Daily, Field::Close,
                       std::max(earlier.rows.front().first, later.rows.front().first),
                       std::min(earlier.rows.back().first, later.rows.back().first),
                       fmt::format("Equal to {} on all {} common dates: one series under two symbols.",
                                   earlier.instrument->symbol, common)});
    }
    return out;
}

} // namespace rotascope
