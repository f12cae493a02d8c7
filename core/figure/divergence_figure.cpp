#include "core/figure/divergence_figure.h"

#include "core/analysis/declustering.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/indicators/expanding.h"
#include "core/indicators/order.h"
#include "core/indicators/rolling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

using Options = DivergenceFigureOptions;

Column column(std::vector<double> values) {
    return std::make_shared<const std::vector<double>>(std::move(values));
}

std::string pairName(const Divergence& d) {
    return d.small.symbol + " / " + d.large.symbol;
}

LineLayer lineOf(std::string name, ColourRole role, std::vector<double> values, int decimals) {
    LineLayer line;
    line.name = std::move(name);
    line.role = role;
    line.values = column(std::move(values));
    line.decimals = decimals;
    return line;
}

LineLayer averageLine(const std::vector<double>& values, std::size_t sessions, ColourRole role) {
    LineLayer line = lineOf(fmt::format("SMA{}", sessions), role, simpleMovingAverage(values, sessions), 1);
    line.tagged = false;
    line.emphasised = false;
    return line;
}

std::vector<double> legAtHundred(const std::vector<double>& closes, std::size_t start) {
    std::vector<double> out(closes.size());
    std::transform(closes.begin(), closes.end(), out.begin(), [&](double close) {
        const double value = close / closes[start] * 100;
        return std::isfinite(value) ? value : std::nan("");
    });
    return out;
}

/// The upper pane without its layers.
Pane relativePane(const Divergence& d, const Options& options, std::string title, std::string note) {
    Pane pane;
    pane.title = std::move(title);
    pane.note = fmt::format("{} {}", note, dayMonthYear(d.pair.dates[options.start]));
    pane.axis.logarithmic = options.logarithmic;
    pane.heightShare = 1.2;
    return pane;
}

/// The ratio as it is: a number far from 100, so it needs more decimals.
std::vector<double> plainRatio(const PairSeries& pair) {
    std::vector<double> out(pair.size());
    std::transform(pair.small.begin(), pair.small.end(), pair.large.begin(), out.begin(),
                   [](double small, double large) {
                       const double ratio = small / large;
                       return std::isfinite(ratio) ? ratio : std::nan("");
                   });
    return out;
}

Pane plainRatioPane(const Divergence& d, const Options& options) {
    constexpr int kDecimals = 4;
    Pane pane = relativePane(d, options, pairName(d), "");
    pane.note = "as it is";
    std::vector<double> ratio = plainRatio(d.pair);
    for (const auto& [sessions, role] :
         {std::pair{200, ColourRole::Average2}, std::pair{50, ColourRole::Average1}}) {
        LineLayer average = averageLine(ratio, static_cast<std::size_t>(sessions), role);
        average.decimals = kDecimals;
        pane.layers.emplace_back(std::move(average));
    }
    pane.layers.emplace_back(lineOf(pairName(d), ColourRole::Ratio, std::move(ratio), kDecimals));
    return pane;
}

Pane ratioPane(const Divergence& d, const Options& options) {
    if (!options.rebased)
        return plainRatioPane(d, options);
    Pane pane = relativePane(d, options, pairName(d), "rebased to 100 on");
    std::vector<double> ratio = ratioRebased(d.pair, options.start);
    pane.layers.emplace_back(averageLine(ratio, 200, ColourRole::Average2));
    pane.layers.emplace_back(averageLine(ratio, 50, ColourRole::Average1));
    pane.layers.emplace_back(lineOf(pairName(d), ColourRole::Ratio, std::move(ratio), 1));
    return pane;
}

Pane relativePerformancePane(const Divergence& d, const Options& options) {
    const std::string name = fmt::format("{} − {}", d.small.symbol, d.large.symbol);
    Pane pane = relativePane(d, options, name, "relative performance since");
    pane.axis.logarithmic = false;
    pane.axis.signedTicks = true;
    pane.axis.suffix = " pp";
    LineLayer line = lineOf(name, ColourRole::Ratio, relativePerformance(d.pair, options.start), 1);
    line.unit = " pp";
    pane.layers.emplace_back(std::move(line));
    return pane;
}

Pane bothLegsPane(const Divergence& d, const Options& options) {
    Pane pane =
        relativePane(d, options, fmt::format("{} and {}", d.small.symbol, d.large.symbol), "both at 100 on");
    pane.layers.emplace_back(
        lineOf(d.large.symbol, ColourRole::LargeCap, legAtHundred(d.pair.large, options.start), 1));
    pane.layers.emplace_back(
        lineOf(d.small.symbol, ColourRole::SmallCap, legAtHundred(d.pair.small, options.start), 1));
    return pane;
}

/// ★ In the order of RelativeView.
constexpr std::array<Pane (*)(const Divergence&, const Options&), 3> kRelativePanes{
    ratioPane, relativePerformancePane, bothLegsPane};

MarkerLayer eventMarks(const Divergence& d, const Options& options, const std::vector<double>& z) {
    MarkerLayer layer;
    layer.name = "event";
    layer.note = fmt::format("z ≥ {}, {} sessions apart", shortestNumber(options.threshold), options.gap);
    for (const std::size_t at : firstKeptEvents(z, options.threshold, options.gap))
        layer.marks.push_back(
            {static_cast<std::int32_t>(at), z[at], dayMonthShortYear(d.pair.dates[at]), d.pair.dates[at]});
    return layer;
}

