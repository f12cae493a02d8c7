#include "ui/pages/pair/bracket_section.h"

#include "core/analysis/pair_trade/bracket_ground.h"
#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/figure/pair_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/pair_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/pair/rule_choice.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QStackedWidget>

#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("brackets");
const QString kMemory = QStringLiteral("pair_brackets");
const QString kUsualHedge = QStringLiteral("TZA");
const QString kUsualHedgeRule = QStringLiteral("SPX -3 % in a day: hedge");
constexpr NumberLimits kPercentLimits{0, 50, 0.5};
constexpr NumberLimits kLengthLimits{1, 756, 1, true};
constexpr NumberLimits kWeightLimits{1, 100, 1};
constexpr int kLeastTrades = 160;
constexpr std::size_t kMostTrades = 250;
constexpr int kLeastHedge = 172;

} // namespace

BracketSection::BracketSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = makeLeft(context);
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    recall();
    connectParts();
}

QWidget* BracketSection::makeLeft(const PageContext& context) {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_chartPanel = new Panel(tr("Brackets by their entry"), left);
    m_stop = new NumberField(tr("Stop, %; 0 is none"), kPercentLimits, 3, m_chartPanel);
    m_target = new NumberField(tr("Target, %; 0 is none"), kPercentLimits, 6, m_chartPanel);
    m_longest = new NumberField(tr("Longest time, sessions"), kLengthLimits, 63, m_chartPanel);
    m_on = choiceList(tr("What is held"), m_chartPanel);
    m_intraday = new QCheckBox(tr("highs and lows"), m_chartPanel);
    m_intraday->setToolTip(
        tr("Touches inside the bar count, of one instrument with bars: a bar that holds both counts "
           "as the stop, a gap fills at the open"));
    m_rule = new RuleChoice(session(), tr("Entered the session after this rule fired"), tr("any session"),
                            m_chartPanel);
    const auto words = [this](const QString& text) { return caption(text, m_chartPanel); };
    addControls(m_chartPanel, {m_on, words(tr("stop")), m_stop, words(tr("% target")), m_target,
                               words(tr("% at most")), m_longest, words(tr("sessions"))});
    addControls(m_chartPanel, {words(tr("Entered on")), m_rule, m_intraday});
    m_chart = new LinkedChart(context, QStringLiteral("bracket figure"), m_chartPanel);
    m_chartPanel->addContent(m_chart, 1);
    column->addWidget(m_chartPanel, 3);
    column->addWidget(makeHedge(), 2);
    return left;
}

QWidget* BracketSection::makeHedge() {
    m_hedgePanel = new Panel(tr("A hedge, when its rule fired"), this);
    m_kind = new SegmentBar(tr("Show"), {tr("Horizons"), tr("Each time")}, m_hedgePanel);
    m_kind->setCurrent(0);
    m_hedgePanel->addHeaderWidget(m_kind);
    m_hedge = choiceList(tr("Hedge"), m_hedgePanel);
    m_weight = new NumberField(tr("Weight of the hedge, % of the position"), kWeightLimits, 10, m_hedgePanel);
    m_hedgeRule = new RuleChoice(session(), tr("Bought the session after this rule fired"), tr("no rule"),
                                 m_hedgePanel);
    m_hedgeRule->prefer(kUsualHedgeRule);
    const auto words = [this](const QString& text) { return caption(text, m_hedgePanel); };
    addControls(m_hedgePanel, {m_hedge, words(tr("for")), m_weight,
                               words(tr("% of the position, bought after")), m_hedgeRule});
    m_hedgeTables = new QStackedWidget(m_hedgePanel);
    m_horizons = new DataTable(appearance(), DataTable::Height::Scrolls, m_hedgeTables);
    m_cases = new DataTable(appearance(), DataTable::Height::Scrolls, m_hedgeTables);
    for (DataTable* table : {m_horizons, m_cases}) {
        table->spreadColumns();
        m_hedgeTables->addWidget(table);
    }
    // A panel with sentences asks for its preferred height: the tables, which scroll, ask for none.
    m_hedgeTables->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_hedgeTables->setMinimumHeight(kLeastHedge);
    m_hedgeWords = proseIn(m_hedgePanel, TextSize::Table, ColourRole::Text);
    m_hedgePanel->addContent(m_hedgeTables, 1);
    m_hedgePanel->addContent(m_hedgeWords);
    return m_hedgePanel;
}

