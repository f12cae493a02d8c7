#include "ui/pages/overview_pair_panels.h"

#include "ui/convert/convert.h"
#include "ui/models/divergence_tables.h"
#include "ui/pages/points_of_interest.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rotascope {

namespace {

const QString kDivergence = QStringLiteral("divergence");
/// The Divergence page has them all.
constexpr std::array<std::string_view, 6> kHorizons{"1d", "5d", "21d", "63d", "252d", "ytd"};

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

std::vector<PerformanceRow> PerformancePanel::rowsOf(const PairAnalysis& analysis) const {
    const bool calendar = settings().choice(SettingId::PerformanceRows) == QLatin1String("calendar");
    std::vector<PerformanceRow> rows;
    for (const PerformanceRow& row : calendar ? analysis.calendarTable : analysis.divergence->table)
        if (std::find(kHorizons.begin(), kHorizons.end(), row.horizon) != kHorizons.end())
            rows.push_back(row);
    return rows;
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

} // namespace rotascope
