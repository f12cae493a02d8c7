// ui/plots: paints core figures with QCustomPlot, the only room that includes qcustomplot.h. It computes nothing.
#pragma once

#include "core/figure/figure.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace rotascope {

/// The sessions in sight, as indices of the figure's axis; fractions while zooming.
struct SessionRange {
    double first = 0;
    double last = 0;
    bool operator==(const SessionRange&) const = default;
};

/// Panes of one figure over a shared session axis with a shared crosshair.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    /// Shows another figure; the range in sight stays unless it is set.
    void setFigure(std::shared_ptr<const Figure> figure);
    std::shared_ptr<const Figure> figure() const;
    void setTheme(const Theme& theme);

    void setRange(SessionRange range);
    SessionRange range() const;
    /// Where a double click returns to.
    void setHomeRange(SessionRange range);

    /// The crosshair's session; nullopt hides it.
    void setCursor(std::optional<int> session);
    std::optional<int> cursorSession() const;

    /// Writes what is shown, `scale` times as large as on screen.
    QPixmap picture(double scale) const;

signals:
    void rangeChanged(rotascope::SessionRange range); ///< by the user's wheel, drag or box
    void cursorMoved(int session);                    ///< −1 when the pointer left
    void markerActivated(rotascope::Date date);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace rotascope
