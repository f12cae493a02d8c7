// Overview: one sentence, a strip of figures, the linked chart, and a column of cards.
#pragma once

#include "ui/pages/page.h"

#include <vector>

namespace rotascope {

class HeadlineLabel;
class LinkedChart;
class OverviewPanel;
class Panel;
class SideColumn;
class TileStrip;

class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<TableSnapshot> chartData() const override;

protected:
    void refresh() override;

private:
    SideColumn* makeSide(const PageContext& context);
    void connectParts();
    void draw();
    void openTile(int tile);

    HeadlineLabel* m_headline;
    TileStrip* m_tiles;
    Panel* m_chartPanel;
    LinkedChart* m_chart;
    std::vector<OverviewPanel*> m_panels;
};

} // namespace rotascope
