#include "core/report/pair_trade_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

Json pointAsJson(const TradePoint& point) {
    return {
        {"date", isoText(point.date)}, {"sessions", point.sessions}, {"return", jsonNumber(point.profit)}};
}

Json stopAsJson(const StopReading& stop) {
    return {{"rule", textOf(stop.rule)},
            {"reference", infoOf(stop.rule.reference).id},
            {"hit", stop.hit.has_value()},
            {"date", stop.hit ? Json(isoText(stop.hit->date)) : Json(nullptr)},
            {"sessions", stop.hit ? Json(stop.hit->sessions) : Json(nullptr)},
            {"return", stop.hit ? jsonNumber(stop.hit->profit) : Json(nullptr)},
            {"now", jsonNumber(stop.now)}};
}

Json beyondAsJson(const Beyond& beyond) {
    return {{"n", beyond.n},
            {"share", jsonNumber(beyond.share)},
            {"low", jsonNumber(beyond.interval.low)},
            {"high", jsonNumber(beyond.interval.high)}};
}

Json worstAsJson(const WorstWindow& window) {
    return {
        {"sessions", window.sessions}, {"spread", jsonNumber(window.spread)}, {"last", isoText(window.last)}};
}

} // namespace

Json pairTradeAsJson(const PairTrade& trade) {
    Json stops = Json::array();
    for (const StopReading& stop : trade.stops)
        stops.push_back(stopAsJson(stop));
    return {{"as_of", isoText(trade.asOf)},
            {"entry", isoText(trade.entry)},
            {"sessions", trade.dates.size() - 1},
            {"scale_in", trade.params.parts},
            {"return_never_rebalanced", jsonNumber(trade.path.neverRebalanced.back())},
            {"return_daily", jsonNumber(trade.path.daily.back())},
            {"beta_neutral", jsonNumber(trade.path.betaNeutral.back())},
            {"return_at_once", jsonNumber(trade.lump)},
            {"beta", jsonNumber(trade.beta)},
            {"beta_now", {{"252", jsonNumber(trade.betaNow)}, {"63", jsonNumber(trade.betaNowShort)}}},
            {"drawdown", jsonNumber(trade.drawdown)},
            {"drawdown_now", jsonNumber(trade.drawdownNow)},
            {"worst", pointAsJson(trade.worst)},
            {"best", pointAsJson(trade.best)},
            {"carry_per_year", trade.params.carryPerYear},
            {"stops", std::move(stops)}};
}

Json bracketAsJson(const BracketTest& test) {
    const BracketSummary& s = test.summary;
    return {{"stop", test.params.stop},
            {"target", test.params.target},
            {"longest", test.params.longest},
            {"intraday", test.params.intraday},
            {"n", s.n},
            {"n_effective", jsonNumber(s.result.nEffective)},
            {"incomplete", s.incomplete},
            {"stopped", s.exits[0]},
            {"reached", s.exits[1]},
            {"timed_out", s.exits[2]},
            {"mean", jsonNumber(s.result.mean)},
            {"ci_low", jsonNumber(s.result.low)},
            {"ci_high", jsonNumber(s.result.high)},
            {"hit", jsonNumber(s.hit)},
            {"sessions", jsonNumber(s.sessions)},
            {"sessions_to_stop", jsonNumber(s.sessionsToStop)},
            {"sessions_to_target", jsonNumber(s.sessionsToTarget)},
            {"mae", jsonNumber(s.mae)},
            {"mfe", jsonNumber(s.mfe)},
            {"baseline_mean", jsonNumber(s.baselineMean)},
            {"baseline_hit", jsonNumber(s.baselineHit)},
            {"p_placebo", jsonNumber(s.placebo)}};
}

Json hedgeAsJson(const HedgeStudy& study, const Symbol& held, const Symbol& hedge) {
    Json rows = Json::object();
    for (const HedgeRow& row : study.rows)
        rows[std::to_string(row.horizon)] = {{"n", row.n},
                                             {"n_effective", jsonNumber(row.hedge.nEffective)},
                                             {"incomplete", row.incomplete},
                                             {"held", jsonNumber(row.held.mean)},
                                             {"hedge", jsonNumber(row.hedge.mean)},
                                             {"hedge_low", jsonNumber(row.hedge.low)},
                                             {"hedge_high", jsonNumber(row.hedge.high)},
                                             {"any_session", jsonNumber(row.anyHedge)},
                                             {"p_placebo", jsonNumber(row.placebo)},
                                             {"both", jsonNumber(row.both.mean)},
                                             {"worst_held", jsonNumber(row.worstHeld)},
                                             {"worst_both", jsonNumber(row.worstBoth)},
                                             {"losses", row.losses},
                                             {"answered", row.answered}};
    return {{"held", held}, {"hedge", hedge}, {"weight", study.params.weight}, {"horizons", std::move(rows)}};
}

Json sizingAsJson(const Sizing& sizing) {
    Json tilts = Json::array();
    for (std::size_t i = 0; i < sizing.tilts.size(); ++i)
        tilts.push_back({{"symbol", sizing.tilts[i].symbol},
                         {"points", sizing.tilts[i].points},
                         {"beta", jsonNumber(sizing.betas[i])}});
    Json worst = Json::array();
    for (const WorstWindow& window : sizing.worst)
        worst.push_back(worstAsJson(window));
    return {{"tilts", std::move(tilts)},
            {"overweight", sizing.overweight},
            {"trimmed", sizing.trimmed},
            {"unfunded", sizing.unfunded()},
            {"benchmark", sizing.benchmark},
            {"as_of", isoText(sizing.asOf)},
            {"beta", jsonNumber(sizing.beta)},
            {"tracking_error", jsonNumber(sizing.trackingError)},
            {"shocked", sizing.shocked ? jsonNumber(*sizing.shocked) : Json(nullptr)},
            {"since", isoText(sizing.since)},
            {"worst", std::move(worst)},
            {"sentence", sizing.sentence()}};
}

Json ticketAsJson(const Ticket& ticket, const std::vector<WorstWindow>& worst) {
    Json windows = Json::array();
    for (const WorstWindow& window : worst) {
        windows.push_back(worstAsJson(window));
        windows.back()["loss_usd"] = jsonNumber(ticket.lossAt(window.spread));
    }
    return {
        {"long", {{"symbol", ticket.params.small}, {"shares", ticket.sharesLong}, {"usd", ticket.usdLong()}}},
        {"short",
         {{"symbol", ticket.params.large}, {"shares", ticket.sharesShort}, {"usd", ticket.usdShort()}}},
        {"risk_budget", ticket.params.riskBudget},
        {"stop", ticket.params.stop},
        {"beta", ticket.params.beta},
        {"loss_at_stop", ticket.lossAtStop()},
        {"carry_per_day", ticket.carryPerDay},
        {"worst", std::move(windows)}};
}

Json strikeOddsAsJson(const StrikeOdds& odds) {
    return {{"strike", odds.strike},
            {"beyond", odds.above ? "above" : "below"},
            {"sessions", odds.sessions},
            {"any_session", beyondAsJson(odds.anySession)},
            {"after_rule", beyondAsJson(odds.afterRule)},
            {"same_volatility", beyondAsJson(odds.sameVolatility)}};
}

} // namespace rotascope
