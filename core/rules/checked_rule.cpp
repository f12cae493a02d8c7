#include "core/rules/checked_rule.h"

#include "core/base/text.h"
#include "core/rules/check_calls.h"
#include "core/rules/check_units.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

/// Turns nodes into terms; depth is bounded by the parser.
class Checker {
public:
    explicit Checker(const Vocabulary& vocabulary)
        : m_names(vocabulary) {}

    Parsed<Term> condition(const Node& node) {
        auto term = any(node);
        if (term && term->quantity != Quantity::Truth)
            return wrongTerm(node.at,
                             fmt::format("This is {} and no condition.", infoOf(term->quantity).label),
                             remedyFor(*term));
        return term;
    }

private:
    static std::string remedyFor(const Term& value) {
        constexpr double kExample = 3;
        return isConstant(value) ? "Name a series, such as ret(RUT, 5) > 3%."
                                 : fmt::format("Compare it: … > {}?", writtenAs(kExample, value.quantity));
    }

    Parsed<Term> any(const Node& node) {
        switch (node.kind) {
        case NodeKind::Number:
            return constant(node);
        case NodeKind::Word:
        case NodeKind::Text:
            return named(node);
        case NodeKind::Day:
            return wrongTerm(node.at, "A date is no value.",
                             "Write since(DATE) for the sessions since then.");
        case NodeKind::Call:
            return call(node);
        case NodeKind::Not:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Persist:
            return logic(node);
        case NodeKind::Negate:
        case NodeKind::Sum:
        case NodeKind::Product:
        case NodeKind::Compare:
        case NodeKind::Cross:
            break;
        }
        return combined(node);
    }

    static Term termAt(TermKind kind, const Node& node) {
        Term term;
        term.kind = kind;
        term.at = node.at;
        term.comparator = node.comparator;
        term.above = node.above;
        term.n = node.n;
        term.m = node.m;
        term.day = node.day;
        return term;
    }

    static Parsed<Term> constant(const Node& node) {
        Term term = termAt(TermKind::Constant, node);
        term.constant = node.number;
        term.unit = node.unit;
        return term;
    }

    /// A flag, or a series' main values.
    Parsed<Term> named(const Node& node) {
        if (node.kind == NodeKind::Text)
            for (const std::string& flag : m_names.flags)
                if (toLower(flag) == toLower(node.word)) {
                    Term term = termAt(TermKind::Flag, node);
                    term.quantity = Quantity::Truth;
                    term.flag = flag;
                    return term;
                }
        const auto series = seriesIn(node, m_names);
        if (!series)
            return tl::unexpected(series.error());
        return columnOf(node, *ruleFunctionNamed("close"), *series);
    }

    static Parsed<Term> columnOf(const Node& node, const RuleFunction& function, const SeriesRef& series) {
        Term term = termAt(TermKind::OverSeries, node);
        term.function = &function;
        term.series = series;
        term.quantity = series.quantity;
        return term;
    }

    Parsed<Term> call(const Node& node) {
        const auto function = functionOf(node);
        if (!function)
            return tl::unexpected(function.error());
        switch ((*function)->kind) {
        case FunctionKind::OverSeries:
            return column(node, **function);
        case FunctionKind::Field:
        case FunctionKind::Ratio:
        case FunctionKind::Flow: {
            const auto series = seriesIn(node, m_names);
            return series ? columnOf(node, **function, *series)
                          : Parsed<Term>(tl::unexpected(series.error()));
        }
        case FunctionKind::Since:
            return since(node);
        case FunctionKind::Z:
        case FunctionKind::Larger:
        case FunctionKind::Smaller:
        case FunctionKind::Absolute:
            break;
        }
        return overValues(node, (*function)->kind);
    }

    Parsed<Term> column(const Node& node, const RuleFunction& function) {
        const auto series = seriesIn(node.inputs.front(), m_names);
        if (!series)
            return tl::unexpected(series.error());
        const auto quantity = quantityOf(function, *series, node);
        if (!quantity)
            return tl::unexpected(quantity.error());
        auto term = columnOf(node, function, *series);
        term->quantity = *quantity;
        if (node.inputs.size() > 1) {
            const auto length = lengthIn(node.inputs[1], function);
            if (!length)
                return tl::unexpected(length.error());
            term->length = *length;
        }
        return term;
    }

    static Parsed<Term> since(const Node& node) {
        if (node.inputs.front().kind != NodeKind::Day)
            return wrongTerm(node.inputs.front().at, "since asks for a date.", "Write since(2025-11-28).");
        Term term = termAt(TermKind::Since, node);
        term.day = node.inputs.front().day;
        term.quantity = Quantity::Sessions;
        return term;
    }

