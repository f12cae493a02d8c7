#include "core/base/text.h"
#include "core/market/quotes.h"
#include "core/quality/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace rotascope {

namespace {

constexpr double kEqual = 1e-6; ///< relative; files print floats with noise in the last digits
constexpr std::size_t kMonth = 21;
constexpr double kScale = 20;
constexpr double kRepeats = 1e-4; ///< relative; an index is sometimes a tick away from its previous close
constexpr std::size_t kNoOpenSessions = 120;
constexpr std::size_t kNoOpenWindow = 60;
constexpr std::size_t kNoOpenOfWindow = 45;
constexpr std::size_t kFewestAdjusted = 252;
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

bool isOnePrice(const PriceBars& bars, std::size_t i) {
    const double close = valueOf(bars, Field::Close, i);
    return std::all_of(kPrices.begin(), kPrices.end(),
                       [&](Field field) { return valueOf(bars, field, i) == close; });
}

/// Sessions [first, end).
struct Span {
    std::size_t first;
    std::size_t end;
};

/// Windows in which most opens repeat another price; those that touch make one span.
template <class Repeats>
std::vector<Span> repeatingSpans(std::size_t sessions, Repeats repeats) {
    std::vector<Span> spans;
    std::size_t inWindow = 0;
    for (std::size_t i = 0; i < sessions; ++i) {
        inWindow += repeats(i) ? 1U : 0U;
        inWindow -= i >= kNoOpenWindow && repeats(i - kNoOpenWindow) ? 1U : 0U;
        if (i + 1 < kNoOpenWindow || inWindow < kNoOpenOfWindow)
            continue;
        const std::size_t first = i + 1 - kNoOpenWindow;
        if (spans.empty() || first > spans.back().end + kNoOpenWindow)
            spans.push_back({first, i + 1});
        spans.back().end = i + 1;
    }
    return spans;
}

template <class Repeats>
std::vector<Observed> noOpens(const PriceBars& bars, std::string_view what, Repeats repeats) {
    std::vector<Observed> out;
    for (const auto [first, end] : repeatingSpans(bars.dates.size(), repeats))
        if (end - first >= kNoOpenSessions)
            out.push_back({bars.dates[first], bars.dates[end - 1],
                           fmt::format("The open mostly equals the {} {}: there is no real open, so "
                                       "high, low and gaps of this span say little.",
                                       what, when(bars.dates, first, end)),
                           end - first});
    return out;
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
    if (series.bars == nullptr || series.bars->column(Field::Open).empty() ||
        series.bars->column(Field::Close).empty())
        return {};
    const PriceBars& bars = *series.bars;
    const std::vector<double>& open = bars.column(Field::Open);
    const std::vector<double>& close = bars.column(Field::Close);
    std::vector<Observed> out = noOpens(bars, "previous close", [&](std::size_t i) {
        return i > 0 && std::abs(open[i] - close[i - 1]) <= kRepeats * std::abs(close[i - 1]);
    });
    std::ranges::move(noOpens(bars, "close of the same session",
                              [&](std::size_t i) { return same(open[i], close[i]) && !isOnePrice(bars, i); }),
                      std::back_inserter(out));
    std::ranges::stable_sort(out, {}, &Observed::first);
    return out;
}

std::vector<Observed> findOnePrice(const ExaminedSeries& series) {
    if (series.bars == nullptr || series.bars->column(Field::High).empty())
        return {};
    const PriceBars& bars = *series.bars;
    return runs(
        bars.dates, [&](std::size_t i) { return isOnePrice(bars, i); },
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

std::vector<Observed> findUnadjusted(const ExaminedSeries& series) {
    if (series.bars == nullptr || series.instrument->unit != Unit::Price ||
        series.bars->column(Field::AdjClose).empty())
        return {};
    std::size_t both = 0;
    for (std::size_t i = 0; i < series.bars->dates.size(); ++i) {
        const double close = valueOf(*series.bars, Field::Close, i);
        const double adjusted = valueOf(*series.bars, Field::AdjClose, i);
        if (std::isnan(close) || std::isnan(adjusted))
            continue;
        if (!same(adjusted, close))
            return {};
        ++both;
    }
    if (both < kFewestAdjusted)
        return {};
    return {{series.dates.front(), series.dates.back(),
             fmt::format(
                 "The adjusted close equals the close on all {} sessions: either nothing was paid out, or "
                 "dividends are missing from it, and from its returns.",
                 groupedCount(static_cast<long long>(both)))}};
}

std::vector<Observed> findNeverQuoted(const ExaminedSeries& series) {
    if (series.bars == nullptr || series.instrument->unit != Unit::Price ||
        !series.bars->column(Field::AdjClose).empty())
        return {};
    const QuoteCheck check = checkQuotes(series.values);
    if (check.looksQuoted())
        return {};
    return {
        {series.dates.front(), series.dates.back(),
         fmt::format(
             "Of the last {} closes {} are no whole cents: a vendor adjusted them for dividends or splits "
             "though they are called close, or they are not quoted in dollars. Returns hold; levels are "
             "not what was paid.",
             check.examined, check.odd)}};
}

} // namespace rotascope
