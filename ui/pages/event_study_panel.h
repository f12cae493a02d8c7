// What the Overview says of events: what followed the last one, beside all of them and any session.
#pragma once

#include "ui/pages/overview_panels.h"
#include "ui/session/event_board.h"

namespace rotascope {

/// A row opens the page of events at the last one.
class EventStudyPanel : public OverviewPanel {
    Q_OBJECT

public:
    EventStudyPanel(const PageContext& context, QWidget* parent);
    void showAnalysis(const PairAnalysis& analysis) override;

private:
    void showStudy(const Result<EventStudy>& answer);

    DataTable* m_table = nullptr; ///< once there is something to show
    std::optional<Date> m_last;
};

} // namespace rotascope
