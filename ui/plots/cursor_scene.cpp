#include "ui/plots/cursor_scene.h"

#include "core/figure/figure_table.h"
#include "core/figure/layer_reading.h"
#include "core/figure/step_ticks.h"
#include "core/figure/tag_layout.h"
#include "core/figure/value_text.h"
#include "ui/plots/plot_metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

double at(const Column& column, int session) {
    const bool inside = column && session >= 0 && session < static_cast<int>(column->size());
    return inside ? (*column)[static_cast<std::size_t>(session)] : kNaN;
}

struct Extremes {
    double low = 0;
    double high = 0;
};

Extremes extremesOf(const Column& column) {
    Extremes extremes;
    for (const double value : column ? std::span<const double>(*column) : std::span<const double>()) {
        extremes.high = std::isfinite(value) ? std::max(extremes.high, value) : extremes.high;
        extremes.low = std::isfinite(value) ? std::min(extremes.low, value) : extremes.low;
    }
    return extremes;
}

struct WidestReadOut {
    const Pane& pane;
    const MeasuredFont& font;

    double width(const std::string& words) const { return font.width(words); }
    double operator()(const LineLayer& line) const {
        const Extremes extremes = extremesOf(line.values);
        return std::max(width(readOut(extremes.low, line, pane.axis)),
                        width(readOut(extremes.high, line, pane.axis)));
    }
    double operator()(const BarLayer& bars) const {
        const Extremes extremes = extremesOf(bars.values);
        return std::max(width(readOut(extremes.low, bars.decimals, bars.unit, pane.axis)),
                        width(readOut(extremes.high, bars.decimals, bars.unit, pane.axis)));
    }
    double operator()(const MarkerLayer& markers) const { return width(markers.note); }
    double operator()(const AreaLayer& area) const {
        return width(readOut(extremesOf(area.low).low, area.decimals, {}, pane.axis) + " … " +
                     readOut(extremesOf(area.high).high, area.decimals, area.unit, pane.axis));
    }
    double operator()(const BandLayer&) const { return 0; }
};

/// Writes a pane's header from left to right and stops where the room ends.
class LegendWriter {
public:
    LegendWriter(const QRectF& header, const PlotFonts& fonts)
        : m_names(fonts.legendName)
        , m_values(fonts.legend)
        , m_x(header.left())
        , m_right(header.right())
        , m_middle(header.center().y()) {}

    /// False when there is no room for it; nothing is cut off in the middle of a number.
    bool add(const LayerReading& reading, double valueWidth, std::vector<LegendItem>& legend) {
        const bool swatch = reading.role == ColourRole::Average1 || reading.role == ColourRole::Average2;
        const double shapeWidth = reading.shape ? kMarkSize + kNameGap : swatch ? kSwatchWidth + kNameGap : 0;
        const double nameWidth = m_names.width(reading.name);
        const double width = shapeWidth + nameWidth + (reading.value.empty() ? 0 : kNameGap + valueWidth);
        if (m_x + width > m_right)
            return false;
        LegendItem item;
        item.role = reading.role;
        item.swatch = swatch;
        item.shape = reading.shape;
        item.name = {box(m_x + shapeWidth, nameWidth), text(reading.name)};
        item.value = {box(m_x + shapeWidth + nameWidth + kNameGap, valueWidth), text(reading.value)};
        legend.push_back(item);
        m_x += width + kLegendGap;
        return true;
    }

    /// As many of its parts (between commas) as there is room for; a part is never cut.
    TextBox note(QString words) const {
        while (!words.isEmpty() && m_x + m_values.width(words) > m_right)
            words.truncate(std::max<qsizetype>(0, words.lastIndexOf(QLatin1Char(','))));
        return {box(m_x, m_values.width(words)), words};
    }

private:
    QRectF box(double x, double width) const {
        return {x, m_middle - m_values.height() / 2, width, m_values.height()};
    }

