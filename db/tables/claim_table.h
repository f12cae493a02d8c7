// Rows of a file whose values the desk already had, or kept others for, packed by series (import_claim).
#pragma once

#include "core/market/field.h"
#include "db/packed.h"
#include "db/sqlite/connection.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

/// What one file said of one date beside what it stored. Bit n stands for value slot n.
struct ClaimRow {
    std::int32_t day = 0;
    std::uint32_t line = 0;
    std::uint8_t same = 0;                       ///< exactly the value that the desk had then
    std::uint8_t own = 0;                        ///< another one: it agreed within tolerance, or was kept out
    std::array<double, kBarFieldCount> values{}; ///< of `own`
};

/// Rows of one series that wait to be packed: differences to the row before, so that a file that repeats the
/// desk packs to almost nothing.
class ClaimPart {
public:
    void add(const ClaimRow& row);
    const std::string& bytes() const { return m_bytes; }
    /// Empties it; the next row stands alone.
    void clear();

private:
    std::string m_bytes;
    std::int32_t m_day = 0;
    std::uint32_t m_line = 0;
};

/// Writes the parts of one import, each under the next number.
class ClaimWriter {
public:
    ClaimWriter(const sqlite::Connection& desk, std::int64_t importId);
    void write(std::int64_t seriesId, ClaimPart& part);

private:
    std::int64_t m_importId;
    std::int32_t m_parts = 0;
    Packer m_packer;
    sqlite::Statement m_insert;
};

/// In the order in which they were added. Throws StoreFailure when the bytes make no sense.
std::vector<ClaimRow> readClaims(const sqlite::Connection& desk, std::int64_t seriesId,
                                 std::int64_t importId);
void dropClaims(const sqlite::Connection& desk, std::int64_t importId);

} // namespace rotascope
