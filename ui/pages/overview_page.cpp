#include "ui/pages/overview_page.h"

#include "core/analysis/headline.h"
#include "core/figure/divergence_figure.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/models/divergence_tables.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/overview_tiles.h"
#include "ui/pages/points_of_interest.h"
#include "ui/session/visits.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/tile_strip.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kFreshHeight = 92;
const QString kDivergence = QStringLiteral("divergence");

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_headline(new HeadlineLabel(context.appearance, this))
    , m_tiles(new TileStrip(kOverviewTiles, this))
    , m_chartPanel(new Panel(tr("Rotation"), this))
    , m_chart(new LinkedChart(context, QStringLiteral("overview figure"), this)) {
    m_chartPanel->addContent(m_chart, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_chartPanel, 1);
    middle->addWidget(makeSide());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_tiles);
    column->addLayout(middle, 1);
    connectParts();
}

QWidget* OverviewPage::makeSide() {
    auto* side = new SideColumn(this);
    m_changesPanel = new Panel(tr("Since you last looked"), side);
    m_changes = new QLabel(m_changesPanel);
    setTextSize(*m_changes, TextSize::Table);
    m_changes->setWordWrap(true);
    m_changes->setContentsMargins(12, 0, 12, 8);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_changesPanel->addContent(m_changes);
    m_performancePanel = new Panel(tr("Performance"), side);
    m_sigmaPanel = new Panel(tr("Six estimates of σ"), side);
    m_freshPanel = new Panel(tr("Data"), side);
    m_performance = addTable(m_performancePanel, false);
    m_sigma = addTable(m_sigmaPanel, false);
    m_fresh = addTable(m_freshPanel, true);
    m_fresh->setMinimumHeight(kFreshHeight);
    side->addPanel(m_performancePanel);
    side->addPanel(m_sigmaPanel);
    side->addPanel(m_changesPanel);
    side->addPanel(m_freshPanel, 1);
    return side;
}

DataTable* OverviewPage::addTable(Panel* panel, bool scrolls) {
    auto* table = new DataTable(appearance(),
                                scrolls ? DataTable::Height::Scrolls : DataTable::Height::FitsRows, panel);
    panel->addContent(table, scrolls ? 1 : 0);
    return table;
}

void OverviewPage::connectParts() {
    connect(m_tiles, &TileStrip::activated, this, &OverviewPage::openTile);
    connect(m_performance, &DataTable::rowActivated, this, &OverviewPage::openRow);
    connect(m_sigma, &DataTable::rowActivated, this, &OverviewPage::openSigma);
    connect(m_chart, &LinkedChart::rangeTextChanged, this,
            [this] { m_chartPanel->setNote(m_chart->rangeText()); });
    connect(&m_chart->view(), &FigureView::dataRequested, this, &Page::dataRequested);
    connect(&m_chart->view(), &FigureView::saveFailed, this, &Page::said);
    connect(&m_chart->view(), &FigureView::markerActivated, this, [this](Date date) {
        session().setAsOf(date);
        emit pageRequested(kDivergence);
    });
    connect(&session(), &Session::stateChanged, this, [this] {
        if (isVisible() && session().analysis() && session().analysis()->state.asOf == session().state().asOf)
            draw();
    });
}

void OverviewPage::refresh() {
    const auto analysis = session().analysis();
    if (!analysis)
        return;
    showFreshness(*analysis);
    if (analysis->error)
        m_headline->setHeadline({{analysis->error->message, Emphasis::Normal}});
    if (analysis->divergence)
        showAnalysis(*analysis);
}

void OverviewPage::showAnalysis(const PairAnalysis& analysis) {
    const Divergence& divergence = *analysis.divergence;
    m_headline->setHeadline(overviewHeadline(divergence));
    m_tiles->setTexts(overviewTiles(analysis));
    m_performance->setSnapshot(performanceTableOf(divergence, shownRows(analysis)));
    m_performancePanel->setNote(tr("price return, %"));
    m_sigma->setSnapshot(sigmaTableOf(divergence, analysis.state.eventThreshold));
    m_sigmaPanel->setNote(
        tr("z of %1, %2").arg(finePointsLabel(divergence.spread), dateText(divergence.asOf)));
    showChanges(analysis);
    draw();
}

