#include "core/rules/check_calls.h"

#include "core/base/text.h"
#include "core/rules/check_units.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::string upperName(const Node& node) {
    return canonicalSymbol(node.word);
}

bool isName(const Node& node) {
    return node.kind == NodeKind::Word || node.kind == NodeKind::Text;
}

tl::unexpected<ExpressionError> unknownFunction(const Node& call) {
    std::vector<std::string> names;
    for (const RuleFunction& row : ruleFunctions())
        names.emplace_back(row.name());
    const auto nearest = nearestName(call.word, names);
    return wrongTerm({call.at.begin, call.at.begin + call.word.size()},
                     fmt::format("There is no function {}.", call.word),
                     nearest ? fmt::format("The nearest is {}.", ruleFunctionNamed(*nearest)->signature)
                             : fmt::format("There are {}.", fmt::join(names, ", ")));
}

tl::unexpected<ExpressionError> wrongCount(const Node& call, const RuleFunction& function) {
    const std::size_t given = call.inputs.size();
    const bool lacksHorizon = given < function.required && given > 0 &&
                              (function.arguments[given] == ArgumentKind::Length ||
                               function.arguments[given] == ArgumentKind::Window);
    if (lacksHorizon && isName(call.inputs.front()))
        return wrongTerm(
            call.at, fmt::format("{} over how many observations?", function.name()),
            fmt::format("Write {}({}, 5) for five.", function.name(), upperName(call.inputs.front())));
    return wrongTerm(call.at, fmt::format("{} is written {}.", function.name(), function.signature),
                     fmt::format("Here are {} of its arguments.", given));
}

tl::unexpected<ExpressionError> unknownSeries(const Node& node, const Vocabulary& names) {
    std::vector<std::string> known;
    for (const Instrument& row : names.instruments)
        known.push_back(row.symbol);
    for (const Instrument& row : knownInstruments())
        known.push_back(row.symbol);
    if (node.kind == NodeKind::Text)
        known.insert(known.end(), names.flags.begin(), names.flags.end());
    const std::string shown =
        node.kind == NodeKind::Text ? fmt::format("\"{}\"", node.word) : upperName(node);
    const auto nearest = nearestName(node.kind == NodeKind::Text ? node.word : upperName(node), known);
    return wrongTerm(
        node.at,
        fmt::format("There is no {} {}.", node.kind == NodeKind::Text ? "flag or series" : "series", shown),
        nearest                       ? fmt::format("The nearest name is {}.", *nearest)
        : node.kind == NodeKind::Text ? "Note a flag with its dates first, or import the series."
                                      : "Import it first; `rota list` names what there is.");
}

Parsed<Instrument> instrumentNamed(const Node& node, const Vocabulary& names) {
    if (!isName(node))
        return wrongTerm(node.at, "Here the name of a series is expected.", "Write a symbol such as RUT.");
    const Symbol symbol = upperName(node);
    for (const Instrument& row : names.instruments)
        if (row.symbol == symbol)
            return row;
    const Instrument* known = knownInstrument(symbol);
    if (!known)
        return unknownSeries(node, names);
    // The desk may hold the very series under another symbol of the catalogue (HYOAS, BAMLH0A0HYM2).
    const auto twin =
        std::find_if(names.instruments.begin(), names.instruments.end(), [&](const Instrument& row) {
            const Instrument* other = knownInstrument(row.symbol);
            return other && other->name == known->name;
        });
    return twin == names.instruments.end() ? *known : *twin;
}

Parsed<SeriesRef> fieldIn(const Node& call, const RuleFunction& function, const Vocabulary& names) {
    const auto instrument = instrumentNamed(call.inputs.front(), names);
    if (!instrument)
        return tl::unexpected(instrument.error());
    const Quantity own = function.unit == UnitRule::Count ? Quantity::Count : quantityOf(instrument->unit);
    return SeriesRef{FunctionKind::Field, instrument->symbol, {}, function.field, true, own};
}

Parsed<SeriesRef> ratioIn(const Node& call, const Vocabulary& names) {
    const auto over = instrumentNamed(call.inputs[0], names);
    const auto under = instrumentNamed(call.inputs[1], names);
    if (!over || !under)
        return tl::unexpected(over ? under.error() : over.error());
    if (quantityOf(over->unit) != quantityOf(under->unit))
        return wrongTerm(
            call.at, fmt::format("{} and {} are measured in different units.", over->symbol, under->symbol),
            "A ratio needs two prices, or two series of one unit.");
    return SeriesRef{FunctionKind::Ratio, over->symbol, under->symbol, Field::Close, true, Quantity::Ratio};
}

