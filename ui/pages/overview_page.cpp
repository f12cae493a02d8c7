#include "ui/pages/overview_page.h"

#include "core/analysis/headline.h"
#include "core/figure/divergence_figure.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/overview_panels.h"
#include "ui/pages/overview_tiles.h"
#include "ui/pages/points_of_interest.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/tile_strip.h"

#include <QVBoxLayout>

namespace rotascope {

namespace {

const QString kDivergence = QStringLiteral("divergence");

} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
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
    const auto& divergence = analysis->divergence;
    m_headline->setHeadline(divergence ? overviewHeadline(*divergence, analysis->aftermath)
                                       : Headline{{analysis->error->message, Emphasis::Normal}});
    m_tiles->setVisible(divergence != nullptr);
    if (divergence)
        m_tiles->setTexts(overviewTiles(*analysis));
    for (OverviewPanel* panel : m_panels)
        panel->showAnalysis(*analysis);
    draw();
}

void OverviewPage::openTile(int tile) {
    const auto analysis = session().analysis();
    if (analysis && analysis->divergence)
        lookAt(session(), *analysis, static_cast<OverviewTile>(tile));
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
