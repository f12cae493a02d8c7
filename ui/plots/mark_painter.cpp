#include "ui/plots/paint_text.h"
#include "ui/plots/plot_metrics.h"
#include "ui/plots/plot_painters.h"

namespace rotascope {

namespace {

constexpr double kLegendFree = 40;

void paintPaneMarks(QCPPainter& painter, const PaneScene& row, const PlotState& state) {
    for (const MarkBox& mark : row.marks)
        paintShape(painter, mark.shape, mark.kind, state.colour(mark.role));
    // The label stands on a veil of the panel's colour, since the line may run behind it.
    QColor veil = state.colour(ColourRole::Panel);
    veil.setAlphaF(0.92F);
    for (const MarkBox& mark : row.marks) {
        if (!mark.label)
            continue;
        painter.fillRect(mark.label->rect.adjusted(0, 2, 0, -2), veil);
        paintText(painter, *mark.label, state.fonts.axis, state.colour(mark.role), kLabelPadding);
    }
}

void paintAsOf(QCPPainter& painter, const PlotScene& scene, const PlotState& state) {
    if (!scene.asOfX)
        return;
    QPen pen(state.colour(ColourRole::MutedText), 1);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.drawLine(
        QLineF(*scene.asOfX, scene.panes.front().plot.top(), *scene.asOfX, scene.timeAxis.top()));
}

/// Years stand out among months, not among years.
void paintTimeLabels(QCPPainter& painter, const PlotScene& scene, const PlotState& state) {
    const bool onlyYears = std::all_of(scene.timeTicks.begin(), scene.timeTicks.end(),
                                       [](const TimeTickBox& tick) { return tick.startsYear; });
    for (const TimeTickBox& tick : scene.timeTicks)
        paintText(painter, tick.label, state.fonts.axis,
                  state.colour(tick.startsYear && !onlyYears ? ColourRole::Text : ColourRole::MutedText));
}

void paintNothing(QCPPainter& painter, const PaneScene& row, const PlotState& state) {
    painter.setFont(state.fonts.legend);
    painter.setPen(state.colour(ColourRole::MutedText));
    painter.drawText(row.plot, Qt::AlignCenter,
                     QCoreApplication::translate("FigureView", "No values in the dates in sight"));
}

} // namespace

void paintMarks(QCPPainter& painter, const PlotState& state) {
    const PlotScene& scene = state.scene;
    if (scene.panes.empty())
        return;
    paintAsOf(painter, scene, state); // below the labels: the last event may stand on it
    for (const PaneScene& row : scene.panes) {
        paintPaneMarks(painter, row, state);
        if (!row.hasValues)
            paintNothing(painter, row, state);
    }
    paintTimeLabels(painter, scene, state);
}

} // namespace rotascope
