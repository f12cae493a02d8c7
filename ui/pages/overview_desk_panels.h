// What the Overview's right column says of the desk.
#pragma once

#include "ui/pages/overview_panels.h"
#include "ui/session/desk_dates.h"
#include "ui/session/look_session.h"

class QLabel;

namespace rotascope {

/// "Since you last looked": compared with the visit before this run of the program.
class ChangesPanel : public OverviewPanel {
    Q_OBJECT

public:
    ChangesPanel(const PageContext& context, QWidget* parent);
    void showAnalysis(const PairAnalysis& analysis) override;

private:
    std::vector<Change> changesNow(const DeskLook& before, const PairAnalysis& analysis) const;

    LookSession& m_looks;
    QLabel* m_changes;
};

/// What is fresh and what is old, as of the date in force. A row opens the Data page at its series.
class FreshnessPanel : public OverviewPanel {
    Q_OBJECT

public:
    FreshnessPanel(const PageContext& context, QWidget* parent);
    void showAnalysis(const PairAnalysis& analysis) override;

private:
    void readDatesOf(const std::shared_ptr<const DeskSnapshot>& desk, Date asOf);
    void showDates(const DeskSnapshot& desk, std::span<const std::optional<Date>> last, Date asOf);

    DataTable* m_table;
    std::shared_ptr<const DeskSnapshot> m_datesOf; ///< the desk that m_dates was read from
    std::shared_ptr<const DeskDates> m_dates;
    std::vector<std::size_t> m_order; ///< of the table's rows among the instruments
};

} // namespace rotascope
