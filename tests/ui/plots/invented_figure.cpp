#include "tests/ui/plots/invented_figure.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<double> randomWalk(int count, std::mt19937& random) {
    std::normal_distribution<double> step(0.0, 0.0075);
    std::vector<double> values;
    double level = 100;
    for (int i = 0; i < count; ++i)
        values.push_back(level *= std::exp(step(random)));
    return values;
}

std::vector<double> average(const std::vector<double>& values, std::size_t n) {
    std::vector<double> out(values.size(), kNaN);
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= n ? values[i - n] : 0);
        if (i + 1 >= n)
            out[i] = sum / static_cast<double>(n);
    }
    return out;
}

std::vector<double> fiveSessionMoves(const std::vector<double>& values) {
    std::vector<double> out(values.size(), kNaN);
    for (std::size_t i = 5; i < values.size(); ++i)
        out[i] = (values[i] / values[i - 5] - 1) / (0.0075 * std::sqrt(5.0)) * 1.25;
    return out;
}

Pane ratioPane(const std::vector<double>& ratio) {
    Pane pane;
    pane.title = "Ratio";
    pane.note = "rebased to 100 on the first day in sight";
    pane.axis = {"ratio", 0, "", false, false, {}, {}, {}};
    const auto line = [](const char* name, ColourRole role, std::vector<double> values, bool subject) {
        LineLayer layer;
        layer.name = name;
        layer.role = role;
        layer.values = columnOf(std::move(values));
        layer.decimals = 1;
        layer.tagged = subject;
        layer.emphasised = subject;
        return layer;
    };
    pane.layers = {line("SMA50", ColourRole::Average1, average(ratio, 50), false),
                   line("SMA200", ColourRole::Average2, average(ratio, 200), false),
                   line("RUT / SPX", ColourRole::Ratio, ratio, true)};
    pane.heightShare = 1.5;
    return pane;
}

MarkerLayer eventsIn(const std::vector<double>& z, const std::vector<Date>& dates) {
    MarkerLayer events;
    events.name = "event";
    events.note = "z ≥ 3, 63 sessions apart";
    int last = -64;
    for (int i = 0; i < static_cast<int>(z.size()); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!(z[at] >= 3) || i - last <= 63)
            continue;
        events.marks.push_back({i, z[at], dayMonthYear(dates[at]), dates[at]});
        last = i;
    }
    return events;
}

Pane zPane(const std::vector<double>& ratio, const std::vector<Date>& dates) {
    const std::vector<double> z = fiveSessionMoves(ratio);
    Pane pane;
    pane.title = "z of 5-session spread";
    pane.note = "σ expanding, look-ahead free";
    pane.axis = {"z", 0, "σ", false, true, {-5, -3, -2, -1, 0, 1, 2, 3, 5}, -3.4, 3.4};
    for (const auto& [edge, opacity] : {std::pair{3.0, 0.35}, {2.0, 0.45}, {1.0, 0.6}})
        pane.layers.push_back(BandLayer{-edge, edge, ColourRole::Selection, opacity});
    LineLayer line;
    line.name = "z of 5-session spread";
    line.role = ColourRole::SmallCap;
    line.values = columnOf(z);
    pane.layers.push_back(line);
    LineLayer percentile;
    percentile.name = "percentile";
    percentile.role = ColourRole::MutedText;
    percentile.decimals = 1;
    percentile.readOutOnly = true;
    std::vector<double> share;
    for (const double value : z)
        share.push_back(50 * std::erfc(-value / std::sqrt(2.0)));
    percentile.values = columnOf(std::move(share));
    pane.layers.push_back(percentile);
    pane.layers.push_back(eventsIn(z, dates));
    return pane;
}

Pane flowPane(int sessions, std::mt19937& random) {
    std::normal_distribution<double> flow(0.0, 1.6);
    std::vector<double> weeks(static_cast<std::size_t>(sessions), kNaN);
    std::vector<double> fourWeeks = weeks;
    std::vector<double> sums;
    for (std::size_t i = 4; i < weeks.size(); i += 5) {
        sums.push_back(weeks[i] = flow(random));
        if (sums.size() >= 4)
            fourWeeks[i] = std::accumulate(sums.end() - 4, sums.end(), 0.0);
    }
    Pane pane;
    pane.title = "IWM weekly flow";
    pane.note = "1st of 48 weeks this year";
    pane.axis = {"flow", 0, " bn", false, true, {}, {}, {}};
    BarLayer bars;
    bars.name = "IWM weekly flow";
    bars.values = columnOf(std::move(weeks));
    bars.unit = " bn";
    bars.sessionsPerBar = 5;
    LineLayer sum;
    sum.name = "4 weeks";
    sum.role = ColourRole::MutedText;
    sum.values = columnOf(std::move(fourWeeks));
    sum.unit = " bn";
    sum.dashed = true;
    sum.tagged = false;
    sum.emphasised = false;
    sum.sparse = true;
    pane.layers = {bars, sum};
    return pane;
}

} // namespace

std::shared_ptr<const std::vector<Date>> weekdays(Date first, int count) {
    auto dates = std::make_shared<std::vector<Date>>();
    for (Date date = first; static_cast<int>(dates->size()) < count; date += std::chrono::days{1})
        if (!isWeekend(date))
            dates->push_back(date);
    return dates;
}

Column columnOf(std::vector<double> values) {
    return std::make_shared<const std::vector<double>>(std::move(values));
}

Figure inventedRotation(int sessions, Date first) {
    std::mt19937 random(20241106);
    const std::vector<double> ratio = randomWalk(sessions, random);
    Figure figure;
    figure.id = "rotation";
    figure.title = "Rotation";
    figure.summary = "Invented: small caps against large caps with two averages, z and weekly flows.";
    figure.dates = weekdays(first, sessions);
    figure.panes = {ratioPane(ratio), zPane(ratio, *figure.dates), flowPane(sessions, random)};
    figure.asOfSession = sessions - 1;
    return figure;
}

Figure inventedLine(std::vector<double> values, ValueAxis axis) {
    Figure figure;
    figure.id = "line";
    figure.title = "A line";
    figure.dates = weekdays(*makeDate(2025, 1, 2), static_cast<int>(values.size()));
    figure.asOfSession = static_cast<int>(values.size()) - 1;
    Pane pane;
    pane.title = "Line";
    pane.axis = std::move(axis);
    LineLayer line;
    line.name = "Line";
    line.values = columnOf(std::move(values));
    pane.layers = {line};
    figure.panes = {pane};
    return figure;
}

std::unique_ptr<FigureView> shownView(Figure figure, QSize size) {
    auto view = std::make_unique<FigureView>();
    view->resize(size);
    view->setFigure(std::make_shared<const Figure>(std::move(figure)));
    view->show();
    QCoreApplication::processEvents();
    return view;
}

} // namespace rotascope
