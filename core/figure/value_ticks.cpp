#include "core/figure/value_ticks.h"

#include "core/figure/value_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr std::array<double, 3> kSteps = {1, 2, 5};

/// The k-th of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, …; k = 0 is 1.
double ladderStep(int rung) {
    const int decade = rung >= 0 ? rung / 3 : (rung - 2) / 3;
    return kSteps[static_cast<std::size_t>(rung - 3 * decade)] * std::pow(10.0, decade);
}

int rungAtLeast(double step) {
    int rung = 3 * static_cast<int>(std::floor(std::log10(step)));
    while (ladderStep(rung) < step * (1 - 1e-9))
        ++rung;
    return rung;
}

/// Digits after the point that a multiple of `step` needs.
int decimalsOf(double step) {
    return std::clamp(-static_cast<int>(std::floor(std::log10(step) + 1e-9)), 0, 10);
}

std::vector<double> multiplesOf(double step, const ValueScale& scale) {
    std::vector<double> values;
    const double tolerance = step * 1e-9;
    for (double k = std::ceil((scale.low - tolerance) / step); k * step <= scale.high + tolerance; ++k)
        values.push_back(k == 0 ? 0.0 : k * step);
    return values;
}

double smallestGap(const std::vector<double>& values, const ValueScale& scale, double height) {
    double gap = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < values.size(); ++i)
        gap = std::min(gap, (scale.fraction(values[i]) - scale.fraction(values[i - 1])) * height);
    return gap;
}

std::vector<ValueTick> labelled(const std::vector<double>& values, int decimals, const ValueAxis& axis) {
    std::vector<ValueTick> ticks;
    for (const double value : values)
        ticks.push_back({value, tickText(value, decimals, axis)});
    return ticks;
}

struct Candidate {
    std::vector<double> values;
    int decimals = 0;
};

/// The finest ladder step whose ticks stand at least `gap` pixels apart.
Candidate evenTicks(const ValueScale& scale, double height, double gap) {
    const double span = scale.high - scale.low;
    const int coarsest = rungAtLeast(span) + 1;
    for (int rung = rungAtLeast(span * gap / height / 4); rung <= coarsest; ++rung) {
        const double step = ladderStep(rung);
        if (step / span * height < gap && !scale.logarithmic)
            continue;
        Candidate candidate{multiplesOf(step, scale), decimalsOf(step)};
        if (smallestGap(candidate.values, scale, height) >= gap)
            return candidate;
    }
    return {};
}

std::vector<double> decadeTicks(const std::vector<double>& mantissas, int everyDecades,
                                const ValueScale& scale) {
    std::vector<double> values;
    const int firstDecade = static_cast<int>(std::floor(std::log10(scale.low)));
    const int lastDecade = static_cast<int>(std::floor(std::log10(scale.high)));
    for (int decade = firstDecade; decade <= lastDecade; ++decade) {
        if (decade % everyDecades != 0)
            continue;
        for (const double mantissa : mantissas) {
            const double value = mantissa * std::pow(10.0, decade);
            if (value >= scale.low && value <= scale.high)
                values.push_back(value);
        }
    }
    return values;
}

struct DecadeRow {
    std::vector<double> mantissas;
    int everyDecades;
};

/// 1-2-5, 1-3 or whole decades, the finest that keeps the gap.
Candidate decades(const ValueScale& scale, double height, double gap) {
    static const std::array<DecadeRow, 6> kRows = {
        {{{1, 2, 5}, 1}, {{1, 3}, 1}, {{1}, 1}, {{1}, 2}, {{1}, 3}, {{1}, 6}}};
    for (const DecadeRow& row : kRows) {
        Candidate candidate{decadeTicks(row.mantissas, row.everyDecades, scale), 0};
        if (candidate.values.empty() || smallestGap(candidate.values, scale, height) < gap)
            continue;
        candidate.decimals = decimalsOf(candidate.values.front());
        return candidate;
    }
    return {};
}

Candidate chosenTicks(const ValueScale& scale, double height, double gap) {
    Candidate even = evenTicks(scale, height, gap);
    if (!scale.logarithmic || even.values.size() >= 3)
        return even;
    Candidate byDecade = decades(scale, height, gap);
    return byDecade.values.size() >= even.values.size() ? byDecade : even;
}

int decimalsOfValue(double value) {
    for (int decimals = 0; decimals < 6; ++decimals) {
        const double scaled = std::abs(value) * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled))
            return decimals;
    }
    return 6;
}

/// Every n-th tick counted from the one nearest zero.
std::vector<double> thinned(const std::vector<double>& values, std::size_t every) {
    const auto nearestZero = std::min_element(values.begin(), values.end(),
                                              [](double a, double b) { return std::abs(a) < std::abs(b); });
    const auto origin = static_cast<std::size_t>(nearestZero - values.begin());
    std::vector<double> kept;
    for (std::size_t i = 0; i < values.size(); ++i)
        if ((i > origin ? i - origin : origin - i) % every == 0)
            kept.push_back(values[i]);
    return kept;
}

std::vector<ValueTick> fixedTicks(const ValueAxis& axis, const ValueScale& scale, double height, double gap) {
    std::vector<double> inside;
    for (const double value : axis.fixedTicks)
        if (value >= scale.low && value <= scale.high)
            inside.push_back(value);
    std::sort(inside.begin(), inside.end());
    std::vector<double> kept = inside;
    for (std::size_t every = 2; kept.size() > 1 && smallestGap(kept, scale, height) < gap; ++every)
        kept = thinned(inside, every);
    int decimals = axis.decimals;
    for (const double value : kept)
        decimals = std::max(decimals, decimalsOfValue(value));
    return labelled(kept, decimals, axis);
}

} // namespace

std::vector<ValueTick> valueTicks(const ValueAxis& axis, const ValueScale& scale, double height,
                                  double labelHeight) {
    if (!(height > labelHeight) || !(scale.low < scale.high))
        return {};
    if (!axis.fixedTicks.empty())
        return fixedTicks(axis, scale, height, labelHeight + 2);
    // Airy where there is room; a low pane still gets two ticks to read a slope from.
    for (const double gap : {labelHeight * 3.2, labelHeight * 1.8, labelHeight + 2}) {
        const Candidate candidate = chosenTicks(scale, height, gap);
        if (candidate.values.size() >= 2 || gap == labelHeight + 2)
            return labelled(candidate.values, std::max(axis.decimals, candidate.decimals), axis);
    }
    return {};
}

} // namespace rotascope
