#include "core/report/breadth_json.h"

#include "core/analysis/relative/breadth_wording.h"
#include "core/report/json.h"

namespace rotascope {

namespace {

Json shareJson(const BreadthShare& share) {
    return {{"count", share.count}, {"of", share.of}, {"share", jsonNumber(share.share())}};
}

Json memberJson(const BreadthMember& member) {
    Json above = Json::object();
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        above[std::string(kTrendAverages[i].id)] = member.above[i] ? Json(*member.above[i]) : Json(nullptr);
    return {{"symbol", member.symbol}, {"return", jsonNumber(member.move)}, {"above", std::move(above)}};
}

} // namespace

Json breadthAsJson(const Breadth& breadth, std::string_view list) {
    Json above = Json::object();
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        above[std::string(kTrendAverages[i].id)] = shareJson(breadth.above[i]);
    Json members = Json::array();
    for (const BreadthMember& member : breadth.members)
        members.push_back(memberJson(member));
    return {{"as_of", isoText(breadth.asOf)},
            {"list", list},
            {"window", breadth.window},
            {"up", shareJson(breadth.up)},
            {"above", std::move(above)},
            {"best_fifth", jsonNumber(breadth.bestFifth)},
            {"members", std::move(members)},
            {"left_out",
             {{"leveraged", breadth.leveraged}, {"stale", breadth.stale}, {"missing", breadth.missing}}},
            {"words", breadthInWords(breadth, list)}};
}

} // namespace rotascope
