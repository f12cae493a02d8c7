// A figure of the pair that shares range, crosshair and theme with every other one.
#pragma once

#include "core/figure/figure.h"
#include "ui/pages/page.h"
#include "ui/plots/figure_view.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QToolButton;

namespace rotascope {

/// Draws the analysis with its values based at a session (0 where the whole history is meant). Called off the
/// GUI thread: what it captures must be its own.
using FigureBuilder = std::function<Figure(const Divergence& divergence, std::size_t base)>;

class LinkedChart : public QWidget {
    Q_OBJECT

public:
    LinkedChart(const PageContext& context, const QString& slot, QWidget* parent = nullptr);

    /// Draws the session's analysis with `builder`; what was asked before is dropped.
    void draw(FigureBuilder builder);
    FigureView& view() const { return *m_view; }
    /// What the range in force is, in words: "1Y · 252 sessions to 28 Nov 2025".
    QString rangeText() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void drawn();
    void rangeTextChanged();

private:
    void rebuild();
    void sayWhy(const Error& error);
    void makeCalendarSwitch();
    void followCalendar();
    void followSpan();
    void followCursor();

    PageContext m_context;
    QString m_slot;
    FigureView* m_view;
    QToolButton* m_calendar; ///< in the corner below the value axis
    FigureBuilder m_builder;
    QTimer m_settle; ///< rebasing waits until a zoom has come to rest
    std::size_t m_base = 0;
};

} // namespace rotascope
