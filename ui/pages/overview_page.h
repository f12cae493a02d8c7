// Overview: one sentence, a strip of figures, the linked chart, and what is fresh.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/desk_dates.h"

class QLabel;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class TileStrip;

class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<TableSnapshot> chartData() const override;

protected:
    void refresh() override;

private:
    QWidget* makeSide();
    DataTable* addTable(Panel* panel, bool scrolls);
    void connectParts();
    void draw();
    void showAnalysis(const PairAnalysis& analysis);
    void showChanges(const PairAnalysis& analysis);
    void showFreshness(const PairAnalysis& analysis);
    void showFreshnessAsOf(const DeskSnapshot& desk, Date asOf);
    const std::vector<PerformanceRow>& shownRows(const PairAnalysis& analysis) const;
    void openTile(int tile);
    void openRow(int row);
    void openSigma(int row);

    HeadlineLabel* m_headline;
    TileStrip* m_tiles;
    Panel* m_chartPanel;
    LinkedChart* m_chart;
    Panel* m_performancePanel;
    DataTable* m_performance;
    Panel* m_sigmaPanel;
    DataTable* m_sigma;
    Panel* m_changesPanel;
    QLabel* m_changes;
    Panel* m_freshPanel;
    DataTable* m_fresh;
    std::shared_ptr<const DeskSnapshot> m_datesOf; ///< the desk that m_dates was read from
    std::shared_ptr<const DeskDates> m_dates;
};

} // namespace rotascope
