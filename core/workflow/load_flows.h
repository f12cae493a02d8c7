// From the desk to everything that flows are analysed from.
#pragma once

#include "core/analysis/flows/flows.h"
#include "core/analysis/flows/fund_facts.h"
#include "core/store/market_store.h"

#include <memory>
#include <span>
#include <vector>

namespace rotascope {

/// What the desk holds of funds, and how it wants flows to be read.
struct FlowDesk {
    std::shared_ptr<const Market> market; ///< values of `symbols` alone
    std::vector<Symbol> symbols;
    std::vector<SuspectValue> suspects; ///< values under open findings
    std::vector<Basket> baskets;
    std::vector<FundFacts> facts; ///< as typed
    FlowSource preferred = FlowSource::Reported;
};

/// Reads the funds with flows, counts or assets, those of the desk's baskets, and `others` (the pair).
Result<FlowDesk> loadFlows(MarketStore& store, std::span<const Symbol> others);

/// The desk's baskets: its own, else the shipped ones.
Result<std::vector<Basket>> deskBaskets(MarketStore& store);
/// Keeps `text` as the desk's baskets once it has been read; empty text brings the shipped ones back.
Result<std::vector<Basket>> saveBaskets(MarketStore& store, std::string_view text);

/// What was typed about funds.
Result<std::vector<FundFacts>> deskFundFacts(MarketStore& store);
/// Keeps `text` once it has been read.
Result<void> saveFundFacts(MarketStore& store, std::string_view text);

/// Share counts, assets and flows under a warning that nobody has accepted.
std::vector<SuspectValue> suspectValues(const InstrumentData& data,
                                        std::span<const AcceptedFinding> accepted);

} // namespace rotascope
