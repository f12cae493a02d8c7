#include "core/rules/check_units.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::string capital(std::string_view text) {
    std::string out(text);
    out.front() = toUpper(out.substr(0, 1)).front();
    return out;
}

std::string labelOf(Quantity quantity) {
    return std::string(infoOf(quantity).label);
}

std::string writtenConstant(const Term& constant) {
    return shortestNumber(constant.constant) + std::string(textOf(constant.unit));
}

/// What to write where a number does not fit what it is held against.
tl::unexpected<ExpressionError> wrongNumber(const Term& constant, Quantity wanted) {
    const std::string written = writtenAs(constant.constant, wanted);
    if (constant.unit == UnitWord::None)
        return wrongTerm(constant.at, fmt::format("{} needs a unit.", writtenConstant(constant)),
                         fmt::format("{}?", written));
    const bool isMove = constant.unit == UnitWord::Pp || constant.unit == UnitWord::Bp;
    if (wanted == Quantity::Percent && isMove)
        return wrongTerm(constant.at,
                         fmt::format("{} is a change, and what it is held against is a level in percent.",
                                     writtenConstant(constant)),
                         "Over how many observations? Write chg(S, 21) for the change over 21.");
    if (wanted == Quantity::Level && constant.unit == UnitWord::Percent)
        return wrongTerm(
            constant.at,
            fmt::format("{} is a move, and what it is held against is a level.", writtenConstant(constant)),
            "Over how many sessions? Write ret(S, 5) for the return over five.");
    return wrongTerm(constant.at,
                     fmt::format("{} does not measure {}.", writtenConstant(constant), labelOf(wanted)),
                     written.empty() ? "" : fmt::format("{}?", written));
}

/// Zero is the same in every unit.
bool isZero(const Term& constant) {
    return constant.unit == UnitWord::None && !(constant.constant < 0 || constant.constant > 0);
}

Parsed<Term> resolved(Term constant, Quantity wanted) {
    const auto factor = isZero(constant) ? std::optional(1.0) : factorOf(constant.unit, wanted);
    if (!factor)
        return wrongNumber(constant, wanted);
    constant.constant *= *factor;
    constant.unit = UnitWord::None;
    constant.quantity = wanted;
    return constant;
}

const Term* firstTyped(const std::vector<Term>& terms) {
    const auto found = std::find_if_not(terms.begin(), terms.end(), isConstant);
    return found == terms.end() ? nullptr : &*found;
}

Parsed<Term> withoutConditions(Term term) {
    for (const Term& input : term.inputs)
        if (input.quantity == Quantity::Truth)
            return wrongTerm(input.at, "This is a condition, and here a value is expected.",
                             "Join conditions with and, or, not.");
    return term;
}

/// 2 + 3, 3pp − 1pp: one constant.
Parsed<Term> foldedSum(const Term& sum) {
    Term out = sum.inputs.front();
    out.at = sum.at;
    out.inverse = false;
    out.constant = 0;
    for (const Term& input : sum.inputs) {
        if (input.unit != out.unit)
            return wrongTerm(input.at, "Numbers with different units cannot be added.",
                             "Give both the same unit.");
        out.constant += input.inverse ? -input.constant : input.constant;
    }
    return out;
}

/// The quantity of a sum so far with one more value; nullopt where they are unlike.
std::optional<Quantity> added(Quantity sum, Quantity next, bool subtracted) {
    if (sum == Quantity::Percent && next == Quantity::Percent && subtracted)
        return Quantity::PercentChange;
    if (sum == next)
        return sum;
    const bool both = (sum == Quantity::Percent && next == Quantity::PercentChange) ||
                      (sum == Quantity::PercentChange && next == Quantity::Percent && !subtracted);
    return both ? std::optional(Quantity::Percent) : std::nullopt;
}

bool isPure(Quantity quantity) {
    return quantity == Quantity::Number || quantity == Quantity::Ratio;
}

std::optional<Quantity> multiplied(Quantity product, Quantity next) {
    if (isPure(product))
        return next == Quantity::Number ? product : next;
    return isPure(next) ? std::optional(product) : std::nullopt;
}

std::optional<Quantity> divided(Quantity product, Quantity next) {
    if (isPure(next))
        return product;
    return product == next ? std::optional(Quantity::Ratio) : std::nullopt;
}

