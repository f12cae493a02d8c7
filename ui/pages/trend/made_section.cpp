#include "ui/pages/trend/made_section.h"

#include "core/analysis/relative/chain_wording.h"
#include "core/analysis/relative/relative_texts.h"
#include "core/analysis/wording.h"
#include "core/figure/relative_figures.h"
#include "core/workflow/relative_settings.h"
#include "ui/convert/convert.h"
#include "ui/models/relative_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QInputDialog>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("chain and pairs");
constexpr std::array kDays{5, 21, 63, 126};
constexpr int kLeastBoard = 150;

/// Saving gives back what was read; the page rereads the desk anyway.
template <class T>
Result<void> done(const Result<T>& saved) {
    if (!saved)
        return Failure(saved.error());
    return {};
}

} // namespace

MadeSection::MadeSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeChain(context), 3);
    column->addWidget(makeBoard(), 2);
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    connect(m_days, &SegmentBar::chosen, this, &MadeSection::ask);
    adoptChart(*m_chartPanel, *m_chart);
    connect(m_board, &DataTable::rowActivated, this, [this](int row) {
        const BoardPair& pair = m_made->board[static_cast<std::size_t>(row)].pair;
        session().setPair(pair.small, pair.large);
    });
}

QWidget* MadeSection::makeChain(const PageContext& context) {
    m_chartPanel = new Panel(tr("Parts over time"), this);
    QStringList names;
    for (const int days : kDays)
        names << QString::number(days);
    m_days = new SegmentBar(tr("Sessions of the move"), names, m_chartPanel);
    m_days->setCurrent(0);
    m_chartPanel->addHeaderWidget(m_days);
    m_chart = new LinkedChart(context, QStringLiteral("chain figure"), m_chartPanel);
    m_nothing = proseIn(m_chartPanel, TextSize::Table, ColourRole::MutedText);
    m_chartPanel->addContent(m_chart, 1);
    m_chartPanel->addContent(m_nothing);
    return m_chartPanel;
}

QWidget* MadeSection::makeBoard() {
    m_boardPanel = new Panel(tr("Pair board"), this);
    auto* edit = flatButton(tr("Edit pairs…"), tr("Which pairs stand on the board"), m_boardPanel);
    connect(edit, &QToolButton::clicked, this, &MadeSection::editPairs);
    m_boardPanel->addHeaderWidget(edit);
    m_board = tableIn(m_boardPanel, appearance(), DataTable::Height::Scrolls);
    m_board->setMinimumHeight(kLeastBoard);
    m_board->spreadColumns();
    return m_boardPanel;
}

SideColumn* MadeSection::makeSide() {
    auto* side = new SideColumn(this);
    m_legsPanel = new Panel(tr("The chain"), side);
    auto* edit = flatButton(tr("Edit chain…"), tr("From the smallest to the largest"), m_legsPanel);
    connect(edit, &QToolButton::clicked, this, &MadeSection::editChain);
    m_legsPanel->addHeaderWidget(edit);
    m_legs = tableIn(m_legsPanel, appearance(), DataTable::Height::FitsRows);
    m_wordsPanel = new Panel(tr("Across the pairs"), side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    side->addPanel(m_legsPanel);
    side->addPanel(m_wordsPanel);
    return side;
}

int MadeSection::days() const {
    return kDays[static_cast<std::size_t>(std::max(m_days->current(), 0))];
}

MadeSection::Made MadeSection::madeOf(const UniverseView& view, const int& days) {
    Made made;
    const MarketView market = view.market();
    auto chain = analyseChain(market, {view.universe->chain, days});
    if (chain)
        made.chain = std::make_shared<const DivergenceChain>(std::move(*chain));
    else
        made.refusal = chain.error().message;
    made.board = pairBoard(market, view.universe->pairs, days);
    return made;
}

void MadeSection::analyse() {
    askFor(kSlot, m_made, days(), madeOf, [this] { show(); });
}

void MadeSection::show() {
    const bool known = m_made->chain != nullptr;
    m_chart->setVisible(known);
    m_legs->setVisible(known);
    m_nothing->setVisible(!known);
    m_nothing->setProse(qtext(m_made->refusal));
    m_boardPanel->setNote(qtext(sessionsInWords(days())));
    m_board->setSnapshot(boardTableOf(m_made->board, days()));
    QStringList lines;
    for (const std::string& said : boardInWords(m_made->board, days()))
        lines << qtext(said);
    m_words->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    if (!known) {
        m_headline->setHeadline({{m_made->refusal, Emphasis::Normal}});
        return;
    }
    m_headline->setHeadline(chainHeadline(*m_made->chain));
    m_legs->setSnapshot(chainTableOf(*m_made->chain));
    m_chart->draw([chain = m_made->chain](const Divergence& divergence, std::size_t) {
        return chainFigure(*chain, divergence.pair.dates);
    });
}

void MadeSection::editChain() {
    const auto view = universe().view();
    if (!view)
        return;
    bool agreed = false;
    const QString text = QInputDialog::getText(
        this, tr("Chain"),
        tr("From the smallest to the largest, such as IWM IJR RSP SPY. Nothing at all brings the usual chain "
           "back."),
        QLineEdit::Normal, qtext(chainText(view->universe->chain)), &agreed);
    if (agreed)
        universe().write([words = utf8(text)](MarketStore& store) { return done(saveChain(store, words)); });
}

void MadeSection::editPairs() {
    const auto view = universe().view();
    if (!view)
        return;
    bool agreed = false;
    const QString text = QInputDialog::getMultiLineText(
        this, tr("Pairs"),
        tr("One pair a line, such as: IWM/SPY. Nothing at all brings the usual pairs back."),
        qtext(pairsText(view->universe->pairs)), &agreed);
    if (agreed)
        universe().write([words = utf8(text)](MarketStore& store) { return done(savePairs(store, words)); });
}

std::vector<PageInput> MadeSection::inputs() const {
    return m_made && m_made->chain ? mainValuesOf(m_made->chain->params.links) : Page::inputs();
}

std::string MadeSection::command() const {
    return m_made && m_made->chain ? "chain --days " + std::to_string(m_made->chain->params.days)
                                   : std::string("board");
}

} // namespace rotascope
