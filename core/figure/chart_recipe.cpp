#include "core/figure/chart_recipe.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

/// Letters that no shell looks at.
bool isPlain(std::string_view word) {
    constexpr std::string_view kPlain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+,:/@%=";
    return !word.empty() && word.find_first_not_of(kPlain) == std::string_view::npos;
}

std::string inShell(const std::string& word) {
    if (isPlain(word))
        return word;
    std::string out = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\' || c == '$' || c == '`')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace

std::string chartRecipe(std::string_view kind, const RecipeOptions& options) {
    std::string out(kind);
    for (const auto& [name, value] : options) {
        if (!name.empty())
            out += fmt::format(" --{}", name);
        if (!value.empty())
            out += ' ' + inShell(value);
    }
    return out;
}

std::optional<std::string> exactPercent(double fraction) {
    for (const double percent : {std::round(fraction * 1e8) / 1e6, fraction * 100}) {
        const double readBack = percent / 100;
        if (!(readBack < fraction) && !(readBack > fraction))
            return shortestNumber(percent) + '%';
    }
    return std::nullopt;
}

std::string chartCommand(const std::string& recipe, const Symbol& small, const Symbol& large,
                         std::optional<Date> asOf) {
    if (recipe.empty())
        return {};
    std::string out =
        fmt::format("rota chart {} --small {} --large {}", recipe, inShell(small), inShell(large));
    return asOf ? out + " --as-of " + isoText(*asOf) : out;
}

std::string shownCommand(const Figure& figure, int first, int last) {
    if (figure.recipe.empty() || figure.size() == 0 || figure.steps || !figure.dates)
        return figure.recipe;
    const auto at = [&figure](int place) {
        return isoText((*figure.dates)[static_cast<std::size_t>(
            std::clamp(place, 0, static_cast<int>(figure.size()) - 1))]);
    };
    return fmt::format("{} --from {} --to {}", figure.recipe, at(first), at(last));
}

} // namespace rotascope
