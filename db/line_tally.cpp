#include "db/line_tally.h"

#include <array>
#include <cstddef>

namespace rotascope {

void LineTally::close() {
    static constexpr std::array<std::uint64_t RowCounts::*, 5> kCounterOf{
        &RowCounts::ignored, &RowCounts::unchanged, &RowCounts::stored, &RowCounts::replaced,
        &RowCounts::conflicts};
    if (!m_line)
        return;
    ++(m_counts.*kCounterOf[static_cast<std::size_t>(m_outcome)]);
    ++m_counts.rowsRead;
    m_line.reset();
}

} // namespace rotascope
