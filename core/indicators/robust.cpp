#include "core/indicators/robust.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using Link = std::uint32_t;

/// Sorted values in a doubly linked list that only shrinks. Links 1 … size are values in ascending order; 0
/// and size + 1 are the ends, infinitely far out, so that no step needs to ask whether there is a neighbour.
class SortedLinks {
public:
    SortedLinks(std::span<const double> values, std::span<const std::uint32_t> order)
        : m_nodes(order.size() + 2) {
        const auto size = static_cast<Link>(order.size());
        for (Link link = 0; link <= size + 1; ++link) {
            const bool inside = link >= 1 && link <= size;
            const double end = link == 0 ? -std::numeric_limits<double>::infinity()
                                         : std::numeric_limits<double>::infinity();
            m_nodes[link] = {inside ? values[order[link - 1]] : end, link == 0 ? 0 : link - 1,
                             std::min(link + 1, size + 1)};
        }
    }

    double value(Link link) const { return m_nodes[link].value; }
    Link previous(Link link) const { return m_nodes[link].previous; }
    Link next(Link link) const { return m_nodes[link].next; }

    /// The removed link still knows its neighbours.
    void remove(Link link) {
        m_nodes[m_nodes[link].previous].next = m_nodes[link].next;
        m_nodes[m_nodes[link].next].previous = m_nodes[link].previous;
    }

private:
    struct Node {
        double value;
        Link previous;
        Link next;
    };
    std::vector<Node> m_nodes;
};

/// Median and MAD of a shrinking set.
class ShrinkingMedian {
public:
    ShrinkingMedian(std::span<const double> values, std::span<const std::uint32_t> order)
        : m_links(values, order)
        , m_count(order.size())
        , m_middle(static_cast<Link>((m_count + 1) / 2))
        , m_low(1)
        , m_high(m_middle)
        , m_inside(m_middle) {}

    std::size_t count() const { return m_count; }

    double median() const {
        const double lower = m_links.value(m_middle);
        return m_count % 2 == 1 ? lower : (lower + m_links.value(m_links.next(m_middle))) / 2;
    }

    /// The (n + 1) / 2 values nearest to the median are a run of links [low, high]; the farthest of them, and
    /// for an even count the next one outside, are the middle deviations.
    double mad(double median) {
        moveNearestTo(median);
        const double inside = std::max(below(m_low, median), above(m_high, median));
        if (m_count % 2 == 1)
            return inside;
        return (inside +
                std::min(below(m_links.previous(m_low), median), above(m_links.next(m_high), median))) /
               2;
    }

    void remove(Link link) {
        moveMiddle(link);
        if (link >= m_low && link <= m_high) {
            --m_inside;
            if (link == m_low)
                m_low = m_links.next(link);
            if (link == m_high)
                m_high = m_links.previous(link);
        }
        m_links.remove(link);
        --m_count;
    }

private:
    double below(Link link, double median) const { return median - m_links.value(link); }
    double above(Link link, double median) const { return m_links.value(link) - median; }

    /// Keeps m_middle at the lower of the two middle values once `removed` is gone.
    void moveMiddle(Link removed) {
        const bool odd = m_count % 2 == 1;
        if (odd && removed >= m_middle)
            m_middle = m_links.previous(m_middle);
        else if (!odd && removed <= m_middle)
            m_middle = m_links.next(m_middle);
    }

    void moveNearestTo(double median) {
        const std::size_t wanted = (m_count + 1) / 2;
        for (; m_inside < wanted; ++m_inside) {
            const Link left = m_links.previous(m_low);
            const Link right = m_links.next(m_high);
            (below(left, median) < above(right, median) ? m_low : m_high) =
                below(left, median) < above(right, median) ? left : right;
        }
        for (; m_inside > wanted; --m_inside) {
            if (below(m_low, median) > above(m_high, median))
                m_low = m_links.next(m_low);
            else
                m_high = m_links.previous(m_high);
        }
        while (below(m_links.previous(m_low), median) < above(m_high, median)) {
            m_low = m_links.previous(m_low);
            m_high = m_links.previous(m_high);
        }
        while (above(m_links.next(m_high), median) < below(m_low, median)) {
            m_low = m_links.next(m_low);
            m_high = m_links.next(m_high);
        }
    }

    SortedLinks m_links;
    std::size_t m_count;
    Link m_middle;
    Link m_low;
    Link m_high;
    std::size_t m_inside;
};

} // namespace

RobustMoments expandingMedianMad(std::span<const double> values, std::span<const std::uint32_t> order,
                                 std::size_t minimum) {
    assert(minimum >= 1);
    RobustMoments out{std::vector<double>(values.size(), kNaN), std::vector<double>(values.size(), kNaN)};
    std::vector<Link> links(values.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i)
        links[order[i]] = static_cast<Link>(i + 1);
    ShrinkingMedian set(values, order);
    for (std::size_t i = values.size(); i-- > 0 && set.count() >= minimum;) {
        if (links[i] == 0)
            continue;
        out.median[i] = set.median();
        out.mad[i] = set.mad(out.median[i]);
        set.remove(links[i]);
    }
    return out;
}

} // namespace rotascope
