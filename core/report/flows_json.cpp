#include "core/report/flows_json.h"

#include "core/analysis/flows/flow_headline.h"
#include "core/report/json.h"

#include <cmath>

namespace rotascope {

namespace {

Json rankOrNull(const FlowRank& rank) {
    return rank.isKnown() ? Json(rank.rank) : Json(nullptr);
}

Json ofOrNull(const FlowRank& rank) {
    return rank.isKnown() ? Json(rank.of) : Json(nullptr);
}

std::string_view sourceWord(FlowSource source) {
    return infoOf(source).derived ? "derived" : "reported";
}

void addRanks(Json& row, const LeagueRow& league) {
    struct Column {
        std::string name;
        RankWindow window;
    };
    const std::array<Column, kRankWindows> columns{
        {{"ytd", RankWindow::Year}, {"52w", RankWindow::FiftyTwoWeeks}, {"all", RankWindow::All}}};
    for (const auto& [suffix, measure] : {std::pair{std::string(), FlowMeasure::Usd},
                                          std::pair{std::string("_percent"), FlowMeasure::Percent}})
        for (const Column& column : columns) {
            const FlowRank& rank = league.rank(measure, column.window);
            row["rank_" + column.name + suffix] = rankOrNull(rank);
            row["of_" + column.name + suffix] = ofOrNull(rank);
            row["percentile_" + column.name + suffix] = jsonNumber(rank.percentile());
        }
}

Json sourcesJson(const LeagueRow& row) {
    Json object = Json::object();
    for (const FlowSourceInfo& info : kFlowSourceRows)
        object[std::string(info.id)] = jsonNumber(row.bySource[indexOf(info.source)]);
    return object;
}

void addZ(Json& row, const LeagueRow& league) {
    row["z"] = jsonNumber(league.z(FlowMeasure::Percent).z);
    row["z_weeks"] = league.z(FlowMeasure::Percent).weeks;
    row["z_5y"] = jsonNumber(league.longZ(FlowMeasure::Percent).z);
    row["z_usd"] = jsonNumber(league.z(FlowMeasure::Usd).z);
    row["z_usd_5y"] = jsonNumber(league.longZ(FlowMeasure::Usd).z);
}

Json neighbour(const std::optional<FlowWeek>& week) {
    return week ? Json(jsonNumber(week->usd)) : Json(nullptr);
}

Json leagueJson(const LeagueRow& league) {
    Json row{{"symbol", league.symbol},
             {"flow_usd", jsonNumber(league.week.usd)},
             {"source", sourceWord(league.week.source)},
             {"derived_from",
              infoOf(league.week.source).derived ? Json(infoOf(league.week.source).id) : Json(nullptr)},
             {"week_ending", isoText(league.week.end)},
             {"sessions", league.week.sessions},
             {"expected_sessions", league.week.expected},
             {"percent_aum", jsonNumber(league.week.percent())},
             {"aum_before", jsonNumber(league.week.assetsBefore)}};
    addZ(row, league);
    addRanks(row, league);
    row["streak"] = league.streak;
    row["return"] = jsonNumber(league.week.weekReturn);
    row["week_before_usd"] = neighbour(league.before);
    row["week_after_usd"] = neighbour(league.after);
    row["four_weeks_usd"] = jsonNumber(league.fourWeeks);
    row["thirteen_weeks_usd"] = jsonNumber(league.thirteenWeeks);
    row["mtd_usd"] = jsonNumber(league.month.usd);
    row["ytd_usd"] = jsonNumber(league.year.usd);
    row["sources"] = sourcesJson(league);
    row["open_finding"] = league.week.suspect;
    row["gap_before"] = league.week.spansBefore;
    row["same_index_switch"] = league.sameIndex;
    row["round_trip"] = league.roundTrip;
    row["may_fire_rules"] = league.mayFireRules();
    return row;
}

Json basketJson(const BasketRow& basket) {
    return {{"name", basket.name},
            {"in_rotation", basket.inRotation},
            {"flow_usd", jsonNumber(basket.usd)},
            {"percent_aum", jsonNumber(basket.percent)},
            {"z", jsonNumber(basket.z.z)},
            {"z_of", basket.zMeasure == FlowMeasure::Percent ? "percent_aum" : "flow_usd"},
            {"z_weeks", basket.z.weeks},
            {"share_of_gross", jsonNumber(basket.shareOfGross)},
            {"funds", basket.funds},
            {"left_out", basket.leftOut},
            {"missing", basket.missing}};
}

void addHistory(Json& object, const Flows& flows) {
    Json history = Json::array();
    Json months = Json::array();
    for (const FundFlows& fund : flows.funds) {
        for (const FlowWeek& week : fund.weeks) {
            if (week.end > flows.weekEnding)
                break;
            history.push_back({{"symbol", fund.symbol()},
                               {"week_ending", isoText(week.end)},
                               {"sessions", week.sessions},
                               {"expected_sessions", week.expected},
                               {"flow_usd", jsonNumber(week.usd)},
                               {"percent_aum", jsonNumber(week.percent())},
                               {"source", sourceWord(week.source)},
                               {"counted", week.isCounted()}});
        }
        for (const FlowMonth& month : flowMonths(fund.days, flows.weekEnding))
            months.push_back({{"symbol", fund.symbol()},
                              {"month", isoText(month.first).substr(0, 7)},
                              {"flow_usd", jsonNumber(month.usd)},
                              {"complete", month.isComplete},
                              {"days_left_out", month.leftOut}});
    }
    object["history"] = std::move(history);
    object["months"] = std::move(months);
}

Json linkJson(const FlowReturnLink& link) {
    return {{"weeks_from_flow_to_return", link.lag},
            {"n", link.n},
            {"correlation", jsonNumber(link.correlation)},
            {"low", jsonNumber(link.interval.low)},
            {"high", jsonNumber(link.interval.high)}};
}

Json seasonJson(const SeasonRow& season) {
    Json weeks = Json::array();
    for (const FlowWeek& week : season.weeks)
        weeks.push_back({{"week_ending", isoText(week.end)},
                         {"flow_usd", jsonNumber(week.usd)},
                         {"percent_aum", jsonNumber(week.percent())}});
    return {{"season", kFlowSeasons[static_cast<std::size_t>(season.season)].id},
            {"n", season.n},
            {"inflows", season.inflows},
            {"median", jsonNumber(season.median)},
            {"other_median", jsonNumber(season.otherMedian)},
            {"weeks", std::move(weeks)}};
}

Json outcomeJson(const OutcomeFigures& figures) {
    return {
        {"mean", jsonNumber(figures.inference.mean)},     {"ci_low", jsonNumber(figures.inference.low)},
        {"ci_high", jsonNumber(figures.inference.high)},  {"hit", jsonNumber(figures.hit)},
        {"p_placebo", jsonNumber(figures.placebo)},       {"baseline_mean", jsonNumber(figures.baselineMean)},
        {"baseline_hit", jsonNumber(figures.baselineHit)}};
}

Json followersJson(const FlowFollowers& followers) {
    Json horizons = Json::object();
    for (const HorizonOutcomes& at : followers.horizons)
        horizons[std::to_string(at.horizon)] = {{"n", at.small.inference.n},
                                                {"incomplete", at.incomplete},
                                                {"fund", outcomeJson(at.small)},
                                                {"relative", outcomeJson(at.relative)}};
    return {{"share", kTopInflows},
            {"weeks", followers.weeks},
            {"events", followers.events},
            {"against", followers.against},
            {"horizons", std::move(horizons)}};
}

Json studyJson(const FlowStudy& study) {
    Json links = Json::array();
    for (const FlowReturnLink& link : study.links)
        links.push_back(linkJson(link));
    Json seasons = Json::array();
    for (const SeasonRow& season : study.seasons)
        seasons.push_back(seasonJson(season));
    return {{"symbol", study.symbol},
            {"measure", study.measure == FlowMeasure::Percent ? "percent_aum" : "flow_usd"},
            {"on_order_day", study.onOrderDay},
            {"persistence",
             {{"n", study.persistence.n},
              {"same_sign", jsonNumber(study.persistence.same)},
              {"low", jsonNumber(study.persistence.interval.low)},
              {"high", jsonNumber(study.persistence.interval.high)},
              {"baseline", jsonNumber(study.persistence.baseline)}}},
            {"flow_and_return", std::move(links)},
            {"seasons", std::move(seasons)},
            {"after_top_inflows", study.followers ? followersJson(*study.followers) : Json(nullptr)}};
}

Json pairJson(const std::optional<PairWeek>& pair) {
    if (!pair)
        return nullptr;
    return {{"small", pair->small},
            {"large", pair->large},
            {"sessions", pair->sessions},
            {"return_small", jsonNumber(pair->returnSmall)},
            {"return_large", jsonNumber(pair->returnLarge)},
            {"spread", jsonNumber(pair->spread())}};
}

Json findingsJson(const std::vector<FlowFinding>& findings) {
    Json list = Json::array();
    for (const FlowFinding& finding : findings)
        list.push_back({{"symbol", finding.symbol},
                        {"code", finding.code},
                        {"first", isoText(finding.first)},
                        {"last", isoText(finding.last)},
                        {"message", finding.message}});
    return list;
}

} // namespace

Json flowsAsJson(const Flows& flows, std::span<const FlowStudy> studies) {
    Json object{{"week_ending", isoText(flows.weekEnding)},
                {"sessions", flows.sessions},
                {"expected_sessions", flows.expected},
                {"running", flows.isRunning},
                {"preferred_source", infoOf(flows.params.preferred).id}};
    if (const LeagueRow* lead = leadRow(flows))
        object["in_words"] = weekInWords(flows, *lead);
    Json league = Json::array();
    for (const LeagueRow& row : flows.league)
        league.push_back(leagueJson(row));
    object["league"] = std::move(league);
    object["without_figure"] = flows.withoutFigure;
    Json baskets = Json::array();
    for (const BasketRow& row : flows.baskets)
        baskets.push_back(basketJson(row));
    object["baskets"] = std::move(baskets);
    addHistory(object, flows);
    object["pair"] = pairJson(flows.pair);
    object["findings"] = findingsJson(flows.findings);
    Json list = Json::array();
    for (const FlowStudy& study : studies)
        list.push_back(studyJson(study));
    object["studies"] = std::move(list);
    return object;
}

} // namespace rotascope
