#include "core/csv/column_roles.h"

#include "core/base/text.h"
#include "core/csv/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace rotascope {

namespace {

ColumnRole roleOf(const CsvFormat& format, const LayoutColumn& column) {
    const auto named = roleUnder(format, column.normalised);
    const bool series = format.others == OtherColumns::Named;
    if (!named)
        return series && !column.normalised.empty() ? ColumnRole::Named : ColumnRole::Ignored;
    if (series && column.heading == "NET") // Cloudflare, among tickers
        return ColumnRole::Named;
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
    // Creations without a unit may as well be shares.
    if (column.normalised.starts_with("netcreation") && column.exponent == 0 && column.currency.empty())
        return ColumnRole::Ignored;
    return role == ColumnRole::Volume && !column.currency.empty() ? ColumnRole::Ignored : role;
}

/// Whether a column of tickers holds any: what is empty throughout, or holds prices, is none.
bool holdsTickers(std::span<const HeadRecord> rows, std::size_t column) {
    bool any = rows.empty();
    for (const HeadRecord& row : rows) {
        const std::string cell = column < row.cells.size() ? row.cells[column] : std::string{};
        const bool decimal = cell.find('.') != std::string::npos && signUseOf(cell) != SignUse::NotANumber;
        any = any || (!cell.empty() && !decimal);
    }
    return any;
}

bool isAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t countOf(const Layout& layout, std::initializer_list<ColumnRole> roles) {
    return static_cast<std::size_t>(
        std::count_if(layout.columns.begin(), layout.columns.end(), [&](const LayoutColumn& column) {
            return std::find(roles.begin(), roles.end(), column.role) != roles.end();
        }));
}

/// Beside opens, highs and lows a word means another thing than alone.
void besideBars(Layout& layout) {
    if (countOf(layout, {ColumnRole::Open, ColumnRole::High, ColumnRole::Low}) < 2)
        return;
    const bool volume = countOf(layout, {ColumnRole::Volume}) > 0;
    if (layout.tickerColumn && layout.columns[*layout.tickerColumn].normalised == "series") {
        layout.columns[*layout.tickerColumn].role = ColumnRole::Ignored; // India's, of a share's classes
        layout.tickerColumn.reset();
    }
    for (LayoutColumn& column : layout.columns) {
        const bool shares =
            isAnyOf(column.normalised, {"quantity", "shares", "noofshares", "numberofshares"});
        if (column.role == ColumnRole::Shares && shares && !volume)
            column.role = ColumnRole::Volume;
        // The day's turnover; of a long table it is what instruments without bars have.
        else if (column.role == ColumnRole::Value && !layout.tickerColumn)
            column.role = ColumnRole::Ignored;
    }
}

/// "Inflow,Outflow,Net": the last is the flow.
void besideInflows(Layout& layout) {
    const bool inflows =
        std::any_of(layout.columns.begin(), layout.columns.end(), [](const LayoutColumn& column) {
            return column.normalised.starts_with("inflow") || column.normalised.starts_with("outflow");
        });
    if (!inflows || countOf(layout, {ColumnRole::Flow}) > 0)
        return;
    for (LayoutColumn& column : layout.columns)
        if (column.normalised == "net")
            column.role = ColumnRole::Flow;
}

/// "SPY Close" in each row of other tickers is a series beside theirs.
void besideTickers(Layout& layout) {
    if (!layout.tickerColumn)
        return;
    for (LayoutColumn& column : layout.columns)
        if (!column.ticker.empty() && holdsValues(column.role)) {
            column.role = ColumnRole::Named;
            column.ticker.clear();
        }
}

} // namespace

void forgetEventsWithoutNames(std::vector<std::string>& headings, std::span<const HeadRecord> rows) {
    constexpr std::array<std::string_view, 4> kEventNames{"event", "eventname", "release", "title"};
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

void assignRoles(Layout& layout, const CsvFormat& format, std::span<const HeadRecord> rows) {
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        LayoutColumn& column = layout.columns[i];
        const bool date = i == layout.dateColumn && !layout.fixedDay;
        column.role = date ? ColumnRole::Day : underUnit(roleOf(format, column), column);
        if (column.role == ColumnRole::Ticker && (layout.tickerColumn || !holdsTickers(rows, i)))
            column.role = format.others == OtherColumns::Named ? ColumnRole::Named : ColumnRole::Ignored;
        if (column.role == ColumnRole::Ticker)
            layout.tickerColumn = i;
    }
    besideBars(layout);
    besideInflows(layout);
    besideTickers(layout);
}

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

} // namespace rotascope
