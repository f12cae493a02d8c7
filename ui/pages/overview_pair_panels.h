// What the Overview's right column says of the pair.
#pragma once

#include "ui/pages/overview_panels.h"

namespace rotascope {

/// A row opens the Divergence page over the sessions of its horizon.
class PerformancePanel : public OverviewPanel {
    Q_OBJECT

public:
    PerformancePanel(const PageContext& context, QWidget* parent);
    void showAnalysis(const PairAnalysis& analysis) override;

private:
    std::vector<PerformanceRow> rowsOf(const PairAnalysis& analysis) const;
    void open(int row);

    DataTable* m_table;
};

} // namespace rotascope
