// The Flows page's widgets, and what its lower panel shows beside the rotation.
#include "core/figure/chart_recipe.h"
#include "core/figure/comparison_figure.h"
#include "core/report/flows_text.h"
#include "ui/convert/convert.h"
#include "ui/models/flow_tables.h"
#include "ui/pages/figure_explainer.h"
#include "ui/pages/flow_chart.h"
#include "ui/pages/flows_page.h"
#include "ui/pages/page_parts.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/rotation_view.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kLeastLeague = 260;
constexpr int kCompared = 1; ///< pages of the lower panel
constexpr int kRecord = 2;

} // namespace

void FlowsPage::build(const PageContext& context) {
    m_content = new QWidget(this);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeBars(context), 6);
    left->addLayout(makeLower(), 5);
    auto* middle = new QHBoxLayout(m_content);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(12);
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    m_nothing = new QWidget(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_content, 1);
    column->addWidget(m_nothing, 1);
    m_content->hide();
}

QWidget* FlowsPage::makeBars(const PageContext& context) {
    m_barsPanel = new Panel(tr("Flows"), this);
    auto* controls = new QWidget(m_barsPanel);
    auto* row = controlRow(controls);
    m_subjects = new QComboBox(controls);
    m_subjects->setAccessibleName(tr("Fund or basket"));
    m_subjects->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind = new SegmentBar(tr("Of"), {tr("Fund"), tr("Basket")}, controls);
    m_period = new SegmentBar(tr("Per"), {tr("Day"), tr("Week"), tr("Month")}, controls);
    m_unit = new SegmentBar(tr("In"), {tr("USD"), tr("% AUM"), tr("z")}, controls);
    m_unit->setExplanation(1, tr("Of the assets at the end of the week before"));
    m_unit->setExplanation(
        2, tr("Of weekly % of assets (dollars where assets are not known) over the last 52 weeks, "
              "at least 26"));
    m_kind->setCurrent(0);
    m_period->setCurrent(1);
    m_unit->setCurrent(0);
    row->addWidget(m_subjects);
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(m_period);
    row->addStretch(1);
    row->addWidget(m_unit);
    m_chart = new FlowChart(context, m_barsPanel);
    m_barsPanel->addContent(controls);
    m_barsPanel->addContent(m_chart, 1);
    return m_barsPanel;
}

QLayout* FlowsPage::makeLower() {
    m_lowerPanel = new Panel(tr("Where money went"), this);
    m_lower = new SegmentBar(tr("Show"), {tr("Rotation"), tr("Compared"), tr("Record")}, m_lowerPanel);
    m_lower->setExplanation(0, tr("Baskets from source to destination"));
    m_lower->setExplanation(1, tr("The small-cap funds side by side"));
    m_lower->setExplanation(2, tr("What the fund's flows have been worth knowing"));
    m_lower->setCurrent(0);
    m_lowerPanel->addHeaderWidget(m_lower);
    m_lowerStack = new QStackedWidget(m_lowerPanel);
    m_lowerStack->addWidget(makeRotation());
    m_lowerStack->addWidget(makeCompared());
    m_lowerStack->addWidget(makeRecord());
    m_lowerPanel->addContent(m_lowerStack, 1);
    connect(m_lower, &SegmentBar::chosen, this, [this](int index) {
        m_lowerStack->setCurrentIndex(index);
        const QStringList titles{tr("Where money went"), tr("Small caps compared"),
                                 tr("What the flows have been worth knowing")};
        m_lowerPanel->setTitle(titles.at(index));
        m_flows.setComparesFunds(index == kCompared);
        showCompared();
        showStudy();
    });
    m_quadrantPanel = new Panel(tr("Flow and return"), this);
    m_quadrant = new QuadrantView(appearance(), m_quadrantPanel);
    m_quadrantPanel->addContent(m_quadrant, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_lowerPanel, 7);
    row->addWidget(m_quadrantPanel, 4);
    return row;
}

QWidget* FlowsPage::makeRotation() {
    auto* page = new QWidget(m_lowerStack);
    m_rotation = new RotationView(appearance(), page);
    m_rotationNote = proseIn(page, TextSize::Small, ColourRole::MutedText);
    auto* edit = flatButton(tr("Edit baskets…"), tr("Which funds stand together"), page);
    connect(edit, &QToolButton::clicked, this, &FlowsPage::editBaskets);
    auto* footer = new QWidget(page);
    auto* row = controlRow(footer);
    m_rotationNote->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_rotationNote, 1, Qt::AlignVCenter);
    row->addWidget(edit);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rotation, 1);
    column->addWidget(footer);
    return page;
}

