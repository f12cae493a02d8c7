#include "core/workflow/splits_csv.h"

#include "core/base/text.h"
#include "core/csv/date_text.h"
#include "core/csv/dialect.h"
#include "core/csv/header_words.h"
#include "core/report/csv_cell.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rotascope {

namespace {

constexpr std::size_t kMostRows = 100'000;

/// Where each column stands in a row.
struct Columns {
    std::optional<std::size_t> symbol;
    std::optional<std::size_t> date;
    std::optional<std::size_t> ratio;
    std::optional<std::size_t> scope;
    std::optional<std::size_t> noted;
};

struct ColumnWord {
    std::string_view word;
    std::optional<std::size_t> Columns::*column;
};

constexpr std::array<ColumnWord, 11> kWords{{{"symbol", &Columns::symbol},
                                             {"ticker", &Columns::symbol},
                                             {"date", &Columns::date},
                                             {"exdate", &Columns::date},
                                             {"effectivedate", &Columns::date},
                                             {"ratio", &Columns::ratio},
                                             {"split", &Columns::ratio},
                                             {"splitratio", &Columns::ratio},
                                             {"stocksplits", &Columns::ratio},
                                             {"scope", &Columns::scope},
                                             {"noted", &Columns::noted}}};

Columns columnsOf(const HeadRecord& header) {
    Columns columns;
    for (std::size_t i = 0; i < header.cells.size(); ++i)
        for (const ColumnWord& each : kWords)
            if (each.word == normalisedHeading(header.cells[i]) && !(columns.*each.column))
                columns.*each.column = i;
    return columns;
}

std::string cellAt(const HeadRecord& record, const std::optional<std::size_t>& column) {
    return column && *column < record.cells.size() ? std::string(withoutApostrophe(record.cells[*column]))
                                                   : std::string{};
}

Failure bad(const HeadRecord& record, std::string_view what) {
    return refused("bad_splits", fmt::format("Line {} {}: \"{}\". Nothing was recorded.", record.line, what,
                                             trimmed(record.raw)));
}

/// "4" of a table of splits means 4:1.
std::optional<std::pair<double, double>> ratioIn(const std::string& text) {
    if (const auto ratio = splitRatioIn(text))
        return ratio;
    const auto times = parseNumber(text);
    if (!times || !(*times > 0) || *times == 1)
        return std::nullopt;
    return std::pair(*times, 1.0);
}

Result<StatedSplit> statedIn(const HeadRecord& record, const Columns& columns, const Symbol& symbol,
                             const std::string& notedAt) {
    StatedSplit stated;
    stated.symbol = columns.symbol ? canonicalSymbol(cellAt(record, columns.symbol)) : symbol;
    if (stated.symbol.empty())
        return bad(record, "names no symbol");
    const auto date = parseIsoDate(cellAt(record, columns.date));
    if (!date)
        return bad(record, "has no date such as 2025-06-09");
    const auto ratio = ratioIn(cellAt(record, columns.ratio));
    if (!ratio)
        return bad(record, "has no ratio of new to old shares such as 2:1");
    stated.date = *date;
    stated.newUnits = ratio->first;
    stated.oldUnits = ratio->second;
    if (const std::string scope = cellAt(record, columns.scope); !scope.empty()) {
        const auto known = splitScopeNamed(toLower(scope));
        if (!known)
            return bad(record, "has a scope that is none of prices, volume, nav, shares");
        stated.scopes = {*known};
    }
    const std::string noted = cellAt(record, columns.noted);
    stated.notedAt = noted.empty() ? notedAt : noted;
    return stated;
}

Result<void> addRows(MarketStore& store, const Symbol& symbol, std::string& out) {
    const auto splits = store.splits(symbol);
    if (!splits)
        return Failure(splits.error());
    for (const Split& split : *splits)
        out += fmt::format("{},{},{},{},{}\n", csvTextCell(symbol), isoText(split.date), ratioText(split),
                           nameOf(split.scope), split.notedAt);
    return {};
}

} // namespace

Result<std::string> splitsCsv(MarketStore& store, std::string_view symbol) {
    std::string out = "Symbol,Date,Ratio,Scope,Noted\n";
    const auto symbols = store.symbolsWithSplits();
    if (!symbols)
        return Failure(symbols.error());
    for (const Symbol& held : *symbols)
        if (symbol.empty() || held == symbol)
            if (const auto added = addRows(store, held, out); !added)
                return Failure(added.error());
    return out;
}

Result<std::vector<StatedSplit>> splitsInCsv(std::string_view csv, const Symbol& symbol,
                                             const std::string& notedAt) {
    if (csv.starts_with("\xEF\xBB\xBF"))
        csv.remove_prefix(3);
    const std::vector<HeadRecord> records = headRecords(csv, sniffDialect(csv, Encoding::Utf8), kMostRows);
    const auto header =
        std::ranges::find_if(records, [](const HeadRecord& record) { return !record.blank(); });
    if (header == records.end())
        return refused("bad_splits", "The file holds no splits.");
    const Columns columns = columnsOf(*header);
    if (!columns.date || !columns.ratio || (!columns.symbol && symbol.empty()))
        return refused("bad_splits",
                       "The file's first line does not name the columns Symbol, Date and Ratio.");
    std::vector<StatedSplit> out;
    for (auto record = header + 1; record != records.end(); ++record) {
        if (record->blank())
            continue;
        auto stated = statedIn(*record, columns, symbol, notedAt);
        if (!stated)
            return Failure(stated.error());
        out.push_back(std::move(*stated));
    }
    return out;
}

Result<std::size_t> recordSplits(MarketStore& store, const std::vector<StatedSplit>& stated) {
    std::size_t count = 0;
    const auto done = store.together([&]() -> Result<void> {
        for (const StatedSplit& one : stated) {
            const auto recorded = recordSplit(store, one);
            if (!recorded)
                return Failure(recorded.error());
            count += recorded->size();
        }
        return {};
    });
    return done ? Result<std::size_t>(count) : Failure(done.error());
}

} // namespace rotascope
