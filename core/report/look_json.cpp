#include "core/report/look_json.h"

#include <cmath>
#include <exception>
#include <stdexcept>

namespace rotascope {

namespace {

Json sideJson(const SideLook& side) {
    return Json::array({side.above ? Json(*side.above) : Json(nullptr), jsonDate(side.since)});
}

/// Lists of columns, not of objects: a look over many instruments stays small.
template <class Row, class Write>
Json rowsJson(const std::optional<std::vector<Row>>& rows, Write write) {
    if (!rows)
        return nullptr;
    Json list = Json::array();
    for (const Row& row : *rows)
        list.push_back(write(row));
    return list;
}

Json trendJson(const TrendLook& row) {
    Json sides = Json::array();
    for (const SideLook& side : row.sides)
        sides.push_back(sideJson(side));
    return Json::array({row.symbol, isoText(row.session), std::move(sides)});
}

Json flowJson(const FlowLook& row) {
    return Json::array({row.symbol, isoText(row.weekEnding), jsonNumber(row.usd), row.rank, row.of});
}

Json ruleJson(const RuleLook& row) {
    return Json::array({row.name, row.expression, row.episodes, jsonDate(row.first), jsonDate(row.last)});
}

Json findingJson(const FindingLook& row) {
    return Json::array({row.symbol, row.rule, row.isWarning, row.open, isoText(row.last)});
}

Json claimJson(const ClaimLook& row) {
    return Json::array({row.text, row.verdict});
}

Json seriesJson(const SeriesLook& row) {
    return Json::array({row.symbol, isoText(row.last)});
}

/// What is not there, or another thing than expected, throws; the caller gives the part up.
Date dateOf(const Json& json) {
    const auto date = parseIsoDate(json.get<std::string>());
    if (!date)
        throw std::invalid_argument("date");
    return *date;
}

std::optional<Date> dateOrNone(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(dateOf(json));
}

double numberOf(const Json& json) {
    return json.is_null() ? std::nan("") : json.get<double>();
}

TrendLook trendFrom(const Json& json) {
    TrendLook row{json.at(0).get<std::string>(), dateOf(json.at(1)), {}};
    for (std::size_t i = 0; i < kLookedSides; ++i) {
        const Json& side = json.at(2).at(i);
        row.sides[i] = {side.at(0).is_null() ? std::nullopt : std::optional(side.at(0).get<bool>()),
                        dateOrNone(side.at(1))};
    }
    return row;
}

FlowLook flowFrom(const Json& json) {
    return {json.at(0).get<std::string>(), dateOf(json.at(1)), numberOf(json.at(2)),
            json.at(3).get<std::size_t>(), json.at(4).get<std::size_t>()};
}

RuleLook ruleFrom(const Json& json) {
    return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), json.at(2).get<std::size_t>(),
            dateOrNone(json.at(3)), dateOrNone(json.at(4))};
}

FindingLook findingFrom(const Json& json) {
    return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), json.at(2).get<bool>(),
            json.at(3).get<std::size_t>(), dateOf(json.at(4))};
}

ClaimLook claimFrom(const Json& json) {
    return {json.at(0).get<std::string>(), json.at(1).get<std::string>()};
}

SeriesLook seriesFrom(const Json& json) {
    return {json.at(0).get<std::string>(), dateOf(json.at(1))};
}

template <class Row>
std::optional<std::vector<Row>> rowsFrom(const Json& look, const char* key, Row (*read)(const Json&)) {
    if (!look.contains(key) || !look[key].is_array())
        return std::nullopt;
    try {
        std::vector<Row> rows;
        for (const Json& row : look[key])
            rows.push_back(read(row));
        return rows;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

PairLook pairFrom(const Json& json) {
    return {json.at("small").get<std::string>(),
            json.at("large").get<std::string>(),
            dateOf(json.at("session")),
            numberOf(json.at("spread")),
            numberOf(json.at("z")),
            numberOf(json.at("percentile"))};
}

} // namespace

// The keys of the pair stand on the first level: programs of before knew no others.
Json lookAsJson(const DeskLook& look) {
    return {{"at", look.at},
            {"import", look.importId},
            {"small", look.pair.small},
            {"large", look.pair.large},
            {"session", isoText(look.pair.session)},
            {"spread", jsonNumber(look.pair.spread)},
            {"z", jsonNumber(look.pair.z)},
            {"percentile", jsonNumber(look.pair.percentile)},
            {"trend", rowsJson(look.trend, trendJson)},
            {"flows", rowsJson(look.flows, flowJson)},
            {"rules", rowsJson(look.rules, ruleJson)},
            {"findings", rowsJson(look.findings, findingJson)},
            {"claims", rowsJson(look.claims, claimJson)},
            {"series", rowsJson(look.series, seriesJson)}};
}

std::optional<DeskLook> lookFromJson(const Json& json) {
    if (!json.is_object())
        return std::nullopt;
    DeskLook look;
    try {
        look.at = json.at("at").get<std::string>();
        look.importId = json.at("import").get<std::int64_t>();
        look.pair = pairFrom(json);
    } catch (const std::exception&) {
        return std::nullopt;
    }
    look.trend = rowsFrom(json, "trend", trendFrom);
    look.flows = rowsFrom(json, "flows", flowFrom);
    look.rules = rowsFrom(json, "rules", ruleFrom);
    look.findings = rowsFrom(json, "findings", findingFrom);
    look.claims = rowsFrom(json, "claims", claimFrom);
    look.series = rowsFrom(json, "series", seriesFrom);
    return look;
}

std::string lookText(const DeskLook& look) {
    return lookAsJson(look).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<DeskLook> lookFromText(std::string_view text) {
    return lookFromJson(Json::parse(text, nullptr, false));
}

Json changesAsJson(std::span<const Change> changes) {
    Json list = Json::array();
    for (const Change& change : changes)
        list.push_back({{"kind", change.kind}, {"sentence", change.sentence}});
    return list;
}

} // namespace rotascope
