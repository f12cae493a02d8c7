#include "core/base/text.h"
#include "core/quality/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kEqual = 1e-6; ///< relative; files print floats with noise in the last digits
constexpr std::size_t kMonth = 21;
constexpr double kScale = 20;
constexpr std::size_t kNoOpenSessions = 120;
constexpr std::size_t kNoOpenWindow = 60;
constexpr std::size_t kNoOpenOfWindow = 54;
constexpr double kFactorFalls = 2e-3;

constexpr std::array kPrices{Field::Open, Field::High, Field::Low, Field::Close};

/// A column's value, NaN where the bars have no such column.
double valueOf(const PriceBars& bars, Field field, std::size_t i) {
    const std::vector<double>& column = bars.column(field);
    return column.empty() ? std::nan("") : column[i];
}

bool same(double a, double b) {
    return std::abs(a - b) <= kEqual * std::abs(b);
}

std::string figures(const PriceBars& bars, std::size_t i) {
    return fmt::format("open {}, high {}, low {}, close {}", groupedNumber(valueOf(bars, Field::Open, i), 2),
                       groupedNumber(valueOf(bars, Field::High, i), 2),
                       groupedNumber(valueOf(bars, Field::Low, i), 2),
                       groupedNumber(valueOf(bars, Field::Close, i), 2));
}

bool outOfOrder(const PriceBars& bars, std::size_t i) {
    const double high = valueOf(bars, Field::High, i);
    const double low = valueOf(bars, Field::Low, i);
    return std::any_of(kPrices.begin(), kPrices.end(), [&](Field field) {
        const double price = valueOf(bars, field, i);
        return high < price - kEqual * std::abs(price) || low > price + kEqual * std::abs(price);
    });
}

/// Consecutive sessions that `holds` become one range with their count.
template <class Holds, class Say>
std::vector<Observed> runs(std::span<const Date> dates, Holds holds, Say say) {
    std::vector<Observed> out;
    for (std::size_t first = 0; first < dates.size();) {
        std::size_t end = first;
        while (end < dates.size() && holds(end))
            ++end;
        if (end > first)
            out.push_back({dates[first], dates[end - 1], say(first, end), end - first});
        first = std::max(end, first + 1);
    }
    return out;
}

std::string when(std::span<const Date> dates, std::size_t first, std::size_t end) {
    return end - first == 1
               ? "on " + isoText(dates[first])
               : fmt::format("on {} sessions, {} to {}", groupedCount(static_cast<long long>(end - first)),
                             isoText(dates[first]), isoText(dates[end - 1]));
}

double medianOf(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

} // namespace

std::vector<Observed> findBarOrder(const ExaminedSeries& series) {
    std::vector<Observed> out;
    if (series.bars == nullptr)
        return out;
    for (std::size_t i = 0; i < series.bars->dates.size(); ++i)
        if (outOfOrder(*series.bars, i))
            out.push_back({series.bars->dates[i], series.bars->dates[i],
                           fmt::format("{}: {}.", isoText(series.bars->dates[i]), figures(*series.bars, i))});
    return out;
}

std::vector<Observed> findZeroVolume(const ExaminedSeries& series) {
    if (series.bars == nullptr || series.bars->column(Field::Volume).empty())
        return {};
    const std::vector<Date>& dates = series.bars->dates;
    const std::vector<double>& volume = series.bars->column(Field::Volume);
    const auto zeros = std::count(volume.begin(), volume.end(), 0.0);
    const auto known =
        std::count_if(volume.begin(), volume.end(), [](double value) { return !std::isnan(value); });
    if (zeros > 0 && zeros == known)
        return {{dates.front(), dates.back(), "The volume is zero on every session: this series has none."}};
    return runs(
        dates, [&](std::size_t i) { return volume[i] == 0; },
        [&](std::size_t first, std::size_t end) {
            return fmt::format("Volume zero {}.", when(dates, first, end));
        });
}

