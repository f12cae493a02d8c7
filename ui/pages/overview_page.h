// Overview: one sentence, a strip of figures, the linked chart, and a column of cards.
#pragma once

#include "ui/pages/page.h"

#include <memory>
#include <vector>

namespace rotascope {

class FlowSession;
class HeadlineLabel;
class LinkedChart;
class OverviewPanel;
class Panel;
class RuleSession;
class GlanceSession;
class SideColumn;
struct LeagueRow;
struct PlaybookReading;
class TileStrip;

class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<TableSnapshot> chartData() const override;
    std::string command() const override;

protected:
    void refresh() override;

private:
    SideColumn* makeSide(const PageContext& context);
    void connectParts();
    void draw();
    /// Headline, tiles and chart, with the flows of the same date where they are known.
    void showPair(const PairAnalysis& analysis);
    /// The same for whatever of it has arrived.
    void showWithFlows();
    /// Whether more of the same date comes in a moment.
    bool isIncomplete(const PairAnalysis& analysis) const;
    /// What is known of the rules of that date; null while there are none.
    std::shared_ptr<const PlaybookReading> rulesOf(const PairAnalysis& analysis) const;
    /// The fund that stands for small caps, with a week that is still news; null without one.
    const LeagueRow* leadFund(const PairAnalysis& analysis) const;
    void openTile(int tile);

    FlowSession& m_flows;
    GlanceSession& m_glance;
    RuleSession& m_rules;
    HeadlineLabel* m_headline;
    TileStrip* m_tiles;
    Panel* m_chartPanel;
    LinkedChart* m_chart;
    std::vector<OverviewPanel*> m_panels;
};

} // namespace rotascope
