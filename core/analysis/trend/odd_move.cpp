#include "core/analysis/trend/odd_move.h"

#include "core/analysis/wording.h"
#include "core/indicators/returns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rotascope {

namespace {

constexpr double kNormalSigma = 1.4826; ///< σ of a normal law for each unit of the median distance

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double robustSigma(const std::vector<double>& moves) {
    const double centre = medianOf(moves);
    std::vector<double> distances;
    for (const double move : moves)
        distances.push_back(std::abs(move - centre));
    return kNormalSigma * medianOf(std::move(distances));
}

} // namespace

std::optional<OddMove> oddMove(const Instrument& instrument, const SeriesView& closes) {
    if (instrument.kind == InstrumentKind::Volatility)
        return std::nullopt;
    std::vector<double> moves;
    std::optional<OddMove> odd;
    for (std::size_t i = closes.size() - std::min(kOddSessions, closes.size()) + 1; i < closes.size(); ++i) {
        const double move = simpleReturn(closes.values[i - 1], closes.values[i]);
        if (std::isnan(move))
            continue;
        moves.push_back(move);
        if (std::abs(move) > (odd ? std::abs(odd->move) : kOddMove))
            odd = OddMove{closes.dates[i], move};
    }
    return odd && std::abs(odd->move) > kOddSigmas * robustSigma(moves) ? odd : std::nullopt;
}

std::string oddMoveText(const OddMove& move) {
    return fmt::format(
        "moved {} on {}, more than a day can: a split that the desk was not told of, or files of "
        "two kinds. Returns and averages across that day mislead.",
        percentText(move.move), dayMonthYear(move.date));
}

} // namespace rotascope