Parsed<SeriesRef> flowIn(const Node& call, const Vocabulary& names) {
    const auto fund = instrumentNamed(call.inputs[0], names);
    if (!fund)
        return tl::unexpected(fund.error());
    const Node& period = call.inputs[1];
    if (period.kind != NodeKind::Word || (period.word != "week" && period.word != "day"))
        return wrongTerm(period.at, "Flows are by week or by day.",
                         fmt::format("Write flow({}, week).", fund->symbol));
    return SeriesRef{FunctionKind::Flow, fund->symbol, {}, Field::Flow, period.word == "week", Quantity::Usd};
}

} // namespace

Parsed<const RuleFunction*> functionOf(const Node& call) {
    const RuleFunction* function = ruleFunctionNamed(call.word);
    if (!function)
        return unknownFunction(call);
    if (call.inputs.size() < function->required || call.inputs.size() > function->arity())
        return wrongCount(call, *function);
    return function;
}

Parsed<SeriesRef> seriesIn(const Node& node, const Vocabulary& names) {
    if (isName(node)) {
        const auto instrument = instrumentNamed(node, names);
        if (!instrument)
            return tl::unexpected(instrument.error());
        return SeriesRef{FunctionKind::Field,         instrument->symbol, {}, Field::Close, true,
                         quantityOf(instrument->unit)};
    }
    if (node.kind == NodeKind::Call) {
        const auto function = functionOf(node);
        if (!function)
            return tl::unexpected(function.error());
        switch ((*function)->kind) {
        case FunctionKind::Field:
            return fieldIn(node, **function, names);
        case FunctionKind::Ratio:
            return ratioIn(node, names);
        case FunctionKind::Flow:
            return flowIn(node, names);
        default:
            break;
        }
    }
    return wrongTerm(node.at, "Here a series is expected, and this is none.",
                     "Series are RUT, volume(IWM), ratio(KRE, SPY), flow(IWM, week).");
}

Parsed<Quantity> quantityOf(const RuleFunction& function, const SeriesRef& series, const Node& call) {
    const bool isFlow = series.kind == FunctionKind::Flow;
    if (function.needsBars && (series.kind != FunctionKind::Field || series.field != Field::Close))
        return wrongTerm(call.at, fmt::format("{} needs bars with high and low.", function.name()),
                         "Name an instrument, such as IWM.");
    switch (function.unit) {
    case UnitRule::Return:
        if (series.quantity == Quantity::Percent)
            return wrongTerm(call.at,
                             fmt::format("{} is in percent: it has a change and no return.", series.symbol),
                             fmt::format("Write chg({}, 5) and a threshold in bp.", series.symbol));
        if (isFlow)
            return wrongTerm(
                call.at, "Flows change their sign: they have no return.",
                fmt::format("Compare {} with an amount, or take rank or z of it.", textOf(series)));
        return Quantity::Return;
    case UnitRule::Change:
        return changeOf(series.quantity);
    case UnitRule::Sessions:
        return isFlow ? Quantity::Count : Quantity::Sessions;
    case UnitRule::Number:
        return Quantity::Number;
    case UnitRule::Count:
        return Quantity::Count;
    case UnitRule::OwnUnit:
    case UnitRule::Ratio:
    case UnitRule::Sigma:
    case UnitRule::Usd:
        break;
    }
    return series.quantity;
}

Parsed<std::size_t> lengthIn(const Node& node, const RuleFunction& function) {
    const bool isWindow = function.arguments[1] == ArgumentKind::Window;
    if (isWindow && node.kind == NodeKind::Word && (node.word == "year" || node.word == "all"))
        return node.word == "year" ? kThisYear : kAllObservations;
    const bool isBare =
        node.kind == NodeKind::Number && (node.unit == UnitWord::None || node.unit == UnitWord::Sessions);
    const int length =
        isBare && node.number >= 1 && node.number <= kLongestWindow ? static_cast<int>(node.number) : 0;
    if (length == 0 || length < node.number)
        return wrongTerm(node.at,
                         fmt::format("Here a whole number of observations from 1 to {} is expected{}.",
                                     kLongestWindow, isWindow ? ", or year, or all" : ""),
                         fmt::format("{} is written {}.", function.name(), function.signature));
    return static_cast<std::size_t>(length);
}

Parsed<SigmaMode> sigmaIn(const Node& node) {
    const auto mode = node.kind == NodeKind::Word ? sigmaModeNamed(node.word) : std::nullopt;
    if (mode == SigmaMode::InSample)
        return wrongTerm(node.at,
                         "In-sample σ knows the future: the rule would not show what it showed then.",
                         "Use expanding.");
    if (mode)
        return *mode;
    std::vector<std::string_view> names;
    for (const SigmaModeInfo& row : kSigmaModes)
        if (row.mode != SigmaMode::InSample)
            names.push_back(row.id);
    return wrongTerm(node.at, "This is no way to estimate σ.",
                     fmt::format("There are {}.", fmt::join(names, ", ")));
}

} // namespace rotascope
