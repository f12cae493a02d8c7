#include "core/analysis/trend/average_state.h"

#include "core/indicators/indicator_catalogue.h"
#include "core/indicators/returns.h"

#include <cassert>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kFifty = 1; ///< rows of kTrendAverages
constexpr std::size_t kTwoHundred = 2;
static_assert(kTrendAverages[kFifty].window == 50 && kTrendAverages[kTwoHundred].window == 200);

std::optional<bool> sideAt(double first, double second) {
    return std::isnan(first) || std::isnan(second) ? std::nullopt : std::optional(first > second);
}

const IndicatorInfo& indicatorOf(const TrendAverageInfo& info) {
    return *indicatorNamed(info.indicator);
}

std::string warmUpOf(const TrendAverageInfo& info, std::size_t sessions) {
    return warmUpSentence(indicatorOf(info), info.window, sessions);
}

AverageReading readingOf(const SeriesView& closes, const std::vector<double>& average,
                         const TrendAverageInfo& info) {
    AverageReading reading;
    reading.warmUp = warmUpOf(info, closes.size());
    reading.side = sideState(closes.dates, closes.values, average);
    reading.value = average.back();
    reading.distance = simpleReturn(average.back(), closes.values.back());
    if (average.size() > kSlopeSessions)
        reading.slope = simpleReturn(average[average.size() - 1 - kSlopeSessions], average.back());
    return reading;
}

} // namespace

SideState sideState(std::span<const Date> dates, std::span<const double> first,
                    std::span<const double> second) {
    assert(first.size() == dates.size() && second.size() == dates.size());
    SideState state;
    if (dates.empty())
        return state;
    state.above = sideAt(first.back(), second.back());
    if (!state.above)
        return state;
    std::size_t start = dates.size() - 1;
    while (start > 0 && sideAt(first[start - 1], second[start - 1]) == state.above)
        --start;
    state.sessions = dates.size() - start;
    if (start > 0 && sideAt(first[start - 1], second[start - 1]))
        state.lastCross = dates[start];
    return state;
}

AverageColumns averageColumns(std::span<const double> closes) {
    AverageColumns columns;
    for (std::size_t i = 0; i < columns.size(); ++i)
        columns[i] =
            indicatorOf(kTrendAverages[i]).column({closes, {}, {}, {}, {}}, kTrendAverages[i].window);
    return columns;
}

AverageReadings averageReadings(const SeriesView& closes, const AverageColumns& averages) {
    AverageReadings readings;
    for (std::size_t i = 0; i < readings.size() && !closes.empty(); ++i)
        readings[i] = readingOf(closes, averages[i], kTrendAverages[i]);
    return readings;
}

AverageCross goldenCross(const SeriesView& closes, const AverageColumns& averages) {
    return {sideState(closes.dates, averages[kFifty], averages[kTwoHundred]),
            warmUpOf(kTrendAverages[kTwoHundred], closes.size())};
}

} // namespace rotascope
