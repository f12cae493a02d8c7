#include "core/report/leverage_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

void addStretch(Json& object, const LeverageStretch& stretch) {
    object["from"] = isoText(stretch.base);
    object["sessions"] = stretch.sessions;
    object["index_return"] = jsonNumber(stretch.theory.index);
    object["naive"] = jsonNumber(stretch.theory.naive);
    object["exact"] = jsonNumber(stretch.theory.exact);
    object["closed_form"] = jsonNumber(stretch.theory.closedForm);
    object["actual"] = jsonNumber(stretch.actual);
    object["compounding"] = jsonNumber(stretch.theory.compounding());
    object["residual"] = jsonNumber(stretch.residual());
}

Json curveJson(const Leverage& leverage) {
    Json list = Json::array();
    for (const LeverageStretch& stretch : leverage.curve) {
        Json row = Json::object();
        addStretch(row, stretch);
        list.push_back(std::move(row));
    }
    return list;
}

template <class Windows>
Json windowsJson(const Windows& windows) {
    Json list = Json::array();
    for (const HoldingWindow& window : windows)
        list.push_back({{"sessions", window.sessions},
                        {"windows", window.windows},
                        {"mean", jsonNumber(window.mean)},
                        {"p05", jsonNumber(window.low5)},
                        {"p25", jsonNumber(window.low25)},
                        {"median", jsonNumber(window.median)},
                        {"p75", jsonNumber(window.high75)},
                        {"p95", jsonNumber(window.high95)},
                        {"lost", jsonNumber(window.lost)}});
    return list;
}

Json shocksJson(const Leverage& leverage) {
    Json list = Json::array();
    for (const Shock& shock : leverage.shocks)
        list.push_back({{"index", shock.index},
                        {"fund", jsonNumber(shock.fund)},
                        {"inverse", jsonNumber(shock.inverse)},
                        {"pair", jsonNumber(shock.pair)}});
    return list;
}

Json warningsJson(const Leverage& leverage) {
    Json list = Json::array();
    for (const std::size_t sessions : kFundWindows)
        if (const std::string sentence = leverage.holdingWarning(sessions); !sentence.empty())
            list.push_back(sentence);
    return list;
}

} // namespace

Json leverageAsJson(const Leverage& leverage) {
    Json object{{"as_of", isoText(leverage.asOf)},
                {"fund", leverage.fund.symbol},
                {"index", leverage.index.symbol},
                {"times", leverage.params.times}};
    addStretch(object, leverage.stretch);
    object["bases"] = leverage.basesMatch() ? "matched" : "mixed";
    object["fund_basis"] = nameOf(leverage.fundBasis);
    object["index_basis"] = nameOf(leverage.indexBasis);
    object["index_only_sessions"] = leverage.indexOnly;
    object["fund_only_sessions"] = leverage.fundOnly;
    object["horizons"] = curveJson(leverage);
    object["odd_day"] = leverage.oddDay ? Json(leverage.oddDayText()) : Json(nullptr);
    object["volatility"] = jsonNumber(leverage.volatility);
    object["warnings"] = warningsJson(leverage);
    object["holding"] = {{"index", windowsJson(leverage.indexWindows)},
                         {"fund", windowsJson(leverage.fundWindows)}};
    object["shocks"] = shocksJson(leverage);
    return object;
}

} // namespace rotascope
