#include "app/cli/json_text.h"

namespace rotascope::cli {

std::string printed(const Json& object) {
    return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string printed(const Error& error) {
    return printed(Json{{"error", {{"code", error.code}, {"message", error.message}}}});
}

Json dateOrNull(const std::optional<DateRange>& range, bool first) {
    if (!range)
        return nullptr;
    return isoText(first ? range->first : range->last);
}

void addCounts(Json& object, const RowCounts& counts) {
    object["rows_read"] = counts.rowsRead;
    object["stored"] = counts.stored;
    object["unchanged"] = counts.unchanged;
    object["replaced"] = counts.replaced;
    object["conflicts"] = counts.conflicts;
    object["rejected"] = counts.rejected;
    object["ignored"] = counts.ignored;
}

} // namespace rotascope::cli
