#include "ui/pages/overview_pair_panels.h"

#include "ui/convert/convert.h"
#include "ui/models/divergence_tables.h"
#include "ui/pages/points_of_interest.h"

namespace rotascope {

namespace {

const QString kDivergence = QStringLiteral("divergence");

} // namespace

PerformancePanel::PerformancePanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Performance"), parent)
    , m_table(addTable(DataTable::Height::FitsRows)) {
    setNote(tr("price return, %"));
    connect(m_table, &DataTable::rowActivated, this, &PerformancePanel::open);
    connect(&context.settings, &Settings::changed, this, [this](SettingId id) {
        if (const auto analysis = session().analysis(); analysis && id == SettingId::PerformanceRows)
            showAnalysis(*analysis);
    });
}

const std::vector<PerformanceRow>& PerformancePanel::rowsOf(const PairAnalysis& analysis) const {
    const bool calendar = settings().choice(SettingId::PerformanceRows) == QLatin1String("calendar");
    return calendar ? analysis.calendarTable : analysis.divergence->table;
}

void PerformancePanel::showAnalysis(const PairAnalysis& analysis) {
    setVisible(analysis.divergence != nullptr);
    if (analysis.divergence)
        m_table->setSnapshot(performanceTableOf(*analysis.divergence, rowsOf(analysis)));
}

void PerformancePanel::open(int row) {
    const auto analysis = session().analysis();
    if (analysis && analysis->divergence)
        lookBackTo(session(), *analysis, rowsOf(*analysis)[static_cast<std::size_t>(row)].base);
    emit pageRequested(kDivergence);
}

SigmaPanel::SigmaPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Six estimates of σ"), parent)
    , m_table(addTable(DataTable::Height::FitsRows)) {
    connect(m_table, &DataTable::rowActivated, this, &SigmaPanel::open);
}

void SigmaPanel::showAnalysis(const PairAnalysis& analysis) {
    setVisible(analysis.divergence != nullptr);
    if (!analysis.divergence)
        return;
    const Divergence& divergence = *analysis.divergence;
    m_table->setSnapshot(sigmaTableOf(divergence, analysis.state.eventThreshold));
    setNote(tr("z of %1, %2").arg(finePointsLabel(divergence.spread), dateText(divergence.asOf)));
}

// The last row is the beta-adjusted move, which is no estimate of σ.
void SigmaPanel::open(int row) {
    if (row < static_cast<int>(kSigmaModeCount))
        session().setSigma(static_cast<SigmaMode>(row));
    emit pageRequested(kDivergence);
}

} // namespace rotascope
