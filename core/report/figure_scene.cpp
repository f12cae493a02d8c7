#include "core/report/figure_scene.h"

#include "core/figure/figure_table.h"
#include "core/figure/mark_room.h"
#include "core/figure/step_ticks.h"
#include "core/figure/time_ticks.h"
#include "core/report/glyph_widths.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using namespace scene;

constexpr double kLeftMargin = 8;
constexpr double kRightMargin = 4;
constexpr double kHeaderHeight = kLine + 8;
constexpr double kPaneGap = 8;
constexpr double kPlaceAxisHeight = 22;
constexpr double kLeastAxisText = 34;
constexpr double kLegendGap = 14;
constexpr double kLeastShare = 0.05;
constexpr double kBoldness = 1.1;

int readAt(const Figure& figure, const FigureSheet& sheet) {
    return std::clamp(static_cast<int>(figure.asOfSession.value_or(sheet.last)), sheet.first, sheet.last);
}

/// Room on the right for every tick and tag.
double axisWidth(const Figure& figure, const FigureScene& at) {
    double widest = kLeastAxisText;
    for (const ScenePane& pane : at.panes) {
        for (const ValueTick& tick : pane.ticks)
            widest = std::max(widest, glyphWidth(tick.label, kFont));
    }
    const int session = readAt(figure, at.sheet);
    for (const Pane& pane : figure.panes)
        for (const Layer& layer : pane.layers)
            if (const auto reading = readLayer(layer, pane.axis, session); reading && reading->tagged)
                widest = std::max(widest, glyphWidth(reading->value, kFont));
    return std::ceil(widest) + kTagOffset + 2 * kTagPadding + kRightMargin;
}

void placeRows(const Figure& figure, FigureScene& scene) {
    double shares = 0;
    for (const Pane& pane : figure.panes)
        shares += std::max(pane.heightShare, kLeastShare);
    double top = 0;
    double share = 0;
    scene.panes.resize(figure.panes.size());
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        share += std::max(figure.panes[i].heightShare, kLeastShare);
        const double bottom = std::round(scene.axisTop * share / shares);
        ScenePane& row = scene.panes[i];
        row.header = {scene.left, top, scene.right, top + kHeaderHeight};
        row.plot = {scene.left, row.header.bottom, scene.right,
                    std::max(row.header.bottom + 8, bottom - kPaneGap)};
        top = bottom;
    }
}

void scaleRows(const Figure& figure, FigureScene& scene) {
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        ScenePane& row = scene.panes[i];
        const Pane& pane = figure.panes[i];
        const double height = row.plot.bottom - row.plot.top;
        const double share = (kMarkDistance + kMarkHeight + kLine + 2) / height;
        const auto [first, last] = std::pair(scene.sheet.first, scene.sheet.last);
        row.scale = withRoomForMarks(fittedScale(pane, first, last), pane, first, last, share);
        row.ticks = valueTicks(pane.axis, row.scale, height, kLine);
        row.hasValues = hasValues(pane, first, last);
    }
}

void placeMarks(const MarkerLayer& layer, const FigureScene& scene, ScenePane& row) {
    for (const MarkerLayer::Mark& mark : layer.marks) {
        const double y = row.y(mark.value);
        if (mark.session < scene.sheet.first || mark.session > scene.sheet.last || !std::isfinite(y))
            continue;
        row.marks.push_back({scene.x(mark.session), y, mark.label, {}, layer.role, layer.shape});
    }
}

void placeMarkLabels(ScenePane& row) {
    std::vector<LabelWish> wishes;
    std::vector<Box> taken;
    for (const SceneMark& mark : row.marks) {
        const bool below = mark.shape == MarkerLayer::Shape::TriangleUp;
        const double away = kMarkDistance + kMarkHeight;
        const double bottom = below ? mark.y + away + 1 + kLine : mark.y - away - 1;
        const double width = mark.label.empty() ? 0 : glyphWidth(mark.label, kFont) + 4;
        wishes.push_back({mark.x, bottom, width, kLine, below});
        taken.push_back({mark.x - kMarkSize / 2, below ? mark.y : mark.y - away, mark.x + kMarkSize / 2,
                         below ? mark.y + away : mark.y});
    }
    const Box bounds{row.plot.left, row.header.bottom - 2, row.plot.right + 2, row.plot.bottom};
    const auto places = placedLabels(wishes, bounds, taken);
    for (std::size_t i = 0; i < row.marks.size(); ++i)
        row.marks[i].labelBox = row.marks[i].label.empty() ? std::nullopt : places[i];
}

/// Names and values from left to right, as far as there is room; nothing is cut in the middle.
void placeLegend(const Pane& pane, int session, ScenePane& row) {
    double x = row.header.left;
    bool room = true;
    const auto add = [&](const LayerReading& reading) {
        const double value = reading.value.empty() ? 0 : kNameGap + glyphWidth(reading.value, kFont);
        const double width = legendNameWidth(reading) + value;
        room = room && x + width <= row.header.right;
        if (!room)
            return;
        row.legend.push_back({reading, x});
        x += width + kLegendGap;
    };
    for (const std::size_t at : readingOrder(pane)) {
        const auto* line = std::get_if<LineLayer>(&pane.layers[at]);
        if (line && line->presence != Presence::Always)
            continue;
        const auto reading = readLayer(pane.layers[at], pane.axis, session);
        if (reading && !reading->name.empty())
            add(*reading);
    }
    if (row.legend.empty() && !pane.title.empty())
        add({pane.title, {}, std::nan(""), ColourRole::Text, false, std::nullopt});
    std::string note = room ? pane.note : std::string();
    while (!note.empty() && x + glyphWidth(note, kFont) > row.header.right)
        note.resize(note.find_last_of(',') == std::string::npos ? 0 : note.find_last_of(','));
    row.note = note;
    row.noteX = x;
}

