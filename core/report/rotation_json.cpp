#include "core/report/rotation_json.h"

#include "core/analysis/relative/rotation_wording.h"
#include "core/report/json.h"

namespace rotascope {

namespace {

Json turnJson(const RotationTrack& track) {
    const auto turn = lastTurn(track);
    if (!turn)
        return nullptr;
    return {{"from", nameOf(turn->from)}, {"to", nameOf(turn->to)}, {"date", isoText(turn->date)}};
}

Json visitsJson(const RotationTrack& track) {
    Json visits = Json::object();
    for (std::size_t i = 0; i < kQuadrantNames.size(); ++i)
        visits[std::string(kQuadrantNames[i])] = track.visits[i];
    return visits;
}

Json trackJson(const RotationTrack& track) {
    return {{"symbol", track.symbol},
            {"as_of", isoText(track.dates.back())},
            {"strength", jsonNumber(track.strength.back())},
            {"momentum", jsonNumber(track.momentum.back())},
            {"quadrant", track.quadrant ? Json(nameOf(*track.quadrant)) : Json(nullptr)},
            {"in_quadrant", track.inQuadrant},
            {"last_turn", turnJson(track)},
            {"visits", visitsJson(track)}};
}

} // namespace

Json rotationAsJson(const RotationMap& map) {
    Json tracks = Json::array();
    for (const RotationTrack& track : map.tracks)
        tracks.push_back(trackJson(track));
    return {{"as_of", isoText(map.asOf)},   {"benchmark", map.params.benchmark},
            {"weekly", map.params.weekly},  {"formula", rotationFormula(map.params)},
            {"tracks", std::move(tracks)},  {"missing", map.missing},
            {"words", rotationInWords(map)}};
}

} // namespace rotascope
