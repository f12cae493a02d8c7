// Lines of imported files as they stood there, many of one file in one reading.
#pragma once

#include "core/base/result.h"
#include "core/csv/encoding.h"
#include "core/store/market_store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

/// Keeps the text that was read last: those who ask file by file unpack each once. A file whose text the desk
/// did not keep is read from its place, every time.
class OriginalLines {
public:
    explicit OriginalLines(MarketStore& store)
        : m_store(store) {}

    /// The line, counted from 1. Refuses what is no longer the file that was imported, and a line that it
    /// does not have.
    Result<std::string> at(const ImportHeader& header, std::uint32_t line);

private:
    Result<void> read(std::string text);

    MarketStore& m_store;
    std::string m_sha256; ///< of the text that is kept here; empty: none
    std::string m_text;
    Encoding m_encoding = Encoding::Utf8;
    char m_lineEnd = '\n';
    std::vector<std::size_t> m_starts; ///< of each line
};

} // namespace rotascope
