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

Json importedJson(const BreadthReport& report) {
    Json list = Json::array();
    for (const BreadthReading& reading : report.imported)
        list.push_back({{"symbol", reading.info.symbol},
                        {"members", reading.info.members},
                        {"average", reading.info.average},
                        {"observed", isoText(reading.observed)},
                        {"percent", jsonNumber(reading.percent)},
                        {"change_5", jsonNumber(reading.change)},
                        {"sessions_old", reading.sessionsOld}});
    return list;
}

Json constituentsJson(const Result<ConstituentGain>& gain) {
    if (!gain)
        return {{"missing", gain.error().message}};
    return {{"fund", gain->fund},
            {"as_of", isoText(gain->asOf)},
            {"weights_on", isoText(gain->weightsOn)},
            {"listed", gain->listed},
            {"priced", gain->members.size()},
            {"covered", jsonNumber(gain->covered)},
            {"gain", jsonNumber(gain->gain)},
            {"best_fifth", jsonNumber(gain->bestFifth)},
            {"missing", nullptr}};
}

} // namespace

Json breadthAsJson(const BreadthReport& report) {
    const Breadth& breadth = report.breadth;
    Json above = Json::object();
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        above[std::string(kTrendAverages[i].id)] = shareJson(breadth.above[i]);
    Json members = Json::array();
    for (const BreadthMember& member : breadth.members)
        members.push_back(memberJson(member));
    return {{"as_of", isoText(breadth.asOf)},
            {"list", report.list},
            {"window", breadth.window},
            {"up", shareJson(breadth.up)},
            {"above", std::move(above)},
            {"best_fifth", jsonNumber(breadth.bestFifth)},
            {"members", std::move(members)},
            {"left_out",
             {{"leveraged", breadth.leveraged}, {"stale", breadth.stale}, {"missing", breadth.missing}}},
            {"imported", importedJson(report)},
            {"constituents", constituentsJson(report.constituents)},
            {"words", report.words()}};
}

} // namespace rotascope
