// A row of a desk's book, as text.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace rotascope {

constexpr std::size_t kBookColumns = 9;

/// What a kind of entry does not need is empty.
struct BookEntry {
    std::string kind;
    std::string symbol;
    std::string cadence;
    std::string field;
    std::string first;
    std::string last;
    std::string value;
    std::string text;
    std::string noted;
};

/// Ends in a line feed; texts of several lines stand in one.
std::string entryLine(const BookEntry& entry);

/// The entry of a record's cells; nullopt where they are not kBookColumns.
std::optional<BookEntry> bookEntryOf(std::span<const std::string> cells);

} // namespace rotascope
