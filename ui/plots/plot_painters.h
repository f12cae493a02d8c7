// One painter per layer of the picture. Ground, series and marks share a buffer that is painted when the
// range, the figure or the theme changes; the cursor has a buffer of its own, painted on every move.
#pragma once

#include "ui/plots/plot_state.h"

#include <qcustomplot.h>

namespace rotascope {

/// A part of the picture on one of QCustomPlot's layers.
class PlotPainter : public QCPLayerable {
public:
    PlotPainter(QCustomPlot& plot, const PlotState& state, const QString& layer)
        : QCPLayerable(&plot, layer)
        , m_state(state) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
    QRect clipRect() const override { return mParentPlot->viewport(); }
    const PlotState& m_state;
};

/// Bands, grid, hairlines between panes, the measured band.
class GroundPainter : public PlotPainter {
public:
    using PlotPainter::PlotPainter;

protected:
    void draw(QCPPainter* painter) override;
};

/// Lines and bars.
class SeriesPainter : public PlotPainter {
public:
    using PlotPainter::PlotPainter;

protected:
    void draw(QCPPainter* painter) override;
};

/// Marks with their labels, the as-of line, the labels of the time axis, the measurement's box.
class MarkPainter : public PlotPainter {
public:
    using PlotPainter::PlotPainter;

protected:
    void draw(QCPPainter* painter) override;
};

/// Legends, tags, labels of the value axis (a tag hides those below it), crosshair, the box being dragged.
class CursorPainter : public PlotPainter {
public:
    using PlotPainter::PlotPainter;

protected:
    void draw(QCPPainter* painter) override;
};

} // namespace rotascope