SideColumn* BracketSection::makeSide() {
    m_side = new SideColumn(this);
    auto* summary = new Panel(tr("What it did"), m_side);
    m_summary = tableIn(summary, appearance(), DataTable::Height::FitsRows);
    m_tradesPanel = new Panel(tr("Each bracket"), m_side);
    m_trades = tableIn(m_tradesPanel, appearance(), DataTable::Height::Scrolls);
    m_trades->setMinimumHeight(kLeastTrades);
    m_trades->spreadColumns();
    m_side->addPanel(summary);
    m_side->addPanel(m_tradesPanel, 1);
    return m_side;
}

void BracketSection::connectParts() {
    for (NumberField* field : {m_stop, m_target, m_longest, m_weight}) {
        connect(field, &NumberField::numberChanged, this, &BracketSection::remember);
        connect(field, &NumberField::refused, this, &Page::said);
    }
    for (QComboBox* list : {m_on, m_hedge})
        connect(list, &QComboBox::activated, this, &BracketSection::remember);
    for (RuleChoice* rule : {m_rule, m_hedgeRule})
        connect(rule, &RuleChoice::daysChanged, this, &BracketSection::remember);
    connect(m_intraday, &QCheckBox::clicked, this, &BracketSection::remember);
    connect(m_kind, &SegmentBar::chosen, m_hedgeTables, &QStackedWidget::setCurrentIndex);
    adoptChart(*m_chartPanel, *m_chart);
}

void BracketSection::recall() {
    const QJsonObject memory = settings().memory(kMemory);
    m_stop->setNumber(memory.value(QStringLiteral("stop")).toDouble(m_stop->number()));
    m_target->setNumber(memory.value(QStringLiteral("target")).toDouble(m_target->number()));
    m_longest->setNumber(
        memory.value(QStringLiteral("longest")).toInt(static_cast<int>(m_longest->number())));
    m_weight->setNumber(memory.value(QStringLiteral("weight")).toDouble(m_weight->number()));
    m_intraday->setChecked(memory.value(QStringLiteral("intraday")).toBool());
    m_wantedOn = memory.value(QStringLiteral("on")).toString();
    m_wantedHedge = memory.value(QStringLiteral("hedge")).toString(kUsualHedge);
    if (const QString rule = memory.value(QStringLiteral("rule")).toString(); !rule.isEmpty())
        m_rule->prefer(rule);
    if (const QString rule = memory.value(QStringLiteral("hedge_rule")).toString(); !rule.isEmpty())
        m_hedgeRule->prefer(rule);
}

void BracketSection::remember() {
    if (m_on->count() > 0) {
        m_wantedOn = m_on->currentIndex() > 0 ? m_on->currentText() : QString();
        m_wantedHedge = m_hedge->currentText();
        settings().remember(kMemory, {{QStringLiteral("stop"), m_stop->number()},
                                      {QStringLiteral("target"), m_target->number()},
                                      {QStringLiteral("longest"), m_longest->number()},
                                      {QStringLiteral("weight"), m_weight->number()},
                                      {QStringLiteral("intraday"), m_intraday->isChecked()},
                                      {QStringLiteral("on"), m_wantedOn},
                                      {QStringLiteral("hedge"), m_wantedHedge},
                                      {QStringLiteral("rule"), qtext(m_rule->rule())},
                                      {QStringLiteral("hedge_rule"), qtext(m_hedgeRule->rule())}});
    }
    ask();
}

void BracketSection::showLists(const UniverseView& view) {
    const QStringList symbols = pricedIn(view);
    const QString pair = tr("%1 − %2").arg(symbolLabel(view.state.small), symbolLabel(view.state.large));
    showChoices(*m_on, QStringList{pair} + symbols, m_wantedOn.isEmpty() ? pair : m_wantedOn);
    showChoices(*m_hedge, symbols, m_wantedHedge);
    m_intraday->setEnabled(m_on->currentIndex() > 0);
}

BracketSection::Wish BracketSection::wish() const {
    Wish wish;
    wish.bracket = {m_stop->number() / 100, m_target->number() / 100,
                    static_cast<std::size_t>(m_longest->number()),
                    m_intraday->isChecked() && m_intraday->isEnabled()};
    wish.on = m_on->currentIndex() > 0 ? utf8(m_on->currentText()) : Symbol();
    wish.rule = m_rule->rule();
    wish.days = *m_rule->days();
    wish.hedge = utf8(m_hedge->currentText());
    wish.hedging.weight = m_weight->number() / 100;
    wish.hedgeRule = m_hedgeRule->rule();
    wish.hedgeDays = *m_hedgeRule->days();
    return wish;
}

