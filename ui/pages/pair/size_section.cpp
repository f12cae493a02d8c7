#include "ui/pages/pair/size_section.h"

#include "core/analysis/pair_series.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/pair_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("sizing");
const QString kMemory = QStringLiteral("pair_size");
const QString kUsualTilts = QStringLiteral("IWM +6, QQQ -3, SPY -3");
const QString kUsualLong = QStringLiteral("IWM");
const QString kUsualShort = QStringLiteral("SPY");
constexpr NumberLimits kBudgetLimits{1, 1e9, 10'000};
constexpr NumberLimits kStopLimits{0.1, 50, 0.5};
constexpr NumberLimits kCarryLimits{-20, 20, 0.25};
constexpr double kUsualBudget = 100'000;

/// "IWM -10, QQQ -5" in percent as moves in fractions; nothing typed is no shock.
Result<PriceMoves> shockIn(const QString& text) {
    PriceMoves shock;
    if (text.trimmed().isEmpty())
        return shock;
    const auto moves = parseTilts(utf8(text));
    if (!moves)
        return Failure(moves.error());
    for (const Tilt& move : *moves)
        shock.push_back({move.symbol, move.points / 100});
    return shock;
}

QString typedText(const QLineEdit& field) {
    QString text = field.text().trimmed();
    return text.replace(QChar(0x2212), QLatin1Char('-'));
}

} // namespace

SizeSection::SizeSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeSizing(), 1);
    row->addWidget(makeTicket(), 1);
    pageColumn(this, m_headline)->addWidget(both, 1);
    recall();
    connectParts();
}

QWidget* SizeSection::makeSizing() {
    auto* column = new QWidget(this);
    auto* stack = new QVBoxLayout(column);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(12);
    auto* panel = new Panel(tr("Overweights and what pays for them"), column);
    panel->setNote(tr("points of the portfolio"));
    const auto line = [&](const QString& words, QWidget* field, QWidget* tail = nullptr) {
        auto* controls = new QWidget(panel);
        auto* row = controlRow(controls);
        row->addWidget(caption(words, controls));
        row->addWidget(field, 1);
        if (tail) {
            row->addWidget(caption(tr("against"), controls));
            row->addWidget(tail);
        }
        panel->addContent(controls);
    };
    m_tilts = new QLineEdit(panel);
    m_tilts->setAccessibleName(tr("Tilts in points"));
    m_tilts->setPlaceholderText(kUsualTilts);
    m_tilts->setToolTip(
        tr("Overweights and trims in points of the portfolio, such as IWM +6, QQQ -3, SPY -3"));
    m_benchmark = choiceList(tr("Benchmark of β"), panel);
    m_shock = new QLineEdit(panel);
    m_shock->setAccessibleName(tr("Shock in percent"));
    m_shock->setPlaceholderText(QStringLiteral("IWM -10, QQQ -5"));
    m_shock->setToolTip(tr("Moves in percent, such as IWM -10, QQQ -5; what is not named does not move"));
    line(tr("Tilts"), m_tilts, m_benchmark);
    line(tr("Shock"), m_shock);
    m_sizingWords = proseIn(panel, TextSize::Control, ColourRole::Text);
    panel->addContent(m_sizingWords);
    m_tiltTable = tableIn(panel, appearance(), DataTable::Height::FitsRows);
    m_tiltTable->spreadColumns();
    m_tiltWorstPanel = new Panel(tr("The worst that these tilts did"), column);
    m_tiltWorst = tableIn(m_tiltWorstPanel, appearance(), DataTable::Height::FitsRows);
    m_tiltWorst->spreadColumns();
    stack->addWidget(panel);
    stack->addWidget(m_tiltWorstPanel);
    stack->addStretch(1);
    return column;
}

QWidget* SizeSection::makeTicket() {
    auto* column = new QWidget(this);
    auto* stack = new QVBoxLayout(column);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(12);
    m_ticketPanel = new Panel(tr("Ticket"), column);
    m_save = flatButton(tr("Save as CSV…"), tr("Both legs: side, symbol, shares, price, USD"), m_ticketPanel);
    m_ticketPanel->addHeaderWidget(m_save);
    m_long = choiceList(tr("Bought"), m_ticketPanel);
    m_short = choiceList(tr("Sold short"), m_ticketPanel);
    m_neutral = new SegmentBar(tr("Size of the short leg"), {tr("dollar-neutral"), tr("beta-neutral")},
                               m_ticketPanel);
    m_budget = new NumberField(tr("Risk budget, USD"), kBudgetLimits, kUsualBudget, m_ticketPanel);
    m_stop = new NumberField(tr("Loss at the stop, % of the long leg"), kStopLimits, 3, m_ticketPanel);
    m_carry = new NumberField(tr("Carry, % of the long leg a year"), kCarryLimits, 0, m_ticketPanel);
    const auto words = [this](const QString& text) { return caption(text, m_ticketPanel); };
    addControls(m_ticketPanel, {words(tr("Long")), m_long, words(tr("short")), m_short, m_neutral});
    addControls(m_ticketPanel, {words(tr("Risk USD")), m_budget, words(tr("at a stop of")), m_stop,
                                words(tr("%, carry")), m_carry, words(tr("% a year"))});
    m_legs = tableIn(m_ticketPanel, appearance(), DataTable::Height::FitsRows);
    m_legs->spreadColumns();
    m_ticketWords = proseIn(m_ticketPanel, TextSize::Table, ColourRole::Text);
    m_ticketPanel->addContent(m_ticketWords);
    m_worstPanel = new Panel(tr("If the stop is jumped: the worst windows of history"), column);
    m_worst = tableIn(m_worstPanel, appearance(), DataTable::Height::FitsRows);
    m_worst->spreadColumns();
    stack->addWidget(m_ticketPanel);
    stack->addWidget(m_worstPanel);
    stack->addStretch(1);
    return column;
}

