#include "core/analysis/z_score.h"

#include "core/indicators/ewma.h"
#include "core/indicators/expanding.h"
#include "core/indicators/order.h"
#include "core/indicators/robust.h"
#include "core/indicators/rolling.h"
#include "core/indicators/standardised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace rotascope {

namespace {

using Values = std::span<const double>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kNormalSigmaPerMad = 1.4826; ///< 1 / Φ⁻¹(3/4), to the digits the field uses
constexpr double kEwmaLambda = 0.94;

std::vector<double> standardisedColumn(Values values, Moments moments) {
    for (std::size_t i = 0; i < values.size(); ++i)
        moments.sd[i] = standardised(values[i], moments.mean[i], moments.sd[i]);
    return std::move(moments.sd);
}

/// The last moments of an expanding sample, applied to every position.
std::vector<double> inSample(Values values, const Moments& moments) {
    const auto last =
        std::find_if(moments.sd.rbegin(), moments.sd.rend(), [](double sd) { return !std::isnan(sd); });
    std::vector<double> z(values.size(), kNaN);
    if (last == moments.sd.rend())
        return z;
    const double mean = moments.mean[static_cast<std::size_t>(moments.sd.rend() - last) - 1];
    const double sigma = *last;
    std::transform(values.begin(), values.end(), z.begin(),
                   [&](double x) { return standardised(x, mean, sigma); });
    return z;
}

std::vector<double> inSample(Values values) {
    return inSample(values, expandingMoments(values, 2));
}

std::vector<double> expanding(Values values) {
    return standardisedColumn(values, expandingMoments(values, kSigmaWarmUp));
}

template <std::size_t window>
std::vector<double> rolling(Values values) {
    return rollingZ(values, window);
}

std::vector<double> robust(Values values) {
    RobustMoments moments = expandingMedianMad(values, sortedOrder(values), kSigmaWarmUp);
    for (double& mad : moments.mad)
        mad *= kNormalSigmaPerMad;
    return standardisedColumn(values, Moments{std::move(moments.median), std::move(moments.mad)});
}

std::vector<double> ewma(Values values) {
    std::vector<double> z = ewmaSigma(values, kEwmaLambda, kSigmaWarmUp);
    for (std::size_t i = 0; i < z.size(); ++i)
        z[i] = standardised(values[i], 0, z[i]);
    return z;
}

/// ★ In the order of kSigmaModes.
constexpr std::array<std::vector<double> (*)(Values), kSigmaModeCount> kEstimates{
    expanding, inSample, rolling<252>, rolling<756>, robust, ewma,
};

/// Expanding moments from the second observation on, as those from the kSigmaWarmUp-th on.
Moments afterWarmUp(Moments moments, Values values) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < values.size() && count + 1 < kSigmaWarmUp; ++i) {
        count += std::isnan(values[i]) ? 0 : 1;
        moments.sd[i] = kNaN;
    }
    return moments;
}

} // namespace

std::vector<double> zScores(Values values, SigmaMode mode) {
    return kEstimates[indexOf(mode)](values);
}

std::array<std::vector<double>, kSigmaModeCount> allZScores(Values values) {
    std::array<std::vector<double>, kSigmaModeCount> z;
    Moments moments = expandingMoments(values, 2); // the first two estimates share them
    z[indexOf(SigmaMode::InSample)] = inSample(values, moments);
    z[indexOf(SigmaMode::Expanding)] = standardisedColumn(values, afterWarmUp(std::move(moments), values));
    for (std::size_t i = indexOf(SigmaMode::Rolling252); i < kSigmaModeCount; ++i)
        z[i] = kEstimates[i](values);
    return z;
}

} // namespace rotascope
