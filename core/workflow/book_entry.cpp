#include "core/workflow/book_entry.h"

#include "core/report/csv_cell.h"

#include <array>
#include <string_view>

namespace rotascope {

namespace {

constexpr std::array<std::string BookEntry::*, kBookColumns> kColumns{
    &BookEntry::kind, &BookEntry::symbol, &BookEntry::cadence, &BookEntry::field, &BookEntry::first,
    &BookEntry::last, &BookEntry::value,  &BookEntry::text,    &BookEntry::noted};

/// Texts of several lines stand in one.
std::string onOneLine(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\\' ? std::string("\\\\") : c == '\n' ? std::string("\\n") : std::string(1, c);
    return out;
}

/// What a cell of the book says: quotes that were doubled inside it, and the line ends of onOneLine().
std::string cellText(std::string_view cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char next = i + 1 < cell.size() ? cell[i + 1] : '\0';
        const bool escape = cell[i] == '\\' && (next == '\\' || next == 'n');
        const bool doubled = cell[i] == '"' && next == '"';
        out += escape && next == 'n' ? '\n' : cell[i];
        i += escape || doubled ? 1U : 0U;
    }
    return std::string(withoutApostrophe(out));
}

} // namespace

std::string entryLine(const BookEntry& entry) {
    std::string line;
    for (const auto column : kColumns)
        line +=
            (line.empty() && column == kColumns.front() ? "" : ",") + csvTextCell(onOneLine(entry.*column));
    return line + "\n";
}

std::optional<BookEntry> bookEntryOf(std::span<const std::string> cells) {
    if (cells.size() != kBookColumns)
        return std::nullopt;
    BookEntry entry;
    for (std::size_t i = 0; i < kBookColumns; ++i)
        entry.*kColumns[i] = cellText(cells[i]);
    return entry;
}

} // namespace rotascope
