#include "ui/pages/overview_page.h"

#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/headline.h"
#include "core/figure/divergence_figure.h"
#include "core/figure/flow_figure.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/overview_panels.h"
#include "ui/pages/overview_tiles.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/points_of_interest.h"
#include "ui/session/flow_session.h"
#include "ui/session/rule_session.h"
#include "ui/session/trend_glance.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/tile_strip.h"

#include <QVBoxLayout>

#include <fmt/format.h>

#include <chrono>

namespace rotascope {

namespace {

const QString kDivergence = QStringLiteral("divergence");
const QString kEvents = QStringLiteral("events");
const QString kFlows = QStringLiteral("flows");
const QString kPlaybook = QStringLiteral("playbook");
const QString kTrend = QStringLiteral("trend");
const QString kStates = QStringLiteral("states");

/// A flow older than that is no news beside the pair's last five sessions.
constexpr std::chrono::days kNews{14};

/// The pair's figure over the weekly flows of a fund.
Figure withFlows(Figure figure, const Flows* flows) {
    const LeagueRow* lead = flows ? leadRow(*flows) : nullptr;
    return lead ? withWeeklyFlows(std::move(figure), *flows, lead->symbol) : figure;
}

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_flows(FlowSession::of(context.session))
    , m_glance(GlanceSession::of(context.session))
    , m_rules(RuleSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this))
    , m_tiles(new TileStrip(kOverviewTiles, this))
    , m_chartPanel(new Panel(tr("Rotation"), this))
    , m_chart(new LinkedChart(context, QStringLiteral("overview figure"), this)) {
    m_chartPanel->addContent(m_chart, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_tiles);
    column->addWidget(new PageBody(m_chartPanel, makeSide(context), this), 1);
    connectParts();
}

SideColumn* OverviewPage::makeSide(const PageContext& context) {
    auto* side = new SideColumn(this);
    for (const OverviewPanelInfo& info : overviewPanelCatalogue()) {
        OverviewPanel* panel = info.make(context, side);
        connect(panel, &OverviewPanel::pageRequested, this, &Page::pageRequested);
        connect(panel, &OverviewPanel::said, this, &Page::said);
        side->addPanel(panel, info.stretch);
        m_panels.push_back(panel);
    }
    return side;
}

void OverviewPage::connectParts() {
    connect(m_tiles, &TileStrip::activated, this, &OverviewPage::openTile);
    wireChart(*this, *m_chartPanel, *m_chart);
    connect(&m_chart->view(), &FigureView::markerActivated, this, [this](Date date) {
        emit pageRequested(kEvents, {date, {}});
    });
    connect(&m_flows, &FlowSession::changed, this, &OverviewPage::showWithFlows);
    connect(&m_glance, &GlanceSession::changed, this, &OverviewPage::showWithFlows);
    connect(&m_rules, &RuleSession::changed, this, &OverviewPage::showWithFlows);
    connect(&session(), &Session::stateChanged, this, [this] {
        if (isVisible() && session().analysis() && session().analysis()->state.asOf == session().state().asOf)
            draw();
    });
}

void OverviewPage::refresh() {
    const auto analysis = session().analysis();
    if (!analysis)
        return;
    for (OverviewPanel* panel : m_panels)
        panel->showAnalysis(*analysis);
    if (!isIncomplete(*analysis))
        showPair(*analysis);
}

// One new picture rather than four, where flows, breadth and rules are only a moment behind.
bool OverviewPage::isIncomplete(const PairAnalysis& analysis) const {
    return analysis.divergence &&
           (m_flows.isFollowing(analysis) || m_glance.isFollowing(analysis) || m_rules.isFollowing(analysis));
}

void OverviewPage::showWithFlows() {
    const auto analysis = session().analysis();
    if (!isVisible() || !analysis)
        return markStale();
    if (!isIncomplete(*analysis))
        showPair(*analysis);
}

void OverviewPage::showPair(const PairAnalysis& analysis) {
    const auto& divergence = analysis.divergence;
    m_tiles->setVisible(divergence != nullptr);
    if (divergence) {
        const auto flows = m_flows.flowsOf(analysis);
        const LeagueRow* fund = leadFund(analysis);
        m_headline->setHeadline(
            overviewHeadline(*divergence, analysis.aftermath, fund ? flowClause(*flows, *fund) : Headline()));
        const auto glance = m_glance.glanceOf(analysis);
        const auto rules = rulesOf(analysis);
        m_tiles->setTexts(
            overviewTiles(analysis, {fund, glance && glance->week ? &*glance->week : nullptr, rules.get()}));
    } else {
        m_headline->setHeadline({{analysis.error->message, Emphasis::Normal}});
    }
    draw();
}

std::shared_ptr<const PlaybookReading> OverviewPage::rulesOf(const PairAnalysis& analysis) const {
    const auto view = m_rules.viewOf(analysis);
    return view && view->reading && !view->reading->rules.empty() ? view->reading : nullptr;
}

const LeagueRow* OverviewPage::leadFund(const PairAnalysis& analysis) const {
    const auto flows = m_flows.flowsOf(analysis);
    const LeagueRow* row = flows && analysis.divergence ? leadRow(*flows) : nullptr;
    return row && analysis.divergence->asOf - row->week.end <= kNews ? row : nullptr;
}

void OverviewPage::openTile(int tile) {
    const auto analysis = session().analysis();
    if (!analysis || !analysis->divergence)
        return;
    const auto which = static_cast<OverviewTile>(tile);
    const LeagueRow* fund = leadFund(*analysis);
    if (which == OverviewTile::Week && fund)
        return emit pageRequested(kFlows, {{}, fund->symbol});
    const auto glance = m_glance.glanceOf(*analysis);
    if (which == OverviewTile::Breadth && glance && glance->week)
        return emit pageRequested(kTrend, {{}, {}, kStates});
    if (which == OverviewTile::Rules && rulesOf(*analysis))
        return emit pageRequested(kPlaybook);
    lookAt(session(), *analysis, which);
    if (const auto& event = analysis->facts.lastEvent; which == OverviewTile::Event && event)
        emit pageRequested(kEvents, {event->date, {}});
    else
        emit pageRequested(kDivergence);
}

void OverviewPage::draw() {
    const auto analysis = session().analysis();
    m_chart->draw([options = figureOptions(session().state(), RelativeView::Ratio),
                   flows = analysis ? m_flows.flowsOf(*analysis) : nullptr](const Divergence& divergence,
                                                                            std::size_t base) {
        return withFlows(divergenceFigure(divergence, startingAt(options, base)), flows.get());
    });
}

std::optional<TableSnapshot> OverviewPage::chartData() const {
    return shownData(m_chart->view());
}

std::string OverviewPage::command() const {
    return "divergence" + std::string(" --days ") + std::to_string(session().state().days);
}

} // namespace rotascope
