// core/workflow/desk_report: from a desk to a report, and from a report back to the desk that it came from.
// May include every room of core. A new section is one file, its declaration in section_catalogue.h and its
// row in section_catalogue.cpp.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/flows/flows.h"
#include "core/base/result.h"
#include "core/look/desk_look.h"
#include "core/market/market.h"
#include "core/store/market_store.h"
#include "core/workflow/load_flows.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What a report is asked to be about.
struct ReportAsk {
    Symbol small = "RUT";
    Symbol large = "SPX";
    std::optional<Date> asOf;           ///< what was known on this date
    std::optional<Date> until;          ///< without `asOf`: dated up to here, whenever it was published
    std::vector<std::string> sections;  ///< ids; empty: those of the desk's setting
    std::optional<DeskLook> since = {}; ///< tells what is new since this look
};

/// How far the report's values go. Two desks that agree up to there give the same report.
struct ReportMoment {
    Date date;
    bool publishedOnly = false; ///< as of `date` what was published by then; else everything dated up to it

    MarketView view(std::shared_ptr<const Market> market) const;
};

/// ETF flows as they are seen, with what they were read from.
struct FlowGround {
    FlowDesk desk;
    MarketView view;
    Flows flows;
};

/// What every section may look at.
struct ReportGround {
    MarketStore& store;
    ReportMoment moment;
    MarketView pairView; ///< the pair and the ten-year yields
    Divergence divergence;
    Result<FlowGround> flows; ///< or why there are none

    const Symbol& small() const { return divergence.params.small; }
    const Symbol& large() const { return divergence.params.large; }
};

/// Reads the desk. Refuses what analyseDivergence refuses: there is no report without the pair.
Result<ReportGround> groundOf(MarketStore& store, const ReportAsk& ask);

} // namespace rotascope