void placeTags(const Pane& pane, int session, ScenePane& row) {
    std::vector<double> wanted;
    for (const std::size_t at : readingOrder(pane)) {
        const auto reading = readLayer(pane.layers[at], pane.axis, session);
        const double y = reading ? row.y(reading->number) : std::nan("");
        if (!reading || !reading->tagged || !(y >= row.plot.top - 0.5 && y <= row.plot.bottom + 0.5))
            continue;
        row.tags.push_back({y, reading->value, reading->role});
        wanted.push_back(y);
    }
    const auto moved = movedApart(wanted, kTagHeight + 1, row.header.top + 2, row.plot.bottom + kPaneGap / 2);
    for (std::size_t i = 0; i < moved.size(); ++i)
        row.tags[i].middle = moved[i];
}

void placeStepTicks(const StepAxis& steps, FigureScene& scene) {
    StepAxisGeometry geometry;
    geometry.firstIndex = scene.sheet.first;
    geometry.lastIndex = scene.sheet.last;
    geometry.left = scene.left;
    geometry.right = scene.right;
    geometry.position = [&scene](int index) { return scene.x(index); };
    geometry.labelWidth = [](std::string_view label) { return glyphWidth(label, kFont); };
    for (const StepTick& tick : stepTicks(steps, geometry))
        scene.placeTicks.push_back({tick.index, scene.x(tick.index), tick.label, tick.left, tick.origin});
}

void placeTimeTicks(const std::vector<Date>& dates, FigureScene& scene) {
    TimeAxisGeometry geometry;
    geometry.firstSession = scene.sheet.first;
    geometry.lastSession = scene.sheet.last;
    geometry.right = scene.right;
    geometry.position = [&scene](int session) { return scene.x(session); };
    geometry.labelWidth = [](std::string_view label) { return glyphWidth(label, kFont); };
    for (const TimeTick& tick : timeTicks(dates, geometry)) {
        const double x = scene.x(tick.session);
        if (x >= scene.left - 0.5 && x <= scene.right + 0.5)
            scene.placeTicks.push_back(
                {tick.session, x, tick.label, x + geometry.labelOffset, tick.startsYear});
    }
}

std::optional<double> lineAt(const FigureScene& scene, std::optional<std::int32_t> session) {
    const bool inSight = session && *session >= scene.sheet.first && *session <= scene.sheet.last;
    return inSight ? std::optional(scene.x(*session)) : std::nullopt;
}

void fillRows(const Figure& figure, FigureScene& scene) {
    const int session = readAt(figure, scene.sheet);
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        ScenePane& row = scene.panes[i];
        for (const Layer& layer : figure.panes[i].layers)
            if (const auto* markers = std::get_if<MarkerLayer>(&layer))
                placeMarks(*markers, scene, row);
        std::ranges::stable_sort(row.marks, {}, &SceneMark::x);
        placeMarkLabels(row);
        placeLegend(figure.panes[i], session, row);
        placeTags(figure.panes[i], session, row);
    }
}

} // namespace

double scene::legendNameWidth(const LayerReading& reading) {
    const bool pale = reading.role == ColourRole::Average1 || reading.role == ColourRole::Average2;
    const double before = reading.shape ? kMarkSize + kNameGap : pale ? kSwatch + kNameGap : 0;
    return before + glyphWidth(reading.name, kFont) * kBoldness;
}

int firstOfLast(const Figure& figure, int count) {
    return std::max(0, static_cast<int>(figure.size()) - count);
}

FigureScene composedScene(const Figure& figure, FigureSheet sheet) {
    FigureScene scene;
    const int end = static_cast<int>(figure.size()) - 1;
    sheet.last = std::min(sheet.last, end);
    sheet.first = std::clamp(sheet.first, 0, std::max(sheet.last, 0));
    scene.sheet = sheet;
    scene.left = kLeftMargin;
    scene.right = sheet.width - kLeastAxisText;
    scene.axisTop = sheet.height - kPlaceAxisHeight;
    if (figure.panes.empty() || sheet.last < 0)
        return scene;
    // Ticks depend on the height alone, and the room on the right on them.
    placeRows(figure, scene);
    scaleRows(figure, scene);
    scene.right = std::max(scene.left + 20, std::floor(sheet.width - axisWidth(figure, scene)));
    placeRows(figure, scene);
    scaleRows(figure, scene);
    fillRows(figure, scene);
    if (figure.steps)
        placeStepTicks(*figure.steps, scene);
    else
        placeTimeTicks(*figure.dates, scene);
    scene.asOfX = lineAt(scene, figure.asOfSession);
    scene.originX = figure.steps ? lineAt(scene, -figure.steps->first) : std::nullopt;
    return scene;
}

} // namespace rotascope
