#include "core/report/svg_layers.h"

#include "core/figure/polylines.h"
#include "core/report/svg_elements.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope::svg {

namespace {

/// More points than this in sight, and a line is thin and without dashes: there is no room for more.
constexpr std::size_t kManyPoints = 900;

std::vector<std::vector<Point>> pointsOf(const Column& column, bool joinGaps, const FigureScene& scene,
                                         const ScenePane& row) {
    std::vector<std::vector<Point>> out;
    if (!column)
        return out;
    const PolylineRequest request{scene.sheet.first, scene.sheet.last, scene.perPlace(), joinGaps};
    for (const Polyline& stretch : polylines(*column, {}, request)) {
        std::vector<Point>& points = out.emplace_back();
        for (const SeriesPoint& point : stretch)
            if (const double y = row.y(point.value); std::isfinite(y))
                points.push_back({scene.x(point.position), y});
    }
    return out;
}

struct Ground {
    const FigureScene& scene;
    const ScenePane& row;

    std::string operator()(const BandLayer& band) const {
        const Box box{row.plot.left, std::max(row.y(band.high), row.plot.top), row.plot.right,
                      std::min(row.y(band.low), row.plot.bottom)};
        if (box.top >= box.bottom)
            return {};
        return rect(box, fill(band.role),
                    fmt::format(" fill-opacity=\"{:.2f}\"", std::clamp(band.opacity, 0.0, 1.0)));
    }
    /// Both edges have values at the same places, so their stretches pair up.
    std::string operator()(const AreaLayer& area) const {
        const auto lows = pointsOf(area.low, false, scene, row);
        const auto highs = pointsOf(area.high, false, scene, row);
        std::string out;
        for (std::size_t i = 0; i < std::min(lows.size(), highs.size()); ++i) {
            std::vector<Point> outline = highs[i];
            outline.insert(outline.end(), lows[i].rbegin(), lows[i].rend());
            out += polygon(outline, fill(area.role), area.strength);
        }
        return out;
    }
    std::string operator()(const LineLayer&) const { return {}; }
    std::string operator()(const BarLayer&) const { return {}; }
    std::string operator()(const MarkerLayer&) const { return {}; }
};

/// Bars that share a pixel column become one, from the lowest to the highest.
struct BarColumn {
    double left = 0;
    double right = 0;
    double low = 0;
    double high = 0;
    bool unfinished = false;
};

std::string written(const BarColumn& column, const BarLayer& bars, const ScenePane& row) {
    const std::string_view kind = column.unfinished ? "bar growing" : "bar";
    const auto one = [&](double value, ColourRole role) {
        if (value == 0)
            return std::string();
        const double zero = row.y(0);
        return rect({column.left, std::min(zero, row.y(value)), column.right, std::max(zero, row.y(value))},
                    fmt::format("{} {} {}", kind, fill(role), stroke(role)));
    };
    return one(column.high, bars.positive) + one(column.low, bars.negative);
}

BarColumn columnOf(const BarLayer& bars, int session, double value, const FigureScene& scene) {
    const double left = scene.x(session - bars.sessionsPerBar + 0.5);
    const double right = scene.x(session + 0.5);
    const double air = std::min(1.0, (right - left) * 0.1);
    const bool unfinished = std::ranges::find(bars.unfinished, session) != bars.unfinished.end();
    return {left + air, std::max(right - air, left + air + 0.5), std::min(value, 0.0), std::max(value, 0.0),
            unfinished};
}

struct Series {
    const FigureScene& scene;
    const ScenePane& row;

    std::string operator()(const LineLayer& line) const {
        if (line.readOutOnly || line.presence == Presence::OnHover)
            return {};
        std::string out;
        for (const std::vector<Point>& points : pointsOf(line.values, line.sparse, scene, row)) {
            const bool many = points.size() > kManyPoints;
            std::string classes = "line " + stroke(line.role);
            classes += line.emphasised && !many ? " subject" : "";
            classes += line.dashed && !many ? " dashed" : "";
            classes += line.presence == Presence::Faint ? " faint" : "";
            out += polyline(points, classes);
        }
        return out;
    }
    std::string operator()(const BarLayer& bars) const {
        std::string out;
        std::optional<BarColumn> open;
        const int end = bars.values ? static_cast<int>(bars.values->size()) - 1 : -1;
        for (int session = scene.sheet.first; session <= std::min(scene.sheet.last, end); ++session) {
            const double value = (*bars.values)[static_cast<std::size_t>(session)];
            if (!std::isfinite(value))
                continue;
            const BarColumn next = columnOf(bars, session, value, scene);
            if (open && std::floor(open->left) == std::floor(next.left)) {
                open = BarColumn{open->left, std::max(open->right, next.right), std::min(open->low, next.low),
                                 std::max(open->high, next.high), open->unfinished || next.unfinished};
                continue;
            }
            out += open ? written(*open, bars, row) : std::string();
            open = next;
        }
        return out + (open ? written(*open, bars, row) : std::string());
    }
    std::string operator()(const BandLayer&) const { return {}; }
    std::string operator()(const AreaLayer&) const { return {}; }
    std::string operator()(const MarkerLayer&) const { return {}; }
};

} // namespace

std::string ground(const Layer& layer, const FigureScene& scene, const ScenePane& row) {
    return std::visit(Ground{scene, row}, layer);
}

std::string series(const Layer& layer, const FigureScene& scene, const ScenePane& row) {
    return std::visit(Series{scene, row}, layer);
}

} // namespace rotascope::svg
