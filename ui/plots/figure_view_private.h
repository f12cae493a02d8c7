// What FigureView keeps, shared with its interaction; not for use outside this room.
#pragma once

#include "ui/plots/plot_interaction.h"
#include "ui/plots/plot_state.h"

#include <QPixmap>
#include <QSizeF>
#include <QTimer>

class QCPPainter;

namespace rotascope {

class FigureView::Private {
public:
    explicit Private(FigureView& owner);

    /// The picture is out of date; it is composed and painted before the next frame.
    void invalidate();
    /// Composes now if anything changed since.
    void ensureComposed();
    /// Only what follows the cursor.
    void repaintCursor();
    /// A view out of sight keeps no picture: on a large screen it takes as much memory as all the page's
    /// values.
    void dropPicture();
    void paint(QWidget& onto);

    void moveRangeByUser(SessionRange range);
    void moveCursorByUser(std::optional<int> session, std::optional<double> pointerY);
    void goHome();
    void activateMark(const MarkBox& mark);
    void showFigure(std::shared_ptr<const Figure> figure);
    void useFonts();
    /// Reads the values at the cursor out to a screen reader.
    void speakCursor();
    QPixmap picture(double scale);
    QString words() const;

    FigureView& view;
    PlotState state;
    SessionAxis axis; ///< range in force; pixels live in the composed scene
    std::optional<SessionRange> home;
    std::optional<int> cursor;
    DragMode dragMode = DragMode::Pan;
    bool calendar = false;
    bool stale = true;
    bool draggedShown = false;
    double axisWidth = 0;
    double leastAxisWidth = 0;
    LegendWidths widths;
    PlotInteraction interaction;

private:
    void measureFigure();
    /// All but what follows the cursor.
    void paintStanding(QCPPainter& painter) const;
    void keepStanding();

    QPixmap m_standing;           ///< null where it was not kept
    bool m_wasPaintedNew = false; ///< without it, since the last change
    QTimer m_rest;                ///< until it is worth keeping
};

} // namespace rotascope
