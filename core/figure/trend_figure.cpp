#include "core/figure/trend_figure.h"

#include "core/analysis/trend/volume_since.h"
#include "core/base/text.h"
#include "core/figure/on_sessions.h"
#include "core/indicators/indicator_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr std::size_t kYear = 252;
constexpr std::size_t kMonth = 21; ///< a breakout within a month of the last one goes on from it
constexpr double kMillion = 1e6;
constexpr std::array<ColourRole, kTrendAverages.size()> kInks{ColourRole::MutedText, ColourRole::Average1,
                                                              ColourRole::Average2};

struct Drawing {
    const TrendHistory& history;
    std::span<const Date> sessions;

    Column column(std::span<const double> values, double factor = 1) const {
        return onSessions(sessions, history.dates, values, factor);
    }
};

int decimalsOf(const TrendHistory& history) {
    const double last = std::abs(history.closes.back());
    return last < 1 ? 4 : last < 10000 ? 2 : 0;
}

bool hasAny(const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
}

MarkerLayer breakoutMarks(const Drawing& drawing) {
    MarkerLayer layer;
    layer.name = "breakout";
    layer.shape = MarkerLayer::Shape::TriangleUp;
    layer.note = "first close in a month above all of the year before";
    std::optional<std::size_t> last;
    for (const BreakoutMark& mark : drawing.history.breakouts) {
        if (mark.window != kYear)
            continue;
        const bool isNew = !last || mark.at - *last > kMonth;
        last = mark.at;
        const Date date = drawing.history.dates[mark.at];
        const std::int32_t session = sessionOf(drawing.sessions, date);
        if (isNew && session >= 0)
            layer.marks.push_back({session, drawing.history.closes[mark.at], {}, date});
    }
    return layer;
}

MarkerLayer notesOf(const Drawing& drawing, MarkerLayer notes) {
    std::vector<MarkerLayer::Mark> placed;
    for (MarkerLayer::Mark& mark : notes.marks) {
        const auto& dates = drawing.history.dates;
        const auto at = std::upper_bound(dates.begin(), dates.end(), mark.date);
        if (at == dates.begin() || mark.date > dates.back())
            continue;
        const auto index = static_cast<std::size_t>(at - dates.begin()) - 1;
        mark.session = sessionOf(drawing.sessions, dates[index]);
        mark.value = drawing.history.closes[index];
        if (mark.session >= 0)
            placed.push_back(std::move(mark));
    }
    notes.marks = std::move(placed);
    return notes;
}

Pane pricePane(const Drawing& drawing, const TrendFigureOptions& options) {
    const TrendHistory& history = drawing.history;
    Pane pane;
    pane.title = history.instrument.symbol;
    pane.note = isAdjusted(history.basis) ? "adjusted closes" : "closes";
    pane.heightShare = 2.4;
    pane.axis.logarithmic = options.logarithmic && history.closes.back() > 0;
    const int decimals = decimalsOf(history);
    for (std::size_t i = 0; i < history.averages.size(); ++i) {
        LineLayer line =
            lineLayer(toUpper(kTrendAverages[i].id), kInks[i], drawing.column(history.averages[i]), decimals);
        line.tagged = false;
        line.emphasised = false;
        line.dashed = i == 0;
        pane.layers.emplace_back(std::move(line));
    }
    pane.layers.emplace_back(
        lineLayer(pane.title, ColourRole::Ratio, drawing.column(history.closes), decimals));
    pane.layers.emplace_back(breakoutMarks(drawing));
    if (MarkerLayer notes = notesOf(drawing, options.notes); !notes.marks.empty())
        pane.layers.emplace_back(std::move(notes));
    return pane;
}

Pane volumePane(const Drawing& drawing) {
    Pane pane;
    pane.title = "volume";
    pane.note = "millions";
    pane.heightShare = 0.7;
    pane.axis.minimumLow = 0;
    BarLayer bars;
    bars.name = pane.title;
    bars.positive = bars.negative = ColourRole::MutedText;
    bars.values = drawing.column(drawing.history.volume, 1 / kMillion);
    bars.decimals = 1;
    bars.unit = " m";
    bars.tagged = false;
    pane.layers.emplace_back(std::move(bars));
    return pane;
}

/// A balance counts from nowhere: only its change since an anchor means something.
LineLayer balanceLine(const Drawing& drawing, std::string name, ColourRole role,
                      const std::vector<double>& balance, std::size_t anchor) {
    std::vector<double> since(balance);
    for (double& value : since)
        value -= balance[anchor];
    return lineLayer(std::move(name), role, drawing.column(since, 1 / kMillion), 0, " m");
}