const std::vector<PerformanceRow>& OverviewPage::shownRows(const PairAnalysis& analysis) const {
    const bool calendar = settings().choice(SettingId::PerformanceRows) == QLatin1String("calendar");
    return calendar ? analysis.calendarTable : analysis.divergence->table;
}

// Compared with the visit before this run of the program; a look at the past has nothing new.
void OverviewPage::showChanges(const PairAnalysis& analysis) {
    const auto before = lastVisit(settings(), session().deskPath());
    m_changesPanel->setVisible(before.has_value() && !analysis.isPast());
    if (!before || analysis.isPast())
        return;
    const auto changes = changesSince(*before, *analysis.divergence, analysis.desk->imports);
    QStringList lines;
    for (const std::string& change : changes)
        lines << qtext(change);
    m_changes->setText(lines.isEmpty() ? tr("Nothing changed.") : lines.join(QLatin1Char('\n')));
    const QDateTime at = QDateTime::fromString(qtext(before->at), Qt::ISODate).toLocalTime();
    m_changesPanel->setNote(dateText(dateOf(at.date())) + at.toString(QStringLiteral(", HH:mm")));
}

void OverviewPage::showFreshness(const PairAnalysis& analysis) {
    const auto& desk = analysis.desk;
    const auto& asOf = analysis.state.asOf;
    m_freshPanel->setNote(asOf ? tr("%1 series, as of %2").arg(desk->instruments.size()).arg(dateText(*asOf))
                               : tr("%1 series").arg(desk->instruments.size()));
    if (!asOf)
        return m_fresh->setSnapshot(freshnessTableOf(desk->instruments));
    if (m_datesOf == desk && m_dates)
        return showFreshnessAsOf(*desk, *asOf);
    using Dates = Result<DeskDates>;
    session().tasks().run<Dates>(
        QStringLiteral("dates"), {},
        [opener = session().opener(), path = utf8(session().deskPath()), desk](ProgressSink&) -> Dates {
            auto store = opener(path, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return readDates(**store, desk->instruments);
        },
        [this, desk, day = *asOf](const std::shared_ptr<const Dates>& dates) {
            if (!*dates)
                return emit said(qtext(dates->error().message));
            m_datesOf = desk;
            m_dates = std::make_shared<const DeskDates>(**dates);
            const auto now = session().analysis();
            showFreshnessAsOf(*desk, now && now->state.asOf ? *now->state.asOf : day);
        });
}

void OverviewPage::showFreshnessAsOf(const DeskSnapshot& desk, Date asOf) {
    m_fresh->setSnapshot(freshnessTableOf(desk.instruments, lastDates(*m_dates, asOf), asOf));
}

void OverviewPage::openTile(int tile) {
    const auto analysis = session().analysis();
    if (analysis && analysis->divergence)
        lookAt(session(), *analysis, static_cast<OverviewTile>(tile));
    emit pageRequested(kDivergence);
}

// The sessions of the row's horizon, up to the as-of session.
void OverviewPage::openRow(int row) {
    const auto analysis = session().analysis();
    if (analysis && analysis->divergence)
        lookBackTo(session(), *analysis, shownRows(*analysis)[static_cast<std::size_t>(row)].base);
    emit pageRequested(kDivergence);
}

void OverviewPage::openSigma(int row) {
    if (row < static_cast<int>(kSigmaModeCount))
        session().setSigma(static_cast<SigmaMode>(row));
    emit pageRequested(kDivergence);
}

void OverviewPage::draw() {
    m_chart->draw([options = figureOptions(session().state(), RelativeView::Ratio)](
                      const Divergence& divergence, std::size_t base) {
        return divergenceFigure(divergence, startingAt(options, base));
    });
}

std::optional<TableSnapshot> OverviewPage::chartData() const {
    return shownData(m_chart->view());
}

} // namespace rotascope
