// Facts about a chart's picture that hold whatever it shows: no two labels share a point, none is cut, every
// tick lies in its pane.
#pragma once

#include "ui/plots/cursor_scene.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/plot_scene.h"

#include <QFontMetricsF>
#include <QTest>

namespace rotascope::test {

/// Empty when no two rectangles share a point, else what overlaps.
inline QString overlapOf(const std::vector<TextBox>& boxes) {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (boxes[i].rect.intersects(boxes[j].rect))
                return boxes[i].text + QStringLiteral(" and ") + boxes[j].text;
    return {};
}

inline std::vector<TextBox> valueLabels(const PaneScene& pane) {
    std::vector<TextBox> boxes;
    for (const ValueTickBox& tick : pane.valueTicks)
        boxes.push_back(tick.label);
    return boxes;
}

inline std::vector<TextBox> timeLabels(const PlotScene& scene) {
    std::vector<TextBox> boxes;
    for (const TimeTickBox& tick : scene.timeTicks)
        if (!tick.label.text.isEmpty())
            boxes.push_back(tick.label);
    return boxes;
}

inline std::vector<TextBox> tagLabels(const PaneCursor& pane) {
    std::vector<TextBox> boxes;
    for (const TagBox& tag : pane.tags)
        boxes.push_back(tag.label);
    return boxes;
}

inline std::vector<TextBox> legendLabels(const PaneCursor& pane) {
    std::vector<TextBox> boxes;
    for (const LegendItem& item : pane.legend) {
        boxes.push_back(item.name);
        if (!item.value.text.isEmpty())
            boxes.push_back(item.value);
    }
    if (!pane.note.text.isEmpty())
        boxes.push_back(pane.note);
    return boxes;
}

inline std::vector<TextBox> markLabels(const PaneScene& pane) {
    std::vector<TextBox> boxes;
    for (const MarkBox& mark : pane.marks)
        if (mark.label)
            boxes.push_back(*mark.label);
    return boxes;
}

inline bool fits(const TextBox& box, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(box.text) <= box.rect.width() + 0.5;
}

#define VERIFY_APART(boxes) QVERIFY2(overlapOf(boxes).isEmpty(), qPrintable(overlapOf(boxes)))

inline void verifyPane(const FigureView& view, std::size_t i) {
    const PlotFonts fonts;
    const PlotScene& scene = view.scene();
    const PaneScene& pane = scene.panes[i];
    const PaneCursor& cursor = view.cursorScene().panes[i];
    VERIFY_APART(valueLabels(pane));
    VERIFY_APART(tagLabels(cursor));
    VERIFY_APART(legendLabels(cursor));
    VERIFY_APART(markLabels(pane));
    for (const ValueTickBox& tick : pane.valueTicks) {
        QVERIFY(tick.y >= pane.plot.top() - 0.01 && tick.y <= pane.plot.bottom() + 0.01);
        QVERIFY2(scene.whole.contains(tick.label.rect), qPrintable(tick.label.text));
        QVERIFY(fits(tick.label, fonts.axis));
    }
    for (const TextBox& tag : tagLabels(cursor)) {
        QVERIFY2(scene.whole.contains(tag.rect), qPrintable(tag.text));
        QVERIFY2(QFontMetricsF(fonts.axis).horizontalAdvance(tag.text) <= tag.rect.width(),
                 qPrintable(tag.text));
    }
    for (const TextBox& item : legendLabels(cursor))
        QVERIFY2(pane.header.adjusted(-1, -1, 1, 1).contains(item.rect), qPrintable(item.text));
    for (const TextBox& label : markLabels(pane))
        QVERIFY2(scene.whole.contains(label.rect) && fits(label, fonts.axis), qPrintable(label.text));
}

inline void verifyLayout(const FigureView& view) {
    const PlotScene& scene = view.scene();
    VERIFY_APART(timeLabels(scene));
    for (const TextBox& label : timeLabels(scene))
        QVERIFY2(scene.timeAxis.contains(label.rect), qPrintable(label.text));
    for (std::size_t i = 0; i < scene.panes.size(); ++i) {
        verifyPane(view, i);
        QVERIFY(scene.panes[i].plot.height() >= 8);
        QVERIFY(scene.whole.contains(scene.panes[i].outer));
        QVERIFY(i == 0 || scene.panes[i].outer.top() >= scene.panes[i - 1].outer.bottom());
    }
}

} // namespace rotascope::test
