#include "core/workflow/load_rules.h"

#include "core/rules/pack/rule_pack.h"
#include "core/workflow/load_flows.h"
#include "core/workflow/load_market.h"

namespace rotascope {

Result<Playbook> deskPlaybook(MarketStore& store) {
    const auto text = store.text(DeskText::Playbook);
    if (!text)
        return Failure(text.error());
    return text->empty() ? Result<Playbook>(builtInPlaybook()) : readPack(*text);
}

Result<void> savePlaybook(MarketStore& store, const Playbook& playbook) {
    return store.setText(DeskText::Playbook, playbook == builtInPlaybook() ? "" : packText(playbook));
}

Result<Vocabulary> deskVocabulary(MarketStore& store, const Playbook& playbook) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    Vocabulary names;
    for (const InstrumentSummary& row : *held)
        names.instruments.push_back(row.instrument);
    names.flags = flagNames(playbook.flags);
    return names;
}

Result<RuleDesk> loadRules(MarketStore& store, const Playbook& playbook, const Symbol& small,
                           const Symbol& large) {
    RuleDesk desk;
    desk.params.small = small;
    desk.params.large = large;
    const auto names = deskVocabulary(store, playbook);
    if (!names)
        return Failure(names.error());
    desk.symbols = symbolsNeeded(playbook, *names, desk.params);
    auto market = loadMarket(store, desk.symbols);
    if (!market)
        return Failure(market.error());
    desk.market = std::move(*market);
    const auto source = store.setting(DeskSetting::FlowSource);
    const auto accepted = store.acceptedFindings();
    if (!source || !accepted)
        return Failure(source ? accepted.error() : source.error());
    desk.params.flows.preferred = static_cast<FlowSource>(*source);
    for (const Symbol& symbol : desk.symbols)
        if (const InstrumentData* data = desk.market->find(symbol))
            for (SuspectValue& value : suspectValues(*data, *accepted))
                desk.params.flows.suspects.push_back(std::move(value));
    return desk;
}

} // namespace rotascope