void SizeSection::connectParts() {
    for (QLineEdit* field : {m_tilts, m_shock})
        connect(field, &QLineEdit::textEdited, this, &SizeSection::remember);
    for (QComboBox* list : {m_benchmark, m_long, m_short})
        connect(list, &QComboBox::activated, this, &SizeSection::remember);
    for (NumberField* field : {m_budget, m_stop, m_carry}) {
        connect(field, &NumberField::numberChanged, this, &SizeSection::remember);
        connect(field, &NumberField::refused, this, &Page::said);
    }
    connect(m_neutral, &SegmentBar::chosen, this, &SizeSection::remember);
    connect(m_save, &QToolButton::clicked, this, &SizeSection::saveTicket);
}

void SizeSection::recall() {
    const QJsonObject memory = settings().memory(kMemory);
    m_isFirst = !memory.contains(QStringLiteral("tilts"));
    m_tilts->setText(memory.value(QStringLiteral("tilts")).toString());
    m_shock->setText(memory.value(QStringLiteral("shock")).toString());
    m_budget->setNumber(memory.value(QStringLiteral("budget")).toDouble(m_budget->number()));
    m_stop->setNumber(memory.value(QStringLiteral("stop")).toDouble(m_stop->number()));
    m_carry->setNumber(memory.value(QStringLiteral("carry")).toDouble(m_carry->number()));
    m_neutral->setCurrent(memory.value(QStringLiteral("beta_neutral")).toBool() ? 1 : 0);
    m_wantedBenchmark = memory.value(QStringLiteral("benchmark")).toString();
    m_wantedLong = memory.value(QStringLiteral("long")).toString(kUsualLong);
    m_wantedShort = memory.value(QStringLiteral("short")).toString(kUsualShort);
}

void SizeSection::remember() {
    if (m_long->count() > 0) {
        m_wantedBenchmark = m_benchmark->currentText();
        m_wantedLong = m_long->currentText();
        m_wantedShort = m_short->currentText();
        settings().remember(kMemory, {{QStringLiteral("tilts"), m_tilts->text()},
                                      {QStringLiteral("shock"), m_shock->text()},
                                      {QStringLiteral("budget"), m_budget->number()},
                                      {QStringLiteral("stop"), m_stop->number()},
                                      {QStringLiteral("carry"), m_carry->number()},
                                      {QStringLiteral("beta_neutral"), m_neutral->current() == 1},
                                      {QStringLiteral("benchmark"), m_wantedBenchmark},
                                      {QStringLiteral("long"), m_wantedLong},
                                      {QStringLiteral("short"), m_wantedShort}});
    }
    ask();
}

/// A desk without the usual funds trades the pair itself.
void SizeSection::showLists(const UniverseView& view) {
    const QStringList symbols = pricedIn(view);
    const auto held = [&symbols](const QString& wanted, const Symbol& otherwise) {
        return symbols.contains(wanted) ? wanted : qtext(otherwise);
    };
    showChoices(*m_benchmark, symbols, held(m_wantedBenchmark, view.state.large));
    showChoices(*m_long, symbols, held(m_wantedLong, view.state.small));
    showChoices(*m_short, symbols, held(m_wantedShort, view.state.large));
    if (std::exchange(m_isFirst, false)) {
        m_tilts->setText(tr("%1 +6, %2 -3").arg(m_long->currentText(), m_short->currentText()));
        m_shock->setText(tr("%1 -10, %2 -5").arg(m_long->currentText(), m_short->currentText()));
    }
}

SizeSection::Wish SizeSection::wish() const {
    return {typedText(*m_tilts),         typedText(*m_shock),          utf8(m_benchmark->currentText()),
            utf8(m_long->currentText()), utf8(m_short->currentText()), m_budget->number(),
            m_stop->number() / 100,      m_carry->number() / 100,      m_neutral->current() == 1};
}

