#include "ui/pages/flows_page.h"

#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"
#include "ui/models/flow_tables.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/flow_chart.h"
#include "ui/pages/flow_pictures.h"
#include "ui/pages/page_parts.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/rotation_view.h"
#include "ui/widgets/segment_bar.h"

#include <QComboBox>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kTailWeeks = 3;
constexpr std::size_t kMonths = 6;
constexpr std::size_t kFindingsTold = 3;

} // namespace

FlowsPage::FlowsPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_flows(FlowSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    build(context);
    connectParts();
}

void FlowsPage::connectParts() {
    connect(&m_flows, &FlowSession::changed, this, &FlowsPage::markStale);
    connect(&m_flows, &FlowSession::failed, this, &Page::said);
    connect(m_subjects, &QComboBox::activated, this, [this] {
        if (!showsBasket())
            m_fund = utf8(subject());
        showSubject();
    });
    connect(m_kind, &SegmentBar::chosen, this, [this] {
        showSubjects();
        showSubject();
    });
    connect(m_period, &SegmentBar::chosen, this, &FlowsPage::showBars);
    connect(m_unit, &SegmentBar::chosen, this, &FlowsPage::showBars);
    connect(m_source, &SegmentBar::chosen, this,
            [this](int index) { m_flows.setSource(static_cast<FlowSource>(index)); });
    connect(m_league, &DataTable::rowActivated, this, [this](int row) {
        if (m_view && m_view->flows)
            openAt({{}, m_view->flows->league[static_cast<std::size_t>(row)].symbol});
    });
    connect(m_chart, &FlowChart::rangeTextChanged, this,
            [this] { m_barsPanel->setNote(m_chart->rangeText()); });
    connect(&m_chart->view(), &FigureView::dataRequested, this, &Page::dataRequested);
    connect(&m_chart->view(), &FigureView::saveFailed, this, &Page::said);
    connect(&m_chart->view(), &FigureView::markerActivated, this,
            [this](Date date) { session().setAsOf(date); });
}

void FlowsPage::openAt(const PagePoint& point) {
    if (point.symbol.empty())
        return;
    m_fund = point.symbol;
    m_kind->setCurrent(0);
    if (m_view && m_view->flows) {
        showSubjects();
        showSubject();
    }
}

void FlowsPage::refresh() {
    m_flows.want();
    const auto analysis = session().analysis();
    if (analysis && m_flows.isFollowing(*analysis))
        return; // one picture per step: the flows come next, and with them another call
    m_view = m_flows.view();
    if (!m_view)
        return;
    const bool known = m_view->flows && !m_view->flows->league.empty();
    m_content->setVisible(known);
    m_nothing->setVisible(!known);
    if (!known) {
        m_headline->setHeadline(
            {{m_view->error ? m_view->error->message : "No fund has a flow this week.", Emphasis::Normal}});
        return;
    }
    m_source->setCurrent(static_cast<int>(m_view->desk->preferred));
    showSubjects();
    showLeague();
    showLower();
    showSubject();
}

const LeagueRow* FlowsPage::chosenRow() const {
    const LeagueRow* row = m_view->flows->row(m_fund);
    return row ? row : leadRow(*m_view->flows);
}

QString FlowsPage::subject() const {
    return m_subjects->currentText();
}

bool FlowsPage::showsBasket() const {
    return m_kind->current() == 1;
}

QStringList FlowsPage::subjects() const {
    const Flows& flows = *m_view->flows;
    QStringList names;
    if (!showsBasket()) {
        for (const FundFlows& fund : flows.funds)
            names << qtext(fund.symbol());
        return names;
    }
    for (const Basket& basket : flows.params.baskets)
        if (std::any_of(basket.funds.begin(), basket.funds.end(),
                        [&flows](const Symbol& symbol) { return flows.fund(symbol) != nullptr; }))
            names << qtext(basket.name);
    return names;
}

void FlowsPage::showSubjects() {
    showChoices(*m_subjects, subjects(), showsBasket() ? subject() : qtext(chosenRow()->symbol));
}

/// Everything about the one fund or basket.
void FlowsPage::showSubject() {
    const auto& baskets = m_view->flows->baskets;
    const auto basket = std::find_if(baskets.begin(), baskets.end(), [this](const BasketRow& row) {
        return showsBasket() && row.name == utf8(subject());
    });
    m_headline->setHeadline(basket != baskets.end() ? basketHeadline(*m_view->flows, *basket)
                                                    : flowHeadline(*m_view->flows, *chosenRow()));
    showBars();
    showWords();
    showStudy();
}

