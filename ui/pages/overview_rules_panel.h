// The Overview's card of rules: those that fire and those nearest to it.
#pragma once

#include "ui/pages/overview_panels.h"
#include "ui/session/rule_session.h"

namespace rotascope {

class RulesPanel : public OverviewPanel {
    Q_OBJECT

public:
    RulesPanel(const PageContext& context, QWidget* parent);

    void showAnalysis(const PairAnalysis& analysis) override;

private:
    void showRules();

    RuleSession& m_rules;
    DataTable* m_table = nullptr; ///< made when there is something to show
    std::shared_ptr<const RuleView> m_shown;
};

} // namespace rotascope
