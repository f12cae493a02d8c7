#include "core/analysis/relative/constituents.h"

#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kPercent = 100;

void addConstituent(ConstituentGain& out, const MarketView& view, const Symbol& symbol,
                    const SeriesView& weights) {
    ++out.listed;
    out.weightsOn = std::max(out.weightsOn, weights.dates.back());
    const auto closes = view.closes(symbol);
    if (!closes || closes->size() <= out.window)
        return;
    const double move = simpleReturn(closes->values[closes->size() - 1 - out.window], closes->values.back());
    const double weight = weights.values.back() / kPercent;
    if (std::isnan(move) || std::isnan(weight))
        return;
    out.asOf = std::max(out.asOf, closes->dates.back());
    out.members.push_back({symbol, weight, move, weight * move});
}

void addTotals(ConstituentGain& out) {
    std::stable_sort(out.members.begin(), out.members.end(), [](const Constituent& a, const Constituent& b) {
        return a.contribution > b.contribution;
    });
    double best = 0;
    for (std::size_t i = 0; i < out.members.size(); ++i) {
        out.covered += out.members[i].weight;
        out.gain += out.members[i].contribution;
        best += i < out.fifth() ? out.members[i].contribution : 0;
    }
    out.bestFifth = out.gain > 0 ? best / out.gain : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::size_t ConstituentGain::fifth() const {
    return std::max<std::size_t>(1, members.size() / 5);
}

Symbol constituentOf(const Symbol& fund, const Symbol& holding) {
    const bool isOne =
        holding.size() > fund.size() + 1 && holding.starts_with(fund) && holding[fund.size()] == ':';
    return isOne ? holding.substr(fund.size() + 1) : Symbol();
}

Result<ConstituentGain> constituentGain(const MarketView& view, const Symbol& fund, std::size_t window) {
    ConstituentGain out;
    out.fund = fund;
    out.window = window;
    out.weightsOn = out.asOf = Date::min();
    for (const Symbol& holding : view.symbols()) {
        const Symbol symbol = constituentOf(fund, holding);
        if (symbol.empty())
            continue;
        if (const auto weights = view.closes(holding))
            addConstituent(out, view, symbol, *weights);
    }
    if (out.listed == 0)
        return refused("no_constituents",
                       fmt::format("{}: no constituents. Import its holdings, and prices of them.", fund));
    if (out.members.empty())
        return refused("no_constituents", fmt::format("{}: {} constituents, none of them with prices over {} "
                                                      "sessions. Import prices of them.",
                                                      fund, out.listed, window));
    addTotals(out);
    return out;
}

} // namespace rotascope
