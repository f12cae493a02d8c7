#include "core/csv/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace rotascope {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
/// Cells may be looked at eight bytes at a time.
constexpr std::size_t kPadding = 16;

const char* find(const char* from, const char* end, char wanted) {
    const void* at = from == end ? nullptr : std::memchr(from, wanted, static_cast<std::size_t>(end - from));
    return at == nullptr ? end : static_cast<const char*>(at);
}

bool isBlankByte(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// 0x80 in each byte of `word` that equals `pattern`'s byte. Exact: no carry between bytes.
std::uint64_t equalBytes(std::uint64_t word, std::uint64_t pattern) {
    constexpr std::uint64_t kLow = 0x7F7F7F7F7F7F7F7F;
    const std::uint64_t difference = word ^ pattern;
    return ~(((difference & kLow) + kLow) | difference | kLow);
}

} // namespace

bool CsvRecord::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return cell.text.empty(); });
}

CsvReader::CsvReader(TextSource& text, const Dialect& dialect)
    : m_text(text)
    , m_dialect(dialect)
    , m_buffer(kBlock + kPadding)
    , m_cells(32) {}

bool CsvReader::fails(std::string code, std::string message) {
    m_error = Error{ErrorKind::Refused, std::move(code), std::move(message)};
    return false;
}

/// Keeps what is not yet consumed and reads more behind it. False when the source failed.
bool CsvReader::fill() {
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    if (m_buffer.size() - m_end < kBlock / 2 + kPadding)
        m_buffer.resize(m_buffer.size() * 2);
    const auto count = m_text.read({m_buffer.data() + m_end, m_buffer.size() - m_end - kPadding});
    if (!count)
        return fails(count.error().code, count.error().message);
    m_atEnd = *count == 0;
    const std::size_t from = m_end;
    m_end += *count;
    return rejectNul(from);
}

bool CsvReader::rejectNul(std::size_t from) {
    const char* end = m_buffer.data() + m_end;
    const char* nul = find(m_buffer.data() + from, end, '\0');
    if (nul == end)
        return true;
    const auto line = m_line + static_cast<std::uint32_t>(std::count(
                                   static_cast<const char*>(m_buffer.data()), nul, m_dialect.lineEnd));
    return fails("nul_byte",
                 fmt::format("Line {} holds a NUL byte, which no text has. The file is damaged or not a "
                             "CSV; download it again.",
                             line));
}

CsvReader::Pull CsvReader::tooLong(bool inQuotes) {
    if (inQuotes)
        fails("unbalanced_quote",
              fmt::format("The quote that opens in line {} does not close within 1 MB. Close it, "
                          "or remove it.",
                          m_quoteLine));
    else
        fails("line_too_long",
              fmt::format("Line {} is longer than 1 MB. This does not look like a table; check what "
                          "the file is.",
                          m_line));
    return Pull::Failed;
}

CsvReader::Pull CsvReader::next() {
    for (;;) {
        const char* begin = m_buffer.data() + m_begin;
        const char* available = m_buffer.data() + m_end;
        const char* end = find(begin, available, m_dialect.lineEnd);
        bool whole = end != available || m_atEnd;
        bool inQuotes = false;
        if (whole && begin == available)
            return Pull::End;
        if (whole && find(begin, end, m_dialect.quote) == end) {
            m_cellCount = 0;
            m_linesInside = 0;
            cutPlain(begin, end);
            return finish(begin, end);
        }
        if (whole) {
            const Cut cut = cutQuoted(begin, &end);
            if (cut == Cut::Done)
                return finish(begin, end);
            if (cut == Cut::Unbalanced || m_atEnd) {
                fails("unbalanced_quote",
                      fmt::format("The quote that opens in line {} is never closed properly. "
                                  "Close it, or remove it.",
                                  m_quoteLine));
                return Pull::Failed;
            }
            inQuotes = true;
        }
        if (m_end - m_begin > kLongestLine)
            return tooLong(inQuotes);
        if (!fill())
            return Pull::Failed;
    }
}

CsvReader::Pull CsvReader::finish(const char* begin, const char* end) {
    const auto length = static_cast<std::size_t>(end - begin);
    if (length > kLongestLine)
        return tooLong(false);
    m_record.line = m_line;
    m_record.raw = std::string_view(begin, length);
    if (m_record.raw.ends_with('\r'))
        m_record.raw.remove_suffix(1);
    m_record.cells = {m_cells.data(), m_cellCount};
    m_line += 1 + m_linesInside;
    m_begin = std::min(m_end, static_cast<std::size_t>(end - m_buffer.data()) + 1);
    return Pull::Record;
}

