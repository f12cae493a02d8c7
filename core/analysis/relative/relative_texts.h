// Chain and pairs as text: how a desk keeps them and how people edit them.
#pragma once

#include "core/analysis/relative/pair_board.h"
#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// "IWM IJR RSP SPY", one line.
std::string chainText(std::span<const Symbol> links);
/// The same read back: symbols separated by blanks, commas or semicolons, on any number of lines. Usage:
/// fewer than two, or one named twice ("bad_chain").
Result<std::vector<Symbol>> parseChain(std::string_view text);

/// One pair a line, "RUT/SPX".
std::string pairsText(std::span<const BoardPair> pairs);
/// The same read back; a pair named again is dropped. Usage errors name the line: a line that is not two
/// symbols, a pair of a series with itself, no pair at all ("bad_pair").
Result<std::vector<BoardPair>> parsePairs(std::string_view text);

} // namespace rotascope
