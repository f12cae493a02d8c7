// What `--dates NAME` means: an event of the desk, a category of the calendar, or a file.
#pragma once

#include "app/cli/context.h"
#include "core/analysis/event_dates.h"

#include <optional>
#include <string>
#include <string_view>

namespace rotascope::cli {

/// In front of a category that shares its name with an event or a file.
constexpr std::string_view kCategoryPrefix = "catalysts:";

struct NamedDates {
    std::optional<DateList> list; ///< none without a name
    std::string note;             ///< what the reader should know of the dates; often empty
};

/// Days of a category lie in `range`. An imported event goes before a category of its name, since it is what
/// the user brought. Refuses a name that is nothing of the desk ("missing_file"), one that may be a file as
/// well ("ambiguous_dates"), and a file without a date ("no_dates").
Result<NamedDates> namedDates(MarketStore& store, const MarketView& view, const std::string& name,
                              DateRange range);

} // namespace rotascope::cli
