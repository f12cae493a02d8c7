#include "app/cli/rule_events.h"

#include "core/workflow/load_rules.h"

namespace rotascope::cli {

Result<std::vector<Date>> firingDates(MarketStore& store, const Context& context, const std::string& name,
                                      Firing firing) {
    const auto playbook = deskPlaybook(store);
    if (!playbook)
        return Failure(playbook.error());
    const auto rule = requireRule(*playbook, name);
    if (!rule)
        return Failure(rule.error());
    const Playbook one{{}, {**rule}, playbook->flags, {}};
    const auto desk = loadRules(store, one, context.common.small, context.common.large);
    if (!desk)
        return Failure(desk.error());
    const MarketView view = context.common.asOf ? MarketView::asOf(desk->market, *context.common.asOf)
                                                : MarketView::latest(desk->market);
    const auto reading = readPlaybook(view, one, desk->params);
    if (!reading)
        return Failure(reading.error());
    const RuleReading& row = reading->rules.front();
    if (row.error)
        return Failure(*row.error);
    return rotascope::firingDates(row, firing);
}

std::vector<std::string> firingOf(const PlaybookReading& reading) {
    std::vector<std::string> firing;
    for (const RuleReading& row : reading.rules)
        if (row.state() == RuleState::Firing)
            firing.push_back(row.rule.name);
    return firing;
}

} // namespace rotascope::cli
