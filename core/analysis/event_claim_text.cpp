#include "core/analysis/event_claim.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

/// ★ Ways to name a horizon.
struct HorizonWord {
    std::string_view unit;
    int count;
    std::size_t sessions;
};
constexpr std::array kHorizonWords{
    HorizonWord{"week", 1, 5},   HorizonWord{"week", 2, 10},   HorizonWord{"month", 1, 21},
    HorizonWord{"month", 3, 63}, HorizonWord{"month", 6, 126}, HorizonWord{"month", 12, 252},
    HorizonWord{"year", 1, 252},
};

std::string_view unitOf(std::string_view word) {
    if (word == "m" || word == "month" || word == "months")
        return "month";
    if (word == "w" || word == "week" || word == "weeks")
        return "week";
    if (word == "y" || word == "year" || word == "years")
        return "year";
    return word == "session" || word == "sessions" ? "session" : "";
}

bool isWordChar(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
}
bool isNumberChar(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+';
}

/// Words, numbers (dates among them) and signs; commas, colons and blanks separate.
std::vector<std::string> tokensOf(std::string_view raw) {
    std::string text = toLower(raw);
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"≥", ">="}, {"−", "-"}})
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from))
            text.replace(at, from.size(), to);
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        if (isWordChar(text[i]))
            while (i < text.size() && isWordChar(text[i]))
                ++i;
        else if (isNumberChar(text[i]))
            while (i < text.size() && isNumberChar(text[i]))
                ++i;
        else
            i += text.compare(i, 2, ">=") == 0 ? 2 : 1;
        const std::string token = text.substr(start, i - start);
        if (token.find_first_of(" \t,:;\"") == std::string::npos)
            tokens.push_back(token);
    }
    return tokens;
}

int decimalsOf(std::string_view number) {
    const std::size_t point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

/// A year alone is its first day.
std::optional<Date> dateOrYear(const std::string& token) {
    if (const auto date = parseIsoDate(token))
        return date;
    const auto year = parseNumber(token);
    return year && token.size() == 4 ? makeDate(static_cast<int>(*year), 1, 1) : std::nullopt;
}

class ClaimReader {
public:
    explicit ClaimReader(std::string_view text)
        : m_text(text)
        , m_tokens(tokensOf(text)) {}

    Result<EventClaim> read() {
        while (m_at < m_tokens.size())
            if (!readPart())
                return wrong();
        if (m_claim.means.empty())
            return usageError("bad_claim", fmt::format("\"{}\" claims no figure. Write it like this: {}.",
                                                       m_text, kExampleClaim));
        return m_claim;
    }

private:
    const std::string& token(std::size_t ahead = 0) const {
        static const std::string none;
        return m_at + ahead < m_tokens.size() ? m_tokens[m_at + ahead] : none;
    }
    Failure wrong() const {
        return usageError("bad_claim",
                          fmt::format("\"{}\" is not understood{}. Write it like this: {}.", m_text,
                                      token().empty() ? "" : " at \"" + token() + "\"", kExampleClaim));
    }
    bool readPart() {
        const std::string& word = token();
        if (word == "spread" || word == "small") {
            m_claim.on = word == "small" ? EventSeries::Small : EventSeries::Spread;
            ++m_at;
            return true;
        }
        if (word == "and") {
            ++m_at;
            return true;
        }
        if (word == "since")
            return readDate(1, m_claim.since);
        if (word == "as" && token(1) == "of")
            return readDate(2, m_claim.made);
        if (word == "z")
            return readThreshold();
        return readMean();
    }
    bool readDate(std::size_t ahead, std::optional<Date>& into) {
        into = dateOrYear(token(ahead));
        m_at += ahead + (into ? 1 : 0);
        return into.has_value();
    }
    bool readThreshold() {
        m_at += token(1) == ">=" ? 2 : 1;
        const auto number = parseNumber(token());
        if (!number || *number <= 0)
            return false;
        m_claim.threshold = *number;
        ++m_at;
        return true;
    }
    bool readMean() {
        const auto value = parseNumber(token());
        if (!value || token(1) != "%" || token(2) != "in")
            return false;
        const int decimals = decimalsOf(token());
        m_at += 3;
        const auto count = parseNumber(token());
        const std::string_view unit = unitOf(token(1));
        if (!count)
            return false;
        for (const HorizonWord& word : kHorizonWords)
            if (word.unit == unit && word.count == static_cast<int>(*count))
                return addMean({word.sessions, *value / 100, decimals}, 2);
        const auto sessions = static_cast<std::size_t>(std::max(0.0, *count));
        const bool known = horizonIndex(sessions).has_value();
        if (!known || !(unit.empty() || unit == "session"))
            return false;
        return addMean({sessions, *value / 100, decimals}, unit.empty() ? 1 : 2);
    }
    bool addMean(const ClaimedMean& mean, std::size_t tokens) {
        m_claim.means.push_back(mean);
        m_at += tokens;
        return true;
    }

    std::string m_text;
    std::vector<std::string> m_tokens;
    std::size_t m_at = 0;
    EventClaim m_claim;
};

} // namespace

Result<EventClaim> parseClaim(std::string_view text) {
    return ClaimReader(trimmed(text)).read();
}

} // namespace rotascope
