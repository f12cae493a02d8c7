#include "ui/pages/divergence_page.h"

#include "core/analysis/headline.h"
#include "core/analysis/measurement.h"
#include "core/base/text.h"
#include "ui/convert/conventions.h"
#include "ui/convert/convert.h"
#include "ui/models/divergence_tables.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/measurement_text.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/distribution_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kBins = 201;
constexpr int kRoomForViews = 720; ///< below this width the views would push the range out of the header
const QString kCalendar = QStringLiteral("calendar");
const QString kSessions = QStringLiteral("sessions");

QLabel* smallType(const QString& words, QWidget* parent) {
    auto* label = new QLabel(words, parent);
    setTextSize(*label, TextSize::Small);
    setInk(*label, ColourRole::MutedText);
    label->setWordWrap(true);
    label->setContentsMargins(12, 4, 12, 8);
    return label;
}

} // namespace

DivergencePage::DivergencePage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* chart = makeChartPanel(context);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(new PageBody(chart, makeSide(), this), 1);
    connectChart();
    connectControls();
}

QWidget* DivergencePage::makeChartPanel(const PageContext& context) {
    m_chartPanel = new Panel(tr("Relative strength"), this);
    m_views = new SegmentBar(tr("Show"), {tr("Ratio"), tr("Relative performance"), tr("Both at 100")},
                             m_chartPanel);
    m_views->setExplanation(0, conventionText(ConventionId::Ratio));
    m_views->setExplanation(1, conventionText(ConventionId::Relative));
    m_views->setExplanation(2, conventionText(ConventionId::BothAtHundred));
    m_views->setCurrent(0);
    m_drag = new SegmentBar(tr("Drag"), {tr("pan"), tr("measure")}, m_chartPanel);
    m_drag->setExplanation(0, tr("Dragging moves the range"));
    m_drag->setExplanation(1, tr("Dragging measures both legs between two sessions"));
    m_drag->setCurrent(1);
    m_chart = new LinkedChart(context, QStringLiteral("divergence figure"), m_chartPanel);
    m_chart->view().setDragMode(DragMode::Measure);
    m_chartPanel->addHeaderWidget(m_views);
    m_chartPanel->addContent(m_chart, 1);
    m_chartPanel->addContent(makeChartFooter());
    return m_chartPanel;
}

QWidget* DivergencePage::makeChartFooter() {
    auto* footer = new QWidget(m_chartPanel);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(12, 4, 12, 8);
    row->setSpacing(8);
    auto* hint = new ElidedLabel(footer);
    hint->setText(tr("Wheel zooms · click an event for its study · F2: data"));
    setTextSize(*hint, TextSize::Small);
    setInk(*hint, ColourRole::MutedText);
    auto* caption = smallType(tr("Drag to"), footer);
    caption->setContentsMargins(0, 0, 0, 0);
    caption->setWordWrap(false);
    row->addWidget(hint, 1);
    row->addWidget(caption);
    row->addWidget(m_drag);
    return footer;
}

SideColumn* DivergencePage::makeSide() {
    m_side = new SideColumn(this);
    m_sigmaPanel = new Panel(tr("Six estimates of σ"), m_side);
    m_sigma = new DataTable(appearance(), DataTable::Height::FitsRows, m_sigmaPanel);
    m_sigmaPanel->addContent(m_sigma);
    m_distributionPanel = new Panel(tr("Where today stands"), m_side);
    m_distribution = new DistributionView(appearance(), m_distributionPanel);
    m_distribution->setToolTip(conventionText(ConventionId::Overlap));
    m_tails = smallType({}, m_distributionPanel);
    m_distributionPanel->addContent(m_distribution, 1);
    m_distributionPanel->addContent(m_tails);
    m_performancePanel = new Panel(tr("Performance"), m_side);
    m_rows = new SegmentBar(tr("Rows"), {tr("Sessions"), tr("Calendar")}, m_performancePanel);
    m_performancePanel->addHeaderWidget(m_rows);
    m_performance = new DataTable(appearance(), DataTable::Height::FitsRows, m_performancePanel);
    m_performancePanel->addContent(m_performance);
    m_side->addPanel(m_sigmaPanel);
    m_side->addPanel(m_distributionPanel, 1);
    m_side->addPanel(m_performancePanel);
    return m_side;
}

void DivergencePage::connectChart() {
    connect(m_chart, &LinkedChart::rangeTextChanged, this,
            [this] { m_chartPanel->setNote(m_chart->rangeText()); });
    FigureView& view = m_chart->view();
    connect(&view, &FigureView::dataRequested, this, &Page::dataRequested);
    connect(&view, &FigureView::saveFailed, this, &Page::said);
    connect(&view, &FigureView::markerActivated, this, [this](Date date) {
        emit pageRequested(QStringLiteral("events"), {date, {}});
    });
    connect(&view, &FigureView::measuring, this, &DivergencePage::measure);
    connect(&view, &FigureView::measured, this, &DivergencePage::measure);
}

