// Kept texts of imported files (import_original).
#pragma once

#include "core/store/market_store.h"
#include "db/packed.h"
#include "db/sqlite/connection.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rotascope {

class PackedOriginal final : public OriginalText {
public:
    explicit PackedOriginal(std::uint64_t limit)
        : m_limit(limit) {}

    std::uint64_t limit() const override { return m_limit; }
    void add(std::string_view piece) override;
    void restart() override;

    std::uint64_t bytes() const { return m_bytes; }
    /// Starts afresh.
    std::string finish();

private:
    std::uint64_t m_limit;
    std::uint64_t m_bytes = 0;
    PackedStream m_packed;
};

/// Does nothing where the desk has it already.
void keepOriginalText(const sqlite::Connection& desk, const std::string& sha256, PackedOriginal& text);
std::optional<std::string> keptOriginal(const sqlite::Connection& desk, const std::string& sha256);

} // namespace rotascope
