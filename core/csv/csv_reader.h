// Records of a delimited text, RFC 4180 with vendors' liberties. Pulls blocks, hands out views into its
// buffer.
#pragma once

#include "core/csv/encoding.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// How a text is cut into records and cells.
struct Dialect {
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    char quote = '"';
    char lineEnd = '\n'; ///< '\r' in files of the old Mac; a '\r' before '\n' is a blank

    bool operator==(const Dialect&) const = default;
};

/// Longer records are refused.
constexpr std::size_t kLongestLine = std::size_t{1} << 20;

/// One cell, without its quotes and the blanks around it. Doubled quotes inside are left as they stand.
struct CsvCell {
    std::string_view text;
    bool quoted = false;
};

/// Views that hold until the next record is pulled. At least eight readable bytes follow every cell.
struct CsvRecord {
    std::uint32_t line = 0; ///< the physical line it starts in, from 1
    std::string_view raw;   ///< without the line end
    std::span<const CsvCell> cells;

    std::string_view cell(std::size_t index) const {
        return index < cells.size() ? cells[index].text : std::string_view{};
    }
    bool blank() const;
};

class CsvReader {
public:
    enum class Pull : std::uint8_t { Record, End, Failed };

    CsvReader(TextSource& text, const Dialect& dialect);

    /// Failed: a line over 1 MB, a NUL byte, a quote that never closes, or a source that cannot be read; see
    /// error().
    Pull next();
    const CsvRecord& record() const { return m_record; }
    const Error& error() const { return m_error; }

private:
    enum class Cut : std::uint8_t { Done, NeedsMore, Unbalanced };

    bool fill();
    bool fails(std::string code, std::string message);
    bool rejectNul(std::size_t from);
    Pull tooLong(bool inQuotes);
    Cut cutQuoted(const char* begin, const char** end);
    void cutPlain(const char* begin, const char* end);
    void addCell(const char* begin, const char* end, bool quoted);
    void addQuoted(const char* begin, const char* end);
    const char* quotedCell(const char* open, const char** close);
    Pull finish(const char* begin, const char* end);

    TextSource& m_text;
    Dialect m_dialect;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    bool m_atEnd = false;
    std::uint32_t m_line = 1;
    std::uint32_t m_quoteLine = 0;
    std::uint32_t m_linesInside = 0;
    std::vector<CsvCell> m_cells;
    std::size_t m_cellCount = 0;
    CsvRecord m_record;
    Error m_error;
};

} // namespace rotascope
