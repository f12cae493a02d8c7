// Divergence: the pair three ways, z with its events, six estimates, the distribution, and a measure tool.
#pragma once

#include "core/analysis/distribution.h"
#include "core/figure/divergence_figure.h"
#include "ui/pages/page.h"

class QLabel;

namespace rotascope {

class DataTable;
class DistributionView;
class HeadlineLabel;
class LinkedChart;
class Panel;
class SegmentBar;
class SideColumn;

class DivergencePage : public Page {
    Q_OBJECT

public:
    explicit DivergencePage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<TableSnapshot> chartData() const override;
    std::string command() const override;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeChartPanel(const PageContext& context);
    QWidget* makeChartFooter();
    SideColumn* makeSide();
    void connectChart();
    void connectControls();
    void draw();
    void showAnalysis(const PairAnalysis& analysis);
    void showPerformance(const PairAnalysis& analysis);
    void showDistribution(const PairAnalysis& analysis);
    void measure(int first, int last);

    HeadlineLabel* m_headline;
    Panel* m_chartPanel;
    SegmentBar* m_views;
    SegmentBar* m_drag;
    LinkedChart* m_chart;
    SideColumn* m_side;
    Panel* m_sigmaPanel;
    DataTable* m_sigma;
    Panel* m_distributionPanel;
    DistributionView* m_distribution;
    QLabel* m_tails;
    Panel* m_performancePanel;
    SegmentBar* m_rows;
    DataTable* m_performance;
    RelativeView m_view = RelativeView::Ratio;
};

} // namespace rotascope