namespace {

Result<HedgeStudy> hedgeOf(const UniverseView& view, const Symbol& hedge, const HedgeParams& params,
                           std::span<const Date> days) {
    const auto pair = alignPair(view.market(), view.state.small, hedge);
    if (!pair)
        return Failure(pair.error());
    return studyHedge(*pair, params, entriesAfter(days, pair->dates));
}

} // namespace

BracketSection::Shown BracketSection::shownOf(const UniverseView& view, const Wish& wish) {
    Shown shown;
    shown.held = view.state.small;
    if (const auto ground = bracketGround(view.market(), view.state.small, view.state.large, wish.on)) {
        shown.dates.assign(ground->dates().begin(), ground->dates().end());
        auto test = wish.rule.empty()
                        ? testBracket(ground->columns(), wish.bracket)
                        : testBracket(ground->columns(), wish.bracket, entriesAfter(wish.days, shown.dates));
        if (test)
            shown.test = std::move(*test);
        else
            shown.refusal = test.error().message;
    } else {
        shown.refusal = ground.error().message;
    }
    if (wish.hedgeRule.empty()) {
        shown.hedgeRefusal = "A hedge is bought after a rule has fired: choose one.";
    } else if (auto hedge = hedgeOf(view, wish.hedge, wish.hedging, wish.hedgeDays)) {
        shown.hedge = std::move(*hedge);
    } else {
        shown.hedgeRefusal = hedge.error().message;
    }
    shown.wish = wish;
    return shown;
}

void BracketSection::analyse() {
    m_rule->want();
    m_hedgeRule->want();
    showLists(*universe().view());
    if (!m_rule->days() || !m_hedgeRule->days())
        return; // told when they are there
    askFor(kSlot, m_shown, wish(), shownOf, [this] { show(); });
}

void BracketSection::show() {
    const bool known = m_shown->test.has_value();
    m_chart->setVisible(known);
    m_side->setVisible(known);
    showHedge();
    if (!known)
        return m_headline->setHeadline({{m_shown->refusal, Emphasis::Normal}});
    const std::string& rule = m_shown->wish.rule;
    m_headline->setHeadline(bracketHeadline(
        *m_shown->test, rule.empty() ? "any session" : "the session after \"" + rule + "\" fired"));
    m_summary->setSnapshot(bracketTableOf(*m_shown->test, !m_shown->wish.rule.empty()));
    // Ten thousand rows cost each as-of step more than all the rest; nobody reads beyond the first screens.
    m_trades->setSnapshot(bracketTradesOf(*m_shown->test, m_shown->dates, kMostTrades));
    m_tradesPanel->setNote(m_shown->test->trades.size() > kMostTrades
                               ? tr("% of one leg, the latest %1").arg(kMostTrades)
                               : tr("% of one leg"));
    m_chart->draw([shown = m_shown](const Divergence& divergence, std::size_t) {
        return bracketFigure(*shown->test, shown->dates, divergence.pair.dates,
                             {shown->wish.on, shown->wish.rule});
    });
}

void BracketSection::showHedge() {
    m_hedgeTables->setVisible(m_shown->hedge.has_value());
    if (!m_shown->hedge)
        return m_hedgeWords->setProse(qtext(m_shown->hedgeRefusal));
    const HedgeStudy& study = *m_shown->hedge;
    m_horizons->setSnapshot(hedgeTableOf(study, m_shown->held, m_shown->wish.hedge));
    m_cases->setSnapshot(hedgeCasesOf(study, m_shown->held, m_shown->wish.hedge));
    const std::string words = hedgeInWords(study, m_shown->held, m_shown->wish.hedge);
    m_hedgeWords->setProse(words.empty()
                               ? tr("No day on which the rule fired is followed by enough sessions of both.")
                               : unbroken(qtext(words)));
}

std::vector<PageInput> BracketSection::inputs() const {
    std::vector<Symbol> symbols{session().state().small, session().state().large};
    if (m_shown && !m_shown->wish.on.empty())
        symbols = {m_shown->wish.on};
    if (m_shown && m_shown->hedge)
        symbols.insert(symbols.end(), {m_shown->held, m_shown->wish.hedge});
    return mainValuesOf(symbols);
}

} // namespace rotascope
