#include "ui/pages/trend/states_section.h"

#include "core/analysis/relative/breadth_wording.h"
#include "core/analysis/trend/trend_wording.h"
#include "core/analysis/wording.h"
#include "core/figure/derivations.h"
#include "core/figure/relative_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/trend_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("trend states");
const QString kTrend = QStringLiteral("trend");
constexpr std::array<std::size_t, 3> kWindows{5, 21, 126};
constexpr std::size_t kChangesTold = 8;
constexpr int kListLetters = 9;
constexpr int kLeastLeaders = 200;

QString listOf(const std::vector<Symbol>& symbols) {
    return qtext(listed(symbols));
}

/// Breadth that does not come from the desk's own closes.
std::vector<std::string> beyondTheList(const MarketView& market, Date asOf, std::size_t window) {
    std::vector<std::string> out = importedBreadthInWords(importedBreadth(market, asOf));
    for (const std::string_view fund : kHeldFunds)
        out.push_back(constituentsInWords(constituentGain(market, Symbol(fund), window)));
    return out;
}

} // namespace

StatesSection::StatesSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeMatrix(), 5);
    column->addWidget(makeHistory(context), 2);
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    connectParts();
}

void StatesSection::connectParts() {
    connect(m_list, &SegmentBar::chosen, this, [this] {
        showMatrix();
        showChanges();
    });
    connect(m_coverage, &QComboBox::textActivated, this,
            [this](const QString& name) { universe().setCoverageList(utf8(name)); });
    connect(m_prices, &SegmentBar::chosen, this, &StatesSection::ask);
    connect(m_window, &SegmentBar::chosen, this, &StatesSection::ask);
    connect(m_matrix, &DataTable::rowActivated, this, [this](int row) {
        const TrendRow& shown = m_board->states->rows[m_rows[static_cast<std::size_t>(row)]];
        emit pageRequested(kTrend, {{}, shown.symbol()});
    });
    connect(m_leaders, &DataTable::rowActivated, this, [this](int row) {
        emit pageRequested(kTrend, {{}, m_board->breadth->members[static_cast<std::size_t>(row)].symbol});
    });
    adoptChart(*m_historyPanel, *m_history);
}

QWidget* StatesSection::makeMatrix() {
    m_matrixPanel = new Panel(tr("Against the averages"), this);
    m_list = new SegmentBar(tr("Rows"), {tr("List"), tr("All")}, m_matrixPanel);
    m_list->setCurrent(0);
    m_list->setExplanation(0, tr("The pair, leveraged funds, and the list that is watched"));
    m_list->setExplanation(1, tr("Every instrument with daily closes"));
    m_prices = new SegmentBar(tr("Closes"), {tr("Prices"), tr("Adjusted")}, m_matrixPanel);
    m_prices->setCurrent(0);
    m_prices->setExplanation(1, tr("Closes adjusted for dividends; levels are refused on them"));
    m_coverage = choiceList(tr("The list that is watched: one of the desk's baskets"), m_matrixPanel);
    // The longest name of a basket must not push the date out of a narrow header.
    m_coverage->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_coverage->setMinimumContentsLength(kListLetters);
    m_matrixPanel->addHeaderWidget(m_prices);
    m_matrixPanel->addHeaderWidget(m_coverage);
    m_matrixPanel->addHeaderWidget(m_list);
    m_matrix = tableIn(m_matrixPanel, appearance(), DataTable::Height::Scrolls);
    m_notYet = proseIn(m_matrixPanel, TextSize::Small, ColourRole::MutedText);
    m_matrixPanel->addContent(m_notYet);
    return m_matrixPanel;
}

QWidget* StatesSection::makeHistory(const PageContext& context) {
    m_historyPanel = new Panel(tr("Breadth over time"), this);
    m_history = new LinkedChart(context, QStringLiteral("breadth figure"), m_historyPanel);
    m_historyPanel->addContent(m_history, 1);
    return m_historyPanel;
}

SideColumn* StatesSection::makeSide() {
    auto* side = new SideColumn(this);
    m_breadthPanel = new Panel(tr("Breadth"), side);
    QStringList windows;
    for (const std::size_t window : kWindows)
        windows << QString::number(window);
    m_window = new SegmentBar(tr("Sessions"), windows, m_breadthPanel);
    m_window->setCurrent(0);
    m_breadthPanel->addHeaderWidget(m_window);
    m_breadth = tableIn(m_breadthPanel, appearance(), DataTable::Height::FitsRows);
    m_breadthNote = proseIn(m_breadthPanel, TextSize::Small, ColourRole::MutedText);
    m_breadthPanel->addContent(m_breadthNote);
    auto* beyond = new Panel(tr("Beyond the list"), side);
    m_beyond = proseIn(beyond, TextSize::Small, ColourRole::Text);
    beyond->addContent(m_beyond);
    m_leadersPanel = new Panel(tr("Leaders and laggards"), side);
    m_leaders = tableIn(m_leadersPanel, appearance(), DataTable::Height::Scrolls);
    m_leaders->setMinimumHeight(kLeastLeaders);
    m_changesPanel = new Panel(tr("What changed"), side);
    m_changes = proseIn(m_changesPanel, TextSize::Table, ColourRole::Text);
    m_changesPanel->addContent(m_changes);
    side->addPanel(m_breadthPanel);
    side->addPanel(m_leadersPanel, 1);
    side->addPanel(m_changesPanel);
    side->addPanel(beyond);
    return side;
}

PriceChoice StatesSection::prices() const {
    return m_prices->current() == 1 ? PriceChoice::Adjusted : PriceChoice::Close;
}

