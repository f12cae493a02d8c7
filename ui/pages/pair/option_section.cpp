#include "ui/pages/pair/option_section.h"

#include "core/analysis/pair_trade/pair_trade_wording.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/pair_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/pair_tables.h"
#include "ui/pages/figure_explainer.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/pair/rule_choice.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/side_column.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("strikes");
const QString kMemory = QStringLiteral("pair_options");
constexpr NumberLimits kStrikeLimits{50, 200, 1};
constexpr NumberLimits kSessionLimits{1, 504, 1, true};
constexpr NumberLimits kPremiumLimits{0, 50, 0.1};
constexpr NumberLimits kBudgetLimits{1, 1e9, 10'000};
constexpr NumberLimits kShockLimits{0, 90, 1};

} // namespace

OptionSection::OptionSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = makeLeft();
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    take(kOptionPresets.front());
    recall();
    connectParts();
}

QWidget* OptionSection::makeLeft() {
    m_payoffPanel = new Panel(tr("At expiry"), this);
    m_presets = choiceList(tr("Structure to begin with"), m_payoffPanel);
    for (const OptionPreset& preset : kOptionPresets)
        m_presets->addItem(qtext(preset.label));
    m_underlying = choiceList(tr("Underlying"), m_payoffPanel);
    m_low = new NumberField(tr("Lower strike, % of today's price"), kStrikeLimits, 108, m_payoffPanel);
    m_high = new NumberField(tr("Upper strike, % of today's price"), kStrikeLimits, 112, m_payoffPanel);
    m_near = new NumberField(tr("Earliest expiry, sessions"), kSessionLimits, 30, m_payoffPanel);
    m_far = new NumberField(tr("Latest expiry, sessions"), kSessionLimits, 50, m_payoffPanel);
    m_premium =
        new NumberField(tr("Premium, % of today's price; 0 is not known"), kPremiumLimits, 0, m_payoffPanel);
    m_budget = new NumberField(tr("Budget, USD"), kBudgetLimits, 100'000, m_payoffPanel);
    m_shock = new NumberField(tr("Shock that the budget must stand, %; 0 is not stated"), kShockLimits, 0,
                              m_payoffPanel);
    m_rule = new RuleChoice(session(), tr("Also after this rule fired"), tr("no rule"), m_payoffPanel);
    const auto words = [this](const QString& text) { return caption(text, m_payoffPanel); };
    addControls(m_payoffPanel, {m_presets, words(tr("on")), m_underlying, words(tr("also after")), m_rule});
    addControls(m_payoffPanel, {words(tr("Strikes")), m_low, words(tr("and")), m_high, words(tr("%, expiry")),
                                m_near, words(tr("to")), m_far, words(tr("sessions"))});
    addControls(m_payoffPanel, {words(tr("Premium")), m_premium, words(tr("%, budget USD")), m_budget,
                                words(tr("for a shock of")), m_shock, words(tr("%"))});
    m_payoff = new FigureView(m_payoffPanel);
    new FigureExplainer(*m_payoff);
    m_payoff->setTheme(appearance().theme());
    m_payoffPanel->addContent(m_payoff, 1);
    return m_payoffPanel;
}

SideColumn* OptionSection::makeSide() {
    m_side = new SideColumn(this);
    m_oddsPanel = new Panel(tr("How often it ended beyond"), m_side);
    m_odds = tableIn(m_oddsPanel, appearance(), DataTable::Height::FitsRows);
    m_odds->spreadColumns();
    auto* structure = new Panel(tr("The structure"), m_side);
    m_structure = proseIn(structure, TextSize::Table, ColourRole::Text);
    structure->addContent(m_structure);
    m_side->addPanel(m_oddsPanel);
    m_side->addPanel(structure);
    return m_side;
}

void OptionSection::connectParts() {
    for (NumberField* field : {m_low, m_high, m_near, m_far, m_premium, m_budget, m_shock}) {
        connect(field, &NumberField::numberChanged, this, &OptionSection::remember);
        connect(field, &NumberField::refused, this, &Page::said);
    }
    connect(m_presets, &QComboBox::activated, this, [this] {
        take(preset());
        remember();
    });
    connect(m_underlying, &QComboBox::activated, this, &OptionSection::remember);
    connect(m_rule, &RuleChoice::daysChanged, this, &OptionSection::remember);
    connect(&appearance(), &Appearance::themeChanged, this,
            [this] { m_payoff->setTheme(appearance().theme()); });
    connect(m_payoff, &FigureView::dataRequested, this, &Page::dataRequested);
    connect(m_payoff, &FigureView::saveFailed, this, &Page::said);
}

std::optional<TableSnapshot> OptionSection::chartData() const {
    return shownData(*m_payoff);
}

const OptionPreset& OptionSection::preset() const {
    return kOptionPresets[static_cast<std::size_t>(std::max(m_presets->currentIndex(), 0))];
}

void OptionSection::take(const OptionPreset& preset) {
    m_low->setNumber(preset.low * 100);
    m_high->setNumber(preset.high * 100);
    m_near->setNumber(static_cast<double>(preset.sessions[0]));
    m_far->setNumber(static_cast<double>(preset.sessions[1]));
}

void OptionSection::recall() {
    const QJsonObject memory = settings().memory(kMemory);
    const OptionPreset* kept = optionPresetNamed(utf8(memory.value(QStringLiteral("preset")).toString()));
    if (!kept)
        return;
    m_presets->setCurrentIndex(static_cast<int>(kept - kOptionPresets.data()));
    m_low->setNumber(memory.value(QStringLiteral("low")).toDouble(kept->low * 100));
    m_high->setNumber(memory.value(QStringLiteral("high")).toDouble(kept->high * 100));
    m_near->setNumber(memory.value(QStringLiteral("near")).toInt(static_cast<int>(kept->sessions[0])));
    m_far->setNumber(memory.value(QStringLiteral("far")).toInt(static_cast<int>(kept->sessions[1])));
    m_premium->setNumber(memory.value(QStringLiteral("premium")).toDouble());
    m_budget->setNumber(memory.value(QStringLiteral("budget")).toDouble(m_budget->number()));
    m_shock->setNumber(memory.value(QStringLiteral("shock")).toDouble());
    m_wantedUnderlying = memory.value(QStringLiteral("underlying")).toString();
    if (const QString rule = memory.value(QStringLiteral("rule")).toString(); !rule.isEmpty())
        m_rule->prefer(rule);
}

void OptionSection::remember() {
    if (m_underlying->count() > 0) {
        m_wantedUnderlying = m_underlying->currentText();
        settings().remember(kMemory, {{QStringLiteral("preset"), qtext(preset().id)},
                                      {QStringLiteral("low"), m_low->number()},
                                      {QStringLiteral("high"), m_high->number()},
                                      {QStringLiteral("near"), m_near->number()},
                                      {QStringLiteral("far"), m_far->number()},
                                      {QStringLiteral("premium"), m_premium->number()},
                                      {QStringLiteral("budget"), m_budget->number()},
                                      {QStringLiteral("shock"), m_shock->number()},
                                      {QStringLiteral("underlying"), m_wantedUnderlying},
                                      {QStringLiteral("rule"), qtext(m_rule->rule())}});
    }
    ask();
}

void OptionSection::showLists(const UniverseView& view) {
    const QStringList symbols = pricedIn(view);
    showChoices(*m_underlying, symbols,
                symbols.contains(m_wantedUnderlying) ? m_wantedUnderlying : qtext(view.state.small));
}

OptionSection::Wish OptionSection::wish() const {
    Wish wish;
    wish.underlying = utf8(m_underlying->currentText());
    wish.structure = {preset().kind, m_low->number() / 100, m_high->number() / 100, std::nullopt};
    if (m_premium->number() > 0)
        wish.structure.premium = m_premium->number() / 100;
    wish.sessions = {static_cast<std::size_t>(m_near->number()), static_cast<std::size_t>(m_far->number())};
    wish.rule = m_rule->rule();
    wish.days = *m_rule->days();
    wish.budget = m_budget->number();
    wish.shock = m_shock->number() / 100;
    return wish;
}

OptionSection::Shown OptionSection::shownOf(const UniverseView& view, const Wish& wish) {
    Shown shown;
    const auto closes = view.market().closes(wish.underlying);
    if (!closes) {
        shown.refusal = closes.error().message;
        shown.wish = wish;
        return shown;
    }
    const OptionStructure& structure = wish.structure;
    shown.price = closes->values.back();
    shown.priced = closes->dates.back();
    shown.odds = strikesOf(*closes, std::array{structure.low, structure.high}, wish.sessions, wish.days);
    Figure figure =
        payoffFigure(structure, commonSessions(*closes, *closes), wish.underlying, wish.sessions.back());
    figure.recipe = chartCommand(figure.recipe, view.state.small, view.state.large, view.state.asOf);
    shown.figure = std::make_shared<const Figure>(std::move(figure));
    const auto units = unitsForBudget(structure, shown.price, wish.budget,
                                      wish.shock > 0 ? std::optional(wish.shock) : std::nullopt);
    if (units)
        shown.units = *units;
    else
        shown.unitsRefusal = units.error().message;
    shown.wish = wish;
    return shown;
}

void OptionSection::analyse() {
    m_rule->want();
    showLists(*universe().view());
    if (!m_rule->days())
        return; // told when they are there
    askFor(kSlot, m_shown, wish(), shownOf, [this] { show(); });
}

void OptionSection::show() {
    const Wish& wish = m_shown->wish;
    m_side->setVisible(!m_shown->odds.empty());
    m_payoff->setVisible(m_shown->figure != nullptr);
    if (m_shown->odds.empty())
        return m_headline->setHeadline({{m_shown->refusal, Emphasis::Normal}});
    m_payoff->setFigure(m_shown->figure);
    m_headline->setHeadline(strikesHeadline(m_shown->odds, wish.underlying));
    m_payoffPanel->setNote(tr("%1 at %2 on %3")
                               .arg(symbolLabel(wish.underlying), qtext(groupedNumber(m_shown->price, 2)),
                                    dateText(m_shown->priced)));
    m_odds->setSnapshot(strikeTableOf(m_shown->odds, !wish.rule.empty()));
    showStructure();
}

void OptionSection::showStructure() {
    const Wish& wish = m_shown->wish;
    QStringList lines{tr("Strikes %1 and %2.")
                          .arg(qtext(groupedNumber(wish.structure.low * m_shown->price, 2)),
                               qtext(groupedNumber(wish.structure.high * m_shown->price, 2)))};
    if (const auto points = breakevens(wish.structure)) {
        for (const double point : *points)
            lines << tr("Breakeven at %1, %2 from today.")
                         .arg(qtext(groupedNumber(point * m_shown->price, 2)), percentLabel(point - 1));
        if (points->empty())
            lines << tr("The premium is more than the structure can pay: it loses at any price.");
    }
    if (m_shown->units)
        lines << tr("A budget of %1 USD allows %2 units of one share each.")
                     .arg(qtext(groupedNumber(wish.budget, 0)),
                          qtext(groupedNumber(std::floor(*m_shown->units), 0)));
    else
        lines << qtext(m_shown->unitsRefusal);
    m_structure->setProse(unbroken(lines.join(QLatin1Char('\n'))));
}

std::vector<PageInput> OptionSection::inputs() const {
    return m_shown && !m_shown->wish.underlying.empty() ? mainValuesOf(std::array{m_shown->wish.underlying})
                                                        : mainValuesOf(std::array{session().state().small});
}

} // namespace rotascope
