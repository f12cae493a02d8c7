#include "core/workflow/load_catalysts.h"

#include "core/base/text.h"
#include "core/csv/csv_reader.h"
#include "core/report/csv_cell.h"
#include "core/workflow/load_market.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace rotascope {

namespace {

/// ★ The columns, in the order in which they are written.
constexpr std::array<std::string_view, 4> kColumns{"category", "date", "name", "source"};
enum Column : std::size_t { Category, Day, Name, Source };
constexpr std::size_t kRequired = 2; ///< of the columns, from the front
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

/// Where each column stands in a record.
using Places = std::array<std::size_t, kColumns.size()>;

Failure bad(std::uint32_t line, std::string_view what) {
    return refused("bad_catalysts", fmt::format("Line {} of the catalysts {}.", line, what));
}

/// The character behind the first heading parts the cells.
char delimiterOf(std::string_view csv) {
    const std::string_view line = csv.substr(0, csv.find_first_of("\r\n"));
    for (const char c : {';', '\t'})
        if (line.find(c) != std::string_view::npos)
            return c;
    return ',';
}

std::string cellText(std::string_view cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        out += cell[i];
        i += cell[i] == '"' && i + 1 < cell.size() && cell[i + 1] == '"' ? 1U : 0U;
    }
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return std::string(trimmed(withoutApostrophe(trimmed(out))));
}

Result<Places> placesIn(const CsvRecord& header) {
    Places places;
    places.fill(kAbsent);
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        for (std::size_t column = 0; column < kColumns.size(); ++column)
            if (toLower(cellText(header.cell(i))) == kColumns[column] && places[column] == kAbsent)
                places[column] = i;
    for (std::size_t column = 0; column < kRequired; ++column)
        if (places[column] == kAbsent)
            return bad(header.line, fmt::format("names no column \"{}\"; write category,date,name,source",
                                                kColumns[column]));
    return places;
}

Result<ListedCatalyst> rowIn(const CsvRecord& record, const Places& places) {
    std::array<std::string, kColumns.size()> cells;
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        cells[column] = places[column] == kAbsent ? "" : cellText(record.cell(places[column]));
        if (cells[column].size() > kLongestCatalystCell)
            return bad(record.line,
                       fmt::format("has a {} of more than {} bytes", kColumns[column], kLongestCatalystCell));
    }
    const std::string category = catalystId(cells[Category]);
    if (category.empty())
        return bad(record.line, "has no category, such as fomc or cpi");
    if (category == "imported" || category == "listed")
        return bad(record.line,
                   fmt::format("has the category \"{}\", which is kept for the program", category));
    const auto date = parseIsoDate(cells[Day]);
    if (!date)
        return bad(record.line, fmt::format("has no date such as 2026-01-28, but \"{}\"", cells[Day]));
    return ListedCatalyst{category, *date, std::move(cells[Name]), std::move(cells[Source])};
}

auto keyOf(const ListedCatalyst& row) {
    return std::tie(row.category, row.date, row.name);
}

struct NumberedRow {
    ListedCatalyst row;
    std::uint32_t line = 0;
};

Result<CatalystTable> inOrder(std::vector<NumberedRow> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const NumberedRow& a, const NumberedRow& b) { return keyOf(a.row) < keyOf(b.row); });
    const auto twice =
        std::adjacent_find(rows.begin(), rows.end(), [](const NumberedRow& a, const NumberedRow& b) {
            return keyOf(a.row) == keyOf(b.row);
        });
    if (twice != rows.end())
        return bad(std::next(twice)->line, fmt::format("repeats line {}", twice->line));
    CatalystTable table;
    for (NumberedRow& each : rows)
        table.push_back(std::move(each.row));
    return table;
}

