#include "core/csv/layout.h"

#include "core/base/text.h"
#include "core/csv/date_text.h"
#include "core/csv/heading_parts.h"
#include "core/csv/number_text.h"
#include "core/csv/preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

/// The records that make up a header.
struct Block {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t dateColumn = 0;
    std::optional<std::size_t> tickers; ///< the record that holds a ticker per column
    bool undated = false;               ///< the date of all rows stands above the header
};

bool isDate(const HeadRecord& record, std::size_t column) {
    return column < record.cells.size() && readDate(record.cells[column]).valid();
}

bool hasDate(const HeadRecord& record) {
    for (std::size_t column = 0; column < record.cells.size(); ++column)
        if (isDate(record, column) && readDate(record.cells[column]).family <= DateFamily::Compact)
            return true;
    return false;
}

std::size_t filledCells(const HeadRecord& record) {
    return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                  [](const auto& cell) { return !cell.empty(); }));
}

std::string firstWord(const HeadRecord& record) {
    return record.cells.empty() ? std::string{} : normalisedHeading(record.cells.front());
}

/// Whether one of the next few filled records has a date in `column`.
bool datesFollow(std::span<const HeadRecord> head, std::size_t header, std::size_t column) {
    std::size_t seen = 0;
    for (std::size_t i = header + 1; i < head.size() && seen < 5; ++i) {
        if (head[i].blank())
            continue;
        if (isDate(head[i], column))
            return true;
        ++seen;
    }
    return false;
}

/// "Price,Close,…" above or below "Ticker,IWM,…", and perhaps "Date,,," as a third line.
std::optional<Block> tickerBlock(std::span<const HeadRecord> head) {
    for (std::size_t i = 0; i + 1 < head.size(); ++i) {
        const std::string upper = firstWord(head[i]);
        const std::string lower = firstWord(head[i + 1]);
        if (!(upper == "price" && lower == "ticker") && !(upper == "ticker" && lower == "price"))
            continue;
        Block block{i, i + 1, 0, upper == "ticker" ? i : i + 1};
        if (i + 2 < head.size() && filledCells(head[i + 2]) == 1 &&
            roleOfHeading(firstWord(head[i + 2])) == ColumnRole::Day)
            block.last = i + 2;
        return block;
    }
    return std::nullopt;
}

/// The best of the columns that are named like a date.
std::optional<std::size_t> namedDateColumn(std::span<const HeadRecord> head, std::size_t header,
                                           bool checked) {
    std::optional<std::size_t> best;
    int bestRank = 0;
    const std::vector<std::string>& cells = head[header].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string word = normalisedHeading(cells[column]);
        const bool named =
            roleOfHeading(word) == ColumnRole::Day || (word == "t" && filledCells(head[header]) > 4);
        if (!named || (checked && !datesFollow(head, header, column)))
            continue;
        const int rank = dateRank(word);
        if (!best || rank < bestRank) {
            best = column;
            bestRank = rank;
        }
    }
    return best;
}

/// A preamble line may name a period ("Period,D"): of the candidates above the data the fullest is the
/// header.
Block fullestBlock(std::span<const HeadRecord> head, Block best, bool checked) {
    for (std::size_t i = best.first + 1; i < head.size() && !hasDate(head[i]); ++i) {
        if (filledCells(head[i]) <= filledCells(head[best.first]))
            continue;
        if (const auto column = namedDateColumn(head, i, checked))
            best = {i, i, *column, std::nullopt};
    }
    return best;
}

std::optional<Block> namedBlock(std::span<const HeadRecord> head, bool checked) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (filledCells(head[i]) < 2 || hasDate(head[i]))
            continue;
        if (const auto column = namedDateColumn(head, i, checked))
            return fullestBlock(head, {i, i, *column, std::nullopt}, checked);
    }
    return std::nullopt;
}

/// The column of the first record with a date and a number beside it; the record above it is the header.
Result<Block> blockAboveData(std::span<const HeadRecord> head) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (!hasDate(head[i]) || filledCells(head[i]) < 2)
            continue;
        std::size_t column = 0;
        while (!isDate(head[i], column))
            ++column;
        std::size_t above = i;
        while (above > 0 && head[above - 1].blank())
            --above;
        const bool header =
            above > 0 && head[above - 1].cells.size() == head[i].cells.size() &&
            std::none_of(head[above - 1].cells.begin(), head[above - 1].cells.end(),
                         [](const auto& c) { return !c.empty() && signUseOf(c) != SignUse::NotANumber; });
        if (!header)
            return refused("no_header",
                           fmt::format("Line {} is already data and no line above names the columns. Add a "
                                       "header line such as \"Date,Close\".",
                                       head[i].line));
        return Block{above - 1, above - 1, column, std::nullopt};
    }
    return refused("no_date_column",
                   "No column holds dates, and none is named like one. Check that this is a table with "
                   "a header line and a date in each row.");
}

