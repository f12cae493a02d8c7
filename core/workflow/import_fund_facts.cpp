#include "core/workflow/import_fund_facts.h"

#include "core/base/text.h"
#include "core/csv/dialect.h"
#include "core/csv/unpacked_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kMostRows = 100'000;
constexpr std::size_t kMostBytes = std::size_t{16} << 20;

enum class FactColumn : std::uint8_t { Symbol, Fee, Index, DollarVolume };
constexpr std::size_t kFactColumns = 4;
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Heading {
    std::string_view words; ///< lower case, letters and digits alone
    FactColumn column;
};

/// ★ What vendors call them.
constexpr std::array<Heading, 21> kHeadings{{
    {"symbol", FactColumn::Symbol},
    {"ticker", FactColumn::Symbol},
    {"fund", FactColumn::Symbol},
    {"etf", FactColumn::Symbol},
    {"expenseratio", FactColumn::Fee},
    {"netexpenseratio", FactColumn::Fee},
    {"fee", FactColumn::Fee},
    {"feepercent", FactColumn::Fee},
    {"ter", FactColumn::Fee},
    {"managementfee", FactColumn::Fee},
    {"index", FactColumn::Index},
    {"benchmark", FactColumn::Index},
    {"benchmarkindex", FactColumn::Index},
    {"underlyingindex", FactColumn::Index},
    {"averagedollarvolume", FactColumn::DollarVolume},
    {"avgdollarvolume", FactColumn::DollarVolume},
    {"dollarvolume", FactColumn::DollarVolume},
    {"averagedailydollarvolume", FactColumn::DollarVolume},
    {"averagevolumeusd", FactColumn::DollarVolume},
    {"avgvolumeusd", FactColumn::DollarVolume},
    {"volumeusd", FactColumn::DollarVolume},
}};

std::string lettersOf(std::string_view text) {
    std::string out;
    for (const char letter : toLower(text))
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            out += letter;
    return out;
}

struct Columns {
    std::array<std::size_t, kFactColumns> at{kNowhere, kNowhere, kNowhere, kNowhere};

    std::string_view cell(const HeadRecord& row, FactColumn column) const {
        const std::size_t i = at[static_cast<std::size_t>(column)];
        return i < row.cells.size() ? trimmed(row.cells[i]) : std::string_view{};
    }
};

Columns columnsOf(const HeadRecord& heading, std::vector<std::string>& notes) {
    Columns out;
    for (std::size_t i = 0; i < heading.cells.size(); ++i) {
        const std::string words = lettersOf(heading.cells[i]);
        const auto* row = std::find_if(kHeadings.begin(), kHeadings.end(),
                                       [&words](const Heading& each) { return each.words == words; });
        if (row != kHeadings.end())
            out.at[static_cast<std::size_t>(row->column)] = i;
        else if (words.find("volume") != std::string::npos)
            notes.push_back(
                fmt::format("\"{}\" is left out: shares are no dollars. A column \"dollar volume\" "
                            "is read; without one the desk's own bars tell it.",
                            heading.cells[i]));
        else if (!words.empty())
            notes.push_back(fmt::format("\"{}\" is left out.", heading.cells[i]));
    }
    return out;
}

Failure noFacts() {
    return refused("no_fund_facts",
                   "This table has no facts about funds: it needs a heading with a column "
                   "\"symbol\" and at least one of \"expense ratio\", \"index\" and \"average "
                   "dollar volume\".");
}

/// "0.19", "0.19%", "$9.1B", "9,100,000"; NaN for an empty cell.
Result<double> numberIn(std::string_view cell, std::string_view what, std::uint32_t line) {
    std::string text(cell);
    std::erase_if(
        text, [](char letter) { return letter == '$' || letter == '%' || letter == ',' || letter == ' '; });
    if (text.empty() || text == "-" || text == "--")
        return std::nan("");
    constexpr std::array<std::pair<char, double>, 4> kUnits{
        {{'K', 1e3}, {'M', 1e6}, {'B', 1e9}, {'T', 1e12}}};
    double factor = 1;
    for (const auto& [letter, size] : kUnits)
        if (toUpper(text).back() == letter) {
            factor = size;
            text.pop_back();
            break;
        }
    const auto number = parseNumber(text);
    if (!number || *number < 0)
        return refused("bad_fund_facts", fmt::format("Line {}: \"{}\" is no {}.", line, cell, what));
    return *number * factor;
}

