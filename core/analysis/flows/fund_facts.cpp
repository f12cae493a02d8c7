#include "core/analysis/flows/fund_facts.h"

#include "core/analysis/flows/desk_lines.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::string_view kIndex = "index";
constexpr std::string_view kFee = "fee";
constexpr std::string_view kVolume = "volume";

std::vector<std::string_view> wordsOf(std::string_view line) {
    std::vector<std::string_view> out;
    while (!(line = trimmed(line)).empty()) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        out.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return out;
}

Failure badFacts(int line, const std::string& why) {
    return usageError(
        "bad_fund_facts",
        fmt::format("Line {}: {} Write \"IWM index RUT fee 0.19 volume 9000000000\".", line, why));
}

Result<void> put(FundFacts& facts, std::string_view word, std::string_view value, int line) {
    if (word == kIndex) {
        facts.index = canonicalSymbol(value);
        return {};
    }
    if (word != kFee && word != kVolume)
        return badFacts(line, fmt::format("\"{}\" is none of index, fee, volume.", word));
    const auto number = parseNumber(value);
    if (!number || *number < 0)
        return badFacts(line, fmt::format("\"{}\" is no {}.", value, word));
    (word == kFee ? facts.feePercent : facts.dollarVolume) = *number;
    return {};
}

Result<FundFacts> parseLine(std::string_view text, int line) {
    const std::vector<std::string_view> words = wordsOf(text);
    FundFacts facts;
    facts.symbol = canonicalSymbol(words.front());
    if (words.size() % 2 == 0)
        return badFacts(line, fmt::format("\"{}\" has no value.", words.back()));
    for (std::size_t i = 1; i + 1 < words.size(); i += 2)
        if (const auto done = put(facts, words[i], words[i + 1], line); !done)
            return Failure(done.error());
    return facts;
}

const FundFacts* rowOf(std::span<const FundFacts> facts, std::string_view symbol) {
    const auto at = std::find_if(facts.begin(), facts.end(),
                                 [symbol](const FundFacts& row) { return row.symbol == symbol; });
    return at == facts.end() ? nullptr : &*at;
}

} // namespace

std::span<const FundFacts> knownFundFacts() {
    static const std::array<FundFacts, 8> rows{{
        {"IWM", "RUT"},
        {"VTWO", "RUT"},
        {"IJR", "SML"},
        {"SPY", "SPX"},
        {"IVV", "SPX"},
        {"VOO", "SPX"},
        {"QQQ", "NDX"},
        {"DIA", "DJI"},
    }};
    return rows;
}

FundFacts factsOf(std::span<const FundFacts> typed, std::string_view symbol) {
    const FundFacts* known = rowOf(knownFundFacts(), symbol);
    const FundFacts* own = rowOf(typed, symbol);
    FundFacts facts = own ? *own : known ? *known : FundFacts{Symbol(symbol), {}};
    if (facts.index.empty() && known)
        facts.index = known->index;
    return facts;
}

std::string fundFactsText(std::span<const FundFacts> facts) {
    std::string text;
    for (const FundFacts& row : facts) {
        text += row.symbol;
        if (!row.index.empty())
            text += fmt::format(" {} {}", kIndex, row.index);
        if (!std::isnan(row.feePercent))
            text += fmt::format(" {} {}", kFee, shortestNumber(row.feePercent));
        if (!std::isnan(row.dollarVolume))
            text += fmt::format(" {} {}", kVolume, shortestNumber(row.dollarVolume));
        text += '\n';
    }
    return text;
}

Result<std::vector<FundFacts>> parseFundFacts(std::string_view text) {
    std::vector<FundFacts> out;
    const auto read = forEachLine(text, [&out](std::string_view row, int line) -> Result<void> {
        auto facts = parseLine(row, line);
        if (!facts)
            return Failure(facts.error());
        if (rowOf(out, facts->symbol))
            return badFacts(line, fmt::format("{} is named twice.", facts->symbol));
        out.push_back(std::move(*facts));
        return {};
    });
    if (!read)
        return Failure(read.error());
    return out;
}

std::vector<FundFacts> withFacts(std::vector<FundFacts> facts, const FundFacts& change) {
    const auto at = std::find_if(facts.begin(), facts.end(),
                                 [&change](const FundFacts& row) { return row.symbol == change.symbol; });
    if (at == facts.end()) {
        facts.push_back(change);
        return facts;
    }
    if (!change.index.empty())
        at->index = change.index;
    if (!std::isnan(change.feePercent))
        at->feePercent = change.feePercent;
    if (!std::isnan(change.dollarVolume))
        at->dollarVolume = change.dollarVolume;
    return facts;
}

} // namespace rotascope
