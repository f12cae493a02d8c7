#include "core/report/outcomes_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

/// The figures of one series; its keys begin with `prefix`.
void addFigures(Json& object, const std::string& prefix, const OutcomeFigures& figures) {
    const auto add = [&](const char* key, double value) { object[prefix + key] = jsonNumber(value); };
    add("mean", figures.inference.mean);
    add("median", figures.median);
    add("median_low", figures.medianInterval.low);
    add("median_high", figures.medianInterval.high);
    add("sd", figures.inference.sd);
    add("min", figures.minimum);
    add("max", figures.maximum);
    add("hit", figures.hit);
    add("hit_low", figures.hitInterval.low);
    add("hit_high", figures.hitInterval.high);
    add("ci_low", figures.inference.low);
    add("ci_high", figures.inference.high);
    add("detectable", figures.inference.detectable);
    add("p_placebo", figures.placebo);
    add("t_newey_west", figures.neweyWestT);
    add("excess", figures.excess());
    add("baseline_mean", figures.baselineMean);
    add("baseline_hit", figures.baselineHit);
    object[prefix + "baseline_n"] = figures.baselineN;
}

constexpr std::string_view nameOf(SampleSize size) {
    switch (size) {
    case SampleSize::ListOnly:
        return "list_only";
    case SampleSize::Small:
        return "small";
    case SampleSize::Enough:
        break;
    }
    return "enough";
}

} // namespace

Json horizonsAsJson(const std::vector<HorizonOutcomes>& horizons, bool withLargeCaps) {
    Json object = Json::object();
    for (const HorizonOutcomes& at : horizons) {
        Json row{{"n", at.small.inference.n},
                 {"n_effective", jsonNumber(at.small.inference.nEffective)},
                 {"incomplete", at.incomplete},
                 {"sample_size", nameOf(at.size)}};
        addFigures(row, "", at.small);
        row["mae"] = jsonNumber(at.mae);
        row["mfe"] = jsonNumber(at.mfe);
        addFigures(row, "relative_", at.relative);
        if (withLargeCaps)
            addFigures(row, "large_", at.large);
        object[std::to_string(at.horizon)] = std::move(row);
    }
    return object;
}

Json lossesAsJson(const std::vector<LossOdds>& losses) {
    Json list = Json::array();
    for (const LossOdds& odds : losses)
        list.push_back({{"loss", odds.loss},
                        {"within", odds.window},
                        {"n", odds.n},
                        {"events", odds.hit},
                        {"share", jsonNumber(odds.share)},
                        {"share_low", jsonNumber(odds.interval.low)},
                        {"share_high", jsonNumber(odds.interval.high)},
                        {"any_session", jsonNumber(odds.anySession)},
                        {"same_volatility", jsonNumber(odds.sameVolatility)}});
    return list;
}

} // namespace rotascope
