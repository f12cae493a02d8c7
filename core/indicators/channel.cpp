#include "core/indicators/channel.h"

#include <cassert>
#include <cmath>
#include <functional>
#include <limits>

namespace rotascope {

namespace {

/// Positions whose values could still become the extreme of a window, most extreme first. Each position
/// enters and leaves once.
template <class MoreExtreme>
class Candidates {
public:
    Candidates(std::span<const double> values, std::size_t window)
        : m_values(values)
        , m_window(window) {
        m_positions.reserve(values.size());
    }

    void add(std::size_t position) {
        while (m_positions.size() > m_front && !m_more(m_values[m_positions.back()], m_values[position]))
            m_positions.pop_back();
        m_positions.push_back(position);
    }

    /// The extreme of the `window` values before `position`.
    double before(std::size_t position) {
        while (m_positions[m_front] + m_window < position)
            ++m_front;
        return m_values[m_positions[m_front]];
    }

private:
    std::span<const double> m_values;
    std::size_t m_window;
    MoreExtreme m_more;
    std::vector<std::size_t> m_positions;
    std::size_t m_front = 0;
};

} // namespace

Channel channelBefore(std::span<const double> values, std::size_t window) {
    assert(window >= 1);
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    Channel out{std::vector<double>(values.size(), kNaN), std::vector<double>(values.size(), kNaN)};
    Candidates<std::greater<>> high(values, window);
    Candidates<std::less<>> low(values, window);
    std::size_t run = 0; // observations in a row before the position
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (run >= window) {
            out.highest[i] = high.before(i);
            out.lowest[i] = low.before(i);
        }
        const bool known = !std::isnan(values[i]);
        run = known ? run + 1 : 0;
        if (known) {
            high.add(i);
            low.add(i);
        }
    }
    return out;
}

} // namespace rotascope
