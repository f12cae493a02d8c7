#include "core/indicators/sums.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace rotascope {

namespace {

template <class Term>
double laneSum(std::size_t count, Term term) {
    std::array<double, 4> lanes{};
    std::size_t i = 0;
    for (; i + lanes.size() <= count; i += lanes.size())
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            lanes[lane] += term(i + lane);
    for (; i < count; ++i)
        lanes[0] += term(i);
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

} // namespace

double sumOf(std::span<const double> values) {
    return laneSum(values.size(), [&](std::size_t i) { return values[i]; });
}

double meanOf(std::span<const double> values) {
    return sumOf(values) / static_cast<double>(values.size()); // 0 / 0 is NaN
}

double sumOfProducts(std::span<const double> a, std::span<const double> b) {
    assert(a.size() == b.size());
    return laneSum(a.size(), [&](std::size_t i) { return a[i] * b[i]; });
}

} // namespace rotascope
