// What is known of a fund beside its prices: the index it follows, its fee, how much of it trades.
#pragma once

#include "core/base/result.h"
#include "core/market/instrument.h"

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct FundFacts {
    Symbol symbol;
    Symbol index; ///< symbol of the index it follows; empty: none, or not known
    double feePercent = std::numeric_limits<double>::quiet_NaN();   ///< a year; NaN not known
    double dollarVolume = std::numeric_limits<double>::quiet_NaN(); ///< average a day in USD, as typed
};

/// ★ Indices that are a matter of record. Fees change, so they are typed or imported, never shipped.
std::span<const FundFacts> knownFundFacts();

/// What was typed, else what is known, else nothing but the symbol.
FundFacts factsOf(std::span<const FundFacts> typed, std::string_view symbol);

/// One fund a line, "IWM index RUT fee 0.19 volume 9000000000"; any of the three may be missing. How a desk
/// keeps them and how people edit them.
std::string fundFactsText(std::span<const FundFacts> facts);
/// Usage errors name the line ("bad_fund_facts"): an unknown word, a fee or volume that is no number or below
/// zero, a fund named twice.
Result<std::vector<FundFacts>> parseFundFacts(std::string_view text);

/// `facts` with what `change` knows of its fund put in; what it does not know stays as it is.
std::vector<FundFacts> withFacts(std::vector<FundFacts> facts, const FundFacts& change);

} // namespace rotascope
