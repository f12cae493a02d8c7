#include "core/analysis/claims/market_claim.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace rotascope {

namespace {

constexpr int kLongestMove = 2'520;
constexpr std::size_t kLongestClaim = 500;

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == ',';
        if (!blank && !inside)
            words.emplace_back();
        if (!blank)
            words.back() += c;
        inside = !blank;
    }
    return words;
}

bool isFiller(std::string_view word) {
    constexpr std::array<std::string_view, 9> kFillers{"over", "to", "on",     "in", "of",
                                                       "the",  "as", "gained", "at"};
    return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

/// "+8.47%", ">2500", "26bp", "1.5x", with a real minus too.
bool readFigure(std::string word, MarketClaim& claim) {
    if (word.starts_with("−"))
        word.replace(0, std::string_view("−").size(), "-");
    if (word.starts_with('>') || word.starts_with('<')) {
        claim.bound = word.front() == '>' ? ClaimBound::Above : ClaimBound::Below;
        word.erase(0, 1);
    }
    claim.isBasisPoints = word.ends_with("bp");
    for (const std::string_view unit : {"%", "pp", "bp", "x"})
        if (word.ends_with(unit)) {
            word.erase(word.size() - unit.size());
            break;
        }
    if (word.starts_with('+'))
        word.erase(0, 1);
    const auto number = parseNumber(word);
    if (!number)
        return false;
    const std::size_t point = word.find('.');
    claim.value = *number;
    claim.decimals = point == std::string::npos ? 0 : static_cast<int>(word.size() - point - 1);
    return true;
}

Failure bad(std::string_view why) {
    return usageError(
        "bad_claim",
        fmt::format("The claim {}. Write it like RUT +8.47% 5 sessions 2025-11-28: series, figure, window "
                    "(n sessions, week, MTD, QTD, YTD, level, volume n) and date.",
                    why));
}

/// What has been read so far.
struct Reading {
    MarketClaim claim;
    bool hasFigure = false;
    bool hasDate = false;
    std::optional<ClaimMeasure> measure;
    std::optional<double> length;

    bool take(const std::string& word) {
        const std::string lower = toLower(word);
        if (const auto date = parseIsoDate(word); date && !hasDate) {
            claim.made = *date;
            hasDate = true;
            return true;
        }
        for (const ClaimMeasureInfo& row : kClaimMeasures)
            if ((lower == row.id || lower + "s" == row.id) && !measure) {
                measure = row.measure;
                return true;
            }
        if (!hasFigure) {
            hasFigure = readFigure(lower, claim);
            return hasFigure;
        }
        const auto number = parseNumber(lower);
        if (!number || length)
            return false;
        length = number;
        return true;
    }
};

} // namespace

Result<MarketClaim> parseMarketClaim(std::string_view text) {
    if (text.size() > kLongestClaim)
        return bad("is longer than a sentence");
    const std::vector<std::string> words = wordsOf(text);
    if (words.empty())
        return bad("is empty");
    Reading reading;
    reading.claim.text = std::string(trimmed(text));
    reading.claim.symbol = canonicalSymbol(words.front());
    for (std::size_t i = 1; i < words.size(); ++i)
        if (!isFiller(toLower(words[i])) && !reading.take(words[i]))
            return bad(fmt::format("has \"{}\", which is not understood", words[i]));
    if (!reading.hasFigure)
        return bad("has no figure");
    if (!reading.hasDate)
        return bad("has no date");
    if (!reading.measure)
        return bad("has no window");
    MarketClaim& claim = reading.claim;
    claim.measure = *reading.measure;
    const bool takesLength = kClaimMeasures[static_cast<std::size_t>(claim.measure)].takesLength;
    const double length = reading.length.value_or(0);
    claim.length = length >= 1 && length <= kLongestMove ? static_cast<int>(length) : 0;
    if (takesLength != reading.length.has_value() ||
        (takesLength && (claim.length == 0 || claim.length < length)))
        return bad(takesLength ? "does not say over how many sessions" : "has a number too many");
    return claim;
}

} // namespace rotascope
