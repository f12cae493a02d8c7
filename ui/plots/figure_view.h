// ui/plots: paints core figures with QCustomPlot, the only room that includes qcustomplot.h. It computes
// nothing. A new kind of layer: a struct in core/figure/figure.h, a painter in series_painter.cpp or
// ground_painter.cpp.
#pragma once

#include "core/figure/figure.h"
#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rotascope {

struct PlotScene;
struct CursorScene;

/// The sessions in sight, as indices of the figure's axis; fractions while zooming.
struct SessionRange {
    double first = 0;
    double last = 0;
    bool operator==(const SessionRange&) const = default;
};

/// What dragging with the left button does. Shift always draws a box to zoom into.
enum class DragMode : std::uint8_t { Pan, Measure };

/// A run of text in a measurement's box; parts of one line stand in columns.
struct CalloutPart {
    QString text;
    ColourRole role = ColourRole::Text;
    bool operator==(const CalloutPart&) const = default;
};
using CalloutLine = std::vector<CalloutPart>;

/// Panes of one figure over a shared session axis with a shared crosshair.
/// Wheel zooms at the pointer, drag pans (or measures), Shift+drag zooms into a box, double click goes home.
/// Arrows move the cursor, Ctrl+arrows by a week, Page keys by a month, Home and End to the edges of sight, +
/// and − zoom, Return opens the marker at the cursor, Escape hides it, F2 asks for the data, Ctrl+C copies
/// the picture.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    /// Shows another figure; the dates in sight stay, as far as the new figure has them.
    void setFigure(std::shared_ptr<const Figure> figure);
    std::shared_ptr<const Figure> figure() const;
    void setTheme(const Theme& theme);

    /// Clamped to the figure; does not emit rangeChanged.
    void setRange(SessionRange range);
    SessionRange range() const;
    /// First and last whole session in sight; last < first without sessions.
    std::pair<int, int> sessionsInSight() const;
    /// Where a double click returns to; nothing set means the whole figure.
    void setHomeRange(SessionRange range);

    /// Time by the calendar, with its weekends and holidays, instead of by session.
    void setCalendarAxis(bool calendar);
    bool isCalendarAxis() const;

    /// The value axis is at least this many pixels wide, for what stands in the corner below it.
    void setLeastAxisWidth(double pixels);

    /// The crosshair's session; nullopt hides it. Does not emit cursorMoved.
    void setCursor(std::optional<int> session);
    std::optional<int> cursorSession() const;

    /// Draws a line that is not always there, by its name; an empty name draws none.
    void singleOut(const QString& name);

    void setDragMode(DragMode mode);
    DragMode dragMode() const;
    /// Marks sessions first..last with a band and says `lines` beside it.
    void setMeasurement(int firstSession, int lastSession, std::vector<CalloutLine> lines);
    void clearMeasurement();

    /// Writes what is shown, `scale` times as large as on screen.
    QPixmap picture(double scale) const;
    /// What is shown as a picture file; false when it cannot be written.
    bool savePng(const QString& path, double scale = 2.0) const;
    /// The same on one page, in the print theme.
    bool savePdf(const QString& path) const;
    /// What is shown as shapes and text, in the colours of the screen.
    bool saveSvg(const QString& path) const;
    /// Raw values of the sessions in sight, with what they are in comment lines.
    std::string shownCsv() const;

    /// Where everything stands, for tests and for those who draw beside it.
    const PlotScene& scene() const;
    const CursorScene& cursorScene() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

signals:
    void rangeChanged(rotascope::SessionRange range); ///< by the user's wheel, drag, box or keys
    void wentHome();               ///< after it, where the user asked for the range in force
    void cursorMoved(int session); ///< −1 when the pointer left
    void markerActivated(rotascope::Date date);
    void measuring(int firstSession, int lastSession); ///< while the user drags
    void measured(int firstSession, int lastSession);  ///< when the user let go
    void dataRequested();                              ///< F2 or the menu
    void whereFromRequested(int session);              ///< by the menu, of the values at the cursor
    void pictureSaved(const QString& path);
    void saveFailed(const QString& message); ///< a sentence for the user

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    friend class PlotInteraction;
    std::unique_ptr<Private> d;
};

} // namespace rotascope