void CsvReader::addCell(const char* begin, const char* end, bool quoted) {
    while (begin < end && isBlankByte(*begin))
        ++begin;
    while (begin < end && isBlankByte(end[-1]))
        --end;
    if (m_cellCount == m_cells.size())
        m_cells.resize(2 * m_cells.size());
    m_cells[m_cellCount++] = CsvCell{std::string_view(begin, static_cast<std::size_t>(end - begin)), quoted};
}

/// Inside quotes the formula's own are doubled: "=""2025-11-28""".
void CsvReader::addQuoted(const char* begin, const char* end) {
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    const char quote = m_dialect.quote;
    const bool formula = text.size() > 5 && text[0] == '=' && text[1] == quote && text[2] == quote &&
                         text[text.size() - 1] == quote && text[text.size() - 2] == quote;
    addCell(formula ? begin + 3 : begin, formula ? end - 2 : end, true);
}

void CsvReader::cutPlain(const char* begin, const char* end) {
    const std::uint64_t pattern = 0x0101010101010101 * static_cast<std::uint8_t>(m_dialect.delimiter);
    const char* cell = begin;
    if constexpr (std::endian::native == std::endian::little) {
        for (const char* at = begin; at < end; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, 8);
            for (std::uint64_t hits = equalBytes(word, pattern); hits != 0; hits &= hits - 1) {
                const char* delimiter = at + std::countr_zero(hits) / 8;
                if (delimiter >= end)
                    break;
                addCell(cell, delimiter, false);
                cell = delimiter + 1;
            }
        }
    } else {
        for (const char* at = find(cell, end, m_dialect.delimiter); at != end;
             at = find(cell, end, m_dialect.delimiter)) {
            addCell(cell, at, false);
            cell = at + 1;
        }
    }
    addCell(cell, end, false);
}

/// The closing quote of the cell that opens at `open`, or nullptr when the text at hand ends before it.
const char* CsvReader::quotedCell(const char* open, const char** close) {
    const char* available = m_buffer.data() + m_end;
    for (const char* at = find(open + 1, available, m_dialect.quote); at != available;
         at = find(at + 1, available, m_dialect.quote)) {
        if (at + 1 < available && at[1] == m_dialect.quote) {
            ++at;
            continue;
        }
        // The last byte at hand may be the first half of a doubled quote.
        if (at + 1 == available && !m_atEnd)
            return nullptr;
        *close = at;
        const char* after = at + 1;
        while (after < available && isBlankByte(*after) && *after != m_dialect.delimiter)
            ++after;
        return after;
    }
    return nullptr;
}

/// Cuts a record with quotes; moves *end behind line ends that stand inside quotes.
CsvReader::Cut CsvReader::cutQuoted(const char* begin, const char** end) {
    const char* available = m_buffer.data() + m_end;
    m_cellCount = 0;
    m_linesInside = 0;
    for (const char* at = begin;; ++at) {
        const char* cell = at;
        while (at < *end && isBlankByte(*at) && *at != m_dialect.delimiter)
            ++at;
        // Spreadsheets keep a text from being read as a number or a date by writing ="2025-11-28".
        const bool formula = at + 1 < *end && *at == '=' && at[1] == m_dialect.quote;
        const char* open = formula ? at + 1 : at;
        if (open < *end && *open == m_dialect.quote) {
            m_quoteLine = m_line + m_linesInside;
            const char* close = nullptr;
            const char* after = quotedCell(open, &close);
            if (after == nullptr)
                return Cut::NeedsMore;
            const auto inside = static_cast<std::uint32_t>(std::count(open, close, m_dialect.lineEnd));
            m_linesInside += inside;
            *end = inside == 0 ? *end : find(close, available, m_dialect.lineEnd);
            if (*end == available && !m_atEnd)
                return Cut::NeedsMore;
            const bool closed = after >= *end || *after == m_dialect.delimiter;
            if (!closed && inside > 0)
                return Cut::Unbalanced;
            if (closed) {
                addQuoted(open + 1, close);
                if (after >= *end)
                    return Cut::Done;
                at = after;
                continue;
            }
        }
        at = find(at, *end, m_dialect.delimiter);
        addCell(cell, at, false);
        if (at == *end)
            return Cut::Done;
    }
}

} // namespace rotascope
