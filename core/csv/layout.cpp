#include "core/csv/layout.h"

#include "core/base/text.h"
#include "core/csv/header_block.h"
#include "core/csv/heading_parts.h"
#include "core/csv/preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

/// Bloomberg's paste names the securities in the line above the fields, each once: ",RTY Index,,SPX Index,"
/// over
/// ",PX_LAST,PX_VOLUME,PX_LAST,PX_VOLUME". That line's cells by column, empty where it is no such line.
std::vector<std::string> securitiesAbove(std::span<const HeadRecord> head, const HeaderBlock& block) {
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

void nameColumns(std::vector<LayoutColumn>& columns, std::span<const HeadRecord> head,
                 const HeaderBlock& block) {
    const std::vector<std::string> tickers =
        block.tickers ? head[*block.tickers].cells : std::vector<std::string>{};
    // A name may stand once above several columns.
    for (std::size_t i = 1; i < std::min(columns.size(), tickers.size()); ++i)
        columns[i].ticker = tickers[i].empty() && i > 1 ? columns[i - 1].ticker : tickers[i];
    const std::vector<std::string> securities = securitiesAbove(head, block);
    for (std::size_t i = 0; i < securities.size(); ++i)
        columns[i].ticker = securities[i];
}

std::vector<std::string> headingsForMatching(const Layout& layout, bool tickerLine) {
    std::vector<std::string> words;
    for (const LayoutColumn& column : layout.columns)
        words.push_back(column.normalised);
    // A column of dates needs no heading; above tickers it is often a word about the lines.
    std::string& date = words[layout.dateColumn];
    if (!layout.fixedDay && (date.empty() || (tickerLine && date != "price" && date != "ticker")))
        date = "date";
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
    const bool close = *named == ColumnRole::Close || *named == ColumnRole::AdjClose;
    if (series && isBarRole(*named) && !close)
        return ColumnRole::Named;
    return *named == ColumnRole::Day ? ColumnRole::Ignored : *named;
}

/// "NAV ($M)" is the fund's, not a share's; "Volume ($M)" counts money.
ColumnRole underUnit(ColumnRole role, const LayoutColumn& column) {
    constexpr int kThousands = 3;
    if (role == ColumnRole::Nav && column.exponent >= kThousands)
        return ColumnRole::Aum;
    return role == ColumnRole::Volume && !column.currency.empty() ? ColumnRole::Ignored : role;
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
        column.role = date ? ColumnRole::Day : underUnit(roleOf(format, column), column);
        if (column.role == ColumnRole::Ticker && layout.tickerColumn)
            column.role = ColumnRole::Ignored;
        if (column.role == ColumnRole::Ticker)
            layout.tickerColumn = i;
    }
}

/// A blotter's prices are one's own and its quantities no shares outstanding.
Result<void> refuseTrades(const std::vector<LayoutColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (isSideOfTrade(columns[i].normalised))
            return refused(
                "list_of_trades",
                fmt::format("Column {} ({}) makes this a list of trades. Prices, flows and holdings "
                            "can be imported; trades cannot.",
                            i + 1, columns[i].heading));
    return {};
}

/// The desk keeps flows and assets in dollars.
Result<void> refuseCurrencies(const std::vector<LayoutColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const LayoutColumn& column = columns[i];
        const bool money = column.role == ColumnRole::Flow || column.role == ColumnRole::Aum;
        if (money && !column.currency.empty() && column.currency != "USD")
            return refused(
                "other_currency",
                fmt::format(
                    "Column {} ({}) is in {}. Flows and assets are kept in dollars: convert it, or remove "
                    "the column.",
                    i + 1, column.heading, column.currency));
    }
    return {};
}

/// Bloomberg counts its field of that name in millions, others the same words in dollars.
Result<void> refuseUnstatedFlows(const std::vector<LayoutColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].heading.ends_with("FUND_FLOW") && columns[i].role == ColumnRole::Flow)
            return refused(
                "unit_elsewhere",
                fmt::format("Column {} ({}) states no unit, and Bloomberg counts this field in millions. "
                            "Write the unit into the heading, such as \"{} ($M)\".",
                            i + 1, columns[i].heading, columns[i].heading));
    return {};
}