/// A symbol, or the symbol of an index known by that name; empty for another name.
Symbol indexNamed(std::string_view cell) {
    std::string wanted = lettersOf(cell);
    if (wanted.ends_with("index"))
        wanted.resize(wanted.size() - 5);
    for (const Instrument& known : knownInstruments())
        if (known.kind == InstrumentKind::Index && lettersOf(known.name) == wanted)
            return known.symbol;
    return cell.find(' ') == std::string_view::npos ? canonicalSymbol(cell) : Symbol{};
}

Result<void> readRow(const HeadRecord& row, const Columns& columns, ImportedFacts& out) {
    FundFacts facts;
    facts.symbol = canonicalSymbol(columns.cell(row, FactColumn::Symbol));
    if (facts.symbol.empty())
        return {};
    const auto fee = numberIn(columns.cell(row, FactColumn::Fee), "fee", row.line);
    if (!fee)
        return Failure(fee.error());
    const auto volume = numberIn(columns.cell(row, FactColumn::DollarVolume), "dollar volume", row.line);
    if (!volume)
        return Failure(volume.error());
    const std::string_view index = columns.cell(row, FactColumn::Index);
    facts.index = indexNamed(index);
    if (facts.index.empty() && !index.empty())
        out.notes.push_back(
            fmt::format("{}: the index \"{}\" is left out: write its symbol.", facts.symbol, index));
    facts.feePercent = *fee;
    facts.dollarVolume = *volume;
    if (!facts.index.empty() || !std::isnan(*fee) || !std::isnan(*volume))
        out.facts = withFacts(std::move(out.facts), facts);
    return {};
}

char delimiterOf(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    constexpr std::string_view kDelimiters = ",;\t|";
    return *std::max_element(kDelimiters.begin(), kDelimiters.end(), [line](char a, char b) {
        return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
    });
}

} // namespace

Result<ImportedFacts> fundFactsIn(std::string_view csv) {
    Dialect dialect;
    dialect.delimiter = delimiterOf(csv);
    const std::vector<HeadRecord> rows = headRecords(csv, dialect, kMostRows);
    ImportedFacts out;
    const Columns columns = rows.empty() ? Columns{} : columnsOf(rows.front(), out.notes);
    const auto& at = columns.at;
    if (at.front() == kNowhere ||
        std::all_of(at.begin() + 1, at.end(), [](std::size_t each) { return each == kNowhere; }))
        return noFacts();
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (const auto read = readRow(rows[i], columns, out); !read)
            return Failure(read.error());
    if (out.facts.empty())
        return noFacts();
    return out;
}

Result<ImportedFacts> fundFactsFrom(const std::string& path) {
    const auto bytes = openUnpacked(path);
    if (!bytes)
        return Failure(bytes.error());
    std::string start(64, '\0');
    const auto seen = (*bytes)->read(start);
    if (!seen)
        return Failure(seen.error());
    start.resize(*seen);
    if (const auto again = (*bytes)->rewind(); !again)
        return Failure(again.error());
    TextSource source(**bytes, encodingOfStart(start));
    std::string text(kMostBytes, '\0');
    std::size_t size = 0;
    while (size + 64 <= text.size()) {
        const auto count = source.read(std::span(text).subspan(size));
        if (!count)
            return Failure(count.error());
        if (*count == 0)
            break;
        size += *count;
    }
    return fundFactsIn(std::string_view(text).substr(0, size));
}

} // namespace rotascope
