#include "core/csv/layout_refusals.h"

#include "core/base/text.h"
#include "core/csv/date_text.h"
#include "core/csv/header_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace rotascope {

namespace {

/// Whether one of a column's first cells holds one of these words.
bool saysAny(std::span<const HeadRecord> rows, std::size_t column,
             std::initializer_list<std::string_view> words) {
    for (const HeadRecord& row : rows) {
        std::string word;
        for (const char c : toLower(column < row.cells.size() ? row.cells[column] : std::string{}) + ' ') {
            if (c >= 'a' && c <= 'z') {
                word += c;
            } else {
                if (std::find(words.begin(), words.end(), word) != words.end())
                    return true;
                word.clear();
            }
        }
    }
    return false;
}

/// A column "Action" may be a statistician's; one that buys and sells is a broker's.
bool holdsSides(const LayoutColumn& column, std::span<const HeadRecord> rows, std::size_t index) {
    constexpr std::array<std::string_view, 6> kActions{"action",      "type",      "activity",
                                                       "transaction", "operation", "vorgang"};
    return std::find(kActions.begin(), kActions.end(), column.normalised) != kActions.end() &&
           saysAny(rows, index,
                   {"buy", "bought", "sell", "sold", "kauf", "verkauf", "achat", "vente", "compra", "venta"});
}

/// A blotter's prices are one's own and its quantities no shares outstanding.
Result<void> refuseTrades(const std::vector<LayoutColumn>& columns, std::span<const HeadRecord> rows) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (isSideOfTrade(columns[i].normalised) || holdsSides(columns[i], rows, i))
            return refused(
                "list_of_trades",
                fmt::format("Column {} ({}) makes this a list of trades. Prices, flows and holdings "
                            "can be imported; trades cannot.",
                            i + 1, columns[i].heading));
    return {};
}

bool holdsFlows(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [](const LayoutColumn& column) { return column.role == ColumnRole::Flow; });
}

/// Amounts without a sign, and beside them which way the money went.
Result<void> refuseDirections(const Layout& layout, std::span<const HeadRecord> rows) {
    constexpr std::array<std::string_view, 4> kDirections{"direction", "flowdirection", "inflowoutflow",
                                                          "flowtype"};
    for (std::size_t i = 0; i < layout.columns.size() && holdsFlows(layout); ++i) {
        const LayoutColumn& column = layout.columns[i];
        const bool named =
            std::find(kDirections.begin(), kDirections.end(), column.normalised) != kDirections.end();
        if (named && saysAny(rows, i, {"out", "outflow", "outflows", "redemption", "redemptions"}))
            return refused(
                "sign_elsewhere",
                fmt::format("Column {} ({}) says which way the money went. Write outflows as negative "
                            "numbers and remove that column.",
                            i + 1, column.heading));
    }
    return {};
}

/// The desk keeps each day's or week's flow.
Result<void> refuseSums(const Layout& layout, const std::string& title) {
    if (title.empty() || !(holdsFlows(layout) || layout.preambleFlows))
        return {};
    return refused(
        "cumulative_flows",
        fmt::format("\"{}\" makes these sums of flows. Import the flows of each day or week.", title));
}

/// "Net Flow 2025-09,Net Flow 2025-10": a column for each period.
Result<void> refusePeriods(const Layout& layout) {
    const auto endsInDate = [](const LayoutColumn& column) {
        const std::size_t blank = column.heading.find_last_of(' ');
        return readDate(std::string_view(column.heading).substr(blank == std::string::npos ? 0 : blank + 1))
            .valid();
    };
    if (!layout.fixedDay || std::count_if(layout.columns.begin(), layout.columns.end(), endsInDate) < 2)
        return {};
    return refused(
        "dates_side_by_side",
        fmt::format("Line {} holds one column for each day or month. Turn the table so that each row has "
                    "its date.",
                    layout.headerLine));
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

Result<void> refuseMisread(const Layout& layout, const Preamble& preamble, std::span<const HeadRecord> rows) {
    for (const auto& judged :
         {refuseTables(layout), refuseTrades(layout.columns, rows), refuseReturns(preamble.returns, layout),
          refuseSums(layout, preamble.cumulative), refusePeriods(layout), refuseWeekStarts(layout),
          refuseDirections(layout, rows), refuseCurrencies(layout.columns),
          refuseUnstatedFlows(layout.columns)})
        if (!judged)
            return judged;
    return {};
}

} // namespace rotascope
