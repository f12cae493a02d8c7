// Pair trades as tables.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

TableSnapshot accountingsOf(const PairTrade& trade);
TableSnapshot stopTableOf(const PairTrade& trade);
/// Best, worst, fall and β.
TableSnapshot tradeFactsOf(const PairTrade& trade);

/// These entries beside any session where they were chosen by a rule.
TableSnapshot bracketTableOf(const BracketTest& test, bool isOfRule);
/// The latest brackets, `most` at the most, the latest first; `dates` are those that their positions mean.
TableSnapshot bracketTradesOf(const BracketTest& test, std::span<const Date> dates, std::size_t most);

TableSnapshot hedgeTableOf(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);
/// Every case, the latest first.
TableSnapshot hedgeCasesOf(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);

TableSnapshot tiltTableOf(const Sizing& sizing);
TableSnapshot tiltWorstTableOf(const Sizing& sizing);
TableSnapshot ticketTableOf(const Ticket& ticket);
TableSnapshot worstTableOf(const Ticket& ticket, std::span<const WorstWindow> worst);

TableSnapshot strikeTableOf(std::span<const StrikeOdds> odds, bool isAfterRule);

} // namespace rotascope
