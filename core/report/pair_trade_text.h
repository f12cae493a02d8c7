// Pair trades for a terminal.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"

#include <span>
#include <string>

namespace rotascope {

std::string pairTradeText(const PairTrade& trade, const Symbol& small, const Symbol& large, bool isDemo);
std::string bracketText(const BracketTest& test, std::string_view entries);
std::string hedgeText(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);
std::string sizingText(const Sizing& sizing);
std::string ticketText(const Ticket& ticket, std::span<const WorstWindow> worst);
std::string strikeOddsText(std::span<const StrikeOdds> odds);

} // namespace rotascope
