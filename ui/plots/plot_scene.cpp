#include "ui/plots/plot_scene.h"

#include "core/figure/mark_room.h"
#include "core/figure/step_ticks.h"
#include "core/figure/tag_layout.h"
#include "core/figure/time_ticks.h"
#include "core/figure/value_text.h"
#include "core/figure/value_ticks.h"
#include "ui/plots/plot_metrics.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

struct WidestValue {
    const ValueAxis& axis;
    const MeasuredFont& font;

    double ofColumn(const Column& column, int decimals, const std::string& unit) const {
        double low = 0;
        double high = 0;
        const std::span<const double> values =
            column ? std::span<const double>(*column) : std::span<const double>();
        for (const double value : values) {
            low = std::isfinite(value) ? std::min(low, value) : low;
            high = std::isfinite(value) ? std::max(high, value) : high;
        }
        return std::max(font.width(readOut(low, decimals, unit, axis)),
                        font.width(readOut(high, decimals, unit, axis)));
    }
    double operator()(const LineLayer& line) const {
        return line.tagged && !line.readOutOnly ? ofColumn(line.values, line.decimals, line.unit) : 0;
    }
    double operator()(const BarLayer& bars) const {
        return bars.tagged ? ofColumn(bars.values, bars.decimals, bars.unit) : 0;
    }
    double operator()(const BandLayer&) const { return 0; }
    double operator()(const MarkerLayer&) const { return 0; }
    double operator()(const AreaLayer&) const { return 0; }
};

double widestTick(const Pane& pane, int sessions, const MeasuredFont& font) {
    const ValueScale scale = fittedScale(pane, 0, sessions - 1);
    double widest = 0;
    for (const ValueTick& tick : valueTicks(pane.axis, scale, 4 * kMinimumPaneHeight, font.height()))
        widest = std::max(widest, font.width(tick.label));
    return widest;
}

/// Rows from top to bottom; each pane gets its share of what the time axis leaves.
std::vector<PaneScene> rows(const Figure& figure, const QRectF& whole, double right, const PlotFonts& fonts) {
    double shares = 0;
    for (const Pane& pane : figure.panes)
        shares += std::max(pane.heightShare, 0.05);
    const double height = whole.height() - kTimeAxisHeight;
    const double headerHeight = std::ceil(fonts.legend.height()) + kHeaderPadding;
    std::vector<PaneScene> panes;
    double top = 0;
    double share = 0;
    for (const Pane& pane : figure.panes) {
        share += std::max(pane.heightShare, 0.05);
        const double bottom = std::round(height * share / shares);
        PaneScene row;
        row.outer = QRectF(0, top, whole.width(), bottom - top);
        row.header = QRectF(kLeftMargin, top, right - kLeftMargin, headerHeight);
        const double plotTop = top + headerHeight;
        row.plot =
            QRectF(kLeftMargin, plotTop, right - kLeftMargin, std::max(8.0, bottom - kPaneGap - plotTop));
        panes.push_back(row);
        top = bottom;
    }
    return panes;
}

void placeValueTicks(const Pane& pane, PaneScene& row, const PlotFonts& fonts) {
    const double height = fonts.axis.height();
    for (const ValueTick& tick : valueTicks(pane.axis, row.scale, row.plot.height(), height)) {
        const double y = row.y(tick.value);
        const QString label = text(tick.label);
        const QRectF rect(row.plot.right() + kTickOffset, y - height / 2, fonts.axis.width(label), height);
        row.valueTicks.push_back({tick.value, y, {rect, label}});
    }
}

/// A triangle stands on the outer side of its value, a circle on it.
QRectF shapeOf(MarkerLayer::Shape shape, QPointF tip) {
    const double half = kMarkSize / 2;
    if (shape == MarkerLayer::Shape::Circle)
        return {tip.x() - half, tip.y() - half, kMarkSize, kMarkSize};
    const bool above = shape == MarkerLayer::Shape::TriangleDown;
    const double top = above ? tip.y() - kMarkDistance - kMarkHeight : tip.y() + kMarkDistance;
    return {tip.x() - half, top, kMarkSize, kMarkHeight};
}