    const MeasuredFont& m_names;
    const MeasuredFont& m_values;
    double m_x;
    double m_right;
    double m_middle;
};

TagBox tagFor(const LayerReading& reading, double y, const PlotScene& scene) {
    const double left = scene.axis.right() + kTagOffset;
    const QRectF rect(left, y - kTagHeight / 2, scene.whole.width() - kRightMargin - left, kTagHeight);
    return {{rect, text(reading.value)}, y, reading.role};
}

void spreadTags(std::vector<TagBox>& tags, const QRectF& room) {
    std::vector<double> wanted;
    for (const TagBox& tag : tags)
        wanted.push_back(tag.wantedY);
    const std::vector<double> moved = movedApart(wanted, kTagHeight + 1, room.top(), room.bottom());
    for (std::size_t i = 0; i < tags.size(); ++i)
        tags[i].label.rect.moveTop(moved[i] - kTagHeight / 2);
}

void highlightBar(const BarLayer& bars, int session, const PlotScene& scene, const PaneScene& row,
                  PaneCursor& pane) {
    const auto [value, holder] = barAt(bars, session);
    if (holder < 0)
        return;
    if (std::find(bars.unfinished.begin(), bars.unfinished.end(), holder) != bars.unfinished.end())
        return; // hatched: singling it out would fill it
    const auto [left, right] = barEdges(scene.axis, bars, holder);
    const double zero = row.y(0);
    pane.bar =
        QRectF(QPointF(left, std::min(zero, row.y(value))), QPointF(right, std::max(zero, row.y(value))))
            .intersected(row.plot);
    pane.barRole = value < 0 ? bars.negative : bars.positive;
}

constexpr double kNearLine = 14; // pixels

const LineLayer* passingLine(const Layer& layer) {
    const auto* line = std::get_if<LineLayer>(&layer);
    return line && line->presence != Presence::Always ? line : nullptr;
}

/// The line that stays singled out, and the one nearest to the pointer.
std::vector<SingledOut> singledOut(const Pane& pane, const PaneScene& row, const CursorScene& cursor,
                                   const LineWish& wish) {
    std::vector<SingledOut> lines;
    std::optional<std::size_t> nearest;
    double distance = kNearLine;
    for (std::size_t i = 0; i < pane.layers.size(); ++i) {
        const LineLayer* line = passingLine(pane.layers[i]);
        if (!line)
            continue;
        if (!wish.name.empty() && line->name == wish.name)
            lines.push_back({i, false});
        const double away = cursor.crosshairX && wish.pointerY
                                ? std::abs(row.y(valueAt(*line, cursor.session)) - *wish.pointerY)
                                : kNaN;
        if (away < distance) {
            distance = away;
            nearest = i;
        }
    }
    if (nearest && (lines.empty() || lines.front().layer != *nearest))
        lines.push_back({*nearest, true});
    return lines;
}

bool isNamed(const Layer& layer, std::size_t index, const std::vector<SingledOut>& lines) {
    return !passingLine(layer) || std::any_of(lines.begin(), lines.end(), [index](const SingledOut& line) {
        return line.layer == index;
    });
}