    Parsed<Term> overValues(const Node& node, FunctionKind kind) {
        const TermKind termKind = kind == FunctionKind::Z         ? TermKind::Z
                                  : kind == FunctionKind::Larger  ? TermKind::Larger
                                  : kind == FunctionKind::Smaller ? TermKind::Smaller
                                                                  : TermKind::Absolute;
        Term term = termAt(termKind, node);
        const std::size_t values = kind == FunctionKind::Z ? 1 : node.inputs.size();
        for (std::size_t i = 0; i < values; ++i) {
            auto input = any(node.inputs[i]);
            if (!input)
                return input;
            term.inputs.push_back(std::move(*input));
        }
        auto checked = alike(std::move(term));
        if (!checked || kind != FunctionKind::Z)
            return checked;
        checked->quantity = Quantity::Sigma;
        if (node.inputs.size() > 1) {
            const auto mode = sigmaIn(node.inputs[1]);
            if (!mode)
                return tl::unexpected(mode.error());
            checked->sigma = *mode;
        }
        return checked;
    }

    Parsed<Term> logic(const Node& node) {
        Term term = termAt(node.kind == NodeKind::Not   ? TermKind::Not
                           : node.kind == NodeKind::And ? TermKind::And
                           : node.kind == NodeKind::Or  ? TermKind::Or
                                                        : TermKind::Persist,
                           node);
        term.quantity = Quantity::Truth;
        for (const Node& input : node.inputs) {
            auto checked = condition(input);
            if (!checked)
                return checked;
            term.inputs.push_back(std::move(*checked));
        }
        return term;
    }

    Parsed<Term> combined(const Node& node) {
        Term term = termAt(node.kind == NodeKind::Negate    ? TermKind::Negate
                           : node.kind == NodeKind::Sum     ? TermKind::Sum
                           : node.kind == NodeKind::Product ? TermKind::Product
                           : node.kind == NodeKind::Compare ? TermKind::Compare
                                                            : TermKind::Cross,
                           node);
        for (const Node& input : node.inputs) {
            auto checked = any(input);
            if (!checked)
                return checked;
            checked->inverse = input.inverse;
            term.inputs.push_back(std::move(*checked));
        }
        if (node.kind == NodeKind::Negate)
            return negated(std::move(term));
        if (node.kind == NodeKind::Sum)
            return sumOfTerms(std::move(term));
        if (node.kind == NodeKind::Product)
            return productOfTerms(std::move(term));
        auto checked = alike(std::move(term));
        if (checked)
            checked->quantity = Quantity::Truth;
        return checked;
    }

    const Vocabulary& m_names;
};

void collect(const Term& term, CheckedRule& rule) {
    const auto need = [&](const Symbol& symbol) {
        if (!symbol.empty() &&
            std::find(rule.symbols.begin(), rule.symbols.end(), symbol) == rule.symbols.end())
            rule.symbols.push_back(symbol);
    };
    if (term.kind == TermKind::OverSeries) {
        if (std::find(rule.series.begin(), rule.series.end(), term.series) == rule.series.end())
            rule.series.push_back(term.series);
        need(term.series.symbol);
        need(term.series.other);
    }
    for (const Term& input : term.inputs)
        collect(input, rule);
}

} // namespace

std::string textOf(const SeriesRef& series) {
    if (series.kind == FunctionKind::Ratio)
        return fmt::format("ratio({}, {})", series.symbol, series.other);
    if (series.kind == FunctionKind::Flow)
        return fmt::format("flow({}, {})", series.symbol, series.byWeek ? "week" : "day");
    return series.field == Field::Close ? series.symbol
                                        : fmt::format("{}({})", nameOf(series.field), series.symbol);
}

Vocabulary vocabularyOf(const MarketView& view, std::vector<std::string> flags) {
    Vocabulary names;
    for (const Symbol& symbol : view.symbols())
        if (auto instrument = view.instrument(symbol))
            names.instruments.push_back(std::move(*instrument));
    names.flags = std::move(flags);
    return names;
}

Parsed<CheckedRule> checkRule(std::string_view text, const Vocabulary& vocabulary) {
    const auto tree = parseExpression(text);
    if (!tree)
        return tl::unexpected(tree.error());
    auto condition = Checker(vocabulary).condition(*tree);
    if (!condition)
        return tl::unexpected(condition.error());
    CheckedRule rule;
    rule.text = std::string(trimmed(text));
    rule.condition = std::move(*condition);
    collect(rule.condition, rule);
    return rule;
}

} // namespace rotascope
