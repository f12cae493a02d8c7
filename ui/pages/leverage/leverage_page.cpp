#include "ui/pages/leverage/leverage_page.h"

#include "core/analysis/leverage/leverage_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/figure/leverage_figure.h"
#include "ui/convert/convert.h"
#include "ui/models/leverage_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/value_field.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <array>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("leverage");
const QString kUsualFund = QStringLiteral("TNA");
constexpr std::array<std::size_t, 4> kHorizons{21, 63, 126, 252};
constexpr int kUsualHorizon = 2;
constexpr int kNaiveColumn = 2; ///< of the table by horizon: what can be told from the two beside it
constexpr double kMostTimes = 10;

/// What a leveraged fund's name says of its leverage ("−3", "Bear 3X", "UltraPro Short"), +3 where it says
/// nothing; 1 for whatever else is held against an index. It stands in a field, to be changed.
double timesOf(const Instrument& fund) {
    if (fund.kind != InstrumentKind::LeveragedFund)
        return 1;
    const std::string name = toLower(fund.name);
    const auto says = [&name](std::string_view word) { return name.find(word) != std::string::npos; };
    const double size = says("2x") || (says("ultra") && !says("ultrapro")) ? 2 : 3;
    return says("bear") || says("short") || says("inverse") || says("-3x") || says("−3") ? -size : size;
}

} // namespace

LeveragePage::LeveragePage(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeChart(context), 1);
    column->addWidget(makeTables());
    m_content = left;
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    connectParts();
}

QWidget* LeveragePage::makeChart(const PageContext& context) {
    m_chartPanel = new Panel(tr("Against a multiple of the index"), this);
    auto* controls = new QWidget(m_chartPanel);
    auto* row = controlRow(controls);
    m_fund = choiceList(tr("Fund"), controls);
    m_timesField = new ValueField(tr("Leverage, −10 to 10"), QStringLiteral("−10.5"), controls);
    m_index = choiceList(tr("Index that it follows"), controls);
    m_fromField = new DateField(controls);
    m_fromField->setAccessibleName(tr("Measured from"));
    m_fromField->setToolTip(tr("Measured from this date's close; empty: the last of the year before"));
    m_prices = new SegmentBar(tr("Closes"), {tr("Prices"), tr("Adjusted")}, controls);
    m_prices->setCurrent(0);
    row->addWidget(m_fund);
    row->addWidget(caption(tr("is"), controls));
    row->addWidget(m_timesField);
    row->addWidget(caption(tr("times"), controls));
    row->addWidget(m_index);
    row->addWidget(caption(tr("from"), controls));
    row->addWidget(m_fromField);
    row->addWidget(m_prices);
    row->addStretch(1);
    QStringList horizons;
    for (const std::size_t horizon : kHorizons)
        horizons << QString::number(horizon);
    m_horizon = new SegmentBar(tr("Sessions of the compounding history"), horizons, m_chartPanel);
    for (int i = 0; i < static_cast<int>(kHorizons.size()); ++i)
        m_horizon->setExplanation(
            i, tr("Compounding over %1 sessions, below").arg(kHorizons[static_cast<std::size_t>(i)]));
    m_horizon->setCurrent(kUsualHorizon);
    m_chartPanel->addHeaderWidget(m_horizon);
    m_chart = new LinkedChart(context, QStringLiteral("leverage figure"), m_chartPanel);
    m_chartPanel->addContent(controls);
    m_chartPanel->addContent(m_chart, 1);
    return m_chartPanel;
}

QWidget* LeveragePage::makeTables() {
    auto* tables = new QWidget(this);
    auto* row = new QHBoxLayout(tables);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_holdingPanel = new Panel(tr("Held for some weeks"), tables);
    m_holdingPanel->setNote(tr("returns in %, windows overlap"));
    m_holding = tableIn(m_holdingPanel, appearance(), DataTable::Height::FitsRows);
    m_shocksPanel = new Panel(tr("One bad day"), tables);
    m_shocksPanel->setNote(tr("%"));
    m_shocks = tableIn(m_shocksPanel, appearance(), DataTable::Height::FitsRows);
    m_shocksPanel->addStretch();
    m_holding->spreadColumns();
    m_shocks->spreadColumns();
    row->addWidget(m_holdingPanel, 3);
    row->addWidget(m_shocksPanel, 2);
    return tables;
}

