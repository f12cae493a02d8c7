#include "core/report/quality_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

Json acceptedJson(const Finding& finding) {
    if (!finding.accepted)
        return nullptr;
    return Json{{"reason", finding.accepted->reason}, {"at", finding.accepted->acceptedAt}};
}

Json findingJson(const Finding& finding) {
    return Json{{"symbol", finding.symbol},
                {"rule", finding.rule},
                {"severity", nameOf(finding.severity)},
                {"field", nameOf(finding.field)},
                {"first", isoText(finding.first)},
                {"last", isoText(finding.last)},
                {"message", finding.message},
                {"count", finding.count},
                {"cadence", nameOf(finding.cadence)},
                {"accepted", acceptedJson(finding)}};
}

} // namespace

Json findingsAsJson(std::span<const Finding> findings) {
    Json list = Json::array();
    for (const Finding& finding : findings)
        list.push_back(findingJson(finding));
    return list;
}

} // namespace rotascope
