// The command that draws a figure again: `rota chart KIND …`. A figure holds what is its own; the chart that
// shows it adds the pair, the date and the range in sight.
#pragma once

#include "core/figure/figure.h"
#include "core/market/instrument.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

using RecipeOptions = std::vector<std::pair<std::string_view, std::string>>;

/// "trend SPX --indicator rsi". An option without a name is a word; one without a value is a switch. What a
/// shell would take apart stands in double quotes.
std::string chartRecipe(std::string_view kind, const RecipeOptions& options);

/// A fraction as a percentage that reads back as exactly that fraction, such as "3%"; nullopt where none
/// does.
std::optional<std::string> exactPercent(double fraction);

/// The figure's recipe with the pair, and the as-of date where there is one; empty stays empty.
std::string chartCommand(const std::string& recipe, const Symbol& small, const Symbol& large,
                         std::optional<Date> asOf);

/// A figure's command for the places first..last of its axis; empty where it has none.
std::string shownCommand(const Figure& figure, int first, int last);

} // namespace rotascope
