#include "core/indicators/expanding.h"

#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Counts per rank with prefix sums in log n steps. Source: Fenwick (1994), "A new data structure for
/// cumulative frequency tables". Ranks count from 1.
class RankCounts {
public:
    explicit RankCounts(std::size_t ranks)
        : m_tree(ranks + 1, 0) {}

    void add(std::size_t rank) {
        for (std::size_t i = rank; i < m_tree.size(); i += i & (~i + 1))
            ++m_tree[i];
    }

    std::uint32_t countUpTo(std::size_t rank) const {
        std::uint32_t count = 0;
        for (std::size_t i = rank; i > 0; i &= i - 1)
            count += m_tree[i];
        return count;
    }

private:
    std::vector<std::uint32_t> m_tree;
};

/// The rank of each value, equal values sharing the highest; 0 for NaN.
std::vector<std::uint32_t> sharedRanks(std::span<const double> values, std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> ranks(values.size(), 0);
    std::uint32_t shared = 0;
    for (std::size_t i = order.size(); i-- > 0;) {
        const bool tied = i + 1 < order.size() && values[order[i]] == values[order[i + 1]];
        if (!tied)
            shared = static_cast<std::uint32_t>(i + 1);
        ranks[order[i]] = shared;
    }
    return ranks;
}

} // namespace

Moments expandingMoments(std::span<const double> values, std::size_t minimum) {
    assert(minimum >= 2);
    Moments moments{std::vector<double>(values.size(), kNaN), std::vector<double>(values.size(), kNaN)};
    std::size_t count = 0;
    double origin = 0; // the first observation: a level far from zero would cost the mean its last digits
    double mean = 0;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i]))
            continue;
        origin = count == 0 ? values[i] : origin;
        ++count;
        const double value = values[i] - origin;
        const double distance = value - mean;
        mean += distance * (1.0 / static_cast<double>(count));
        squares += distance * (value - mean);
        if (count < minimum)
            continue;
        moments.mean[i] = origin + mean;
        moments.sd[i] = std::sqrt(squares / static_cast<double>(count - 1));
    }
    return moments;
}

std::vector<double> expandingPercentile(std::span<const double> values,
                                        std::span<const std::uint32_t> order) {
    const std::vector<std::uint32_t> ranks = sharedRanks(values, order);
    RankCounts counts(order.size());
    std::vector<double> shares(values.size(), kNaN);
    std::size_t seen = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (ranks[i] == 0)
            continue;
        counts.add(ranks[i]);
        shares[i] = static_cast<double>(counts.countUpTo(ranks[i])) / static_cast<double>(++seen);
    }
    return shares;
}

double shareAtOrBelow(std::span<const double> values, double value) {
    std::size_t below = 0;
    std::size_t above = 0;
    for (const double other : values) {
        below += other <= value ? 1 : 0;
        above += other > value ? 1 : 0;
    }
    const std::size_t seen = below + above;
    return seen == 0 ? kNaN : static_cast<double>(below) / static_cast<double>(seen);
}

} // namespace rotascope
