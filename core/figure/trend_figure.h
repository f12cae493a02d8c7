// One series' trend: values with averages, volume and its balances, an indicator, the fall from the high.
#pragma once

#include "core/analysis/trend/annotations.h"
#include "core/analysis/trend/trend_history.h"
#include "core/figure/chart_recipe.h"
#include "core/figure/figure.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct TrendFigureOptions {
    bool logarithmic = false;
    std::string indicator = "rsi"; ///< a row of the indicator catalogue, in a pane of its own
    MarkerLayer
        notes; ///< what the user wrote, by date alone: drawn on the session of the date or the one before
    RecipeOptions
        asked; ///< what `rota chart trend` names the series by; without it the figure has no command
};

/// The user's notes on an instrument as marks, for TrendFigureOptions.
MarkerLayer noteMarks(std::span<const Annotation> notes);

/// The history on `sessions`; a session on which it has no value stays open, and values on other days are in
/// the averages but not in the picture. Panes: values with the averages of kTrendAverages, breakouts above a
/// year and the user's notes; volume and, against the quarter's start before the last session, its balances
/// where there are volumes; the indicator; the fall from the highest value where values are prices.
Figure trendFigure(const TrendHistory& history, const std::vector<Date>& sessions,
                   const TrendFigureOptions& options);

} // namespace rotascope
