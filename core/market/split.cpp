#include "core/market/split.h"

#include "core/base/text.h"
#include "core/market/market.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rotascope {

namespace {

/// Prices and NAV are per share: they fall by the ratio, while counts of shares rise by it.
bool isPerShare(SplitScope scope) {
    return scope == SplitScope::Prices || scope == SplitScope::Nav;
}

void scaleBefore(std::span<const Date> dates, std::vector<double>& values, Date end, double factor) {
    if (values.empty())
        return;
    const auto count = std::lower_bound(dates.begin(), dates.end(), end) - dates.begin();
    for (auto value = values.begin(); value != values.begin() + count; ++value)
        *value *= factor;
}

double factorOf(const Split& split) {
    return isPerShare(split.scope) ? 1 / split.ratio() : split.ratio();
}

void adjust(PriceBars& bars, const Split& split) {
    const auto scale = [&](std::initializer_list<Field> fields) {
        for (const Field field : fields)
            scaleBefore(bars.dates, bars.columns[indexOf(field)], split.date, factorOf(split));
    };
    if (split.scope == SplitScope::Prices)
        scale({Field::Open, Field::High, Field::Low, Field::Close});
    if (split.scope == SplitScope::Volume)
        scale({Field::Volume});
}

/// NAV and share counts of every cadence.
void adjust(std::vector<Series>& all, const Split& split) {
    if (split.scope != SplitScope::Nav && split.scope != SplitScope::Shares)
        return;
    const Field field = split.scope == SplitScope::Nav ? Field::Nav : Field::Shares;
    for (Series& series : all)
        if (series.field == field)
            scaleBefore(series.dates, series.values, split.date, factorOf(split));
}

std::optional<double> changeOver(std::span<const Date> dates, std::span<const double> values, Date date) {
    if (values.empty())
        return std::nullopt;
    const auto middle =
        static_cast<std::size_t>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
    std::size_t before = middle;
    while (before > 0 && std::isnan(values[before - 1]))
        --before;
    std::size_t after = middle;
    while (after < values.size() && std::isnan(values[after]))
        ++after;
    if (before == 0 || after == values.size() || values[before - 1] == 0)
        return std::nullopt;
    return values[after] / values[before - 1];
}

} // namespace

std::string ratioText(const Split& split) {
    return shortestNumber(split.newUnits) + ":" + shortestNumber(split.oldUnits);
}

void adjustForSplits(InstrumentData& data, std::span<const Split> splits) {
    adjustForSplits(data.daily, splits);
    for (const Split& split : splits)
        adjust(data.series, split);
}

void adjustForSplits(PriceBars& bars, std::span<const Split> splits) {
    for (const Split& split : splits)
        adjust(bars, split);
}

std::optional<double> changeAcross(const InstrumentData& data, SplitScope scope, Date date) {
    if (scope == SplitScope::Prices)
        return changeOver(data.daily.dates, data.daily.column(Field::Close), date);
    if (scope == SplitScope::Volume)
        return changeOver(data.daily.dates, data.daily.column(Field::Volume), date);
    const Field field = scope == SplitScope::Nav ? Field::Nav : Field::Shares;
    for (const Series& series : data.series)
        if (series.field == field && series.cadence == Cadence::Daily)
            return changeOver(series.dates, series.values, date);
    return std::nullopt;
}

} // namespace rotascope
