#include "ui/pages/seasons/year_end_section.h"

#include "core/analysis/seasons/seasons_wording.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/season_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/season_tables.h"
#include "ui/pages/figure_explainer.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/page_parts.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <array>

namespace rotascope {

namespace {

constexpr std::array<std::size_t, 4> kWindows{5, 21, 63, 126};
constexpr int kUsualWindow = 2;
constexpr int kLeastRows = 160;

} // namespace

YearEndSection::YearEndSection(const PageContext& context)
    : SeasonSection(context, QStringLiteral("season year-ends"))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* paths = makePaths();
    m_side = makeSide();
    pageColumn(this, m_headline)->addWidget(new PageBody(paths, m_side, this), 1);
    connect(m_window, &SegmentBar::chosen, this, &YearEndSection::ask);
    connect(&appearance(), &Appearance::themeChanged, this,
            [this] { m_paths->setTheme(appearance().theme()); });
    connect(m_paths, &FigureView::dataRequested, this, &Page::dataRequested);
    connect(m_paths, &FigureView::saveFailed, this, &Page::said);
}

QWidget* YearEndSection::makePaths() {
    m_pathsPanel = new Panel(tr("From the end of November"), this);
    m_paths = new FigureView(m_pathsPanel);
    new FigureExplainer(*m_paths);
    m_paths->setTheme(appearance().theme());
    m_pathsPanel->addContent(m_paths, 1);
    return m_pathsPanel;
}

SideColumn* YearEndSection::makeSide() {
    auto* side = new SideColumn(this);
    m_yearsPanel = new Panel(tr("Did December's lead hold?"), side);
    m_years = tableIn(m_yearsPanel, appearance(), DataTable::Height::Scrolls);
    m_years->setMinimumHeight(kLeastRows);
    m_windowPanel = new Panel(tr("In other years"), side);
    QStringList names;
    for (const std::size_t window : kWindows)
        names << QString::number(window);
    m_window = new SegmentBar(tr("Sessions of the window"), names, m_windowPanel);
    m_window->setCurrent(kUsualWindow);
    m_windowPanel->addHeaderWidget(m_window);
    m_windowWords = proseIn(m_windowPanel, TextSize::Table, ColourRole::Text);
    m_windowPanel->addContent(m_windowWords);
    m_windows = tableIn(m_windowPanel, appearance(), DataTable::Height::Scrolls);
    m_windows->setMinimumHeight(kLeastRows);
    side->addPanel(m_yearsPanel, 1);
    side->addPanel(m_windowPanel, 1);
    return side;
}

SeasonParams YearEndSection::params() const {
    SeasonParams params;
    params.window = kWindows[static_cast<std::size_t>(std::max(m_window->current(), 0))];
    return params;
}

void YearEndSection::show(const Seasons& seasons) {
    const std::vector<std::string> said = yearEndInWords(seasons);
    Headline headline;
    for (std::size_t i = 0; i < said.size(); ++i)
        headline.push_back({(i == 0 ? "" : " ") + said[i], i == 0 ? Emphasis::Strong : Emphasis::Normal});
    m_headline->setHeadline(headline);
    Figure figure = yearEndFigure(seasons);
    const ViewState& state = session().state();
    figure.recipe = chartCommand(figure.recipe, seasons.params.small, seasons.params.large, state.asOf);
    m_paths->setFigure(std::make_shared<const Figure>(std::move(figure)));
    m_years->setSnapshot(yearEndTableOf(seasons));
    m_windowWords->setProse(unbroken(qtext(windowInWords(seasons))));
    m_windows->setSnapshot(windowTableOf(seasons));
    m_side->show();
}

void YearEndSection::refuse(const QString& sentence) {
    m_headline->setHeadline({{utf8(sentence), Emphasis::Normal}});
    auto nothing = std::make_shared<Figure>();
    nothing->summary = utf8(sentence);
    m_paths->setFigure(std::move(nothing));
    m_side->hide();
}

std::optional<TableSnapshot> YearEndSection::chartData() const {
    return shownData(*m_paths);
}

} // namespace rotascope
