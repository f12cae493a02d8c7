#include "core/csv/dialect.h"

#include "core/csv/date_text.h"
#include "core/csv/header_words.h"
#include "core/csv/number_text.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<char, 4> kDelimiters{',', ';', '\t', '|'};
constexpr std::size_t kRecordsLookedAt = 200;

/// How well a dialect explains a text: records that read as data, then headings with a meaning, then cells.
struct Fit {
    std::size_t dataRecords = 0;
    std::size_t headings = 0;
    std::size_t cells = 0;

    auto operator<=>(const Fit&) const = default;
};

bool readsAsData(const HeadRecord& record) {
    bool date = false;
    bool value = false;
    for (const std::string& cell : record.cells) {
        const bool isDate = !date && readDate(cell).valid();
        date = date || isDate;
        value = value || (!isDate && !cell.empty() && signUseOf(cell) != SignUse::NotANumber);
    }
    return date && value;
}

Fit fitOf(std::string_view text, const Dialect& dialect) {
    Fit fit;
    for (const HeadRecord& record : headRecords(text, dialect, kRecordsLookedAt)) {
        fit.dataRecords += readsAsData(record) ? 1U : 0U;
        std::size_t known = 0;
        for (const std::string& cell : record.cells)
            known += roleOfHeading(normalisedHeading(cell)) ? 1U : 0U;
        fit.headings = std::max(fit.headings, known);
        fit.cells = std::max(fit.cells, record.cells.size());
    }
    return fit;
}

/// The first record of a file whose every cell is in single quotes.
bool usesSingleQuotes(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \r\n");
    return start != std::string_view::npos && text[start] == '\'' &&
           text.find("',", start) != std::string_view::npos;
}

} // namespace

bool HeadRecord::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

std::vector<HeadRecord> headRecords(std::string_view text, const Dialect& dialect, std::size_t most) {
    Dialect decoded = dialect;
    decoded.encoding = Encoding::Utf8;
    const auto bytes = bytesInMemory(std::string(text));
    TextSource source(*bytes, decoded.encoding);
    CsvReader reader(source, decoded);
    std::vector<HeadRecord> records;
    while (records.size() < most && reader.next() == CsvReader::Pull::Record) {
        const CsvRecord& record = reader.record();
        HeadRecord kept{record.line, std::string(record.raw), {}};
        for (const CsvCell& cell : record.cells)
            kept.cells.push_back(readable(cell.text, dialect.encoding));
        records.push_back(std::move(kept));
    }
    return records;
}

Dialect sniffDialect(std::string_view text, Encoding encoding) {
    Dialect base;
    base.encoding = encoding;
    base.lineEnd =
        text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos ? '\r' : '\n';
    base.quote = usesSingleQuotes(text) ? '\'' : '"';
    Dialect best = base;
    Fit bestFit;
    for (const char delimiter : kDelimiters) {
        Dialect candidate = base;
        candidate.delimiter = delimiter;
        const Fit fit = fitOf(text, candidate);
        if (fit > bestFit) {
            best = candidate;
            bestFit = fit;
        }
    }
    return best;
}

} // namespace rotascope
