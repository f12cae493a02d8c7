#include "ui/pages/overview_panels.h"

#include "ui/pages/event_study_panel.h"
#include "ui/pages/overview_desk_panels.h"
#include "ui/pages/overview_flow_panel.h"
#include "ui/pages/overview_pair_panels.h"
#include "ui/pages/overview_rules_panel.h"
#include "ui/pages/overview_trend_panel.h"

#include <array>

namespace rotascope {

namespace {

template <class T>
OverviewPanel* make(const PageContext& context, QWidget* parent) {
    return new T(context, parent);
}

constexpr std::array<OverviewPanelInfo, 7> kPanels{{
    {make<RulesPanel>, 0},
    {make<FlowPanel>, 0},
    {make<TrendPanel>, 0},
    {make<PerformancePanel>, 0},
    {make<ChangesPanel>, 0},
    {make<EventStudyPanel>, 0},
    {make<FreshnessPanel>, 1},
}};

} // namespace

OverviewPanel::OverviewPanel(const PageContext& context, const QString& title, QWidget* parent)
    : Panel(title, parent)
    , m_context(context) {}

DataTable* OverviewPanel::addTable(DataTable::Height height) {
    auto* table = new DataTable(m_context.appearance, height, this);
    addContent(table, height == DataTable::Height::Scrolls ? 1 : 0);
    return table;
}

std::span<const OverviewPanelInfo> overviewPanelCatalogue() {
    return kPanels;
}

} // namespace rotascope