Result<CatalystTable> rowsBehind(CsvReader& reader, const Places& places) {
    std::vector<NumberedRow> rows;
    CsvReader::Pull pull = reader.next();
    for (; pull == CsvReader::Pull::Record; pull = reader.next()) {
        const CsvRecord& record = reader.record();
        if (record.blank())
            continue;
        auto row = rowIn(record, places);
        if (!row)
            return Failure(row.error());
        if (rows.size() == kMostListedCatalysts)
            return bad(record.line, fmt::format("is one more than the {} rows that a table may have",
                                                kMostListedCatalysts));
        rows.push_back({std::move(*row), record.line});
    }
    if (pull == CsvReader::Pull::Failed)
        return Failure(reader.error());
    return inOrder(std::move(rows));
}

} // namespace

std::string catalystsCsv(const CatalystTable& table) {
    std::string out = fmt::format("{}\n", fmt::join(kColumns, ","));
    for (const ListedCatalyst& row : table)
        out += fmt::format("{},{},{},{}\n", csvTextCell(row.category), isoText(row.date),
                           csvTextCell(row.name), csvTextCell(row.source));
    return out;
}

Result<CatalystTable> parseCatalystsCsv(std::string_view csv) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (csv.starts_with(kByteOrderMark))
        csv.remove_prefix(kByteOrderMark.size());
    if (csv.size() > kLongestCatalystTable)
        return refused("bad_catalysts",
                       fmt::format("The catalysts have more than {} KB.", kLongestCatalystTable >> 10));
    Utf8Check letters;
    letters.add(csv);
    if (!letters.valid())
        return refused("bad_catalysts", "The catalysts are no UTF-8 text. Save the file as UTF-8.");
    Dialect dialect;
    dialect.delimiter = delimiterOf(csv);
    const auto bytes = bytesInMemory(std::string(csv));
    TextSource source(*bytes, dialect.encoding);
    CsvReader reader(source, dialect);
    CsvReader::Pull pull = reader.next();
    while (pull == CsvReader::Pull::Record && reader.record().blank())
        pull = reader.next();
    if (pull == CsvReader::Pull::End)
        return CatalystTable{};
    if (pull == CsvReader::Pull::Failed)
        return Failure(reader.error());
    const auto places = placesIn(reader.record());
    return places ? rowsBehind(reader, *places) : Result<CatalystTable>(Failure(places.error()));
}

Result<CatalystTable> loadCatalysts(MarketStore& store) {
    const auto text = store.text(DeskText::Catalysts);
    if (!text)
        return Failure(text.error());
    return parseCatalystsCsv(*text);
}

Result<void> saveCatalysts(MarketStore& store, const CatalystTable& table) {
    if (table.empty() || table == builtInCatalysts())
        return store.setText(DeskText::Catalysts, "");
    const std::string csv = catalystsCsv(table);
    const auto read = parseCatalystsCsv(csv);
    if (!read)
        return Failure(read.error());
    CatalystTable ordered = table;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const ListedCatalyst& a, const ListedCatalyst& b) { return keyOf(a) < keyOf(b); });
    if (*read != ordered)
        return refused("bad_catalysts", "A row of the catalysts would not come back as it is: categories are "
                                        "lower case, names have no line breaks or blanks around them.");
    return store.setText(DeskText::Catalysts, csv);
}

Result<std::vector<Symbol>> calendarSymbols(MarketStore& store) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    std::vector<Symbol> symbols;
    for (const InstrumentSummary& row : *held)
        if (row.instrument.kind == InstrumentKind::Event)
            symbols.push_back(row.instrument.symbol);
    return symbols;
}

Result<CatalystDesk> loadCatalystDesk(MarketStore& store) {
    auto own = loadCatalysts(store);
    if (!own)
        return Failure(own.error());
    auto symbols = calendarSymbols(store);
    if (!symbols)
        return Failure(symbols.error());
    auto market = loadMarket(store, *symbols);
    if (!market)
        return Failure(market.error());
    return CatalystDesk{std::move(*own), std::move(*symbols), std::move(*market)};
}

} // namespace rotascope