std::size_t StatesSection::window() const {
    return kWindows[static_cast<std::size_t>(std::max(m_window->current(), 0))];
}

StatesSection::Board StatesSection::boardOf(const UniverseView& view, const Wish& wish) {
    Board board;
    board.coverage = view.coverage();
    const MarketView market = view.market();
    TrendParams params;
    params.prices = wish.prices;
    if (auto states = analyseTrend(market, params))
        board.states = std::move(*states);
    else
        board.refusal = states.error().message;
    if (auto breadth = analyseBreadth(market, board.coverage, wish.window))
        board.breadth = std::move(*breadth);
    else
        board.noBreadth = breadth.error().message;
    board.beyond = beyondTheList(market, board.breadth ? board.breadth->asOf : Date::min(), wish.window);
    if (board.breadth)
        board.history = std::make_shared<const BreadthHistory>(breadthHistory(market, board.coverage));
    return board;
}

void StatesSection::showLists() {
    QStringList names{qtext(std::string(kCoverageList))};
    for (const Basket& basket : universe().universe()->baskets)
        names << qtext(basket.name);
    names.removeDuplicates();
    showChoices(*m_coverage, names, qtext(universe().coverageList()));
}

void StatesSection::analyse() {
    showLists();
    askFor(kSlot, m_board, Wish{prices(), window()}, boardOf, [this] { show(); });
}

void StatesSection::show() {
    if (m_board->states)
        m_headline->setHeadline(
            trendHeadline(*m_board->states, m_board->coverage.funds, session().state().small));
    else
        m_headline->setHeadline({{m_board->refusal, Emphasis::Normal}});
    showMatrix();
    showBreadth();
    showChanges();
}

void StatesSection::showMatrix() {
    if (!m_board || !m_board->states) {
        m_matrix->setSnapshot({});
        m_notYet->hide();
        return;
    }
    const TrendStates& states = *m_board->states;
    if (m_list->current() == 1) {
        m_rows.resize(states.rows.size());
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i] = i;
    } else {
        m_rows = rowsOf(states, coveredSymbols(states, m_board->coverage.funds, session().state().small,
                                               session().state().large));
    }
    m_matrix->setSnapshot(trendMatrixOf(states, m_rows));
    m_matrixPanel->setNote(dateText(states.asOf));
    QStringList notes;
    if (!states.notYet.empty())
        notes << tr("Not yet traded: %1.").arg(listOf(states.notYet));
    if (!states.without.empty())
        notes << tr("Without adjusted closes: %1.").arg(listOf(states.without));
    if (const std::size_t others = universe().universe()->leftOut; others > 0)
        notes << tr("%1 more stand in no list; put them into a basket to see them.").arg(others);
    m_notYet->setProse(notes.join(QLatin1Char(' ')));
    m_notYet->setVisible(!notes.isEmpty());
}

void StatesSection::showBreadth() {
    const bool known = m_board->breadth.has_value();
    m_breadth->setVisible(known);
    m_leadersPanel->setVisible(known);
    m_historyPanel->setVisible(known);
    QStringList beyond;
    for (const std::string& said : m_board->beyond)
        beyond << qtext(said);
    m_beyond->setProse(unbroken(beyond.join(QLatin1Char('\n'))));
    if (!known) {
        m_breadthNote->setProse(qtext(m_board->noBreadth));
        return;
    }
    const Breadth& breadth = *m_board->breadth;
    m_breadth->setSnapshot(breadthTableOf(breadth));
    m_leaders->setSnapshot(leadersTableOf(breadth));
    m_leadersPanel->setNote(qtext(sessionsInWords(static_cast<int>(breadth.window))));
    QStringList notes;
    if (!std::isnan(breadth.bestFifth))
        notes << tr("The best fifth made %1 of the summed gains (equal weights).")
                     .arg(qtext(plainPercentText(breadth.bestFifth)));
    if (!breadth.stale.empty())
        notes << tr("No close that day: %1.").arg(listOf(breadth.stale));
    if (!breadth.missing.empty())
        notes << tr("Without closes: %1.").arg(listOf(breadth.missing));
    m_breadthNote->setProse(unbroken(notes.join(QLatin1Char('\n'))));
    m_history->draw([history = m_board->history](const Divergence& divergence, std::size_t) {
        return breadthFigure(*history, divergence.pair.dates);
    });
}

void StatesSection::showChanges() {
    QStringList lines;
    std::vector<std::string> turned;
    if (m_board->states)
        for (const std::size_t at : m_rows) {
            const TrendRow& row = m_board->states->rows[at];
            for (const std::string& said : eventsInWords(row))
                lines << qtext(said);
            if (row.signsDiffer())
                turned.push_back(row.symbol());
        }
    const auto more = lines.size() - static_cast<qsizetype>(kChangesTold);
    if (more > 0) {
        lines.resize(static_cast<qsizetype>(kChangesTold));
        lines << tr("and %1 more, in the rows").arg(more);
    }
    if (!turned.empty())
        lines << tr("A week against half a year (⇄): %1.").arg(listOf(turned));
    m_changesPanel->setVisible(!lines.isEmpty());
    m_changes->setProse(unbroken(lines.join(QLatin1Char('\n'))));
}

std::vector<PageInput> StatesSection::inputs() const {
    if (!m_board || !m_board->states)
        return Page::inputs();
    std::vector<PageInput> out;
    for (const std::size_t row : m_rows)
        out.push_back({m_board->states->rows[row].symbol(), fieldOf(m_board->states->rows[row].basis)});
    return out;
}

std::string StatesSection::command() const {
    return prices() == PriceChoice::Adjusted ? "trend --adjusted" : "trend";
}

} // namespace rotascope
