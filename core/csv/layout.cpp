#include "core/csv/layout.h"

#include "core/base/text.h"
#include "core/csv/column_roles.h"
#include "core/csv/header_block.h"
#include "core/csv/heading_parts.h"
#include "core/csv/layout_refusals.h"
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
    // A column of dates needs no heading, or one that we know; above tickers it is often a word about the
    // lines.
    std::string& date = words[layout.dateColumn];
    const bool unknown = !roleOfHeading(date) && date != "t";
    if (!layout.fixedDay && (unknown || (tickerLine && date != "price" && date != "ticker")))
        date = "date";
    if (tickerLine)
        words.emplace_back("#tickers");
    return words;
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
    const auto rows = head.subspan(block->last + 1);
    forgetEventsWithoutNames(headings, rows);
    const CsvFormat& format = formatOf(headings);
    layout.format = format.id;
    assignRoles(layout, format, rows);
    for (const auto& judged : {refuseMisread(layout, preamble, rows), dropRivals(layout.columns)})
        if (!judged)
            return Failure(judged.error());
    return layout;
}

} // namespace rotascope
