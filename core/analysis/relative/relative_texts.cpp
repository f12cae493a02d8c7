#include "core/analysis/relative/relative_texts.h"

#include "core/analysis/flows/desk_lines.h"
#include "core/analysis/relative/chain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::string_view kBetween = " \t\r\n,;";
constexpr std::string_view kInPair = " \t\r,;/";

std::vector<Symbol> symbolsIn(std::string_view text, std::string_view separators) {
    std::vector<Symbol> out;
    for (const std::string_view word : wordsIn(text, separators))
        if (Symbol symbol = canonicalSymbol(word); !symbol.empty())
            out.push_back(std::move(symbol));
    return out;
}

Failure badPair(int line, std::string_view why) {
    return usageError("bad_pair",
                      fmt::format("Line {}: {} Write one pair a line, such as \"IWM/SPY\".", line, why));
}

Result<BoardPair> parsePair(std::string_view row, int line) {
    const std::vector<Symbol> symbols = symbolsIn(row, kInPair);
    if (symbols.size() != 2)
        return badPair(line, fmt::format("\"{}\" is not two symbols.", row));
    if (symbols[0] == symbols[1])
        return badPair(line, fmt::format("{} cannot be compared with itself.", symbols[0]));
    return BoardPair{symbols[0], symbols[1]};
}

} // namespace

std::string chainText(std::span<const Symbol> links) {
    return fmt::format("{}\n", fmt::join(links, " "));
}

Result<std::vector<Symbol>> parseChain(std::string_view text) {
    std::vector<Symbol> links = symbolsIn(text, kBetween);
    if (const auto valid = checkedLinks(links); !valid)
        return Failure(valid.error());
    return links;
}

std::string pairsText(std::span<const BoardPair> pairs) {
    std::string text;
    for (const BoardPair& pair : pairs)
        text += fmt::format("{}/{}\n", pair.small, pair.large);
    return text;
}

Result<std::vector<BoardPair>> parsePairs(std::string_view text) {
    std::vector<BoardPair> out;
    const auto read = forEachLine(text, [&out](std::string_view row, int line) -> Result<void> {
        auto pair = parsePair(row, line);
        if (!pair)
            return Failure(pair.error());
        if (std::find(out.begin(), out.end(), *pair) == out.end())
            out.push_back(std::move(*pair));
        return {};
    });
    if (!read)
        return Failure(read.error());
    if (out.empty())
        return badPair(1, "there is no pair.");
    return out;
}

} // namespace rotascope
