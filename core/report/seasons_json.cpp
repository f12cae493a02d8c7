#include "core/report/seasons_json.h"

#include "core/analysis/seasons/seasons_wording.h"
#include "core/report/json.h"

namespace rotascope {

namespace {

Json returnJson(const CalendarReturn& period) {
    Json object{{"year", period.year}};
    if (period.month > 0)
        object["month"] = period.month;
    object["small"] = jsonNumber(period.small);
    object["large"] = jsonNumber(period.large);
    object["spread"] = jsonNumber(period.spread());
    object["complete"] = period.isComplete;
    return object;
}

Json returnsJson(const std::vector<CalendarReturn>& periods) {
    Json list = Json::array();
    for (const CalendarReturn& period : periods)
        list.push_back(returnJson(period));
    return list;
}

Json streaksJson(const Seasons& s) {
    Json list = Json::array();
    for (const YearStreak& streak : s.streaks)
        list.push_back({{"led", streak.smallLed ? s.params.small : s.params.large},
                        {"first", streak.firstYear},
                        {"last", streak.lastYear},
                        {"years", streak.years()}});
    return list;
}

Json yearEndsJson(const YearEndStudy& study) {
    Json list = Json::array();
    std::size_t led = 0;
    for (const YearEndPath& path : study.years) {
        led += path.december > 0 ? 1 : 0;
        list.push_back({{"year", path.year},
                        {"december", jsonNumber(path.december)},
                        {"first_quarter", path.firstQuarter ? jsonNumber(*path.firstQuarter) : Json(nullptr)},
                        {"reversed", path.reversed()}});
    }
    return {{"count", study.years.size()},
            {"led_in_december", led},
            {"with_first_quarter", study.rallies},
            {"reversed", study.reversed},
            {"years", std::move(list)}};
}

Json windowJson(const SameWindow& window) {
    return {{"year", window.year},
            {"from", isoText(window.range.first)},
            {"to", isoText(window.range.last)},
            {"small", jsonNumber(window.small)},
            {"large", jsonNumber(window.large)},
            {"spread", jsonNumber(window.spread())}};
}

Json sameWindowJson(const Seasons& s) {
    Json earlier = Json::array();
    for (const SameWindow& window : s.earlier)
        earlier.push_back(windowJson(window));
    return {{"sessions", s.params.window},
            {"today", s.window ? windowJson(*s.window) : Json(nullptr)},
            {"earlier", std::move(earlier)}};
}

Json longReturnsJson(const Seasons& s) {
    Json list = Json::array();
    for (std::size_t i = 0; i < kLongSpans.size(); ++i) {
        const LongReturns& r = s.longReturns[i];
        list.push_back({{"years", kLongSpans[i].years},
                        {"sessions", kLongSpans[i].sessions},
                        {"small", jsonNumber(r.small.back())},
                        {"large", jsonNumber(r.large.back())},
                        {"relative", jsonNumber(r.relative.back())}});
    }
    return list;
}

Json fallJson(const PairSeries& pair, const std::optional<Drawdown>& fall) {
    if (!fall)
        return nullptr;
    const std::size_t end = fall->recovery.value_or(pair.size() - 1);
    const Json recovered = fall->recovery ? Json(isoText(pair.dates[*fall->recovery])) : Json(nullptr);
    return {{"peak", isoText(pair.dates[fall->peak])},
            {"trough", isoText(pair.dates[fall->trough])},
            {"recovered", recovered},
            {"depth", jsonNumber(fall->depth)},
            {"sessions", end - fall->peak}};
}

Json drawdownJson(const Seasons& s) {
    return {{"now", jsonNumber(s.drawdowns.depths.back())},
            {"current", fallJson(s.pair, s.drawdowns.current)},
            {"deepest", fallJson(s.pair, s.drawdowns.deepest)},
            {"longest", fallJson(s.pair, s.drawdowns.longest)}};
}

Json claimJson(const Seasons& s) {
    if (!s.claim)
        return nullptr;
    const DominanceClaim& claim = *s.claim;
    Json span(nullptr);
    if (claim.span)
        span = Json{{"small", jsonNumber(claim.span->small)}, {"large", jsonNumber(claim.span->large)}};
    return {{"first", claim.firstYear},
            {"last", claim.lastYear},
            {"years_held", claim.yearsCounted.size()},
            {"small_led", claim.smallLedYears},
            {"holds_by_years", claim.holdsByYears()},
            {"holds_by_span", claim.holdsBySpan()},
            {"span", std::move(span)},
            {"verdicts", claim.verdicts(s.params.small, s.params.large)}};
}

} // namespace

Json seasonsAsJson(const Seasons& s) {
    return {{"as_of", isoText(s.asOf)},         {"small", s.params.small},
            {"large", s.params.large},          {"first", isoText(s.pair.dates.front())},
            {"sessions", s.pair.size()},        {"years", returnsJson(s.years)},
            {"streaks", streaksJson(s)},        {"year_ends", yearEndsJson(s.yearEnds)},
            {"same_window", sameWindowJson(s)}, {"long_returns", longReturnsJson(s)},
            {"drawdown", drawdownJson(s)},      {"dominance", claimJson(s)},
            {"months", returnsJson(s.months)},  {"words", seasonsInWords(s)}};
}

} // namespace rotascope