void FlowsPage::showBars() {
    if (!m_view || !m_view->flows)
        return;
    const Flows& flows = *m_view->flows;
    const auto period = static_cast<FlowPeriod>(std::max(m_period->current(), 0));
    if (period != FlowPeriod::Week && m_unit->current() == 2)
        m_unit->setCurrent(0); // z is a week's
    const auto unit = static_cast<FlowUnit>(std::max(m_unit->current(), 0));
    FlowBars bars;
    if (showsBasket()) {
        if (const auto basket = basketNamed(flows.params.baskets, utf8(subject())))
            bars = basketBars(flows, **basket, period, unit);
    } else if (const FundFlows* fund = flows.fund(utf8(subject()))) {
        bars = fundBars(*fund, flows.weekEnding, period, unit);
    }
    m_chart->setBars(std::make_shared<const FlowBars>(std::move(bars)), m_view->asOf);
}

void FlowsPage::showLeague() {
    const Flows& flows = *m_view->flows;
    m_league->setSnapshot(leagueTableOf(flows));
    const QString sessions = qtext(sessionsText(flows.sessions, flows.expected));
    m_leaguePanel->setNote(flows.isRunning ? sessions
                                           : tr("%1 · %2").arg(dateText(flows.weekEnding), sessions));
    QStringList notes;
    std::size_t others = 0;
    for (const FlowFinding& finding : flows.findings) {
        const bool ofThisWeek = finding.last > flows.weekEnding - std::chrono::days{7};
        if (ofThisWeek && std::cmp_less(notes.size(), kFindingsTold))
            notes << qtext(finding.message);
        else
            ++others;
    }
    if (others > 0)
        notes << tr("What else is odd about flows stands among the findings on the Data page.");
    if (!flows.withoutFigure.empty())
        notes << (flows.withoutFigure.size() == 1
                      ? tr("%1 has no figure this week: missing, not zero.")
                            .arg(symbolLabel(flows.withoutFigure[0]))
                      : tr("%1 funds have no figure this week: missing, not zero.")
                            .arg(flows.withoutFigure.size()));
    if (flows.isRunning)
        notes << tr("Counts and flows are published one session later: the week is not complete.");
    m_leagueNote->setProse(notes.join(QLatin1Char('\n')));
    m_leagueNote->setVisible(!notes.isEmpty());
}

void FlowsPage::showWords() {
    const LeagueRow& row = *chosenRow();
    QStringList lines;
    const std::vector<std::string> sentences = weekInWords(*m_view->flows, row);
    for (std::size_t i = 1; i < sentences.size(); ++i) // the first is the headline
        lines << qtext(sentences[i]);
    m_wordsPanel->setTitle(tr("%1, how unusual").arg(symbolLabel(row.symbol)));
    m_wordsPanel->setNote(qtext(std::string(infoOf(row.week.source).label)));
    m_words->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    m_monthsPanel->setTitle(tr("%1 by month").arg(symbolLabel(row.symbol)));
    m_months->setSnapshot(
        flowMonthTableOf(*m_view->flows->fund(row.symbol), m_view->flows->weekEnding, kMonths));
}

void FlowsPage::showLower() {
    const Flows& flows = *m_view->flows;
    m_rotation->setBars(rotationBars(flows));
    m_rotationNote->setProse(rotationNote(flows));
    const FlowQuadrant quadrant = flowQuadrant(flows, kTailWeeks);
    m_quadrant->setPoints(quadrantPoints(quadrant, flows), quadrantTexts(quadrant));
    m_quadrantPanel->setNote(quadrantNote(quadrant));
    showCompared();
}

std::optional<TableSnapshot> FlowsPage::chartData() const {
    return shownData(m_chart->view());
}

std::vector<PageInput> FlowsPage::inputs() const {
    if (!m_view || !m_view->flows || m_view->flows->league.empty())
        return {};
    const LeagueRow& row = *chosenRow();
    const DerivationRef flow = flowFrom(row.symbol, row.week.source, {}, row.week.end);
    std::vector<PageInput> out;
    for (const DerivationInput& input : flow->inputs)
        out.push_back({input.symbol, input.field});
    out.push_back({session().state().small});
    out.push_back({session().state().large});
    return out;
}

std::string FlowsPage::command() const {
    return m_view && m_view->flows ? "flows --week " + isoText(m_view->flows->weekEnding)
                                   : std::string("flows");
}

} // namespace rotascope
