#include "core/figure/polylines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rotascope {

namespace {

/// Collects the points of one pixel column.
class ColumnPoints {
public:
    void add(SeriesPoint point) {
        if (m_count == 0)
            m_first = m_low = m_high = point;
        if (point.value < m_low.value)
            m_low = point;
        if (point.value > m_high.value)
            m_high = point;
        m_last = point;
        ++m_count;
    }

    void flushTo(Polyline& line) {
        if (m_count == 0)
            return;
        const bool lowFirst = m_low.position <= m_high.position;
        for (const SeriesPoint& point :
             {m_first, lowFirst ? m_low : m_high, lowFirst ? m_high : m_low, m_last})
            if (line.empty() || line.back().position < point.position)
                line.push_back(point);
        m_count = 0;
    }

private:
    SeriesPoint m_first;
    SeriesPoint m_low;
    SeriesPoint m_high;
    SeriesPoint m_last;
    int m_count = 0;
};

} // namespace

std::vector<Polyline> polylines(std::span<const double> values, std::span<const double> positions,
                                const PolylineRequest& request) {
    std::vector<Polyline> lines(1);
    ColumnPoints column;
    std::int64_t columnIndex = 0;
    const int last = std::min(request.lastSession, static_cast<int>(values.size()) - 1);
    for (int session = std::max(request.firstSession, 0); session <= last; ++session) {
        const auto i = static_cast<std::size_t>(session);
        if (!std::isfinite(values[i])) {
            if (request.joinGaps)
                continue;
            column.flushTo(lines.back());
            if (!lines.back().empty())
                lines.emplace_back();
            continue;
        }
        const double position = positions.empty() ? session : positions[i];
        const auto index = static_cast<std::int64_t>(std::floor(position * request.columnsPerUnit));
        if (index != columnIndex)
            column.flushTo(lines.back());
        columnIndex = index;
        column.add({position, values[i]});
    }
    column.flushTo(lines.back());
    if (lines.back().empty())
        lines.pop_back();
    return lines;
}

} // namespace rotascope
