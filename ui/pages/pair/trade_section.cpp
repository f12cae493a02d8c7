#include "ui/pages/pair/trade_section.h"

#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/figure/pair_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/pair_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QJsonObject>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("pair trade");
const QString kMemory = QStringLiteral("pair_trade");
const QString kUsualStops = QStringLiteral("rolling 5 3%; entry 3%; trailing 3%");
const QString kWidestDate = QStringLiteral("Wed 30 May 2026");
constexpr int kAroundDate = 28; ///< padding, borders and the cursor
constexpr NumberLimits kCarryLimits{-20, 20, 0.25};

/// "rolling 5 3%; entry 3%", or what is wrong with it. Nothing typed is no stop.
Result<std::vector<StopRule>> stopsIn(const QString& text) {
    std::vector<StopRule> stops;
    for (const QString& words : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (words.trimmed().isEmpty())
            continue;
        const auto stop = parseStopRule(utf8(words.trimmed()));
        if (!stop)
            return Failure(stop.error());
        stops.push_back(*stop);
    }
    return stops;
}

} // namespace

TradeSection::TradeSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* chart = makeChart(context);
    pageColumn(this, m_headline)->addWidget(new PageBody(chart, makeSide(), this), 1);
    recall();
    connectParts();
}

QWidget* TradeSection::makeChart(const PageContext& context) {
    m_chartPanel = new Panel(tr("The trade"), this);
    m_entry = new DateField(m_chartPanel);
    m_entry->setAccessibleName(tr("Entry"));
    m_entry->setMinimumWidth(m_entry->fontMetrics().horizontalAdvance(kWidestDate) + kAroundDate);
    m_entry->setToolTip(tr("Entered at this session's close; ↑ and ↓ step by session"));
    auto* usual =
        flatButton(tr("%1 sessions ago").arg(kUsualTradeLength),
                   tr("Entered so many sessions before the as-of date, whatever that is"), m_chartPanel);
    m_parts = new SegmentBar(
        tr("Equal parts, one a session"),
        {tr("at once"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")},
        m_chartPanel);
    m_carry = new NumberField(tr("Carry, % of one leg a year"), kCarryLimits, 0, m_chartPanel);
    m_stopsField = new ValueField(tr("Stops"), kUsualStops, m_chartPanel);
    m_stopsField->setToolTip(
        tr("Stops with their reference, separated by semicolons: rolling 5 3% over the last "
           "sessions, entry 3% since the entry, trailing 3% from the best level"));
    const auto words = [this](const QString& text) { return caption(text, m_chartPanel); };
    addControls(m_chartPanel,
                {words(tr("Entered")), m_entry, usual, words(tr("carry")), m_carry, words(tr("% a year"))});
    addControls(m_chartPanel, {words(tr("In parts")), m_parts, words(tr("stops")), m_stopsField});
    m_chart = new LinkedChart(context, QStringLiteral("pair trade figure"), m_chartPanel);
    m_chartPanel->addContent(m_chart, 1);
    connect(usual, &QToolButton::clicked, this, [this] { enterAt(std::nullopt); });
    return m_chartPanel;
}

SideColumn* TradeSection::makeSide() {
    m_side = new SideColumn(this);
    m_waysPanel = new Panel(tr("Three accountings"), m_side);
    m_ways = tableIn(m_waysPanel, appearance(), DataTable::Height::FitsRows);
    auto* stopsPanel = new Panel(tr("Stops"), m_side);
    m_stops = tableIn(stopsPanel, appearance(), DataTable::Height::FitsRows);
    auto* factsPanel = new Panel(tr("On the way"), m_side);
    m_facts = tableIn(factsPanel, appearance(), DataTable::Height::FitsRows);
    for (Panel* panel : {m_waysPanel, stopsPanel, factsPanel})
        m_side->addPanel(panel);
    return m_side;
}

void TradeSection::connectParts() {
    connect(m_entry, &DateField::dateTyped, this, [this](const QDate& date) { enterAt(dateOf(date)); });
    connect(m_entry, &DateField::stepped, this, [this](int sessions) {
        if (!m_shown || !m_shown->trade)
            return;
        const auto& dates = m_shown->pair.dates;
        const auto at = std::lower_bound(dates.begin(), dates.end(), m_shown->trade->entry) - dates.begin();
        const auto next = std::clamp<std::ptrdiff_t>(at + sessions, 0, std::ssize(dates) - 1);
        enterAt(dates[static_cast<std::size_t>(next)]);
    });
    connect(m_parts, &SegmentBar::chosen, this, [this](int index) {
        m_params.parts = index + 1;
        remember();
    });
    connect(m_carry, &NumberField::numberChanged, this, [this](double percent) {
        m_params.carryPerYear = percent / 100;
        remember();
    });
    connect(m_carry, &NumberField::refused, this, &Page::said);
    connect(m_stopsField, &ValueField::typed, this, &TradeSection::takeStops);
    adoptChart(*m_chartPanel, *m_chart);
}

void TradeSection::recall() {
    const QJsonObject memory = settings().memory(kMemory);
    m_params.parts = std::clamp(memory.value(QStringLiteral("parts")).toInt(1), 1, kMostParts);
    m_params.carryPerYear = memory.value(QStringLiteral("carry")).toDouble(0);
    m_params.entry = parseIsoDate(utf8(memory.value(QStringLiteral("entry")).toString()));
    const auto stops = stopsIn(memory.value(QStringLiteral("stops")).toString(kUsualStops));
    m_params.stops = stops ? *stops : *stopsIn(kUsualStops);
    m_parts->setCurrent(m_params.parts - 1);
    m_carry->setNumber(m_params.carryPerYear * 100);
    showStops();
}

void TradeSection::remember() {
    settings().remember(
        kMemory, {{QStringLiteral("parts"), m_params.parts},
                  {QStringLiteral("carry"), m_params.carryPerYear},
                  {QStringLiteral("entry"), m_params.entry ? qtext(isoText(*m_params.entry)) : QString()},
                  {QStringLiteral("stops"), m_stopsField->text()}});
    ask();
}

void TradeSection::openAt(const PagePoint& point) {
    if (point.date)
        enterAt(point.date);
}

void TradeSection::enterAt(std::optional<Date> entry) {
    m_params.entry = entry;
    remember();
}

void TradeSection::takeStops(const QString& text) {
    const auto stops = stopsIn(text);
    if (!stops) {
        showStops();
        emit said(qtext(stops.error().message));
        return;
    }
    m_params.stops = *stops;
    showStops();
    remember();
}

void TradeSection::showStops() {
    QStringList words;
    for (const StopRule& stop : m_params.stops)
        words << qtext(textOf(stop));
    m_stopsField->setValue(words.join(QStringLiteral("; ")));
}

TradeSection::Shown TradeSection::shownOf(const UniverseView& view, const PairTradeParams& params) {
    Shown shown{std::nullopt, {}, {}, view.state.small, view.state.large};
    auto pair = alignPair(view.market(), shown.small, shown.large);
    if (!pair) {
        shown.refusal = pair.error().message;
        return shown;
    }
    auto trade = measurePairTrade(*pair, params);
    if (trade)
        shown.trade = std::move(*trade);
    else
        shown.refusal = trade.error().message;
    shown.pair = std::move(*pair);
    return shown;
}

void TradeSection::analyse() {
    askFor(kSlot, m_shown, m_params, shownOf, [this] { show(); });
}

void TradeSection::show() {
    m_side->setVisible(m_shown->trade.has_value());
    m_chart->setVisible(m_shown->trade.has_value());
    if (!m_shown->trade) {
        m_entry->setDate(m_params.entry ? qdate(*m_params.entry) : QDate());
        return m_headline->setHeadline({{m_shown->refusal, Emphasis::Normal}});
    }
    const PairTrade& trade = *m_shown->trade;
    m_headline->setHeadline(pairTradeHeadline(trade, m_shown->small, m_shown->large));
    m_entry->setDate(qdate(trade.entry));
    m_waysPanel->setNote(tr("% of one leg"));
    m_ways->setSnapshot(accountingsOf(trade));
    m_stops->setSnapshot(stopTableOf(trade));
    m_facts->setSnapshot(tradeFactsOf(trade));
    m_chart->draw([shown = m_shown](const Divergence&, std::size_t) {
        return pairTradeFigure(*shown->trade, shown->pair);
    });
}

std::string TradeSection::command() const {
    return m_shown && m_shown->trade ? "pair --entry " + isoText(m_shown->trade->entry) : std::string("pair");
}

} // namespace rotascope
