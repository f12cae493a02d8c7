#include "core/report/json.h"

#include <cmath>

namespace rotascope {

Json jsonNumber(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json jsonDate(std::optional<Date> date) {
    return date ? Json(isoText(*date)) : Json(nullptr);
}

Json jsonSentence(std::string_view sentence) {
    return sentence.empty() ? Json(nullptr) : Json(sentence);
}

// Names come from files; what is not UTF-8 in them must not stop a report.
std::string jsonText(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace rotascope
