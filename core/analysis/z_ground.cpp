#include "core/analysis/z_ground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace rotascope {

namespace {

using Values = std::span<const double>;

std::vector<double> observed(Values values) {
    std::vector<double> out;
    out.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(out),
                 [](double x) { return !std::isnan(x); });
    return out;
}

double meanOf(Values values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double meanOfAll(std::vector<double>& values) {
    return meanOf(values);
}

template <std::size_t window>
double meanOfLast(std::vector<double>& values) {
    return meanOf(Values(values).last(std::min(window, values.size())));
}

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 == 1 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double nothing(std::vector<double>&) {
    return 0;
}

/// ★ In the order of kSigmaModes. They may sort the values.
constexpr std::array<double (*)(std::vector<double>&), kSigmaModeCount> kCentres{
    meanOfAll, meanOfAll, meanOfLast<252>, meanOfLast<756>, medianOf, nothing};

} // namespace

ZGround zGround(std::span<const double> values, SigmaMode mode, double z) {
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    if (values.empty() || std::isnan(z))
        return {kNaN, kNaN};
    std::vector<double> known = observed(values);
    const double centre = kCentres[indexOf(mode)](known);
    return {centre, z == 0 ? kNaN : (values.back() - centre) / z};
}

} // namespace rotascope
