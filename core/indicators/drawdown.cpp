#include "core/indicators/drawdown.h"

#include <algorithm>
#include <limits>

namespace rotascope {

std::vector<double> drawdowns(std::span<const double> values) {
    std::vector<double> out(values.size(), std::numeric_limits<double>::quiet_NaN());
    double high = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] > 0))
            continue;
        high = std::max(high, values[i]);
        out[i] = values[i] / high - 1;
    }
    return out;
}

std::vector<Drawdown> drawdownEpisodes(std::span<const double> values) {
    std::vector<Drawdown> out;
    std::optional<std::size_t> peak;
    bool falling = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!(values[i] > 0))
            continue;
        if (!peak || values[i] >= values[*peak]) {
            if (falling)
                out.back().recovery = i;
            falling = false;
            peak = i;
            continue;
        }
        if (!falling)
            out.push_back({*peak, i, std::nullopt, 0});
        falling = true;
        Drawdown& fall = out.back();
        if (values[i] < values[fall.trough])
            fall.trough = i;
        fall.depth = values[fall.trough] / values[*peak] - 1;
    }
    return out;
}

std::optional<Drawdown> deepestDrawdown(std::span<const Drawdown> episodes) {
    const auto deepest =
        std::min_element(episodes.begin(), episodes.end(),
                         [](const Drawdown& a, const Drawdown& b) { return a.depth < b.depth; });
    return deepest == episodes.end() ? std::nullopt : std::optional(*deepest);
}

std::optional<Drawdown> longestDrawdown(std::span<const Drawdown> episodes, std::size_t end) {
    const auto length = [end](const Drawdown& d) { return d.recovery.value_or(end) - d.peak; };
    const auto longest =
        std::max_element(episodes.begin(), episodes.end(),
                         [&](const Drawdown& a, const Drawdown& b) { return length(a) < length(b); });
    return longest == episodes.end() ? std::nullopt : std::optional(*longest);
}

} // namespace rotascope
