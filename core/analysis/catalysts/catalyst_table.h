// Dates of catalysts that no rule computes, as a table that a user may edit.
//
// A desk's own rows of a category take the place of every other date of that category from the month of the
// first of them to the month of the last. Before and after, what is built in or computed goes on: one listed
// release moves the one of its month, and a listed year of meetings does not cost the next one.
#pragma once

#include "core/base/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// One row. A name is empty where the category says enough.
struct ListedCatalyst {
    std::string category; ///< id of kCatalystCategories, or any other as catalystId() writes it
    Date date;
    std::string name;
    std::string source;

    bool operator==(const ListedCatalyst&) const = default;
};
using CatalystTable = std::vector<ListedCatalyst>;

/// Lower case without blanks around it.
std::string catalystId(std::string_view name);

/// What is built in: the FOMC's decisions.
const CatalystTable& builtInCatalysts();

/// The built-in rows with a desk's own in their place, by category, date and name.
CatalystTable catalystsInForce(const CatalystTable& own);

/// Whether a table's rows of a category take the place of others on that date.
bool isListedOver(const CatalystTable& own, std::string_view category, Date date);

/// First and last date of a category; none where the table has no row of it.
std::optional<DateRange> listedRange(const CatalystTable& table, std::string_view category);

} // namespace rotascope
