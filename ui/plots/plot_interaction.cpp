#include "ui/plots/plot_interaction.h"

#include "ui/plots/figure_view_private.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kClickSlack = 4; // pixels a click may wander
constexpr double kMarkSlack = 4;
constexpr double kZoomPerNotch = 0.84;
constexpr int kWeek = 5;
constexpr int kMonth = 21;

} // namespace

struct PlotInteraction::KeyRow {
    int key = 0;
    Qt::KeyboardModifiers modifiers;
    bool (PlotInteraction::*act)(int) = nullptr;
    int amount = 0;
};

const PlotInteraction::KeyRow* PlotInteraction::rowOf(const QKeyEvent& event) {
    using Self = PlotInteraction;
    static const std::array<KeyRow, 17> kKeys = {
        {{Qt::Key_Left, Qt::NoModifier, &Self::stepCursor, -1},
         {Qt::Key_Right, Qt::NoModifier, &Self::stepCursor, 1},
         {Qt::Key_Left, Qt::ControlModifier, &Self::stepCursor, -kWeek},
         {Qt::Key_Right, Qt::ControlModifier, &Self::stepCursor, kWeek},
         {Qt::Key_PageUp, Qt::NoModifier, &Self::stepCursor, -kMonth},
         {Qt::Key_PageDown, Qt::NoModifier, &Self::stepCursor, kMonth},
         {Qt::Key_Home, Qt::NoModifier, &Self::cursorToEdge, -1},
         {Qt::Key_End, Qt::NoModifier, &Self::cursorToEdge, 1},
         {Qt::Key_Plus, Qt::NoModifier, &Self::zoomAtCursor, 1},
         {Qt::Key_Equal, Qt::NoModifier, &Self::zoomAtCursor, 1},
         {Qt::Key_Minus, Qt::NoModifier, &Self::zoomAtCursor, -1},
         {Qt::Key_Return, Qt::NoModifier, &Self::openMarkAtCursor, 0},
         {Qt::Key_Enter, Qt::NoModifier, &Self::openMarkAtCursor, 0},
         {Qt::Key_Escape, Qt::NoModifier, &Self::hideCursor, 0},
         {Qt::Key_F2, Qt::NoModifier, &Self::requestData, 0},
         {Qt::Key_C, Qt::ControlModifier, &Self::copyPicture, 0},
         {Qt::Key_Copy, Qt::NoModifier, &Self::copyPicture, 0}}};
    const Qt::KeyboardModifiers held =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    for (const KeyRow& row : kKeys)
        if (row.key == event.key() && row.modifiers == held)
            return &row;
    return nullptr;
}

FigureView::Private& PlotInteraction::d() const {
    return *m_view.d;
}

const MarkBox* PlotInteraction::markAt(QPointF point) const {
    for (const PaneScene& pane : d().state.scene.panes)
        for (const MarkBox& mark : pane.marks)
            if (mark.shape.adjusted(-kMarkSlack, -kMarkSlack, kMarkSlack, kMarkSlack).contains(point) ||
                (mark.label && mark.label->rect.contains(point)))
                return &mark;
    return nullptr;
}

void PlotInteraction::press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton || d().axis.sessionCount() == 0)
        return;
    m_pressed = event.position();
    m_moved = false;
    m_axisAtPress = d().state.scene.axis;
    const bool measures = d().dragMode == DragMode::Measure;
    m_drag = event.modifiers() & Qt::ShiftModifier ? Drag::Box : measures ? Drag::Measure : Drag::Pan;
}

void PlotInteraction::dragTo(double x) {
    if (m_drag == Drag::Pan) {
        d().moveRangeByUser(m_axisAtPress.panned(x - m_pressed.x()));
        return;
    }
    const SessionAxis& axis = d().state.scene.axis;
    const auto [first, last] = std::minmax({axis.nearestSession(m_pressed.x()), axis.nearestSession(x)});
    d().state.dragged = Selection{first, last, {}};
    d().repaintCursor();
    if (m_drag == Drag::Measure && first < last)
        emit m_view.measuring(first, last);
}

void PlotInteraction::move(const QMouseEvent& event) {
    const QPointF point = event.position();
    if (m_drag != Drag::None) {
        m_moved = m_moved || std::abs(point.x() - m_pressed.x()) >= kClickSlack;
        if (m_moved)
            dragTo(point.x());
    }
    showPointer(point);
}

