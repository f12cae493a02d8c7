#include "core/report/yields_json.h"

#include "core/analysis/yields/yield_wording.h"
#include "core/report/json.h"

#include <algorithm>

namespace rotascope {

namespace {

Json weekJson(const YieldWeek& week) {
    return {{"week_ending", isoText(week.end)},
            {"observed", isoText(week.observed)},
            {"value", jsonNumber(week.value)},
            {"change_bp", jsonNumber(week.changeBp)},
            {"streak", week.streak}};
}

Json historyJson(const YieldHistory& row, std::size_t weeks) {
    Json list = Json::array();
    for (std::size_t i = row.weeks.size() - std::min(weeks, row.weeks.size()); i < row.weeks.size(); ++i)
        list.push_back(weekJson(row.weeks[i]));
    const Json age = row.weeks.empty() ? Json(nullptr) : Json(row.sessionsOld);
    return {{"id", row.info.id},       {"label", row.info.label}, {"source", row.source},
            {"unit", "percent"},       {"sessions_old", age},     {"missing", jsonSentence(row.missing)},
            {"weeks", std::move(list)}};
}

Json sensitivityJson(const YieldStudy& study) {
    const auto reading = study.link ? lastReading(study.link->sensitivity) : std::nullopt;
    if (!reading)
        return nullptr;
    return {{"small", study.params.small},
            {"large", study.params.large},
            {"as_of", isoText(reading->date)},
            {"days", kYieldLinkWindow},
            {"slope_per_bp", jsonNumber(reading->slope)},
            {"ci_low", jsonNumber(reading->low)},
            {"ci_high", jsonNumber(reading->high)},
            {"correlation", jsonNumber(reading->correlation)},
            {"distinguishable", reading->isDistinguishable()}};
}

Json bucketsJson(const YieldStudy& study) {
    Json list = Json::array();
    if (!study.link)
        return list;
    for (const YieldBucket& bucket : study.link->buckets)
        list.push_back({{"from_bp", jsonNumber(bucket.fromBp)},
                        {"to_bp", jsonNumber(bucket.toBp)},
                        {"n", bucket.n},
                        {"small", jsonNumber(bucket.small)},
                        {"large", jsonNumber(bucket.large)},
                        {"spread", jsonNumber(bucket.spread)},
                        {"ahead", jsonNumber(bucket.ahead)},
                        {"ahead_low", jsonNumber(bucket.aheadInterval.low)},
                        {"ahead_high", jsonNumber(bucket.aheadInterval.high)}});
    return list;
}

Json creditJson(const YieldStudy& study) {
    Json list = Json::array();
    for (const CreditRow& row : study.credit) {
        Json moves = Json::object();
        for (std::size_t i = 0; i < kCreditMoves.size(); ++i)
            moves[std::to_string(kCreditMoves[i])] = jsonNumber(row.moves[i]);
        list.push_back({{"symbol", row.instrument.symbol},
                        {"name", row.instrument.name},
                        {"observed", isoText(row.observed)},
                        {"value", jsonNumber(row.value)},
                        {"unit", "percent"},
                        {"moves_bp", std::move(moves)},
                        {"percentile", jsonNumber(row.percentile)},
                        {"sessions_old", row.sessionsOld}});
    }
    return list;
}

} // namespace

Json yieldsAsJson(const YieldStudy& study, std::size_t weeks) {
    Json rows = Json::array();
    for (const YieldHistory& row : study.table.rows)
        rows.push_back(historyJson(row, weeks));
    return {{"as_of", isoText(study.table.asOf)},    {"yields", std::move(rows)},
            {"sensitivity", sensitivityJson(study)}, {"no_link", jsonSentence(study.noLink)},
            {"buckets", bucketsJson(study)},         {"credit", creditJson(study)},
            {"words", yieldsInWords(study)}};
}

} // namespace rotascope
