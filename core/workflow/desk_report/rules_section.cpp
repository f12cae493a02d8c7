#include "core/figure/derivations.h"
#include "core/report/desk/shortened_results.h"
#include "core/report/rules_json.h"
#include "core/report/rules_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/load_rules.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

/// A firing rule: what it says, how it stands, what followed the other times.
ReportList listOf(const RuleReading& reading) {
    const RuleLedger ledger = ledgerOf(reading);
    ReportList list{reading.rule.name, {reading.rule.expression, ruleStateText(reading)}};
    if (!reading.rule.source.empty())
        list.items.push_back(reading.rule.source);
    if (const std::string summary = ledgerSummary(reading, ledger); !summary.empty())
        list.items.push_back("What followed: " + summary);
    list.items.push_back(ruleBirthText(reading, ledger));
    return list;
}

std::vector<std::string> unknownOf(const PlaybookReading& reading) {
    std::vector<std::string> out;
    for (const RuleReading& row : reading.rules)
        if (const std::string why = row.whyUnknown(); !why.empty())
            out.push_back(fmt::format("{}: {}", row.rule.name, why));
    return out;
}

constexpr std::size_t kEpisodes = 5;

/// Every rule with its last episodes; `rota rules --json` has all of them.
Json resultsOf(const PlaybookReading& reading, const PlaybookParams& params) {
    return shortened(playbookAsJson(reading, params, EntryRule::EventClose), [](Json& results) {
        for (Json& rule : results["rules"])
            keepLast(rule["episodes"], kEpisodes);
    });
}

std::vector<Derivation> figuresOf(const PlaybookReading& reading) {
    std::vector<Derivation> out;
    for (const RuleReading& row : reading.rules)
        if (row.state() != RuleState::Unknown && !row.ground->pair.dates.empty())
            out.push_back(named(
                historiesFrom(row.rule.expression, row.symbols, row.ground->pair.dates.back()), row.rule.name,
                row.columns.measure ? row.text(row.value()) : std::string(nameOf(row.state()))));
    return out;
}

} // namespace

Result<FilledSection> rulesSection(const ReportGround& ground) {
    const auto playbook = deskPlaybook(ground.store);
    if (!playbook)
        return Failure(playbook.error());
    const auto desk = loadRules(ground.store, *playbook, ground.small(), ground.large());
    if (!desk)
        return Failure(desk.error());
    const auto reading = readPlaybook(ground.moment.view(desk->market), *playbook, desk->params);
    if (!reading)
        return Failure(reading.error());
    ReportSection section;
    section.blocks.emplace_back(ReportText{{{firingText(*reading) + ".", Emphasis::Strong}}});
    section.blocks.emplace_back(playbookTable(*reading));
    for (const RuleReading& row : reading->rules)
        if (row.state() == RuleState::Firing)
            section.blocks.emplace_back(listOf(row));
    section.blocks.emplace_back(ReportList{"Unknown", unknownOf(*reading)});
    section.results = resultsOf(*reading, desk->params);
    return FilledSection{std::move(section), desk->symbols, figuresOf(*reading)};
}

} // namespace rotascope
