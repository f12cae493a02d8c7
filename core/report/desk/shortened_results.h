// Results without the rows that no page shows, so that a report can be sent by mail.
#pragma once

#include "core/report/json.h"

#include <cstddef>
#include <functional>

namespace rotascope {

/// `results` as `shorten` leaves them, with "complete_sha256" of all that they were: what is left out still
/// counts when a report is held against its desk.
Json shortened(Json results, const std::function<void(Json& results)>& shorten);

/// The last `count` elements of a list, in their order.
void keepLast(Json& list, std::size_t count);
/// The rows whose `key` is `value`.
void keepRows(Json& list, const char* key, const Json& value);

} // namespace rotascope
