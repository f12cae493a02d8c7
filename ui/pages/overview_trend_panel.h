// The Overview's card of trend states.
#pragma once

#include "ui/pages/overview_panels.h"
#include "ui/session/trend_glance.h"

namespace rotascope {

class TrendPanel : public OverviewPanel {
    Q_OBJECT

public:
    TrendPanel(const PageContext& context, QWidget* parent);

    void showAnalysis(const PairAnalysis& analysis) override;

private:
    void showGlance();

    GlanceSession& m_glance;
    DataTable* m_table = nullptr; ///< made when there is something to show
    std::shared_ptr<const TrendGlance> m_shown;
};

} // namespace rotascope
