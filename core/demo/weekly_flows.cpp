#include "core/demo/weekly_flows.h"

#include "core/demo/demo_facts.h"
#include "core/demo/elementary.h"
#include "core/demo/random.h"

#include <algorithm>
#include <optional>
#include <string>

namespace rotascope {

namespace {

constexpr double kBillion = 1e9;
constexpr double kRoundTo = 1e4;

struct Week {
    Date friday;
    double close; ///< of its last session
    double plan;  ///< flow as a fraction of the assets of the week before
};

Date fridayOf(Date date) {
    const std::chrono::weekday friday = std::chrono::Friday;
    return date + (friday - std::chrono::weekday{date});
}

std::vector<Week> weeksOf(const PriceBars& bars) {
    std::vector<Week> weeks;
    const std::vector<double>& closes = bars.column(Field::Close);
    for (std::size_t i = 0; i < bars.dates.size(); ++i) {
        const Date friday = fridayOf(bars.dates[i]);
        if (weeks.empty() || weeks.back().friday != friday)
            weeks.push_back({friday, 0, 0});
        weeks.back().close = closes[i];
    }
    return weeks;
}

/// A young fund gathers assets fast, a grown one follows its normal pace; money follows returns a little.
void planFlows(std::vector<Week>& weeks, const FlowRecipe& recipe) {
    Drifting mood(std::string(recipe.symbol) + " flow mood", 0.85);
    Random random(std::string(recipe.symbol) + " flows");
    for (std::size_t i = 1; i < weeks.size(); ++i) {
        const double youth = 0.20 * portableExp(-static_cast<double>(i) / 26);
        const double pace = recipe.yearlyGrowth / 5200 + youth;
        const double gain = weeks[i].close / weeks[i - 1].close - 1;
        const double surprise = 0.4 * mood.next() + 0.9 * random.fatTails();
        weeks[i].plan = std::clamp(pace + 0.06 * gain + recipe.weeklyFlow / 100 * surprise, -0.12, 0.35);
    }
}

std::optional<double> givenFlow(std::string_view symbol, Date week) {
    for (const GivenFlow& row : demoGivenFlows())
        if (row.symbol == symbol && row.week == week)
            return row.billions * kBillion;
    return std::nullopt;
}

double roundedUsd(double usd) {
    return roundedTo(usd / kRoundTo, 0) * kRoundTo;
}

} // namespace

std::vector<Series> weeklyFlows(const FlowRecipe& recipe) {
    std::vector<Week> weeks = weeksOf(recipe.bars);
    planFlows(weeks, recipe);
    Series flows{Field::Flow, Cadence::Weekly, Availability::NextSession, {}, {}};
    Series assets{Field::Aum, Cadence::Weekly, Availability::NextSession, {}, {}};
    double held = recipe.assets * kBillion;
    for (std::size_t i = weeks.size(); i-- > 1;) {
        const double ratio = weeks[i].close / weeks[i - 1].close;
        const auto given = givenFlow(recipe.symbol, weeks[i].friday);
        const double before = given ? (held - *given) / ratio : held / (ratio + weeks[i].plan);
        flows.dates.push_back(weeks[i].friday);
        flows.values.push_back(roundedUsd(given ? *given : before * weeks[i].plan));
        assets.values.push_back(roundedUsd(held));
        held = before;
    }
    std::reverse(flows.dates.begin(), flows.dates.end());
    std::reverse(flows.values.begin(), flows.values.end());
    std::reverse(assets.values.begin(), assets.values.end());
    assets.dates = flows.dates;
    return {std::move(flows), std::move(assets)};
}

} // namespace rotascope
