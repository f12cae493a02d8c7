// Pair trades for programs: fractions of one leg, missing null.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"

#include <nlohmann/json_fwd.hpp>

namespace rotascope {

/// entry, return_never_rebalanced, return_daily, beta_neutral, drawdown, stops, and what else is known of it.
nlohmann::ordered_json pairTradeAsJson(const PairTrade& trade);
nlohmann::ordered_json bracketAsJson(const BracketTest& test);
nlohmann::ordered_json hedgeAsJson(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);
nlohmann::ordered_json sizingAsJson(const Sizing& sizing);
nlohmann::ordered_json ticketAsJson(const Ticket& ticket, const std::vector<WorstWindow>& worst);
nlohmann::ordered_json strikeOddsAsJson(const StrikeOdds& odds);

} // namespace rotascope
