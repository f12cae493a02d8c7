#include "ui/pages/overview_trend_panel.h"

#include "ui/models/trend_tables.h"

#include <numeric>

namespace rotascope {

TrendPanel::TrendPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Trend"), parent)
    , m_glance(GlanceSession::of(context.session)) {
    hide();
    setNote(tr("distance to average, %"));
    connect(&m_glance, &GlanceSession::changed, this, &TrendPanel::showGlance);
}

// The states follow on their own as soon as they are there.
void TrendPanel::showAnalysis(const PairAnalysis&) {
    m_glance.want();
}

void TrendPanel::showGlance() {
    const auto analysis = session().analysis();
    m_shown = analysis ? m_glance.glanceOf(*analysis) : nullptr;
    const bool known = m_shown && m_shown->states;
    setVisible(known);
    if (!known)
        return;
    if (!m_table) {
        m_table = addTable(DataTable::Height::FitsRows);
        connect(m_table, &DataTable::rowActivated, this, [this](int row) {
            const auto& rows = m_shown->states->rows;
            emit pageRequested(QStringLiteral("trend"), {{}, rows[static_cast<std::size_t>(row)].symbol()});
        });
    }
    std::vector<std::size_t> rows(m_shown->states->rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    m_table->setSnapshot(shortTrendMatrixOf(*m_shown->states, rows));
}

} // namespace rotascope
