#include "core/indicators/volume_balance.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> onBalanceVolume(std::span<const double> close, std::span<const double> volume) {
    assert(close.size() == volume.size());
    std::vector<double> out(close.size(), kNaN);
    double balance = 0;
    double before = kNaN;
    for (std::size_t i = 0; i < close.size(); ++i) {
        if (std::isnan(close[i]) || std::isnan(volume[i]))
            continue;
        if (std::isnan(before) || close[i] > before)
            balance += volume[i];
        else if (close[i] < before)
            balance -= volume[i];
        before = close[i];
        out[i] = balance;
    }
    return out;
}

std::vector<double> accumulationDistribution(const VolumeBars& bars) {
    assert(bars.high.size() == bars.close.size() && bars.low.size() == bars.close.size() &&
           bars.volume.size() == bars.close.size());
    std::vector<double> out(bars.close.size(), kNaN);
    double balance = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double range = bars.high[i] - bars.low[i];
        const double place = (bars.close[i] - bars.low[i]) - (bars.high[i] - bars.close[i]);
        if (std::isnan(place + range + bars.volume[i]))
            continue;
        if (range > 0)
            balance += place / range * bars.volume[i];
        out[i] = balance;
    }
    return out;
}

} // namespace rotascope