PaneCursor composedPane(const Pane& pane, const PlotScene& scene, const PaneScene& row,
                        const CursorScene& cursor, const PlotFonts& fonts, const std::vector<double>& widths,
                        const LineWish& wish) {
    PaneCursor out;
    out.lines = singledOut(pane, row, cursor, wish);
    LegendWriter writer(row.header, fonts);
    const double x = scene.axis.x(cursor.session);
    bool room = true;
    for (const std::size_t i : readingOrder(pane)) {
        if (!isNamed(pane.layers[i], i, out.lines))
            continue;
        const auto reading = readLayer(pane.layers[i], pane.axis, cursor.session);
        if (!reading)
            continue;
        room = room && (reading->name.empty() || writer.add(*reading, widths[i], out.legend));
        const double y = row.y(reading->number);
        const bool drawn = std::isfinite(y) && y >= row.plot.top() - 0.5 && y <= row.plot.bottom() + 0.5;
        if (drawn && reading->tagged)
            out.tags.push_back(tagFor(*reading, y, scene));
        const auto* line = std::get_if<LineLayer>(&pane.layers[i]);
        if (drawn && line && !line->readOutOnly && cursor.crosshairX &&
            std::isfinite(at(line->values, cursor.session)))
            out.dots.emplace_back(QPointF(x, y), reading->role);
        if (const auto* bars = std::get_if<BarLayer>(&pane.layers[i]))
            highlightBar(*bars, cursor.session, scene, row, out);
    }
    if (out.legend.empty() && !pane.title.empty())
        writer.add({pane.title, {}, kNaN, ColourRole::Text, false, std::nullopt}, 0, out.legend);
    if (room)
        out.note = writer.note(text(pane.note));
    spreadTags(out.tags,
               QRectF(row.header.topLeft(), row.plot.bottomRight()).adjusted(0, 2, 0, kPaneGap / 2));
    return out;
}

TextBox dateTag(const Figure& figure, const PlotScene& scene, int session, const PlotFonts& fonts) {
    const QString words =
        text(figure.steps ? stepText(*figure.steps, session)
                          : weekdayDayMonthYear((*figure.dates)[static_cast<std::size_t>(session)]));
    const double width = fonts.axis.width(words) + 2 * kTagPadding;
    const double x = scene.axis.x(session) - width / 2;
    const double left = std::clamp(x, 0.0, std::max(0.0, scene.timeAxis.right() - width));
    return {QRectF(left, scene.timeAxis.center().y() - kTagHeight / 2, width, kTagHeight), words};
}

} // namespace

LegendWidths legendWidths(const Figure& figure, const PlotFonts& fonts) {
    LegendWidths widths;
    for (const Pane& pane : figure.panes) {
        std::vector<double>& row = widths.emplace_back();
        for (const Layer& layer : pane.layers)
            row.push_back(std::visit(WidestReadOut{pane, fonts.legend}, layer));
    }
    return widths;
}

QString spokenValues(const CursorScene& cursor) {
    QStringList values;
    for (const PaneCursor& pane : cursor.panes)
        for (const LegendItem& item : pane.legend)
            if (!item.shape)
                values << item.name.text + QLatin1Char(' ') + item.value.text;
    return cursor.date.text + QStringLiteral(". ") + values.join(QStringLiteral(", "));
}

std::pair<double, double> barEdges(const SessionAxis& axis, const BarLayer& bars, int session) {
    const double wide = axis.x(session + 0.5) - axis.x(session - bars.sessionsPerBar + 0.5);
    const double right = axis.x(session + 0.5) - std::min(1.0, wide * 0.1);
    const double left = axis.x(session - bars.sessionsPerBar + 0.5) + std::min(1.0, wide * 0.1);
    return {left, std::max(right, left + 0.5)};
}

CursorScene composedCursor(const Figure& figure, const PlotScene& scene, std::optional<int> cursor,
                           const PlotFonts& fonts, const LegendWidths& widths, const LineWish& wish) {
    CursorScene out;
    const int last = scene.axis.sessionCount() - 1;
    out.session = std::clamp(cursor.value_or(figure.asOfSession.value_or(last)), -1, last);
    if (out.session < 0 || scene.panes.empty())
        return out;
    const double x = scene.axis.x(out.session);
    if (cursor && x >= scene.axis.left() - 0.5 && x <= scene.axis.right() + 0.5) {
        out.crosshairX = x;
        out.date = dateTag(figure, scene, out.session, fonts);
    }
    for (std::size_t i = 0; i < scene.panes.size(); ++i)
        out.panes.push_back(
            composedPane(figure.panes[i], scene, scene.panes[i], out, fonts, widths[i], wish));
    return out;
}

} // namespace rotascope
