#include "core/demo/bars.h"

#include "core/demo/elementary.h"
#include "core/demo/random.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace rotascope {

namespace {

constexpr int kPriceDecimals = 2;
constexpr int kAdjustedDecimals = 4;

struct OpenHighLow {
    double open;
    double high;
    double low;
};

/// The session opens part of the way to its close and strays about half a σ beyond both.
OpenHighLow strayAround(Random& random, double previous, double close, double sigma) {
    const double gap = 0.35 * portableLog(close / previous) + 0.3 * sigma * random.normal();
    const double open = previous * portableExp(gap);
    const double above = 0.45 * sigma * std::abs(random.normal());
    const double below = 0.45 * sigma * std::abs(random.normal());
    return {roundedTo(open, kPriceDecimals),
            roundedTo(std::max(open, close) * portableExp(above), kPriceDecimals),
            roundedTo(std::min(open, close) * portableExp(-below), kPriceDecimals)};
}

void addPrices(PriceBars& bars, const BarRecipe& recipe) {
    Random random(std::string(recipe.symbol) + " bars");
    for (std::size_t i = 0; i < recipe.dates.size(); ++i) {
        const double close = recipe.closes[i];
        const double previous = i > 0 ? recipe.closes[i - 1] : close;
        const OpenHighLow day = strayAround(random, previous, close, recipe.sigmas[i]);
        bars.columns[indexOf(Field::Open)].push_back(day.open);
        bars.columns[indexOf(Field::High)].push_back(std::max({day.open, day.high, close}));
        bars.columns[indexOf(Field::Low)].push_back(std::max(0.01, std::min({day.open, day.low, close})));
    }
    bars.columns[indexOf(Field::Close)].assign(recipe.closes.begin(), recipe.closes.end());
}

void addVolume(PriceBars& bars, const BarRecipe& recipe) {
    Drifting mood(std::string(recipe.symbol) + " volume", 0.7);
    const auto sessions = static_cast<double>(recipe.dates.size());
    const double growth = portableLog(recipe.lastVolume / recipe.firstVolume) / sessions;
    std::vector<double>& volume = bars.columns[indexOf(Field::Volume)];
    for (std::size_t i = 0; i < recipe.dates.size(); ++i) {
        const double move = i > 0 ? std::abs(portableLog(recipe.closes[i] / recipe.closes[i - 1])) : 0;
        const double surprise = std::min(4.0, move / recipe.sigmas[i]);
        const double early = isNyseEarlyClose(recipe.dates[i]) ? 0.5 : 1;
        const double normal = recipe.firstVolume * portableExp(growth * static_cast<double>(i));
        const double day = normal * early * portableExp(0.35 * (surprise - 0.75) + 0.18 * mood.next());
        volume.push_back(std::max(1.0, roundedTo(day, 0)));
    }
}

/// The last session up to the third Friday of March, June, September and December.
bool isExDividend(Date date) {
    if (monthOf(date) % 3 != 0)
        return false;
    const std::chrono::year_month_day ymd{date};
    const Date thirdFriday{ymd.year() / ymd.month() / std::chrono::Friday[3]};
    return date == nyseSessionOnOrBefore(thirdFriday);
}

/// Backward adjustment: each dividend scales every earlier close by 1 − dividend / close of the evening
/// before.
void addAdjustedCloses(PriceBars& bars, const BarRecipe& recipe) {
    std::vector<double>& adjusted = bars.columns[indexOf(Field::AdjClose)];
    adjusted.resize(recipe.dates.size());
    double factor = 1;
    for (std::size_t i = recipe.dates.size(); i-- > 0;) {
        adjusted[i] =
            factor == 1 ? recipe.closes[i] : roundedTo(recipe.closes[i] * factor, kAdjustedDecimals);
        if (i == 0 || !isExDividend(recipe.dates[i]))
            continue;
        const double evening = recipe.closes[i - 1];
        factor *= 1 - roundedTo(evening * recipe.dividendYield / 400, 3) / evening;
    }
}

} // namespace

PriceBars makeBars(const BarRecipe& recipe) {
    PriceBars bars;
    bars.dates.assign(recipe.dates.begin(), recipe.dates.end());
    addPrices(bars, recipe);
    addVolume(bars, recipe);
    if (recipe.adjusted)
        addAdjustedCloses(bars, recipe);
    return bars;
}

} // namespace rotascope
