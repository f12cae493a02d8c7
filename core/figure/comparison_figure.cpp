#include "core/figure/comparison_figure.h"

#include "core/figure/chart_recipe.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<ColourRole, 5> kInks{ColourRole::SmallCap, ColourRole::LargeCap, ColourRole::Event,
                                          ColourRole::Positive, ColourRole::MutedText};

/// How each figure is shown, in the order of kComparedFigures.
struct Shown {
    double divisor;
    int decimals;
    std::string_view unit;
    bool isSigned;
    bool isSparse;
    std::string_view note;
};
constexpr std::array<Shown, kComparedFigures.size()> kShown{{
    {1, 2, "", false, false, "daily returns, 63 sessions"},
    {1, 2, "", false, false, "daily returns, 63 sessions"},
    {0.01, 1, " %", true, false, "price return over 252 sessions"},
    {0.01, 1, " %", true, false, "from the highest close so far"},
    {0.01, 0, " %", false, true, "of the funds' 13-week flows, by size"},
}};

} // namespace

Figure comparisonFigure(const FundComparison& comparison, ComparedFigure figure) {
    const auto index = static_cast<std::size_t>(figure);
    const Shown& shown = kShown[index];
    Figure out;
    out.id = "comparison";
    out.title = std::string(kComparedFigures[index].label);
    out.dates = std::make_shared<const std::vector<Date>>(comparison.dates);
    Pane pane;
    pane.title = out.title;
    pane.note =
        index < 2 ? fmt::format("with {}, {}", comparison.reference, shown.note) : std::string(shown.note);
    pane.axis.suffix = std::string(shown.unit);
    pane.axis.signedTicks = shown.isSigned;
    for (std::size_t i = 0; i < comparison.funds.size(); ++i) {
        const ComparedFund& fund = comparison.funds[i];
        std::vector<double> values = fund.rolling[index];
        std::for_each(values.begin(), values.end(), [&shown](double& value) { value /= shown.divisor; });
        LineLayer line;
        line.name = fund.symbol;
        line.role = kInks[std::min(i, kInks.size() - 1)];
        line.values = std::make_shared<const std::vector<double>>(std::move(values));
        line.decimals = shown.decimals;
        line.unit = std::string(shown.unit);
        line.tagged = false;
        line.emphasised = i == 0;
        line.sparse = shown.isSparse;
        pane.layers.emplace_back(std::move(line));
    }
    out.panes.push_back(std::move(pane));
    out.summary =
        fmt::format("{} of {} funds of {} since {}.", out.title, comparison.funds.size(), comparison.basket,
                    comparison.dates.empty() ? "–" : dayMonthYear(comparison.dates.front()));
    out.recipe =
        chartRecipe("funds", {{"", comparison.basket}, {"figure", std::string(kComparedFigures[index].id)}});
    return out;
}

} // namespace rotascope
