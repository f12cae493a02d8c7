#include "core/workflow/examine_desk.h"

#include "core/market/known.h"
#include "core/quality/open_findings.h"
#include "core/workflow/flow_quality.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

namespace rotascope {

namespace {

using Instruments = std::vector<InstrumentShelf::Shared>;

InstrumentShelf::Shared known(const InstrumentShelf::Shared& instrument, Date asOf) {
    InstrumentData data = instrument->data();
    keepKnown(data, asOf);
    return std::make_shared<const MarketInstrument>(std::move(data));
}

Result<Instruments> readAll(MarketStore& store, std::optional<Date> asOf) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    Instruments all;
    for (const InstrumentSummary& summary : *held) {
        const auto instrument = store.readShared(summary.instrument.symbol);
        if (!instrument)
            return Failure(instrument.error());
        all.push_back(asOf ? known(*instrument, *asOf) : *instrument);
    }
    return all;
}

Result<void> refuseUnknown(const Instruments& all, std::span<const Symbol> symbols) {
    std::vector<Symbol> held;
    for (const auto& instrument : all)
        held.push_back(instrument->data().instrument.symbol);
    for (const Symbol& symbol : symbols)
        if (std::find(held.begin(), held.end(), symbol) == held.end())
            return unknownSymbol(symbol, held);
    return {};
}

std::vector<Finding> findingsOfAll(Instruments all, FlowSource preferred) {
    std::vector<Finding> out;
    std::vector<const InstrumentData*> pointers;
    for (const auto& instrument : all) {
        pointers.push_back(&instrument->data());
        std::ranges::move(findingsOf(instrument->data()), std::back_inserter(out));
    }
    std::ranges::move(duplicateFindings(pointers), std::back_inserter(out));
    const MarketView view = MarketView::latest(std::make_shared<const Market>(std::move(all)));
    std::ranges::move(flowFindingsOf(view, preferred), std::back_inserter(out));
    std::stable_sort(out.begin(), out.end(),
                     [](const Finding& a, const Finding& b) { return a.symbol < b.symbol; });
    return out;
}

bool isChosen(const FindingChoice& choice, const FindingKey& key) {
    return key.symbol == choice.symbol && key.rule == choice.rule &&
           (!choice.field || key.field == *choice.field) &&
           (!choice.date || (key.range.first <= *choice.date && *choice.date <= key.range.last));
}

Failure noSuchFinding(const FindingChoice& choice, std::string_view state) {
    return refused("no_finding",
                   fmt::format("{} has no {} finding \"{}\"{}. `rota quality {}` lists what there is.",
                               choice.symbol, state, choice.rule,
                               choice.date ? " on " + isoText(*choice.date) : "", choice.symbol));
}

Result<void> refuseUnknownRule(const FindingChoice& choice) {
    if (qualityRuleNamed(choice.rule) != nullptr)
        return {};
    std::string names;
    for (const QualityRule& rule : qualityRules())
        names += (names.empty() ? "" : ", ") + std::string(rule.id);
    return usageError("unknown_rule",
                      fmt::format("\"{}\" is not a rule. There are: {}.", choice.rule, names));
}

} // namespace

Result<std::vector<Finding>> examineDesk(MarketStore& store, std::span<const Symbol> symbols,
                                         std::optional<Date> asOf) {
    auto all = readAll(store, asOf);
    if (!all)
        return Failure(all.error());
    if (const auto held = refuseUnknown(*all, symbols); !held)
        return Failure(held.error());
    const auto preferred = store.setting(DeskSetting::FlowSource);
    if (!preferred)
        return Failure(preferred.error());
    std::vector<Finding> findings = findingsOfAll(std::move(*all), static_cast<FlowSource>(*preferred));
    const auto accepted = store.acceptedFindings();
    if (!accepted)
        return Failure(accepted.error());
    markAccepted(findings, *accepted);
    if (!symbols.empty())
        std::erase_if(findings, [symbols](const Finding& finding) {
            return std::find(symbols.begin(), symbols.end(), finding.symbol) == symbols.end();
        });
    return findings;
}

Result<std::vector<DateRange>> doubtfulDates(MarketStore& store, std::string_view symbol, Field field) {
    const auto data = store.read(symbol);
    if (!data)
        return Failure(data.error());
    const auto accepted = store.acceptedFindings();
    if (!accepted)
        return Failure(accepted.error());
    return doubtfulDates(*data, field, *accepted);
}

Result<std::size_t> acceptFindings(MarketStore& store, const FindingChoice& choice, const std::string& reason,
                                   const std::string& acceptedAt) {
    if (const auto known = refuseUnknownRule(choice); !known)
        return Failure(known.error());
    const auto findings = examineDesk(store, std::span(&choice.symbol, 1), std::nullopt);
    if (!findings)
        return Failure(findings.error());
    std::vector<AcceptedFinding> accepted;
    for (const Finding& finding : *findings)
        if (!finding.accepted && isChosen(choice, finding.key()))
            accepted.push_back({finding.key(), reason, acceptedAt});
    if (accepted.empty())
        return noSuchFinding(choice, "open");
    if (const auto done = store.acceptFindings(accepted); !done)
        return Failure(done.error());
    return accepted.size();
}

Result<std::size_t> reopenFindings(MarketStore& store, const FindingChoice& choice) {
    const auto accepted = store.acceptedFindings();
    if (!accepted)
        return Failure(accepted.error());
    std::vector<FindingKey> chosen;
    for (const AcceptedFinding& row : *accepted)
        if (isChosen(choice, row.finding))
            chosen.push_back(row.finding);
    if (chosen.empty())
        return noSuchFinding(choice, "accepted");
    if (const auto done = store.reopenFindings(chosen); !done)
        return Failure(done.error());
    return chosen.size();
}

} // namespace rotascope