std::vector<Observed> findVolumeScale(const ExaminedSeries& series) {
    if (series.bars == nullptr)
        return {};
    std::vector<Date> dates;
    std::vector<double> volume;
    const std::vector<double>& column = series.bars->column(Field::Volume);
    for (std::size_t i = 0; i < column.size(); ++i)
        if (column[i] > 0) {
            dates.push_back(series.bars->dates[i]);
            volume.push_back(column[i]);
        }
    std::vector<Observed> out;
    for (std::size_t i = kMonth; i + kMonth <= volume.size(); ++i) {
        // The medians of whole months are only looked at where the step itself is large.
        const double step = volume[i] / volume[i - 1];
        if (step < kScale / 2 && step > 2 / kScale)
            continue;
        const double before = medianOf(std::span(volume).subspan(i - kMonth, kMonth));
        const double after = medianOf(std::span(volume).subspan(i, kMonth));
        if (after < kScale * before && after > before / kScale)
            continue;
        out.push_back(
            {dates[i], dates[i],
             fmt::format("From {} on the median volume of a month is {} where it was {}: another unit, "
                         "another venue, or a split.",
                         isoText(dates[i]), groupedNumber(after, 0), groupedNumber(before, 0))});
        i += kMonth;
    }
    return out;
}

std::vector<Observed> findNoRealOpen(const ExaminedSeries& series) {
    std::vector<Observed> out;
    if (series.bars == nullptr || series.bars->column(Field::Open).empty() ||
        series.bars->column(Field::Close).empty())
        return out;
    const std::vector<Date>& dates = series.bars->dates;
    const std::vector<double>& open = series.bars->column(Field::Open);
    const std::vector<double>& close = series.bars->column(Field::Close);
    const auto repeats = [&](std::size_t i) { return i > 0 && same(open[i], close[i - 1]); };
    // Windows in which nearly every open repeats; those that touch make one span.
    struct Span {
        std::size_t first;
        std::size_t end;
    };
    std::vector<Span> spans;
    std::size_t inWindow = 0;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        inWindow += repeats(i) ? 1U : 0U;
        inWindow -= i >= kNoOpenWindow && repeats(i - kNoOpenWindow) ? 1U : 0U;
        if (i + 1 < kNoOpenWindow || inWindow < kNoOpenOfWindow)
            continue;
        const std::size_t first = i + 1 - kNoOpenWindow;
        if (spans.empty() || first > spans.back().end + kNoOpenWindow)
            spans.push_back({first, i + 1});
        spans.back().end = i + 1;
    }
    for (const auto [first, end] : spans)
        if (end - first >= kNoOpenSessions)
            out.push_back(
                {dates[first], dates[end - 1],
                 fmt::format("The open mostly equals the previous close {}: there is no real open, so "
                             "high, low and gaps of this span say little.",
                             when(dates, first, end)),
                 end - first});
    return out;
}

std::vector<Observed> findOnePrice(const ExaminedSeries& series) {
    if (series.bars == nullptr || series.bars->column(Field::High).empty())
        return {};
    const PriceBars& bars = *series.bars;
    return runs(
        bars.dates,
        [&](std::size_t i) {
            const double close = valueOf(bars, Field::Close, i);
            return std::all_of(kPrices.begin(), kPrices.end(),
                               [&](Field field) { return valueOf(bars, field, i) == close; });
        },
        [&](std::size_t first, std::size_t end) {
            return fmt::format("Open, high, low and close are equal {}.", when(bars.dates, first, end));
        });
}

std::vector<Observed> findMixedAdjustment(const ExaminedSeries& series) {
    std::vector<Observed> out;
    if (series.bars == nullptr || series.bars->column(Field::AdjClose).empty())
        return out;
    const std::vector<Date>& dates = series.bars->dates;
    double previous = std::nan("");
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const double factor =
            valueOf(*series.bars, Field::AdjClose, i) / valueOf(*series.bars, Field::Close, i);
        if (std::isnan(factor))
            continue;
        if (factor < previous * (1 - kFactorFalls))
            out.push_back(
                {dates[i], dates[i],
                 fmt::format("The adjustment factor falls from {} to {} on {}; dividends and splits only "
                             "ever raise it: adjusted and raw values, or two downloads, are mixed.",
                             groupedNumber(previous, 4), groupedNumber(factor, 4), isoText(dates[i]))});
        previous = factor;
    }
    return out;
}

} // namespace rotascope
