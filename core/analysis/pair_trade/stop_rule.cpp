#include "core/analysis/pair_trade/stop_rule.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <vector>

namespace rotascope {

namespace {

constexpr int kLongestRolling = 252;

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : toLower(text)) {
        if (c == ' ' || c == ':' || c == '\t') {
            if (!words.back().empty())
                words.emplace_back();
        } else
            words.back() += c;
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// "3%", "3pp" as a fraction.
std::optional<double> lossIn(std::string word) {
    for (const std::string_view unit : {"%", "pp"})
        if (word.size() > unit.size() && word.ends_with(unit)) {
            word.resize(word.size() - unit.size());
            const auto number = parseNumber(word);
            return number ? std::optional(*number / 100) : std::nullopt;
        }
    return std::nullopt;
}

Failure badStop(std::string_view text, std::string_view why) {
    return usageError(
        "bad_stop",
        fmt::format("The stop \"{}\" {}. Write rolling 5 3%, entry 3% or trailing 3%.", text, why));
}

} // namespace

std::string textOf(const StopRule& rule) {
    const std::string window =
        rule.reference == StopReference::Rolling ? fmt::format(" {}", rule.sessions) : "";
    return fmt::format("{}{} {}%", infoOf(rule.reference).id, window,
                       shortestNumber(std::round(rule.loss * 1e8) / 1e6));
}

Result<StopRule> parseStopRule(std::string_view text) {
    const std::vector<std::string> words = wordsOf(text);
    if (words.size() == 1 && lossIn(words.front()))
        return badStop(text, "does not say from where the loss is measured");
    StopRule rule;
    bool named = false;
    for (const StopReferenceInfo& info : kStopReferences)
        if (!words.empty() && words.front() == info.id) {
            rule.reference = info.reference;
            named = true;
        }
    const std::size_t wanted = rule.reference == StopReference::Rolling ? 3 : 2;
    if (!named || words.size() != wanted)
        return badStop(text, "is not understood");
    if (rule.reference == StopReference::Rolling) {
        const auto sessions = parseNumber(words[1]);
        const bool whole = sessions && *sessions >= 1 && *sessions <= kLongestRolling;
        rule.sessions = whole ? static_cast<int>(*sessions) : 0;
        if (rule.sessions == 0 || rule.sessions < *sessions)
            return badStop(text, fmt::format("needs 1 to {} sessions", kLongestRolling));
    }
    const auto loss = lossIn(words.back());
    if (!loss)
        return badStop(text, "has no loss in % or pp");
    if (!(*loss > 0))
        return badStop(text, "would be hit at once: its loss must be above zero");
    rule.loss = *loss;
    return rule;
}

} // namespace rotascope