void DivergencePage::connectControls() {
    connect(m_views, &SegmentBar::chosen, this, [this](int index) {
        m_view = static_cast<RelativeView>(index);
        draw();
    });
    connect(m_drag, &SegmentBar::chosen, this, [this](int index) {
        m_chart->view().setDragMode(index == 0 ? DragMode::Pan : DragMode::Measure);
        m_chart->view().clearMeasurement();
    });
    connect(m_rows, &SegmentBar::chosen, this, [this](int index) {
        settings().setChoice(SettingId::PerformanceRows, index == 1 ? kCalendar : kSessions);
    });
    connect(&settings(), &Settings::changed, this, [this](SettingId id) {
        if (id == SettingId::PerformanceRows)
            markStale();
    });
    connect(&session(), &Session::stateChanged, this, [this] {
        if (isVisible() && session().analysis() && session().analysis()->state.asOf == session().state().asOf)
            draw();
    });
}

void DivergencePage::refresh() {
    const auto analysis = session().analysis();
    if (!analysis)
        return;
    m_chart->view().clearMeasurement();
    m_side->setVisible(analysis->divergence != nullptr);
    if (analysis->divergence)
        showAnalysis(*analysis);
    else
        m_headline->setHeadline({{analysis->error->message, Emphasis::Normal}});
    draw();
}

void DivergencePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_views->setFolded(width() < kRoomForViews);
}

void DivergencePage::showAnalysis(const PairAnalysis& analysis) {
    const Divergence& divergence = *analysis.divergence;
    m_headline->setHeadline(divergenceHeadline(divergence));
    m_sigma->setSnapshot(sigmaTableOf(divergence, analysis.state.eventThreshold));
    m_sigmaPanel->setNote(
        tr("z of %1, %2").arg(finePointsLabel(divergence.spread), dateText(divergence.asOf)));
    showPerformance(analysis);
    showDistribution(analysis);
}

void DivergencePage::showPerformance(const PairAnalysis& analysis) {
    const bool calendar = settings().choice(SettingId::PerformanceRows) == kCalendar;
    m_rows->setCurrent(calendar ? 1 : 0);
    m_performance->setSnapshot(performanceTableOf(
        *analysis.divergence, calendar ? analysis.calendarTable : analysis.divergence->table));
    m_performancePanel->setNote(tr("price, %"));
}

void DivergencePage::showDistribution(const PairAnalysis& analysis) {
    session().tasks().run<Distribution>(
        QStringLiteral("distribution"), {},
        [divergence = analysis.divergence, state = analysis.state](ProgressSink&) {
            return spreadDistribution(*divergence, state.sigma, state.eventThreshold, kBins);
        },
        [this](std::shared_ptr<const Distribution> distribution) {
            const auto sessions = static_cast<long long>(distribution->sessions);
            m_distributionPanel->setNote(tr("%1 spreads since %2")
                                             .arg(qtext(groupedCount(sessions)))
                                             .arg(yearOf(distribution->first)));
            m_tails->setText(unbroken(tr("Fat tails: %1 % of sessions reach %2 σ; a normal law says %3 %."))
                                 .arg(qtext(groupedNumber(distribution->shareBeyond * 100, 1)),
                                      qtext(shortestNumber(distribution->threshold)),
                                      qtext(groupedNumber(normalTail(distribution->threshold) * 100, 2))));
            m_distribution->setDistribution(std::move(distribution));
        });
}

void DivergencePage::draw() {
    m_chart->draw(
        [options = figureOptions(session().state(), m_view)](const Divergence& divergence, std::size_t base) {
            return divergenceFigure(divergence, startingAt(options, base));
        });
}

void DivergencePage::measure(int first, int last) {
    const auto analysis = session().analysis();
    if (!analysis || !analysis->divergence || first == last)
        return;
    const PairSeries& pair = analysis->divergence->pair;
    const auto clamped = [&pair](int session) {
        return static_cast<std::size_t>(std::clamp(session, 0, static_cast<int>(pair.size()) - 1));
    };
    const std::size_t from = std::min(clamped(first), clamped(last));
    const std::size_t to = std::max(clamped(first), clamped(last));
    m_chart->view().setMeasurement(static_cast<int>(from), static_cast<int>(to),
                                   measurementLines(*analysis->divergence, measurePair(pair, from, to),
                                                    pair.dates[from], pair.dates[to]));
}

std::optional<TableSnapshot> DivergencePage::chartData() const {
    return shownData(m_chart->view());
}

std::string DivergencePage::command() const {
    return "divergence" + std::string(" --days ") + std::to_string(session().state().days);
}

} // namespace rotascope