void placeMarks(const MarkerLayer& layer, const SessionAxis& axis, PaneScene& row) {
    for (const MarkerLayer::Mark& mark : layer.marks) {
        if (mark.session < axis.firstSession() || mark.session > axis.lastSession())
            continue;
        QPointF tip(axis.x(mark.session), row.y(mark.value));
        if (!std::isfinite(tip.y()))
            continue;
        MarkBox box;
        box.session = mark.session;
        box.date = mark.date;
        box.tip = tip;
        box.shape = shapeOf(layer.shape, tip);
        box.shape.moveTop(
            std::clamp(box.shape.top(), row.plot.top(), row.plot.bottom() - box.shape.height()));
        box.role = layer.role;
        box.kind = layer.shape;
        if (!mark.label.empty())
            box.label = TextBox{{}, text(mark.label)};
        row.marks.push_back(box);
    }
}

Box boxOf(const QRectF& rect) {
    return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

void placeMarkLabels(PaneScene& row, const PlotFonts& fonts) {
    const double height = fonts.axis.height();
    std::vector<LabelWish> wishes;
    std::vector<Box> taken;
    for (const MarkBox& mark : row.marks) {
        const double width = mark.label ? fonts.axis.width(mark.label->text) + 2 * kLabelPadding : 0;
        const bool below = mark.kind == MarkerLayer::Shape::TriangleUp;
        const double bottom = below ? mark.shape.bottom() + 1 + height : mark.shape.top() - 1;
        wishes.push_back({mark.tip.x(), bottom, width, height, below});
        taken.push_back(boxOf(mark.shape));
    }
    const Box bounds{row.plot.left(), row.header.bottom() - 2, row.plot.right() + 2, row.plot.bottom()};
    const auto places = placedLabels(wishes, bounds, taken);
    for (std::size_t i = 0; i < row.marks.size(); ++i) {
        std::optional<TextBox>& label = row.marks[i].label;
        if (label && places[i])
            label->rect = QRectF(QPointF(places[i]->left, places[i]->top),
                                 QPointF(places[i]->right, places[i]->bottom));
        else
            label.reset();
    }
}

void fillPane(const Pane& pane, const SessionAxis& axis, PaneScene& row, const PlotFonts& fonts) {
    const int first = axis.firstSession();
    const int last = axis.lastSession();
    const double markRoom = (kMarkDistance + kMarkHeight + fonts.axis.height() + 2) / row.plot.height();
    row.scale = withRoomForMarks(fittedScale(pane, first, last), pane, first, last, markRoom);
    row.hasValues = hasValues(pane, first, last);
    placeValueTicks(pane, row, fonts);
    for (const Layer& layer : pane.layers)
        if (const auto* markers = std::get_if<MarkerLayer>(&layer))
            placeMarks(*markers, axis, row);
    std::stable_sort(row.marks.begin(), row.marks.end(),
                     [](const MarkBox& a, const MarkBox& b) { return a.session < b.session; });
    placeMarkLabels(row, fonts);
}

std::vector<TimeTickBox> placedStepTicks(const StepAxis& steps, const PlotScene& scene,
                                         const PlotFonts& fonts) {
    const SessionAxis& axis = scene.axis;
    StepAxisGeometry geometry;
    geometry.firstIndex = axis.firstSession();
    geometry.lastIndex = axis.lastSession();
    geometry.left = axis.left();
    geometry.right = axis.right();
    geometry.position = [&axis](int index) { return axis.x(index); };
    geometry.labelWidth = [&fonts](std::string_view label) { return fonts.axis.width(label); };
    std::vector<TimeTickBox> boxes;
    for (const StepTick& tick : stepTicks(steps, geometry)) {
        const QRectF rect(tick.left, scene.timeAxis.center().y() - fonts.axis.height() / 2,
                          geometry.labelWidth(tick.label), fonts.axis.height());
        boxes.push_back({tick.index, axis.x(tick.index), tick.origin, {rect, text(tick.label)}});
    }
    return boxes;
}

std::vector<TimeTickBox> placedTimeTicks(const Figure& figure, const PlotScene& scene,
                                         const PlotFonts& fonts) {
    if (figure.steps)
        return placedStepTicks(*figure.steps, scene, fonts);
    const SessionAxis& axis = scene.axis;
    TimeAxisGeometry geometry;
    geometry.firstSession = axis.firstSession();
    geometry.lastSession = axis.lastSession();
    geometry.right = axis.right();
    geometry.position = [&axis](int session) { return axis.x(session); };
    geometry.labelWidth = [&fonts](std::string_view label) { return fonts.axis.width(label); };
    std::vector<TimeTickBox> boxes;
    for (const TimeTick& tick : timeTicks(*figure.dates, geometry)) {
        const double x = axis.x(tick.session);
        if (x < axis.left() - 0.5 || x > axis.right() + 0.5)
            continue;
        const QRectF rect(x + geometry.labelOffset, scene.timeAxis.center().y() - fonts.axis.height() / 2,
                          geometry.labelWidth(tick.label), fonts.axis.height());
        boxes.push_back({tick.session, x, tick.startsYear, {rect, text(tick.label)}});
    }
    return boxes;
}

/// The place of a session that has a line of its own, when in sight.
std::optional<double> lineAt(const SessionAxis& axis, std::optional<std::int32_t> session) {
    if (!session)
        return std::nullopt;
    const double x = axis.x(*session);
    return x >= axis.left() - 0.5 && x <= axis.right() + 0.5 ? std::optional(x) : std::nullopt;
}

QString wordsForNothing(const Figure& figure) {
    if (!figure.summary.empty())
        return text(figure.summary);
    return QCoreApplication::translate("FigureView", "Nothing to draw: no sessions in this figure.");
}

} // namespace

