// Data quality of a whole desk.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/quality/quality_rules.h"
#include "core/store/market_store.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Every finding about the named instruments (all of the desk when `symbols` is empty), by symbol; duplicates
/// are looked for among all of the desk and reported under the later symbol of the pair. With `asOf` later
/// values are left out, and so are those not yet known on that date. A finding that was accepted says so.
/// Refuses an unknown symbol, naming the nearest.
Result<std::vector<Finding>> examineDesk(MarketStore& store, std::span<const Symbol> symbols,
                                         std::optional<Date> asOf);

/// The dates of one daily field that are under an open warning (see core/quality/open_findings.h): values
/// there are left out of ranks and z. Refuses an unknown symbol.
Result<std::vector<DateRange>> doubtfulDates(MarketStore& store, std::string_view symbol, Field field);

/// Which findings a decision is about; `date` lies in the finding's dates.
struct FindingChoice {
    Symbol symbol;
    std::string rule;
    std::optional<Field> field;
    std::optional<Date> date;
};

/// Accepts the open findings that `choice` names, with the reason; how many. Refuses when there is none.
Result<std::size_t> acceptFindings(MarketStore& store, const FindingChoice& choice, const std::string& reason,
                                   const std::string& acceptedAt);
/// Takes back the acceptances that `choice` names; how many. Refuses when there is none.
Result<std::size_t> reopenFindings(MarketStore& store, const FindingChoice& choice);

} // namespace rotascope
