#include "db/tables/claim_table.h"

#include "db/sqlite/failure.h"

#include <cstring>
#include <string_view>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

void putNumber(std::string& out, std::int64_t number) {
    auto left = static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
    for (; left >= 0x80; left >>= 7)
        out.push_back(static_cast<char>(left | 0x80));
    out.push_back(static_cast<char>(left));
}

/// Walks along packed rows and throws when they end in the middle of one.
class Unreader {
public:
    Unreader(std::string_view bytes, const std::string& desk)
        : m_rest(bytes)
        , m_desk(desk) {}

    bool atEnd() const { return m_rest.empty(); }

    std::int64_t number() {
        std::uint64_t out = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            out |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        return static_cast<std::int64_t>(out >> 1) ^ -static_cast<std::int64_t>(out & 1);
    }
    std::uint8_t bits() { return static_cast<std::uint8_t>(take(1).front()); }
    double real() {
        double out = 0;
        std::memcpy(&out, take(sizeof out).data(), sizeof out);
        return out;
    }

private:
    std::string_view take(std::size_t count) {
        if (m_rest.size() < count)
            throw sqlite::StoreFailure(sqlite::damagedError(m_desk, "packed rows cannot be read"));
        const std::string_view out = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return out;
    }

    std::string_view m_rest;
    const std::string& m_desk;
};

ClaimRow nextRow(Unreader& bytes, ClaimRow row) {
    row.day += static_cast<std::int32_t>(bytes.number());
    row.line += static_cast<std::uint32_t>(bytes.number());
    row.same = bytes.bits();
    row.own = bytes.bits();
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        if ((row.own >> slot & 1) != 0)
            row.values[slot] = bytes.real();
    return row;
}

} // namespace

void ClaimPart::add(const ClaimRow& row) {
    putNumber(m_bytes, std::int64_t{row.day} - m_day);
    putNumber(m_bytes, static_cast<std::int32_t>(row.line - m_line));
    m_bytes.push_back(static_cast<char>(row.same));
    m_bytes.push_back(static_cast<char>(row.own));
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        if ((row.own >> slot & 1) != 0)
            m_bytes.append(reinterpret_cast<const char*>(&row.values[slot]), sizeof(double));
    m_day = row.day;
    m_line = row.line;
}

void ClaimPart::clear() {
    m_bytes.clear();
    m_day = 0;
    m_line = 0;
}

ClaimWriter::ClaimWriter(const Connection& desk, std::int64_t importId)
    : m_importId(importId)
    , m_insert(desk,
               "INSERT INTO import_claim (series_id, import_id, part, bytes, data) VALUES (?, ?, ?, ?, ?)") {}

void ClaimWriter::write(std::int64_t seriesId, ClaimPart& part) {
    const std::string packed = m_packer.pack(part.bytes());
    m_insert.with(seriesId, m_importId, ++m_parts, part.bytes().size(), sqlite::Blob{packed}).run();
    part.clear();
}

std::vector<ClaimRow> readClaims(const Connection& desk, std::int64_t seriesId, std::int64_t importId) {
    std::vector<ClaimRow> out;
    Statement parts = desk.prepare(
        "SELECT bytes, data FROM import_claim WHERE series_id = ? AND import_id = ? ORDER BY part");
    parts.with(seriesId, importId);
    while (parts.step()) {
        const std::string bytes =
            unpacked(parts.blob(1), static_cast<std::size_t>(parts.integer(0)), desk.path());
        Unreader rest(bytes, desk.path());
        for (ClaimRow row; !rest.atEnd();)
            out.push_back(row = nextRow(rest, row));
    }
    return out;
}

void dropClaims(const Connection& desk, std::int64_t importId) {
    Statement series = desk.prepare("SELECT series_id FROM import_series WHERE import_id = ?");
    Statement drop = desk.prepare("DELETE FROM import_claim WHERE series_id = ? AND import_id = ?");
    series.with(importId);
    while (series.step())
        drop.with(series.integer(0), importId).run();
}

} // namespace rotascope