std::optional<Pane> balancePane(const Drawing& drawing) {
    const TrendHistory& history = drawing.history;
    const auto start =
        std::lower_bound(history.dates.begin(), history.dates.end(), quarterStart(history.dates.back()));
    if (start == history.dates.begin() || !hasAny(history.obv))
        return std::nullopt;
    const auto anchor = static_cast<std::size_t>(start - history.dates.begin()) - 1;
    if (!std::isfinite(history.obv[anchor]))
        return std::nullopt;
    Pane pane;
    pane.title = "volume balances";
    pane.note = fmt::format("change since {}", dayMonthYear(history.dates[anchor]));
    pane.heightShare = 0.8;
    pane.axis.signedTicks = true;
    pane.axis.suffix = " m";
    pane.layers.emplace_back(balanceLine(drawing, "OBV", ColourRole::SmallCap, history.obv, anchor));
    if (std::isfinite(history.accumulation[anchor]))
        pane.layers.emplace_back(
            balanceLine(drawing, "A/D", ColourRole::LargeCap, history.accumulation, anchor));
    return pane;
}

/// Levels that people look for.
void addBand(Pane& pane, std::string_view indicator) {
    if (indicator != "rsi")
        return;
    pane.axis.minimumLow = 20;
    pane.axis.minimumHigh = 80;
    pane.axis.fixedTicks = {30, 50, 70};
    pane.layers.emplace_back(BandLayer{30, 70, ColourRole::Selection, 0.6});
}

/// Adjusted closes have no bars, a ratio has neither bars nor another series.
bool hasWhatItNeeds(const IndicatorInfo& info, const IndicatorColumns& in) {
    const bool bars = !in.high.empty() && !in.low.empty();
    switch (info.needs) {
    case IndicatorNeeds::ValuesAlone:
        break;
    case IndicatorNeeds::HighAndLow:
        return bars;
    case IndicatorNeeds::Volume:
        return !in.volume.empty();
    case IndicatorNeeds::HighLowAndVolume:
        return bars && !in.volume.empty();
    case IndicatorNeeds::OtherSeries:
        return !in.other.empty();
    }
    return true;
}

std::optional<Pane> indicatorPane(const Drawing& drawing, const std::string& id) {
    const IndicatorInfo* info = indicatorNamed(id);
    if (!info)
        return std::nullopt;
    const TrendHistory& history = drawing.history;
    const bool isShare = info->unit == "fraction";
    Pane pane;
    pane.title = indicatorLabel(*info, info->usualWindow);
    pane.heightShare = 0.9;
    pane.axis.suffix = isShare ? " %" : "";
    addBand(pane, id);
    const IndicatorColumns in{history.closes, history.high, history.low, history.volume, history.other};
    const std::vector<double> values =
        hasWhatItNeeds(*info, in)
            ? info->column(in, info->usualWindow)
            : std::vector<double>(history.closes.size(), std::numeric_limits<double>::quiet_NaN());
    if (!hasAny(values))
        pane.note = fmt::format("{} has nothing to compute it from", history.instrument.symbol);
    pane.layers.emplace_back(lineLayer(pane.title, ColourRole::SmallCap,
                                       drawing.column(values, isShare ? 100 : 1), isShare ? 1 : 2,
                                       isShare ? " %" : ""));
    return pane;
}

Pane fallPane(const Drawing& drawing) {
    Pane pane;
    pane.title = "from the highest close";
    pane.heightShare = 0.7;
    pane.axis.suffix = " %";
    pane.axis.minimumHigh = 0;
    pane.layers.emplace_back(
        lineLayer(pane.title, ColourRole::Negative, drawing.column(drawing.history.drawdown, 100), 1, " %"));
    return pane;
}

} // namespace

MarkerLayer noteMarks(std::span<const Annotation> notes) {
    MarkerLayer marks;
    marks.name = "note";
    marks.shape = MarkerLayer::Shape::Circle;
    for (const Annotation& note : notes)
        marks.marks.push_back({0, 0, note.text, note.date});
    return marks;
}

Figure trendFigure(const TrendHistory& history, const std::vector<Date>& sessions,
                   const TrendFigureOptions& options) {
    const Drawing drawing{history, sessions};
    Figure figure;
    figure.id = "trend";
    figure.title = fmt::format("Trend of {}", history.instrument.symbol);
    figure.dates = std::make_shared<const std::vector<Date>>(sessions);
    figure.panes.push_back(pricePane(drawing, options));
    if (hasAny(history.volume))
        figure.panes.push_back(volumePane(drawing));
    if (auto pane = balancePane(drawing))
        figure.panes.push_back(std::move(*pane));
    if (auto pane = indicatorPane(drawing, options.indicator))
        figure.panes.push_back(std::move(*pane));
    if (hasAny(history.drawdown))
        figure.panes.push_back(fallPane(drawing));
    if (!sessions.empty())
        figure.asOfSession = static_cast<std::int32_t>(sessions.size()) - 1;
    figure.summary =
        fmt::format("{} from {} to {} with its averages, and what goes with it.", history.instrument.symbol,
                    dayMonthYear(history.dates.front()), dayMonthYear(history.dates.back()));
    if (!options.asked.empty()) {
        RecipeOptions recipe = options.asked;
        recipe.emplace_back("indicator", options.indicator);
        figure.recipe = chartRecipe("trend", recipe);
    }
    return figure;
}

} // namespace rotascope