/// A week's flow is kept on its last day.
Result<void> refuseWeekStarts(const Layout& layout) {
    constexpr std::array<std::string_view, 4> kStarts{"weekbeginning", "weekcommencing", "weekstarting",
                                                      "weekstart"};
    const LayoutColumn& date = layout.columns[layout.dateColumn];
    const bool starts = std::ranges::find(kStarts, date.normalised) != kStarts.end();
    const bool flows = std::ranges::any_of(
        layout.columns, [](const LayoutColumn& column) { return column.role == ColumnRole::Flow; });
    if (!starts || !flows || layout.fixedDay)
        return {};
    return refused(
        "week_starts",
        fmt::format(
            "Column {} ({}) dates each week by its first day, and flows are kept by the last: write the "
            "day on which each week ends in its place.",
            layout.dateColumn + 1, date.heading));
}

/// Columns that are named after instruments would become their closes.
Result<void> refuseReturns(const std::string& title, const Layout& layout) {
    const bool named = std::ranges::any_of(
        layout.columns, [](const LayoutColumn& column) { return column.role == ColumnRole::Named; });
    if (title.empty() || !named)
        return {};
    return refused("table_of_returns",
                   fmt::format("\"{}\" makes this a table of returns. Import the closes or levels that "
                               "they were computed from.",
                               title));
}

/// A later column of dates under the same heading begins another table.
Result<void> refuseTables(const Layout& layout) {
    const LayoutColumn& date = layout.columns[layout.dateColumn];
    if (layout.fixedDay || date.normalised.empty())
        return {};
    for (std::size_t i = layout.dateColumn + 1; i < layout.columns.size(); ++i)
        if (layout.columns[i].heading == date.heading)
            return refused("several_tables",
                           fmt::format("Two tables stand side by side: columns {} and {} are both called "
                                       "\"{}\". Save each table as a file of its own.",
                                       layout.dateColumn + 1, i + 1, date.heading));
    return {};
}

} // namespace

Result<Layout> findLayout(std::span<const HeadRecord> head, std::optional<std::int32_t> fixedDay) {
    const auto block = findHeader(head, fixedDay.has_value());
    if (!block)
        return Failure(block.error());
    Layout layout;
    const std::size_t names = block->tickers == block->first ? block->first + 1 : block->first;
    for (const std::string& cell : head[names].cells) {
        HeadingParts parts = partsOfHeading(cell);
        layout.columns.push_back({cell, std::move(parts.normalised), ColumnRole::Ignored,
                                  std::move(parts.ticker), std::move(parts.currency), parts.exponent});
    }
    nameColumns(layout.columns, head, *block);
    layout.dateColumn = block->dateColumn;
    layout.headerLine = head[names].line;
    layout.lastHeaderLine = head[block->last].line;
    for (std::size_t i = block->first; i <= block->last; ++i)
        layout.headerLines.push_back(head[i].raw);
    const Preamble preamble = readPreamble(head.first(block->first));
    layout.preambleTicker = preamble.ticker;
    layout.preambleFlows = preamble.flows;
    layout.missing = preamble.missing;
    if (block->undated)
        layout.fixedDay = fixedDay ? fixedDay : preamble.day;
    layout.preambleLines = head[block->first].line - 1;
    std::vector<std::string> headings = headingsForMatching(layout, block->tickers.has_value());
    forgetEventsWithoutNames(headings, head.subspan(block->last + 1));
    const CsvFormat& format = formatOf(headings);
    layout.format = format.id;
    assignRoles(layout, format);
    for (const auto& judged :
         {refuseTables(layout), refuseTrades(layout.columns), refuseReturns(preamble.returns, layout),
          refuseWeekStarts(layout), refuseCurrencies(layout.columns), refuseUnstatedFlows(layout.columns),
          dropRivals(layout.columns)})
        if (!judged)
            return Failure(judged.error());
    return layout;
}

} // namespace rotascope
