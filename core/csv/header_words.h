// ★ What a column's heading says about what it holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

/// What a column holds. Named: the values of the series that the heading names.
enum class ColumnRole : std::uint8_t {
    Ignored,
    Day,
    Ticker,
    Open,
    High,
    Low,
    Close,
    AdjClose,
    Volume,
    Value,
    Nav,
    Shares,
    Aum,
    Flow,
    Named
};

constexpr std::size_t kColumnRoles = 15;
std::string_view nameOf(ColumnRole role); ///< "date", "adj_close", …
bool isBarRole(ColumnRole role);          ///< Open to Volume
bool holdsValues(ColumnRole role);        ///< neither Ignored, Day nor Ticker

/// A heading reduced to what vendors agree on: lower case, no accents, only letters, digits, '%' and '+'
/// ("Adj. Close" is "adjclose", "<DATE>" is "date").
std::string normalisedHeading(std::string_view heading);

struct HeaderWord {
    std::string_view word; ///< normalised
    ColumnRole role;
};

/// The role a normalised heading names by itself, in English, German, French, Spanish or Portuguese; nullopt
/// for one that is not in the table.
std::optional<ColumnRole> roleOfHeading(std::string_view normalised);

/// Whether a column of dates under this heading tells when something began or ends ("Inception Date",
/// "Maturity"), not of which day the values are.
bool isDateOfOther(std::string_view normalised);

/// "Release Date", "Last Updated": when something was said, and only where no other column holds dates the
/// day that it is of.
bool isPublicationDate(std::string_view normalised);

/// Whether a heading stands above the sides of trades ("Side", "Buy/Sell").
bool isSideOfTrade(std::string_view normalised);

/// Which of several date columns is the session's: lower is better.
int dateRank(std::string_view normalised);

} // namespace rotascope