Parsed<Term> foldedProduct(const Term& product) {
    Term out = product.inputs.front();
    out.at = product.at;
    for (std::size_t i = 1; i < product.inputs.size(); ++i) {
        const Term& next = product.inputs[i];
        if (next.unit != UnitWord::None && (next.inverse || out.unit != UnitWord::None))
            return wrongTerm(next.at, "Numbers with units cannot be multiplied or divided by each other.");
        if (next.inverse)
            out.constant /= next.constant;
        else
            out.constant *= next.constant;
        out.unit = out.unit == UnitWord::None ? next.unit : out.unit;
    }
    return out;
}

Parsed<Term> withoutZero(Term product) {
    for (const Term& input : product.inputs)
        if (input.inverse && isConstant(input) && !(input.constant < 0 || input.constant > 0))
            return wrongTerm(input.at, "A division by zero has no value.", "Divide by something else.");
    return product;
}

} // namespace

tl::unexpected<ExpressionError> wrongTerm(TextRange at, std::string message, std::string remedy) {
    return tl::unexpected(ExpressionError{at, std::move(message), std::move(remedy)});
}

Parsed<Term> sumOfTerms(Term sum) {
    auto values = withoutConditions(std::move(sum));
    if (!values)
        return values;
    const Term* typed = firstTyped(values->inputs);
    if (!typed)
        return foldedSum(*values);
    std::optional<Quantity> quantity;
    for (Term& input : values->inputs) {
        const Quantity met = quantity.value_or(typed->quantity);
        if (isConstant(input)) {
            const bool moves = met == Quantity::Percent && factorOf(input.unit, Quantity::PercentChange);
            auto constant = resolved(input, moves ? Quantity::PercentChange : met);
            if (!constant)
                return constant;
            input = std::move(*constant);
            quantity = met;
            continue;
        }
        const auto next = &input == &values->inputs.front() || !quantity
                              ? std::optional(input.quantity)
                              : added(*quantity, input.quantity, input.inverse);
        if (!next)
            return wrongTerm(input.at, fmt::format("{} cannot be added to {}.",
                                                   capital(labelOf(input.quantity)), labelOf(met)));
        quantity = next;
    }
    values->quantity = *quantity;
    return values;
}

Parsed<Term> productOfTerms(Term product) {
    auto values = withoutConditions(std::move(product));
    if (values)
        values = withoutZero(std::move(*values));
    if (!values)
        return values;
    if (!firstTyped(values->inputs))
        return foldedProduct(*values);
    Quantity quantity = Quantity::Number;
    for (Term& input : values->inputs) {
        if (isConstant(input) && input.unit != UnitWord::None)
            return wrongTerm(input.at, "A number that multiplies or divides a value has no unit.",
                             "Leave it out.");
        const auto next =
            input.inverse ? divided(quantity, input.quantity) : multiplied(quantity, input.quantity);
        if (!next)
            return wrongTerm(input.at, fmt::format("{} cannot be {} {}.", capital(labelOf(quantity)),
                                                   input.inverse ? "divided by" : "multiplied by",
                                                   labelOf(input.quantity)));
        quantity = *next;
    }
    values->quantity = quantity;
    return values;
}

Parsed<Term> negated(Term negation) {
    auto values = withoutConditions(std::move(negation));
    if (!values)
        return values;
    Term& inner = values->inputs.front();
    if (isConstant(inner)) {
        Term out = inner;
        out.constant = -out.constant;
        out.at = values->at;
        return out;
    }
    values->quantity = inner.quantity;
    return values;
}

Parsed<Term> alike(Term pair) {
    auto values = withoutConditions(std::move(pair));
    if (!values)
        return values;
    const Term* typed = firstTyped(values->inputs);
    if (!typed)
        return wrongTerm(values->at, "Two numbers are held against each other.",
                         "Name a series, such as ret(RUT, 5).");
    values->quantity = typed->quantity;
    for (Term& input : values->inputs) {
        if (!isConstant(input) && input.quantity != values->quantity)
            return wrongTerm(input.at,
                             fmt::format("{} cannot be held against {}.", capital(labelOf(input.quantity)),
                                         labelOf(values->quantity)),
                             "Both sides must be measured alike.");
        if (!isConstant(input))
            continue;
        auto constant = resolved(std::move(input), values->quantity);
        if (!constant)
            return constant;
        input = std::move(*constant);
    }
    return values;
}

} // namespace rotascope