/// A table of one day: no column of dates, but a column of tickers with values beside it. Of several such
/// lines, as "Ticker:,SPSM" above the table, the fullest one from `first` on.
std::optional<Block> undatedBlock(std::span<const HeadRecord> head, std::size_t first, std::size_t fewest) {
    std::optional<Block> best;
    std::size_t most = fewest - 1;
    for (std::size_t i = first; i + 1 < head.size(); ++i) {
        const std::vector<std::string>& cells = head[i].cells;
        const auto ticker = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) {
            return roleOfHeading(normalisedHeading(cell)) == ColumnRole::Ticker;
        });
        if (ticker == cells.end() || filledCells(head[i]) <= most || head[i + 1].cells.size() < cells.size())
            continue;
        most = filledCells(head[i]);
        best = Block{i, i, static_cast<std::size_t>(ticker - cells.begin()), std::nullopt, true};
    }
    return best;
}

/// The same with its date above it.
std::optional<Block> blockBelowDate(std::span<const HeadRecord> head) {
    const auto block = undatedBlock(head, 1, 3);
    return block && readPreamble(head.first(block->first)).day ? block : std::nullopt;
}

Failure datesOfItsOwn(std::span<const HeadRecord> head, const Block& block) {
    return refused("dates_of_its_own",
                   fmt::format("The table has dates of its own, in the column \"{}\". Leave --date out.",
                               head[block.first].cells[block.dateColumn]));
}

Result<Block> blockOfDay(std::span<const HeadRecord> head) {
    for (const auto& dated : {tickerBlock(head), namedBlock(head, true)})
        if (dated)
            return datesOfItsOwn(head, *dated);
    if (const auto block = undatedBlock(head, 0, 2))
        return *block;
    return refused(
        "no_ticker_column",
        "No column is named like tickers (Ticker, Symbol, Fund …), so the values of the day cannot be "
        "told apart. Add a header line such as \"Ticker,Return 1M\".");
}

Result<Block> findBlock(std::span<const HeadRecord> head) {
    if (const auto block = tickerBlock(head))
        return *block;
    if (const auto block = namedBlock(head, true))
        return *block;
    if (const auto block = blockBelowDate(head))
        return *block;
    const auto above = blockAboveData(head);
    if (above || above.error().code == "no_header")
        return above;
    if (const auto block = namedBlock(head, false))
        return *block;
    if (undatedBlock(head, 0, 2))
        return refused("undated_table",
                       "The table has no dates. Name the day of all its rows with --date, such "
                       "as --date 2025-11-28.");
    return above;
}

/// Bloomberg's paste names the securities in the line above the fields, each once: ",RTY Index,,SPX Index,"
/// over
/// ",PX_LAST,PX_VOLUME,PX_LAST,PX_VOLUME". That line's cells by column, empty where it is no such line.
std::vector<std::string> securitiesAbove(std::span<const HeadRecord> head, const Block& block) {
    if (block.tickers || block.undated || block.first == 0)
        return {};
    const std::vector<std::string>& above = head[block.first - 1].cells;
    std::vector<std::string> securities(head[block.first].cells.size());
    std::size_t named = 0;
    for (std::size_t i = 0; i < securities.size(); ++i) {
        const std::string cell = i < above.size() ? above[i] : std::string{};
        if (!cell.empty() && (i == block.dateColumn || endOfSecurity(cell) != cell.size()))
            return {};
        named += cell.empty() ? 0U : 1U;
        if (i != block.dateColumn)
            securities[i] = !cell.empty() || i == 0 ? cell : securities[i - 1];
    }
    return named >= 1 ? securities : std::vector<std::string>{};
}

std::vector<std::string> headingsForMatching(const Layout& layout, bool tickerLine) {
    std::vector<std::string> words;
    for (const LayoutColumn& column : layout.columns)
        words.push_back(column.normalised);
    // A column of dates needs no heading.
    if (!layout.fixedDay && words[layout.dateColumn].empty())
        words[layout.dateColumn] = "date";
    if (tickerLine)
        words.emplace_back("#tickers");
    return words;
}

/// A heading that names events counts only above words: a chart that was saved as a table has values there.
void forgetEventsWithoutNames(std::vector<std::string>& headings, std::span<const HeadRecord> rows) {
    constexpr std::array<std::string_view, 3> kEventNames{"event", "eventname", "release"};
    const auto isLetter = [](unsigned char c) {
        return c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const bool named = std::ranges::find(kEventNames, headings[i]) != kEventNames.end();
        const bool hasWords = std::ranges::any_of(rows, [&](const HeadRecord& row) {
            return i < row.cells.size() && std::ranges::any_of(row.cells[i], isLetter);
        });
        if (named && !rows.empty() && !hasWords)
            headings[i] = "value of " + headings[i];
    }
}

