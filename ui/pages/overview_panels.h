// ★ The cards of the Overview's right column, from top to bottom. A new one is a class of its own and one row
// of the catalogue in overview_panels.cpp.
#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel.h"

#include <span>

namespace rotascope {

class OverviewPanel : public Panel {
    Q_OBJECT

public:
    OverviewPanel(const PageContext& context, const QString& title, QWidget* parent);

    /// `analysis` holds a divergence, or the reason why there is none. What has nothing to say hides itself.
    virtual void showAnalysis(const PairAnalysis& analysis) = 0;

signals:
    void pageRequested(const QString& id, const rotascope::PagePoint& point = {});
    void said(const QString& sentence);

protected:
    /// A table that takes the room of its rows, or what room there is.
    DataTable* addTable(DataTable::Height height);
    Session& session() const { return m_context.session; }
    Settings& settings() const { return m_context.settings; }

private:
    PageContext m_context;
};

struct OverviewPanelInfo {
    OverviewPanel* (*make)(const PageContext& context, QWidget* parent);
    int stretch; ///< 0: no higher than its rows
};

std::span<const OverviewPanelInfo> overviewPanelCatalogue();

} // namespace rotascope
