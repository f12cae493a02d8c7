// Pair trades in sentences, the same in the window, the terminal and the report.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/option_odds.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"

#include <string>
#include <string_view>

namespace rotascope {

/// What the trade made in three accountings, what its stops did; last, muted, the fall and what is left out.
Headline pairTradeHeadline(const PairTrade& trade, const Symbol& small, const Symbol& large);

/// "Dividends, borrow and financing are zero: none was typed in." or "Carry −0.50 % a year."
std::string carryInWords(double carryPerYear);

/// How the bracket did against any session. `entries` in words: "any session", "the close after …".
Headline bracketHeadline(const BracketTest& test, std::string_view entries);

/// What the hedge did over 10 sessions; "" without a case.
std::string hedgeInWords(const HedgeStudy& study, const Symbol& held, const Symbol& hedge);

/// What the tilts risk: β, tracking error, and the shock where one was given.
std::string riskInWords(const Sizing& sizing);

/// "Buy 1,386 IWM and sell 505 SPY short: 100,000 USD are lost at the stop."
std::string ticketSentence(const Ticket& ticket);
/// What the stop costs, what is carried, and what the legs are worth.
std::string ticketInWords(const Ticket& ticket);

/// Of the strikes: the share of windows that ended beyond them, after any session and as volatile as now.
Headline strikesHeadline(const std::vector<StrikeOdds>& odds, const Symbol& symbol);

} // namespace rotascope
