#include "ui/plots/callout.h"

#include "ui/plots/paint_text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kPadding = 10;
constexpr double kColumnGap = 20;
constexpr double kLineSpacing = 5;
constexpr double kDistance = 8; // from the band

/// A line of one part may run over all columns; the others align in theirs.
std::vector<double> columnWidths(const std::vector<CalloutLine>& lines, const MeasuredFont& font) {
    std::vector<double> widths;
    for (const CalloutLine& line : lines) {
        if (line.size() < 2)
            continue;
        widths.resize(std::max(widths.size(), line.size()), 0.0);
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], font.width(line[i].text));
    }
    return widths;
}

double contentWidth(const std::vector<CalloutLine>& lines, const std::vector<double>& columns,
                    const MeasuredFont& font) {
    double width = 0;
    for (const double column : columns)
        width += column + (width > 0 ? kColumnGap : 0);
    for (const CalloutLine& line : lines)
        if (line.size() == 1)
            width = std::max(width, font.width(line.front().text));
    return width;
}

QRectF placedBox(const Selection& selection, const PlotScene& scene, QSizeF size) {
    const QRectF& plot = scene.panes.front().plot;
    const double bandLeft = scene.axis.x(std::min(selection.first, selection.last));
    const double bandRight = scene.axis.x(std::max(selection.first, selection.last));
    double left = bandLeft - kDistance - size.width();
    if (left < plot.left())
        left = bandRight + kDistance;
    left = std::clamp(left, plot.left(), std::max(plot.left(), plot.right() - size.width()));
    return {QPointF(std::round(left), std::round(plot.top() + kDistance)), size};
}

} // namespace

CalloutScene composedCallout(const Selection& selection, const PlotScene& scene, const PlotFonts& fonts) {
    CalloutScene callout;
    if (selection.lines.empty() || scene.panes.empty())
        return callout;
    const MeasuredFont& font = fonts.axis;
    const double lineHeight = std::ceil(font.height());
    const std::vector<double> columns = columnWidths(selection.lines, font);
    const auto count = static_cast<double>(selection.lines.size());
    const QSizeF size(std::ceil(contentWidth(selection.lines, columns, font)) + 2 * kPadding,
                      count * lineHeight + (count - 1) * kLineSpacing + 2 * kPadding);
    callout.box = placedBox(selection, scene, size);
    double y = callout.box.top() + kPadding;
    for (const CalloutLine& line : selection.lines) {
        auto& row = callout.lines.emplace_back();
        double x = callout.box.left() + kPadding;
        for (std::size_t i = 0; i < line.size(); ++i) {
            row.push_back({{QRectF(x, y, font.width(line[i].text), lineHeight), line[i].text}, line[i].role});
            x += i < columns.size() ? columns[i] + kColumnGap : 0;
        }
        y += lineHeight + kLineSpacing;
    }
    return callout;
}

void paintCallout(QPainter& painter, const PlotState& state) {
    if (!state.measured)
        return;
    const CalloutScene callout = composedCallout(*state.measured, state.scene, state.fonts);
    if (callout.lines.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(state.colour(ColourRole::Hairline), 1));
    painter.setBrush(state.colour(ColourRole::Panel));
    painter.drawRoundedRect(callout.box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const auto& line : callout.lines)
        for (const auto& [box, role] : line)
            paintText(painter, box, state.fonts.axis, state.colour(role));
}

} // namespace rotascope
