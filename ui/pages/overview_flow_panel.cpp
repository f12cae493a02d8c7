#include "ui/pages/overview_flow_panel.h"

#include "core/analysis/flows/flow_wording.h"
#include "ui/convert/convert.h"
#include "ui/models/flow_tables.h"

namespace rotascope {

namespace {

constexpr std::size_t kRows = 6;

} // namespace

FlowPanel::FlowPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Creations and redemptions"), parent)
    , m_flows(FlowSession::of(context.session)) {
    hide();
    connect(&m_flows, &FlowSession::changed, this, &FlowPanel::showFlows);
}

// The figures follow on their own as soon as they are there.
void FlowPanel::showAnalysis(const PairAnalysis&) {
    m_flows.wantLater();
}

void FlowPanel::open(int row) {
    const auto view = m_flows.view();
    if (!view || !view->flows)
        return;
    const std::size_t at = shortLeague(*view->flows, kRows)[static_cast<std::size_t>(row)];
    emit pageRequested(QStringLiteral("flows"), {{}, view->flows->league[at].symbol});
}

void FlowPanel::showFlows() {
    const auto view = m_flows.view();
    const bool known = view && view->flows && !view->flows->league.empty();
    setVisible(known);
    if (!known)
        return;
    const Flows& flows = *view->flows;
    if (!m_table) {
        m_table = addTable(DataTable::Height::FitsRows);
        connect(m_table, &DataTable::rowActivated, this, &FlowPanel::open);
    }
    m_table->setSnapshot(shortLeagueTableOf(flows, kRows));
    setNote(tr("week to %1").arg(dateText(flows.weekEnding)));
}

} // namespace rotascope
