// What a survey remembers of each series: range, order and spacing, in a few bytes however long it is.
#pragma once

#include "core/csv/date_text.h"
#include "core/market/field.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rotascope {

/// Counts of the distances between neighbouring dates, by the cadence they speak for.
class Spacing {
public:
    void add(std::int32_t days);
    void clear() { *this = Spacing{}; }

    /// Weekly (5 to 9 days), Monthly (26 to 35) or Quarterly (85 to 95) when at least two and four fifths of
    /// the distances say so; else Daily.
    Cadence cadence() const;

private:
    std::array<std::uint32_t, 4> m_counts{};
    std::uint32_t m_total = 0;
};

/// One series, or all rows of one symbol.
struct SeriesTrack {
    std::int32_t first = INT32_MAX;
    std::int32_t last = INT32_MIN;
    std::int32_t previous = kNoDay;
    std::uint64_t count = 0;
    std::uint64_t weekStarts = 0; ///< dates on a Sunday or Monday
    bool rising = true;           ///< each date after the one before it in the file
    bool falling = true;          ///< each date before it
    Spacing spacing;

    void add(std::int32_t day);
    /// Neither strictly rising nor strictly falling: a date may stand more than once.
    bool mayRepeat() const { return !rising && !falling; }
    /// Most of the dates are the first days of weeks.
    bool startsWeeks() const { return 2 * weekStarts > count; }
};

/// A set of days: one bit each between the first and the last.
class DayBits {
public:
    bool test(std::int32_t day) const;
    void set(std::int32_t day);
    bool empty() const { return m_words.empty(); }
    /// The distances between the days of the set.
    Spacing spacing() const;

private:
    static constexpr std::int32_t wordOf(std::int32_t day) { return day >> 6; }

    std::int32_t m_firstWord = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace rotascope
