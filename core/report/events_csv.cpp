#include "core/report/events_csv.h"

#include "core/analysis/event_headline.h"
#include "core/base/text.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

std::string titled(const EventStudy& study) {
    return "# " + studyLine(study) + '\n';
}

void addNumbers(std::string& line, std::initializer_list<double> values) {
    for (const double value : values)
        line += ',' + shortestNumber(value);
}

std::string outcomeLine(const HorizonOutcomes& at, std::string_view series, const OutcomeFigures& figures) {
    const OverlapAdjusted& inference = figures.inference;
    std::string line = fmt::format("{},{},{},{}", at.horizon, series, inference.n, at.incomplete);
    addNumbers(line, {inference.nEffective, inference.mean, inference.low, inference.high, inference.sd,
                      figures.median, figures.medianInterval.low, figures.medianInterval.high,
                      figures.minimum, figures.maximum, figures.hit, figures.hitInterval.low,
                      figures.hitInterval.high, figures.baselineMean, figures.baselineHit});
    line += ',' + std::to_string(figures.baselineN);
    addNumbers(line, {figures.excess(), inference.detectable, figures.placebo, figures.neweyWestT});
    return line + '\n';
}

} // namespace

std::string outcomesCsv(const EventStudy& study) {
    std::string text =
        titled(study) +
        "sessions,series,n,incomplete,n_effective,mean,ci_low,ci_high,sd,median,median_low,"
        "median_high,min,max,hit,hit_low,hit_high,baseline_mean,baseline_hit,baseline_n,excess,"
        "detectable,p_placebo,t_newey_west\n";
    for (const HorizonOutcomes& at : study.horizons) {
        text += outcomeLine(at, "small", at.small);
        text += outcomeLine(at, "large", at.large);
        text += outcomeLine(at, "relative", at.relative);
    }
    return text;
}

std::string eventsCsv(const EventStudy& study, const std::vector<EventRow>& rows) {
    std::string text = "date,z,spread,return_small";
    for (const std::string_view leg : {"small", "relative"})
        for (const std::size_t horizon : kEventHorizons)
            text += fmt::format(",{}_{}", leg, horizon);
    text += '\n';
    for (const EventRow& row : rows) {
        text += isoText(row.date);
        for (const double value : {row.z, row.spread, row.returnSmall})
            text += ',' + shortestNumber(value);
        for (const auto* values : {&row.small, &row.relative})
            for (const double value : *values)
                text += ',' + shortestNumber(value);
        text += '\n';
    }
    return titled(study) + text;
}

std::string combinationsCsv(const EventStudy& study, const EventRobustness& robustness) {
    std::string text =
        titled(study) + fmt::format("# mean after {} sessions\n", robustness.horizon) +
        "sigma,threshold,gap,event_days,events,n,n_effective,mean,baseline_mean,p_placebo,in_force\n";
    for (const Combination& c : robustness.combinations) {
        text += fmt::format("{},{},{},{},{},{}", infoOf(c.sigma).id, shortestNumber(c.threshold), c.gap,
                            c.eventDays, c.events, c.n);
        addNumbers(text, {c.nEffective, c.mean, c.baseline, c.p});
        text += c.inForce ? ",1\n" : ",0\n";
    }
    return text;
}

std::string lossesCsv(const EventStudy& study) {
    std::string text =
        titled(study) + "loss,within,n,hit,share,share_low,share_high,any_session,same_volatility\n";
    for (const LossOdds& odds : study.losses) {
        text += fmt::format("{},{},{},{}", shortestNumber(odds.loss), odds.window, odds.n, odds.hit);
        addNumbers(text,
                   {odds.share, odds.interval.low, odds.interval.high, odds.anySession, odds.sameVolatility});
        text += '\n';
    }
    return text;
}

} // namespace rotascope
