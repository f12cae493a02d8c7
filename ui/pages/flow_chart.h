// Bars of flows on an axis of their own (days, weeks or months) that keeps to the range and the crosshair of
// the other pages by date.
#pragma once

#include "core/figure/flow_figure.h"
#include "ui/pages/page.h"
#include "ui/plots/figure_view.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace rotascope {

class FlowChart : public QWidget {
    Q_OBJECT

public:
    explicit FlowChart(const PageContext& context, QWidget* parent = nullptr);

    /// `asOf`: the date they were analysed for; nullopt the latest.
    void setBars(std::shared_ptr<const FlowBars> bars, std::optional<Date> asOf);
    FigureView& view() const { return *m_view; }
    /// "1Y · 52 weeks to 28 Nov 2025"
    QString rangeText() const;

signals:
    void rangeTextChanged();

private:
    void draw();
    void followRange();
    void followCursor();
    SessionRange home() const;
    SessionRange wanted() const;
    void tellRange(SessionRange range);
    void tellCursor(int bar);

    PageContext m_context;
    FigureView* m_view;
    std::shared_ptr<const FlowBars> m_bars;
    std::optional<Date> m_asOf;
};

} // namespace rotascope
