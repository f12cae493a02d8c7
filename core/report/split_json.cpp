#include "core/report/split_json.h"

#include "core/report/json.h"

namespace rotascope {

Json splitAsJson(std::string_view symbol, const Split& split) {
    return {{"symbol", symbol},
            {"date", isoText(split.date)},
            {"ratio", ratioText(split)},
            {"scope", nameOf(split.scope)}};
}

} // namespace rotascope
