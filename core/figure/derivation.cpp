#include "core/figure/derivation.h"

#include "core/base/text.h"

#include <charconv>

namespace rotascope {

namespace {

/// The number between the braces that open at `at`; nullopt where no place stands there.
std::optional<std::size_t> placeAt(const std::string& formula, std::size_t at, std::size_t& end) {
    std::size_t place = 0;
    const char* const begin = formula.data() + at + 1;
    const char* const limit = formula.data() + formula.size();
    const auto [rest, error] = std::from_chars(begin, limit, place);
    if (error != std::errc{} || rest == limit || *rest != '}')
        return std::nullopt;
    end = static_cast<std::size_t>(rest - formula.data()) + 1;
    return place;
}

} // namespace

std::string filledFormula(const Derivation& derivation, std::span<const std::string> inputs,
                          std::span<const std::string> steps) {
    std::string out;
    const std::string& formula = derivation.formula;
    for (std::size_t at = 0; at < formula.size();) {
        std::size_t end = at + 1;
        const auto place = formula[at] == '{' ? placeAt(formula, at, end) : std::nullopt;
        if (place && *place < inputs.size())
            out += inputs[*place];
        else if (place && *place - inputs.size() < steps.size())
            out += steps[*place - inputs.size()];
        else
            out.append(formula, at, end - at);
        at = end;
    }
    return out;
}

std::string inputName(const DerivationInput& input, Field field) {
    const std::string days = input.isRun() ? dayMonthYear(input.first) + " to " + dayMonthYear(input.last)
                                           : dayMonthYear(input.last);
    return input.symbol + " " + toLower(infoOf(field).heading) + " " + days;
}

} // namespace rotascope
