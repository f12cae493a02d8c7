// Pair trades for a terminal.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"
#include "core/report/text_table.h"

#include <span>
#include <string>

namespace rotascope {

/// "Long RUT, short SPX from 27 Aug 2025 to 28 Nov 2025, 63 sessions"
std::string pairTradeHeading(const PairTrade& trade, const Symbol& small, const Symbol& large);
/// Profit under each accounting, then the stops where there are any.
std::vector<NamedTable> pairTradeTables(const PairTrade& trade);
/// Worst and best, and what the profit is a share of.
std::vector<std::string> pairTradeNotes(const PairTrade& trade);

std::string pairTradeText(const PairTrade& trade, const Symbol& small, const Symbol& large, bool isDemo);
std::string bracketText(const BracketTest& test, std::string_view entries);
std::string hedgeText(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);
std::string sizingText(const Sizing& sizing);
std::string ticketText(const Ticket& ticket, std::span<const WorstWindow> worst);
std::string strikeOddsText(std::span<const StrikeOdds> odds);

} // namespace rotascope
