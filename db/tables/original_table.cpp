#include "db/tables/original_table.h"

#include <string_view>

namespace rotascope {

using sqlite::Connection;
using sqlite::Statement;

void PackedOriginal::add(std::string_view piece) {
    m_bytes += piece.size();
    m_packed.add(piece);
}

void PackedOriginal::restart() {
    m_bytes = 0;
    m_packed.restart();
}

std::string PackedOriginal::finish() {
    m_bytes = 0;
    return m_packed.finish();
}

void keepOriginalText(const Connection& desk, const std::string& sha256, PackedOriginal& text) {
    const std::uint64_t bytes = text.bytes();
    const std::string packed = text.finish();
    desk.prepare("INSERT OR IGNORE INTO import_original (sha256, bytes, data) VALUES (?, ?, ?)")
        .with(std::string_view(sha256), bytes, sqlite::Blob{packed})
        .run();
}

std::optional<std::string> keptOriginal(const Connection& desk, const std::string& sha256) {
    Statement row = desk.prepare("SELECT bytes, data FROM import_original WHERE sha256 = ?");
    if (!row.with(std::string_view(sha256)).step())
        return std::nullopt;
    return unpacked(row.blob(1), static_cast<std::size_t>(row.integer(0)), desk.path());
}

} // namespace rotascope