SideColumn* LeveragePage::makeSide() {
    m_side = new SideColumn(this);
    m_partsPanel = new Panel(tr("What it is made of"), m_side);
    m_parts = tableIn(m_partsPanel, appearance(), DataTable::Height::FitsRows);
    m_curvePanel = new Panel(tr("By horizon"), m_side);
    m_curvePanel->setNote(tr("%"));
    m_curve = tableIn(m_curvePanel, appearance(), DataTable::Height::FitsRows);
    m_curve->giveWay({kNaiveColumn});
    m_wordsPanel = new Panel(tr("Before holding it"), m_side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    m_side->addPanel(m_partsPanel);
    m_side->addPanel(m_curvePanel);
    m_side->addPanel(m_wordsPanel);
    return m_side;
}

void LeveragePage::connectParts() {
    connect(m_fund, &QComboBox::activated, this, [this] {
        if (const auto fund = universe().view()->market().instrument(utf8(m_fund->currentText())))
            setTimes(timesOf(*fund));
        ask();
    });
    connect(m_index, &QComboBox::activated, this, &LeveragePage::ask);
    connect(m_prices, &SegmentBar::chosen, this, &LeveragePage::ask);
    connect(m_timesField, &ValueField::typed, this, &LeveragePage::takeTimes);
    connect(m_timesField, &ValueField::stepped, this, [this](int direction) {
        const double next = m_times + direction;
        takeTimes(QString::number(next == 0 ? next + direction : next));
    });
    connect(m_fromField, &DateField::dateTyped, this, [this](const QDate& date) {
        m_from = dateOf(date);
        ask();
    });
    connect(m_horizon, &SegmentBar::chosen, this, &LeveragePage::draw);
    adoptChart(*m_chartPanel, *m_chart);
}

void LeveragePage::openAt(const PagePoint& point) {
    if (point.symbol.empty())
        return;
    m_wanted = qtext(point.symbol);
    ask();
}

void LeveragePage::setTimes(double times) {
    m_times = times;
    m_timesField->setValue(qtext(timesText(times)));
}

void LeveragePage::takeTimes(const QString& text) {
    QString plain = text;
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    const auto times = parseNumber(utf8(plain.trimmed()));
    if (!times || *times == 0 || std::abs(*times) > kMostTimes) {
        m_timesField->setValue(qtext(timesText(m_times)));
        emit said(tr("A leverage is a number from −10 to 10 that is not 0, such as 3 or −3."));
        return;
    }
    setTimes(*times);
    ask();
}

/// Leveraged funds first, then everything else that is priced.
void LeveragePage::showChoicesOf(const UniverseView& view) {
    QStringList funds;
    QStringList others;
    const MarketView market = view.market();
    for (const Symbol& symbol : view.universe->priced) {
        const auto instrument = market.instrument(symbol);
        const bool leveraged = instrument && instrument->kind == InstrumentKind::LeveragedFund;
        (leveraged ? funds : others) << qtext(symbol);
    }
    const bool isNew = m_fund->count() == 0;
    const QString fund = !m_wanted.isEmpty() ? m_wanted : isNew ? kUsualFund : m_fund->currentText();
    const QString index = isNew ? qtext(view.state.small) : m_index->currentText();
    showChoices(*m_fund, funds + others, fund);
    showChoices(*m_index, others + funds, index);
    if (isNew || !m_wanted.isEmpty())
        if (const auto chosen = market.instrument(utf8(m_fund->currentText())))
            setTimes(timesOf(*chosen));
    m_wanted.clear();
}

LeverageParams LeveragePage::params(const UniverseView& view) const {
    LeverageParams params;
    params.fund = utf8(m_fund->currentText());
    params.index = utf8(m_index->currentText());
    params.times = m_times;
    params.from = m_from;
    params.prices = m_prices->current() == 1 ? PriceChoice::Adjusted : PriceChoice::Close;
    params.large = view.state.large;
    return params;
}

LeveragePage::Shown LeveragePage::shownOf(const UniverseView& view, const LeverageParams& params) {
    Shown shown;
    shown.market = view.universe->market;
    const MarketView market = view.market();
    auto leverage = analyseLeverage(market, params);
    if (!leverage) {
        shown.refusal = leverage.error().message;
        return shown;
    }
    const auto isIndex = leverage->index.kind == InstrumentKind::Index;
    shown.fund = pricedCloses(market, params.fund, params.prices)->closes;
    shown.index = pricedCloses(market, params.index, isIndex ? PriceChoice::Close : params.prices)->closes;
    shown.leverage = std::move(*leverage);
    return shown;
}

void LeveragePage::analyse() {
    const auto view = universe().view();
    showChoicesOf(*view);
    askFor(kSlot, m_shown, params(*view), shownOf, [this] { show(); });
}

void LeveragePage::show() {
    const bool known = m_shown->leverage.has_value();
    m_side->setVisible(known);
    m_chart->setVisible(known);
    m_holdingPanel->setVisible(known);
    m_shocksPanel->setVisible(known);
    if (!known) {
        m_headline->setHeadline({{m_shown->refusal, Emphasis::Normal}});
        return;
    }
    const Leverage& leverage = *m_shown->leverage;
    m_headline->setHeadline(leverageHeadline(leverage));
    m_fromField->setDate(qdate(leverage.stretch.base));
    m_partsPanel->setNote(tr("since %1").arg(dateText(leverage.stretch.base)));
    m_parts->setSnapshot(leveragePartsOf(leverage));
    m_curve->setSnapshot(leverageCurveOf(leverage));
    m_holding->setSnapshot(holdingTableOf(leverage));
    m_shocks->setSnapshot(shockTableOf(leverage));
    QStringList lines;
    for (const std::string& warning : leverageWarnings(leverage))
        lines << qtext(warning);
    m_words->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    m_wordsPanel->setVisible(!lines.isEmpty());
    draw();
}

void LeveragePage::draw() {
    if (!m_shown || !m_shown->leverage)
        return;
    const std::size_t horizon = kHorizons[static_cast<std::size_t>(std::max(m_horizon->current(), 0))];
    m_chart->draw([shown = m_shown, horizon](const Divergence& divergence, std::size_t) {
        return leverageFigure(*shown->leverage, shown->index, shown->fund, divergence.pair.dates, horizon);
    });
}

std::vector<PageInput> LeveragePage::inputs() const {
    if (!m_shown || !m_shown->leverage)
        return Page::inputs();
    const Leverage& leverage = *m_shown->leverage;
    return {{leverage.index.symbol, fieldOf(leverage.indexBasis)},
            {leverage.fund.symbol, fieldOf(leverage.fundBasis)}};
}

std::string LeveragePage::command() const {
    if (!m_shown || !m_shown->leverage)
        return {};
    const Leverage& l = *m_shown->leverage;
    return "leverage " + l.fund.symbol + " --index " + l.index.symbol + " --times " +
           shortestNumber(l.params.times) + " --from " + isoText(l.stretch.base) +
           (l.fundBasis == PriceBasis::Adjusted ? " --adjusted" : "");
}

} // namespace rotascope
