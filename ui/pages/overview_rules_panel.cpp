#include "ui/pages/overview_rules_panel.h"

#include "ui/models/rule_tables.h"

namespace rotascope {

namespace {

constexpr std::size_t kRows = 4;

} // namespace

RulesPanel::RulesPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Rules"), parent)
    , m_rules(RuleSession::of(context.session)) {
    hide();
    connect(&m_rules, &RuleSession::changed, this, &RulesPanel::showRules);
}

// The rules follow on their own as soon as they are there.
void RulesPanel::showAnalysis(const PairAnalysis&) {
    m_rules.wantLater();
}

void RulesPanel::showRules() {
    const auto analysis = session().analysis();
    m_shown = analysis ? m_rules.viewOf(*analysis) : nullptr;
    const bool known = m_shown && m_shown->reading && !m_shown->reading->rules.empty();
    setVisible(known);
    if (!known)
        return;
    if (!m_table) {
        m_table = addTable(DataTable::Height::FitsRows);
        connect(m_table, &DataTable::rowActivated, this, [this](int row) {
            const PlaybookReading& reading = *m_shown->reading;
            const std::size_t at = ruleOrder(reading)[static_cast<std::size_t>(row)];
            emit pageRequested(QStringLiteral("playbook"), {{}, reading.rules[at].rule.name});
        });
    }
    m_table->setSnapshot(shortRuleTableOf(*m_shown->reading, kRows));
    setNote(tr("%1 firing of %2").arg(m_shown->firing()).arg(m_shown->reading->rules.size()));
}

} // namespace rotascope