void SizeSection::addSizing(const UniverseView& view, const Wish& wish, Shown& shown) {
    if (wish.tilts.isEmpty()) {
        shown.sizingRefusal = "Type tilts in points, such as " + utf8(kUsualTilts) + ".";
        return;
    }
    const auto tilts = parseTilts(utf8(wish.tilts));
    const auto shock = shockIn(wish.shock);
    if (!tilts || !shock) {
        shown.sizingRefusal = tilts ? shock.error().message : tilts.error().message;
        return;
    }
    auto sizing = sizeTilts(view.market(), *tilts, wish.benchmark, *shock);
    if (sizing)
        shown.sizing = std::move(*sizing);
    else
        shown.sizingRefusal = sizing.error().message;
}

void SizeSection::addTicket(const UniverseView& view, const Wish& wish, Shown& shown) {
    const auto legs = alignPair(view.market(), wish.longLeg, wish.shortLeg);
    if (!legs) {
        shown.ticketRefusal = legs.error().message;
        return;
    }
    TicketParams params{wish.longLeg, wish.shortLeg,      wish.budget,
                        wish.stop,    legs->small.back(), legs->large.back()};
    params.carryPerYear = wish.carry;
    if (wish.isBetaNeutral) {
        params.beta = rollingBetas(*legs, kTradeBetaWindow).back();
        if (std::isnan(params.beta)) {
            shown.ticketRefusal = fmt::format("β needs {} daily returns of both legs; they share {}.",
                                              kTradeBetaWindow, legs->size() - 1);
            return;
        }
    }
    auto ticket = ticketOf(params);
    if (!ticket) {
        shown.ticketRefusal = ticket.error().message;
        return;
    }
    shown.worst = worstWindows(*legs, params.beta);
    shown.priced = legs->dates.back();
    shown.ticket = std::move(*ticket);
}

SizeSection::Shown SizeSection::shownOf(const UniverseView& view, const Wish& wish) {
    Shown shown;
    addSizing(view, wish, shown);
    addTicket(view, wish, shown);
    return shown;
}

void SizeSection::analyse() {
    showLists(*universe().view());
    askFor(kSlot, m_shown, wish(), shownOf, [this] { show(); });
}

void SizeSection::show() {
    const bool isSized = m_shown->sizing.has_value();
    m_tiltTable->setVisible(isSized);
    m_tiltWorstPanel->setVisible(isSized);
    if (isSized) {
        m_tiltTable->setSnapshot(tiltTableOf(*m_shown->sizing));
        m_tiltWorst->setSnapshot(tiltWorstTableOf(*m_shown->sizing));
        m_tiltWorstPanel->setNote(tr("since %1").arg(dateText(m_shown->sizing->since)));
        m_sizingWords->setProse(unbroken(qtext(riskInWords(*m_shown->sizing))));
    } else {
        m_sizingWords->setProse(qtext(m_shown->sizingRefusal));
    }
    const bool hasTicket = m_shown->ticket.has_value();
    m_legs->setVisible(hasTicket);
    m_worstPanel->setVisible(hasTicket && !m_shown->worst.empty());
    m_save->setEnabled(hasTicket);
    if (hasTicket) {
        m_ticketPanel->setNote(tr("closes of %1").arg(dateText(m_shown->priced)));
        m_legs->setSnapshot(ticketTableOf(*m_shown->ticket));
        m_ticketWords->setProse(unbroken(qtext(ticketInWords(*m_shown->ticket))));
        m_worst->setSnapshot(worstTableOf(*m_shown->ticket, m_shown->worst));
    } else {
        m_ticketWords->setProse(qtext(m_shown->ticketRefusal));
    }
    Headline headline;
    if (isSized)
        headline.push_back({m_shown->sizing->sentence(), Emphasis::Strong});
    if (hasTicket)
        addSentence(headline, isSized ? Emphasis::Normal : Emphasis::Strong,
                    ticketSentence(*m_shown->ticket));
    addSentence(headline, Emphasis::Muted, "No order leaves this desk: the ticket is a file.");
    m_headline->setHeadline(headline);
}

void SizeSection::saveTicket() {
    if (!m_shown || !m_shown->ticket)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the ticket"), QStringLiteral("ticket.csv"), QStringLiteral("CSV (*.csv)"));
    if (!path.isEmpty())
        saveText(*this, path, ticketCsv(*m_shown->ticket));
}

std::vector<PageInput> SizeSection::inputs() const {
    std::vector<Symbol> symbols{utf8(m_benchmark->currentText())};
    if (m_shown && m_shown->sizing)
        for (const Tilt& tilt : m_shown->sizing->tilts)
            symbols.push_back(tilt.symbol);
    symbols.push_back(utf8(m_long->currentText()));
    symbols.push_back(utf8(m_short->currentText()));
    return mainValuesOf(symbols);
}

} // namespace rotascope
