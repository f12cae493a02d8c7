// Counts physical lines by the strongest of what became of their values: conflict, replaced, stored,
// unchanged.
#pragma once

#include "core/store/records.h"

#include <cstdint>
#include <optional>

namespace rotascope {

/// What became of a row, weakest first.
enum class Outcome : std::uint8_t { Ignored, Unchanged, Stored, Replaced, Conflict };

/// A wide table's line arrives as several rows that stand together, perhaps across two blocks.
class LineTally {
public:
    void add(std::uint32_t line, Outcome outcome) {
        if (m_line == line) {
            m_outcome = outcome > m_outcome ? outcome : m_outcome;
            return;
        }
        close();
        m_line = line;
        m_outcome = outcome;
    }

    /// Everything so far, the last line included.
    const RowCounts& finish() {
        close();
        return m_counts;
    }

private:
    void close();

    RowCounts m_counts;
    std::optional<std::uint32_t> m_line;
    Outcome m_outcome = Outcome::Ignored;
};

} // namespace rotascope
