// What the mouse and the keyboard do to a figure view.
#pragma once

#include "ui/plots/figure_view.h"
#include "ui/plots/session_axis.h"

#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace rotascope {

struct MarkBox;

class PlotInteraction {
public:
    explicit PlotInteraction(FigureView& view)
        : m_view(view) {}

    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick();
    void wheel(const QWheelEvent& event);
    void leave();
    /// False when the key means nothing here and now.
    bool key(const QKeyEvent& event);
    bool wantsKey(const QKeyEvent& event) const;

private:
    enum class Drag : std::uint8_t { None, Pan, Box, Measure };

    struct KeyRow;
    static const KeyRow* rowOf(const QKeyEvent& event);
    FigureView::Private& d() const;
    const MarkBox* markAt(QPointF point) const;
    void dragTo(double x);
    void showPointer(QPointF point);
    void moveCursorTo(int session);

    bool stepCursor(int sessions);
    bool cursorToEdge(int direction);
    bool zoomAtCursor(int direction);
    bool openMarkAtCursor(int);
    bool hideCursor(int);
    bool requestData(int);
    bool copyPicture(int);

    FigureView& m_view;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    bool m_moved = false;
    SessionAxis m_axisAtPress;
};

} // namespace rotascope
