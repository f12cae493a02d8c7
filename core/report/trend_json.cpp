#include "core/report/trend_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

Json sideOrNull(const SideState& side) {
    return side.above ? Json(*side.above ? "above" : "below") : Json(nullptr);
}

Json flagOrNull(std::optional<bool> flag) {
    return flag ? Json(*flag) : Json(nullptr);
}

Json averageJson(const AverageReading& reading) {
    return {{"value", jsonNumber(reading.value)},
            {"state", sideOrNull(reading.side)},
            {"distance", jsonNumber(reading.distance)},
            {"sessions", reading.side.above ? Json(reading.side.sessions) : Json(nullptr)},
            {"slope_5", jsonNumber(reading.slope)},
            {"last_cross", jsonDate(reading.side.lastCross)},
            {"needs", jsonSentence(reading.warmUp)}};
}

Json crossJson(const AverageCross& cross) {
    const SideState& side = cross.side;
    const Json name = side.above ? Json(*side.above ? "golden" : "death") : Json(nullptr);
    return {{"state", sideOrNull(side)},
            {"date", jsonDate(side.lastCross)},
            {"name", name},
            {"sessions", side.above ? Json(side.sessions) : Json(nullptr)},
            {"needs", jsonSentence(cross.warmUp)}};
}

Json breakoutsJson(const Breakouts& breakouts) {
    Json list = Json::array();
    for (const Breakout& breakout : breakouts)
        list.push_back({{"sessions", breakout.window},
                        {"above", flagOrNull(breakout.above)},
                        {"below", flagOrNull(breakout.below)},
                        {"highest_before", jsonNumber(breakout.highest)},
                        {"lowest_before", jsonNumber(breakout.lowest)}});
    return list;
}

Json milestonesJson(const Milestones& milestones) {
    if (!milestones.refused.empty())
        return {{"refused", milestones.refused}};
    Json round(nullptr);
    if (milestones.round)
        round =
            Json{{"level", milestones.round->level}, {"first_close_above", isoText(milestones.round->date)}};
    return {{"refused", nullptr},
            {"highest_close", jsonNumber(milestones.highest)},
            {"on", isoText(milestones.highestOn)},
            {"is_highest", milestones.isHighest},
            {"distance", jsonNumber(milestones.distance)},
            {"round_level", std::move(round)}};
}

Json volumeJson(const VolumeSince& volume) {
    return {{"since", jsonDate(volume.anchor)},
            {"return", jsonNumber(volume.price)},
            {"obv", jsonNumber(volume.obv)},
            {"obv_diverges", volume.obvDiverges()},
            {"accumulation", jsonNumber(volume.accumulation)},
            {"accumulation_diverges", volume.accumulationDiverges()},
            {"note", jsonSentence(volume.note)}};
}

Json returnsJson(const TrendRow& row) {
    Json object = Json::object();
    for (std::size_t i = 0; i < kTrendMoves.size(); ++i)
        object[std::to_string(kTrendMoves[i]) + "d"] = jsonNumber(row.moves[i]);
    object["ytd"] = jsonNumber(row.yearToDate);
    return object;
}

Json oddDayJson(const TrendRow& row) {
    if (!row.oddMove)
        return nullptr;
    return {{"date", isoText(row.oddMove->date)}, {"return", jsonNumber(row.oddMove->move)}};
}

Json rowJson(const TrendRow& row) {
    const std::optional<std::size_t> breakout = longestBreakout(row.breakouts);
    Json object{{"symbol", row.symbol()},        {"name", row.instrument.name},
                {"as_of", isoText(row.asOf())},  {"first", isoText(row.range.first)},
                {"sessions", row.sessions},      {"basis", nameOf(row.basis)},
                {"close", jsonNumber(row.close)}};
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        object[std::string(kTrendAverages[i].id)] = averageJson(row.averages[i]);
    object["cross_50_200"] = crossJson(row.cross);
    object["breakout"] = breakout ? Json(*breakout) : Json(nullptr);
    object["breakouts"] = breakoutsJson(row.breakouts);
    object["rsi14"] = jsonNumber(row.rsi);
    object["returns"] = returnsJson(row);
    object["signs_differ_5_126"] = row.signsDiffer();
    object["milestones"] = milestonesJson(row.milestones);
    object["volume_since_quarter"] = volumeJson(row.volume);
    object["odd_day"] = oddDayJson(row);
    object["notes"] = row.notes();
    return object;
}

} // namespace

Json trendAsJson(const TrendStates& states) {
    Json list = Json::array();
    for (const TrendRow& row : states.rows)
        list.push_back(rowJson(row));
    return {{"as_of", isoText(states.asOf)}, {"instruments", std::move(list)}};
}

} // namespace rotascope