PlotFonts::PlotFonts()
    : axis(textFont(TextSize::Small))
    , legend(textFont(TextSize::Small))
    , legendName(textFont(TextSize::Small, QFont::DemiBold)) {}

double valueAxisWidth(const Figure& figure, const PlotFonts& fonts) {
    const int sessions = static_cast<int>(figure.size());
    double widest = kLeastAxisText;
    for (const Pane& pane : figure.panes) {
        widest = std::max(widest, widestTick(pane, sessions, fonts.axis));
        for (const Layer& layer : pane.layers)
            widest = std::max(widest, std::visit(WidestValue{pane.axis, fonts.axis}, layer));
    }
    return std::ceil(widest) + kTickOffset + kTagPadding + kRightMargin;
}

double neededAxisWidth(const PlotScene& scene) {
    double widest = 0;
    for (const PaneScene& pane : scene.panes)
        for (const ValueTickBox& tick : pane.valueTicks)
            widest = std::max(widest, tick.label.rect.width());
    return std::ceil(widest) + kTickOffset + kTagPadding + kRightMargin;
}

PlotScene composed(const Figure& figure, SessionAxis axis, QSizeF size, const PlotFonts& fonts,
                   double axisWidth) {
    PlotScene scene;
    scene.whole = QRectF(QPointF(0, 0), size);
    scene.axis = std::move(axis);
    const double right = std::max(kLeftMargin + 20.0, std::floor(size.width() - axisWidth));
    scene.axis.setPixels(kLeftMargin, right);
    scene.timeAxis =
        QRectF(kLeftMargin, size.height() - kTimeAxisHeight, right - kLeftMargin, kTimeAxisHeight);
    if (figure.panes.empty() || scene.axis.sessionCount() == 0) {
        scene.emptyText = wordsForNothing(figure);
        return scene;
    }
    scene.panes = rows(figure, scene.whole, right, fonts);
    for (std::size_t i = 0; i < scene.panes.size(); ++i)
        fillPane(figure.panes[i], scene.axis, scene.panes[i], fonts);
    scene.timeTicks = placedTimeTicks(figure, scene, fonts);
    scene.asOfX = lineAt(scene.axis, figure.asOfSession);
    if (figure.steps)
        scene.originX = lineAt(scene.axis, -figure.steps->first);
    return scene;
}

} // namespace rotascope