QWidget* FlowsPage::makeCompared() {
    auto* page = new QWidget(m_lowerStack);
    m_compared = new DataTable(appearance(), DataTable::Height::FitsRows, page);
    QStringList names;
    for (const ComparedFigureInfo& row : kComparedFigures)
        names << tr(row.label.data());
    auto* controls = new QWidget(page);
    auto* row = controlRow(controls);
    row->setContentsMargins(12, 8, 12, 0);
    m_comparedFigure = new SegmentBar(tr("Over time"), names, controls);
    m_comparedFigure->setCurrent(0);
    auto* foot = new QWidget(page);
    auto* last = controlRow(foot);
    auto* edit = flatButton(tr("Fees and indices…"), tr("What is typed about funds"), foot);
    connect(edit, &QToolButton::clicked, this, &FlowsPage::editFacts);
    connect(m_comparedFigure, &SegmentBar::chosen, this, &FlowsPage::showCompared);
    row->addWidget(m_comparedFigure);
    row->addStretch(1);
    last->addStretch(1);
    last->addWidget(edit);
    m_comparedView = new FigureView(page);
    new FigureExplainer(*m_comparedView);
    m_comparedView->setTheme(appearance().theme());
    connect(&appearance(), &Appearance::themeChanged, this,
            [this] { m_comparedView->setTheme(appearance().theme()); });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_compared);
    column->addWidget(controls);
    column->addWidget(m_comparedView, 1);
    column->addWidget(foot);
    return page;
}

QWidget* FlowsPage::makeRecord() {
    auto* scroll = new QScrollArea(m_lowerStack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_study = proseIn(scroll, TextSize::Table, ColourRole::Text);
    scroll->setWidget(m_study);
    return scroll;
}

QWidget* FlowsPage::makeSide() {
    auto* side = new SideColumn(this);
    m_leaguePanel = new Panel(tr("Creations and redemptions"), side);
    m_league = new DataTable(appearance(), DataTable::Height::Scrolls, m_leaguePanel);
    m_league->setMinimumHeight(kLeastLeague);
    m_leagueNote = proseIn(m_leaguePanel, TextSize::Small, ColourRole::MutedText);
    m_leagueNote->setContentsMargins(12, 8, 12, 8);
    auto* sources = new QWidget(m_leaguePanel);
    auto* row = controlRow(sources);
    auto* caption = proseIn(sources, TextSize::Small, ColourRole::MutedText);
    caption->setProse(tr("Believe first"));
    caption->setContentsMargins(0, 0, 0, 0);
    m_source = new SegmentBar(tr("Believe first"), {tr("reported"), tr("shares"), tr("assets")}, sources);
    m_source->setExplanation(0, tr("Flows as given"));
    m_source->setExplanation(1, tr("(shares − shares before) × NAV before"));
    m_source->setExplanation(2, tr("assets − assets before × (NAV / NAV before)"));
    row->addWidget(caption, 1, Qt::AlignVCenter);
    row->addWidget(m_source);
    m_leaguePanel->addContent(m_league, 1);
    m_leaguePanel->addContent(m_leagueNote);
    m_leaguePanel->addContent(sources);
    m_wordsPanel = new Panel(tr("How unusual"), side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    m_monthsPanel = new Panel(tr("By month"), side);
    m_months = new DataTable(appearance(), DataTable::Height::FitsRows, m_monthsPanel);
    m_monthsPanel->addContent(m_months);
    side->addPanel(m_leaguePanel, 1);
    side->addPanel(m_wordsPanel);
    side->addPanel(m_monthsPanel);
    return side;
}

void FlowsPage::showCompared() {
    if (m_lowerStack->currentIndex() != kCompared || !m_view || !m_view->comparison)
        return;
    const FundComparison& comparison = *m_view->comparison;
    m_compared->setSnapshot(comparisonTableOf(comparison));
    const auto figure = static_cast<ComparedFigure>(std::max(m_comparedFigure->current(), 0));
    Figure picture = comparisonFigure(comparison, figure);
    picture.recipe = chartCommand(picture.recipe, m_view->small, m_view->large, m_view->asOf);
    m_comparedView->setFigure(std::make_shared<const Figure>(std::move(picture)));
    const auto last = static_cast<double>(comparison.dates.size()) - 1;
    m_comparedView->setRange({std::max(0.0, last - 3 * 252), last});
}

void FlowsPage::showStudy() {
    if (m_lowerStack->currentIndex() != kRecord || !m_view || !m_view->flows)
        return;
    const LeagueRow& row = *chosenRow();
    const FlowStudy study = studyFlows(m_view->market(), *m_view->flows->fund(row.symbol),
                                       m_view->flows->weekEnding, m_view->large);
    QStringList lines;
    for (const std::string& sentence : studyInWords(study))
        lines << qtext(sentence);
    m_study->setProse(unbroken(lines.join(QStringLiteral("\n\n"))));
}

void FlowsPage::editBaskets() {
    if (!m_view)
        return;
    bool agreed = false;
    const QString text =
        QInputDialog::getMultiLineText(this, tr("Baskets"),
                                       tr("One basket a line: name, colon, funds. A * before the name keeps "
                                          "a basket out of the rotation. Nothing at "
                                          "all brings the usual baskets back."),
                                       qtext(basketsText(m_view->desk->baskets)), &agreed);
    if (agreed)
        m_flows.setBaskets(text);
}

void FlowsPage::editFacts() {
    if (!m_view)
        return;
    bool agreed = false;
    const QString text =
        QInputDialog::getMultiLineText(this, tr("Fees and indices"),
                                       tr("One fund a line, such as: IWM index RUT fee 0.19 volume "
                                          "9000000000. Fee in % a year, volume in USD a day; "
                                          "what is not named is taken from the prices or stays open."),
                                       qtext(fundFactsText(m_view->desk->facts)), &agreed);
    if (agreed)
        m_flows.setFundFacts(text);
}

} // namespace rotascope
