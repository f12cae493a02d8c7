// Facts about funds from a table: fee, index, average dollar volume.
#pragma once

#include "core/analysis/flows/fund_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct ImportedFacts {
    std::vector<FundFacts> facts;
    std::vector<std::string> notes; ///< columns and cells that were left out, and why
};

/// Reads a table with a heading: a column of symbols, and at least one of fee ("expense ratio", in % a year
/// with or without the sign), index ("benchmark"; a symbol or a known index's name) and average dollar
/// volume. Refuses one without them ("no_fund_facts"), and names line and cell of a fee or volume that is no
/// number or below zero ("bad_fund_facts").
Result<ImportedFacts> fundFactsIn(std::string_view csv);
/// The same from a file, packed or plain.
Result<ImportedFacts> fundFactsFrom(const std::string& path);

} // namespace rotascope