/// Whether the estimate at a session knows later ones is said beside every z.
std::string sigmaNote(const Divergence& d, SigmaMode mode) {
    if (mode == SigmaMode::InSample)
        return fmt::format("σ in-sample to {}: looks ahead", dayMonthYear(d.asOf));
    if (mode == SigmaMode::Rolling252 || mode == SigmaMode::Rolling756)
        return fmt::format("σ {}, look-ahead free", infoOf(mode).label);
    return fmt::format("σ {} since {}, look-ahead free", infoOf(mode).label, yearOf(d.pair.dates.front()));
}

/// The place of each z in its own history up to there, so that the crosshair reads a z and its percentile of
/// one date.
LineLayer percentileLine(const std::vector<double>& z) {
    std::vector<double> percent = expandingPercentile(z, sortedOrder(z));
    std::transform(percent.begin(), percent.end(), percent.begin(), [](double share) { return share * 100; });
    LineLayer line = lineOf("percentile of z", ColourRole::MutedText, std::move(percent), 1);
    line.readOutOnly = true;
    line.tagged = false;
    return line;
}

ValueAxis sigmaAxis() {
    ValueAxis axis;
    axis.suffix = "σ";
    axis.signedTicks = true;
    axis.fixedTicks = {-20, -10, -5, -3, -2, -1, 0, 1, 2, 3, 5, 10, 20};
    axis.minimumLow = -3.5;
    axis.minimumHigh = 3.5;
    return axis;
}

Pane zPane(const Divergence& d, const Options& options) {
    constexpr double kBandOpacity = 0.4; // three bands lie over each other, so the innermost is the strongest
    const std::vector<double>& z = d.history.zSpread[indexOf(options.sigma)];
    Pane pane;
    pane.title = fmt::format("z of {}-session spread", d.params.days);
    pane.note = sigmaNote(d, options.sigma);
    pane.axis = sigmaAxis();
    for (const double edge : {3.0, 2.0, 1.0})
        pane.layers.emplace_back(BandLayer{-edge, edge, ColourRole::Selection, kBandOpacity});
    pane.layers.emplace_back(lineOf(pane.title, ColourRole::SmallCap, z, 2));
    pane.layers.emplace_back(percentileLine(z));
    pane.layers.emplace_back(eventMarks(d, options, z));
    return pane;
}

std::string eventsSentence(const MarkerLayer& events, const Options& options) {
    const std::string rule =
        fmt::format("z of {} or more, {} sessions apart", shortestNumber(options.threshold), options.gap);
    if (events.marks.empty())
        return fmt::format("no event ({})", rule);
    return fmt::format("{} event{} ({}), the last on {}", events.marks.size(),
                       events.marks.size() == 1 ? "" : "s", rule, dayMonthYear(events.marks.back().date));
}

/// "the ratio stands at 84.5, rebased to 100 on 4 Nov 2022", from the pane's own subject.
std::string relativeSentence(const Pane& pane) {
    std::vector<std::string> parts;
    for (const Layer& layer : pane.layers)
        if (const auto* line = std::get_if<LineLayer>(&layer); line && line->emphasised)
            parts.push_back(fmt::format("{} stands at {}{}", line->name,
                                        pane.axis.signedTicks
                                            ? signedNumber(line->values->back(), line->decimals)
                                            : groupedNumber(line->values->back(), line->decimals),
                                        line->unit));
    return fmt::format("{} ({})", listed(parts), pane.note);
}

std::string summary(const Divergence& d, const Options& options, const Figure& figure) {
    const double z = d.zSpread[indexOf(options.sigma)].z;
    const auto& events = std::get<MarkerLayer>(figure.panes[1].layers.back());
    return fmt::format("{} to {}: {}; {} {}; {}.", dayMonthYear(d.pair.dates.front()), dayMonthYear(d.asOf),
                       relativeSentence(figure.panes[0]), figure.panes[1].title,
                       std::isnan(z) ? "has no value yet" : "is " + zText(z),
                       eventsSentence(events, options));
}

std::string recipeOf(const Divergence& d, const Options& options) {
    RecipeOptions out{{"view", std::string(nameOf(options.view))},
                      {"start", isoText(d.pair.dates[options.start])},
                      {"sigma", std::string(infoOf(options.sigma).id)},
                      {"threshold", shortestNumber(options.threshold)},
                      {"gap", std::to_string(options.gap)},
                      {"days", std::to_string(d.params.days)}};
    if (!options.rebased)
        out.emplace_back("raw", "");
    return chartRecipe("divergence", out);
}

} // namespace

Figure divergenceFigure(const Divergence& divergence, const DivergenceFigureOptions& wanted) {
    Options options = wanted;
    options.start = std::min(options.start, divergence.pair.size() - 1);
    Figure figure;
    figure.id = "divergence";
    figure.title =
        fmt::format("Relative strength of {} against {}", divergence.small.symbol, divergence.large.symbol);
    figure.dates = std::make_shared<const std::vector<Date>>(divergence.pair.dates);
    figure.panes = {kRelativePanes[static_cast<std::size_t>(options.view)](divergence, options),
                    zPane(divergence, options)};
    figure.asOfSession = static_cast<std::int32_t>(divergence.pair.size()) - 1;
    figure.summary = summary(divergence, options, figure);
    figure.recipe = recipeOf(divergence, options);
    return figure;
}

} // namespace rotascope
