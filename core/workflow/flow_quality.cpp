#include "core/workflow/flow_quality.h"

#include "core/analysis/flows/flow_findings.h"
#include "core/quality/quality_rules.h"

#include <algorithm>
#include <map>

namespace rotascope {

namespace {

std::vector<FundFlows> fundsOf(const MarketView& view, const FlowUniverse& universe, FlowSource preferred) {
    const WeekCalendar calendar(universe.range->first, universe.range->last, std::chrono::Friday);
    std::vector<FundFlows> out;
    for (const Symbol& symbol : universe.symbols)
        if (auto fund = fundFlows(view, symbol, preferred, {}, calendar))
            out.push_back(std::move(*fund));
    return out;
}

} // namespace

std::vector<Finding> flowFindingsOf(const MarketView& view, FlowSource preferred) {
    const FlowUniverse universe = flowUniverse(view);
    if (!universe.range)
        return {};
    const std::vector<FundFlows> funds = fundsOf(view, universe, preferred);
    std::map<std::pair<Symbol, const QualityRule*>, std::vector<Observed>> grouped;
    for (FlowFinding& found : everyFlowFinding(funds, universe.range->last + std::chrono::days{6}))
        grouped[{found.symbol, qualityRuleNamed(found.code)}].push_back(
            {found.first, found.last, std::move(found.message)});
    std::vector<Finding> out;
    for (auto& [key, observed] : grouped) {
        const auto& [symbol, rule] = key;
        std::ranges::stable_sort(observed, {}, &Observed::first);
        const std::size_t most = rule->severity == Severity::Warning ? kListedWarnings : kListedNotes;
        std::vector<Observed> kept = listed(std::move(observed), rule->plural, most);
        for (Observed& each : kept)
            out.push_back({symbol, rule->id, rule->severity, Cadence::Daily, Field::Flow, each.first,
                           each.last, std::move(each.message)});
    }
    return out;
}

} // namespace rotascope
