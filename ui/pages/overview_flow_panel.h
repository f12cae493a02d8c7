// Creations and redemptions of the week, for the Overview.
#pragma once

#include "ui/pages/overview_panels.h"
#include "ui/session/flow_session.h"

namespace rotascope {

class FlowPanel : public OverviewPanel {
    Q_OBJECT

public:
    FlowPanel(const PageContext& context, QWidget* parent);

    void showAnalysis(const PairAnalysis& analysis) override;

private:
    void showFlows();
    void open(int row);

    FlowSession& m_flows;
    DataTable* m_table = nullptr; ///< once there is something to show
};

} // namespace rotascope
