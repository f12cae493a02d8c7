#include "core/figure/derivations.h"

#include "core/analysis/wording.h"
#include "core/analysis/z_ground.h"
#include "core/base/text.h"
#include "core/indicators/indicator_catalogue.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

DerivationRef shared(std::string_view formula, std::vector<DerivationInput> inputs,
                     std::vector<DerivationStep> steps = {}) {
    return std::make_shared<const Derivation>(
        Derivation{{}, {}, std::string(formula), std::move(inputs), std::move(steps), {}, {}, {}});
}

DerivationInput valueOn(const Symbol& symbol, Date date) {
    return {symbol, date, date};
}

/// In parentheses below zero, since a sign stands before it.
std::string moveText(double fraction) {
    const std::string text = groupedNumber(fraction * 100, 3) + " %";
    return fraction < 0 ? "(" + text + ")" : text;
}

/// Before any market.
constexpr Date kBeginning = std::chrono::sys_days{std::chrono::year{1800} / 1 / 1};

/// ★ How a flow comes about, in the order of kFlowSourceRows.
struct FlowFormula {
    std::string_view words;
    std::array<std::optional<Field>, 2> fields;
};
constexpr std::array<FlowFormula, kFlowSources> kFlowFormulas{{
    {"the flows as given, added up over the days", {Field::Flow, std::nullopt}},
    {"Σ (shares − shares of the session before) × NAV, over the days", {Field::Shares, Field::Nav}},
    {"Σ assets − assets of the session before × (1 + return of the day), over the days",
     {Field::Aum, Field::Close}},
}};

} // namespace

DerivationRef valueFrom(const Symbol& symbol, Date date, std::optional<Field> field) {
    return shared("{0}", {{symbol, date, date, field}});
}

DerivationRef returnFrom(const Symbol& symbol, Date base, Date last, std::optional<Field> field) {
    return shared("{1} / {0} − 1", {{symbol, base, base, field}, {symbol, last, last, field}});
}

DerivationRef spreadFrom(const Symbol& small, const Symbol& large, Date base, Date last) {
    return shared("({1} / {0} − 1) − ({3} / {2} − 1)",
                  {valueOn(small, base), valueOn(small, last), valueOn(large, base), valueOn(large, last)});
}

DerivationRef runsFrom(std::string_view formula, std::span<const Symbol> symbols, Date first, Date last) {
    std::vector<DerivationInput> inputs;
    for (const Symbol& symbol : symbols)
        inputs.push_back({symbol, first, last});
    return shared(formula, std::move(inputs));
}

DerivationRef runsFrom(std::string_view formula, std::initializer_list<Symbol> symbols, Date first,
                       Date last) {
    return runsFrom(formula, std::span(symbols.begin(), symbols.size()), first, last);
}

DerivationRef historiesFrom(std::string_view formula, std::span<const Symbol> symbols, Date last) {
    return runsFrom(formula, symbols, kBeginning, last);
}

DerivationRef historiesFrom(std::string_view formula, std::initializer_list<Symbol> symbols, Date last) {
    return runsFrom(formula, symbols, kBeginning, last);
}

Date moveBase(const Divergence& divergence) {
    const std::size_t last = divergence.pair.size() - 1;
    return divergence.pair.dates[last - std::min(last, static_cast<std::size_t>(divergence.params.days))];
}

DerivationRef zFrom(const Divergence& divergence, SigmaMode mode, bool ofSpread) {
    const auto index = static_cast<std::size_t>(mode);
    const std::vector<double>& moves = ofSpread ? divergence.history.spread : divergence.history.returnSmall;
    const double z = (ofSpread ? divergence.zSpread : divergence.zSmall)[index].z;
    const ZGround ground = zGround(moves, mode, z);
    const Symbol& small = divergence.params.small;
    const Date base = moveBase(divergence);
    const Date from = divergence.pair.dates.front();
    std::vector<DerivationInput> inputs{valueOn(small, base), valueOn(small, divergence.asOf)};
    if (ofSpread) {
        const Symbol& large = divergence.params.large;
        inputs.push_back(valueOn(large, base));
        inputs.push_back(valueOn(large, divergence.asOf));
        inputs.push_back({large, from, divergence.asOf});
    }
    inputs.push_back({small, from, divergence.asOf});
    const std::string move = ofSpread ? "(({1} / {0} − 1) − ({3} / {2} − 1)" : "(({1} / {0} − 1)";
    const std::size_t step = inputs.size();
    const std::string centre = mode == SigmaMode::Mad ? "median" : "mean";
    const auto place = [](std::size_t at) { return "{" + std::to_string(at) + "}"; };
    return shared(move + " − " + place(step) + ") / " + place(step + 1) + "; " +
                      std::string(infoOf(mode).explanation) + ", of the moves over " +
                      sessionsInWords(divergence.params.days),
                  std::move(inputs), {{centre, moveText(ground.centre)}, {"σ", moveText(ground.scale)}});
}

DerivationRef historyFrom(const Divergence& divergence, std::string_view formula) {
    return runsFrom(formula, {divergence.params.small, divergence.params.large},
                    divergence.pair.dates.front(), divergence.asOf);
}

std::optional<Field> fieldOf(PriceBasis basis) {
    return basis == PriceBasis::Adjusted ? std::optional(Field::AdjClose) : std::nullopt;
}

DerivationRef averageFrom(const TrendRow& row, std::size_t average) {
    const TrendAverageInfo& info = kTrendAverages[average];
    const std::string name = toUpper(info.id);
    return shared("{0} / {2} − 1; " + std::string(indicatorNamed(info.indicator)->formula),
                  {{row.symbol(), row.asOf(), row.asOf(), fieldOf(row.basis)},
                   {row.symbol(), row.range.first, row.asOf(), fieldOf(row.basis)}},
                  {{name, groupedNumber(row.averages[average].value, 4)}});
}

DerivationRef trendFrom(const TrendRow& row) {
    return shared({}, {{row.symbol(), row.range.first, row.asOf(), fieldOf(row.basis)}});
}

DerivationRef moveFrom(const TrendRow& row, const std::optional<Date>& base) {
    return base ? returnFrom(row.symbol(), *base, row.asOf(), fieldOf(row.basis)) : nullptr;
}

DerivationRef flowFrom(const Symbol& fund, FlowSource source, Date since, Date last) {
    const FlowFormula& formula = kFlowFormulas[indexOf(source)];
    std::vector<DerivationInput> inputs;
    for (const std::optional<Field>& field : formula.fields)
        if (field)
            inputs.push_back({fund, since, last, field});
    return shared(formula.words, std::move(inputs));
}

DerivationRef yieldFrom(const YieldInfo& info, Date observed) {
    const Symbol symbol(info.symbol);
    if (info.less.empty())
        return valueFrom(symbol, observed);
    return shared("{0} − {1}", {valueOn(symbol, observed), valueOn(Symbol(info.less), observed)});
}

DerivationRef yieldChangeFrom(const YieldInfo& info, Date before, Date observed) {
    const Symbol symbol(info.symbol);
    if (info.less.empty())
        return shared("({1} − {0}) × 100", {valueOn(symbol, before), valueOn(symbol, observed)});
    const Symbol less(info.less);
    return shared("(({1} − {3}) − ({0} − {2})) × 100", {valueOn(symbol, before), valueOn(symbol, observed),
                                                        valueOn(less, before), valueOn(less, observed)});
}

} // namespace rotascope
