#include "db/stored_rows.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace rotascope {

namespace {

/// A scan step costs about a tenth of a lookup.
constexpr std::int64_t kDaysPerLookup = 10;

std::string selection(bool bars, std::string_view condition) {
    std::string columns;
    if (bars)
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            columns += fmt::format(", {}", kFields[slot].name);
    else
        columns = ", value";
    return fmt::format("SELECT date, import_id, line{} FROM {} WHERE series_id = ? AND {}", columns,
                       bars ? "bar" : "observation", condition);
}

} // namespace

StoredRows::StoredRows(const sqlite::Connection& desk, bool bars)
    : m_scan(desk, selection(bars, "date BETWEEN ? AND ? ORDER BY date"))
    , m_seek(desk, selection(bars, "date = ?")) {}

void StoredRows::start(std::int64_t seriesId, std::int32_t firstDay, std::int32_t lastDay, std::size_t rows) {
    m_seriesId = seriesId;
    m_dense = std::int64_t{lastDay} - firstDay <= kDaysPerLookup * static_cast<std::int64_t>(rows);
    if (!m_dense)
        return;
    m_scan.with(seriesId, firstDay, lastDay);
    advance();
}

bool StoredRows::find(std::int32_t day) {
    if (!m_dense)
        return m_seek.with(m_seriesId, day).step();
    while (m_onRow && m_day < day)
        advance();
    return m_onRow && m_day == day;
}

void StoredRows::advance() {
    m_onRow = m_scan.step();
    m_day = m_onRow ? static_cast<std::int32_t>(m_scan.integer(0)) : 0;
}

void StoredRows::stop() {
    m_scan.reset();
    m_seek.reset();
    m_onRow = false;
}

OriginLine StoredRows::origin() const {
    return {current().integer(1), static_cast<std::uint32_t>(current().integer(2))};
}

} // namespace rotascope