ColumnRole roleOf(const CsvFormat& format, const LayoutColumn& column) {
    const auto named = roleUnder(format, column.normalised);
    const bool series = format.others == OtherColumns::Named;
    if (!named)
        return series && !column.normalised.empty() ? ColumnRole::Named : ColumnRole::Ignored;
    // A table of tickers may hold Lowe's (LOW) or another whose name is also a word of price files.
    if (series && isBarRole(*named) && *named != ColumnRole::Close)
        return ColumnRole::Named;
    return *named == ColumnRole::Day ? ColumnRole::Ignored : *named;
}

/// Of several columns with one role the one whose word stands first in the table of words counts.
Result<void> dropRivals(std::vector<LayoutColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            LayoutColumn& a = columns[j];
            LayoutColumn& b = columns[i];
            if (a.role == ColumnRole::Ignored || b.role == ColumnRole::Ignored || a.ticker != b.ticker)
                continue;
            if (a.normalised == b.normalised && a.exponent == b.exponent &&
                toLower(a.heading) == toLower(b.heading))
                return refused("duplicate_column",
                               fmt::format("Columns {} and {} are both called \"{}\". Remove or "
                                           "rename one of them.",
                                           j + 1, i + 1, b.heading));
            if (a.role != b.role || b.role == ColumnRole::Named)
                continue;
            LayoutColumn& loser = dateRank(a.normalised) <= dateRank(b.normalised) ? b : a;
            loser.role = ColumnRole::Ignored;
        }
    }
    return {};
}

void assignRoles(Layout& layout, const CsvFormat& format) {
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        LayoutColumn& column = layout.columns[i];
        const bool date = i == layout.dateColumn && !layout.fixedDay;
        column.role = date ? ColumnRole::Day : roleOf(format, column);
        if (column.role == ColumnRole::Ticker && layout.tickerColumn)
            column.role = ColumnRole::Ignored;
        if (column.role == ColumnRole::Ticker)
            layout.tickerColumn = i;
    }
}

/// A later column of dates under the same heading.
std::optional<std::size_t> secondDateColumn(const Layout& layout) {
    if (layout.fixedDay)
        return std::nullopt;
    for (std::size_t i = layout.dateColumn + 1; i < layout.columns.size(); ++i)
        if (layout.columns[i].heading == layout.columns[layout.dateColumn].heading &&
            !layout.columns[i].normalised.empty())
            return i;
    return std::nullopt;
}

} // namespace

Result<Layout> findLayout(std::span<const HeadRecord> head, std::optional<std::int32_t> fixedDay) {
    const auto block = fixedDay ? blockOfDay(head) : findBlock(head);
    if (!block)
        return Failure(block.error());
    Layout layout;
    const std::size_t names = block->tickers == block->first ? block->first + 1 : block->first;
    for (const std::string& cell : head[names].cells) {
        HeadingParts parts = partsOfHeading(cell);
        layout.columns.push_back({cell, std::move(parts.normalised), ColumnRole::Ignored,
                                  std::move(parts.ticker), parts.exponent});
    }
    if (block->tickers)
        for (std::size_t i = 1; i < std::min(layout.columns.size(), head[*block->tickers].cells.size()); ++i)
            layout.columns[i].ticker = head[*block->tickers].cells[i];
    const std::vector<std::string> securities = securitiesAbove(head, *block);
    for (std::size_t i = 0; i < securities.size(); ++i)
        layout.columns[i].ticker = securities[i];
    layout.dateColumn = block->dateColumn;
    layout.headerLine = head[names].line;
    layout.lastHeaderLine = head[block->last].line;
    for (std::size_t i = block->first; i <= block->last; ++i)
        layout.headerLines.push_back(head[i].raw);
    const Preamble preamble = readPreamble(head.first(block->first));
    layout.preambleTicker = preamble.ticker;
    layout.preambleFlows = preamble.flows;
    if (block->undated)
        layout.fixedDay = fixedDay ? fixedDay : preamble.day;
    layout.preambleLines = head[block->first].line - 1;
    std::vector<std::string> headings = headingsForMatching(layout, block->tickers.has_value());
    forgetEventsWithoutNames(headings, head.subspan(block->last + 1));
    const CsvFormat& format = formatOf(headings);
    layout.format = format.id;
    assignRoles(layout, format);
    if (const auto second = secondDateColumn(layout))
        return refused(
            "several_tables",
            fmt::format("Two tables stand side by side: columns {} and {} are both called \"{}\". Save "
                        "each table as a file of its own.",
                        layout.dateColumn + 1, *second + 1, layout.columns[*second].heading));
    const auto kept = dropRivals(layout.columns);
    if (!kept)
        return Failure(kept.error());
    return layout;
}

} // namespace rotascope