void PlotInteraction::showPointer(QPointF point) {
    d().ensureComposed();
    const PlotScene& scene = d().state.scene;
    const bool inside = point.x() >= scene.axis.left() - 2 && point.x() <= scene.axis.right() + 2 &&
                        m_view.rect().contains(point.toPoint());
    const bool overMark = m_drag == Drag::None && markAt(point) != nullptr;
    m_view.setCursor(overMark                            ? Qt::PointingHandCursor
                     : m_drag == Drag::Pan && m_moved    ? Qt::ClosedHandCursor
                     : d().dragMode == DragMode::Measure ? Qt::CrossCursor
                                                         : Qt::ArrowCursor);
    if (inside)
        d().moveCursorByUser(scene.axis.nearestSession(point.x()), point.y());
    else
        leave();
}

void PlotInteraction::release(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton)
        return;
    const Drag drag = std::exchange(m_drag, Drag::None);
    const std::optional<Selection> dragged = std::exchange(d().state.dragged, std::nullopt);
    if (!m_moved) {
        if (const MarkBox* mark = drag == Drag::None ? nullptr : markAt(event.position()))
            d().activateMark(MarkBox(*mark));
        return;
    }
    if (dragged && dragged->first < dragged->last) {
        if (drag == Drag::Box)
            d().moveRangeByUser({static_cast<double>(dragged->first), static_cast<double>(dragged->last)});
        if (drag == Drag::Measure)
            emit m_view.measured(dragged->first, dragged->last);
    }
    d().repaintCursor();
}

void PlotInteraction::doubleClick() {
    m_drag = Drag::None;
    d().goHome();
}

void PlotInteraction::wheel(const QWheelEvent& event) {
    const SessionAxis& axis = d().state.scene.axis;
    if (axis.sessionCount() == 0)
        return;
    const QPoint turned = event.angleDelta();
    const bool sideways = std::abs(turned.x()) > std::abs(turned.y());
    if (sideways || event.modifiers() & Qt::ShiftModifier)
        d().moveRangeByUser(axis.panned(sideways ? turned.x() : turned.y()));
    else
        d().moveRangeByUser(axis.zoomed(event.position().x(), std::pow(kZoomPerNotch, turned.y() / 120.0)));
}

void PlotInteraction::leave() {
    if (d().cursor)
        d().moveCursorByUser(std::nullopt, std::nullopt);
}

bool PlotInteraction::wantsKey(const QKeyEvent& event) const {
    return rowOf(event) != nullptr && (event.key() != Qt::Key_Escape || d().cursor);
}

bool PlotInteraction::key(const QKeyEvent& event) {
    d().ensureComposed();
    const KeyRow* row = rowOf(event);
    return row != nullptr && (this->*row->act)(row->amount);
}

/// The range follows a cursor that walks out of sight.
void PlotInteraction::moveCursorTo(int session) {
    SessionRange range = d().axis.range();
    const double beyond = std::max(session - range.last, 0.0) - std::max(range.first - session, 0.0);
    if (beyond != 0)
        d().moveRangeByUser({range.first + beyond, range.last + beyond});
    d().moveCursorByUser(session, std::nullopt);
}

bool PlotInteraction::stepCursor(int sessions) {
    const int count = d().axis.sessionCount();
    if (count == 0)
        return false;
    const int start = d().cursor.value_or(d().state.cursor.session);
    // The first press shows where the values in the legend come from.
    const int moved = d().cursor ? start + sessions : start;
    moveCursorTo(std::clamp(moved, 0, count - 1));
    return true;
}

bool PlotInteraction::cursorToEdge(int direction) {
    if (d().axis.sessionCount() == 0)
        return false;
    moveCursorTo(direction < 0 ? d().axis.firstSession() : d().axis.lastSession());
    return true;
}

bool PlotInteraction::zoomAtCursor(int direction) {
    const SessionAxis& axis = d().state.scene.axis;
    if (axis.sessionCount() == 0)
        return false;
    const double x = d().cursor ? axis.x(*d().cursor) : axis.right();
    d().moveRangeByUser(axis.zoomed(x, direction > 0 ? kZoomPerNotch : 1 / kZoomPerNotch));
    return true;
}

bool PlotInteraction::openMarkAtCursor(int) {
    for (const PaneScene& pane : d().state.scene.panes)
        for (const MarkBox& mark : pane.marks)
            if (d().cursor == mark.session) {
                d().activateMark(MarkBox(mark));
                return true;
            }
    return false;
}

bool PlotInteraction::hideCursor(int) {
    if (!d().cursor)
        return false;
    d().moveCursorByUser(std::nullopt, std::nullopt);
    return true;
}

bool PlotInteraction::requestData(int) {
    emit m_view.dataRequested();
    return true;
}

bool PlotInteraction::copyPicture(int) {
    QApplication::clipboard()->setPixmap(m_view.picture(2.0));
    return true;
}

} // namespace rotascope
