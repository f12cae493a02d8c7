#include "core/analysis/relative/rotation_map.h"

#include "core/analysis/flows/flow_weeks.h"
#include "core/analysis/pair_series.h"
#include "core/analysis/relative/basket_index.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kCentre = 100;
constexpr double kStill = 1e-12; ///< σ of a logarithm that is only rounding

/// Keeps the last session of each week (Saturday to Friday).
PairSeries lastOfWeeks(const PairSeries& daily) {
    const auto weekOf = [](Date date) { return weekEndOn(date, std::chrono::Friday); };
    PairSeries out;
    for (std::size_t i = 0; i < daily.size(); ++i)
        if (i + 1 == daily.size() || weekOf(daily.dates[i + 1]) != weekOf(daily.dates[i])) {
            out.dates.push_back(daily.dates[i]);
            out.small.push_back(daily.small[i]);
            out.large.push_back(daily.large[i]);
        }
    return out;
}

std::vector<double> logRatio(const PairSeries& pair) {
    std::vector<double> out(pair.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = std::log(pair.small[i] / pair.large[i]);
    return out;
}

/// 100 + z; exactly 100 where the window does not move.
std::vector<double> centred(const std::vector<double>& values, std::size_t window) {
    Moments moments = rollingMoments(values, window);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double sigma = moments.sd[i];
        moments.sd[i] = sigma <= kStill ? kCentre : kCentre + (values[i] - moments.mean[i]) / sigma;
    }
    return std::move(moments.sd);
}

std::vector<double> changeOver(const std::vector<double>& values, std::size_t steps) {
    std::vector<double> out(values.size(), std::nan(""));
    for (std::size_t i = steps; i < values.size(); ++i)
        out[i] = values[i] - values[i - steps];
    return out;
}

void addQuadrants(RotationTrack& track) {
    std::optional<Quadrant> before;
    for (std::size_t i = 0; i < track.dates.size(); ++i) {
        track.quadrant = quadrantOf(track.strength[i], track.momentum[i]);
        if (track.quadrant)
            ++track.visits[static_cast<std::size_t>(*track.quadrant)];
        track.inQuadrant = !track.quadrant ? 0 : track.quadrant == before ? track.inQuadrant + 1 : 1;
        before = track.quadrant;
    }
}

void addTrack(RotationMap& map, const Symbol& name, const SeriesView& series, const SeriesView& benchmark) {
    RotationTrack track = rotationTrack(name, series, benchmark, map.params);
    if (!track.quadrant) {
        map.missing.push_back(name);
        return;
    }
    map.asOf = std::max(map.asOf, track.dates.back());
    map.tracks.push_back(std::move(track));
}

} // namespace

std::string rotationFormula(const RotationParams& params) {
    return fmt::format("strength = 100 + z(ln P/B, {0}), momentum = 100 + z(Δ{1} strength, {0}), {2}",
                       params.window(), RotationParams::change(), params.weekly ? "weeks" : "sessions");
}

std::optional<Quadrant> quadrantOf(double strength, double momentum) {
    if (std::isnan(strength) || std::isnan(momentum))
        return std::nullopt;
    const bool rising = momentum >= kCentre;
    if (strength >= kCentre)
        return rising ? Quadrant::Leading : Quadrant::Weakening;
    return rising ? Quadrant::Improving : Quadrant::Lagging;
}

RotationTrack rotationTrack(Symbol symbol, const SeriesView& series, const SeriesView& benchmark,
                            const RotationParams& params) {
    PairSeries pair = commonSessions(series, benchmark);
    if (params.weekly)
        pair = lastOfWeeks(pair);
    RotationTrack track;
    track.symbol = std::move(symbol);
    track.strength = centred(logRatio(pair), params.window());
    track.momentum = centred(changeOver(track.strength, RotationParams::change()), params.window());
    track.dates = std::move(pair.dates);
    addQuadrants(track);
    return track;
}

Result<RotationMap> analyseRotation(const MarketView& view, std::span<const Symbol> symbols,
                                    const RotationParams& params, std::span<const Basket> baskets) {
    const auto benchmark = view.closes(params.benchmark);
    if (!benchmark)
        return Failure(benchmark.error());
    RotationMap out;
    out.params = params;
    for (const Symbol& symbol : symbols)
        addTrack(out, symbol, view.closes(symbol).value_or(SeriesView{}), *benchmark);
    for (const Basket& basket : baskets) {
        const auto index = basketIndex(view, basket);
        addTrack(out, basket.name, index ? index->view() : SeriesView{}, *benchmark);
    }
    return out;
}

} // namespace rotascope
