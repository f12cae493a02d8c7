#include "core/rules/draft_rules.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace rotascope {

namespace {

constexpr std::size_t kLongestText = 200'000;

/// ★ What a sentence may call a series. "small" and "large" stand for the pair.
struct Spelling {
    std::string_view words;
    std::string_view symbol;
};
constexpr auto kSeries = std::to_array<Spelling>({
    {"small caps", "small"}, {"small-caps", "small"}, {"small cap", "small"},  {"small-cap", "small"},
    {"russell 2000", "RUT"}, {"rut", "RUT"},          {"large caps", "large"}, {"large-caps", "large"},
    {"large cap", "large"},  {"s&p 500", "SPX"},      {"s&p", "SPX"},          {"spx", "SPX"},
    {"iwm", "IWM"},          {"spy", "SPY"},          {"qqq", "QQQ"},          {"tna", "TNA"},
    {"tza", "TZA"},          {"10-year", "DGS10"},    {"ten-year", "DGS10"},   {"10y", "DGS10"},
    {"2-year", "DGS2"},      {"high-yield", "HYOAS"}, {"high yield", "HYOAS"}, {"hy spread", "HYOAS"},
    {"ccc", "BAMLH0A3HYC"},  {"vix", "VIX"},          {"kre", "KRE"},          {"put/call", "PUTCALL"},
});

/// ★ Verbs and which way they point.
struct Direction {
    std::string_view word;
    bool isUp;
};
constexpr auto kDirections = std::to_array<Direction>({
    {"underperform", false}, {"outperform", true}, {"beat", true},  {"lag", false},   {"lead", true},
    {"gain", true},          {"rise", true},       {"rises", true}, {"rall", true},   {"widen", true},
    {"jump", true},          {"fall", false},      {"drop", false}, {"lose", false},  {"decline", false},
    {"tighten", false},      {"narrow", false},    {"above", true}, {"exceed", true}, {"below", false},
});

/// ★ Horizons in words.
struct HorizonWords {
    std::string_view words;
    int sessions;
    bool isWeekEnd;
};
constexpr auto kHorizons = std::to_array<HorizonWords>({
    {"week-over-week", 5, true},
    {"week over week", 5, true},
    {"two weeks", 10, false},
    {"2 weeks", 10, false},
    {"a week", 5, false},
    {"one week", 5, false},
    {"48 hours", 2, false},
    {"24 hours", 1, false},
    {"a day", 1, false},
    {"one day", 1, false},
    {"a month", 21, false},
    {"one month", 21, false},
    {"a quarter", 63, false},
});

bool isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The words at a place, not inside a longer word.
bool standsAt(std::string_view text, std::size_t at, std::string_view words) {
    const bool begins = at == 0 || !isWordPart(text[at - 1]);
    const std::size_t end = at + words.size();
    return begins && text.substr(at).starts_with(words) && (end >= text.size() || !isWordPart(text[end]));
}

std::size_t placeOf(std::string_view text, std::string_view words) {
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        if (standsAt(text, at, words))
            return at;
    return std::string_view::npos;
}

/// Series in the order of the text, each once.
std::vector<std::string> seriesIn(std::string_view clause, const Symbol& small, const Symbol& large) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < clause.size(); ++at)
        for (const Spelling& row : kSeries) {
            if (!standsAt(clause, at, row.words))
                continue;
            const std::string symbol = row.symbol == "small"   ? small
                                       : row.symbol == "large" ? large
                                                               : std::string(row.symbol);
            if (std::find(out.begin(), out.end(), symbol) == out.end())
                out.push_back(symbol);
            at += row.words.size() - 1;
            break;
        }
    return out;
}

struct Threshold {
    double value = 0;
    bool isBasisPoints = false;
};

/// The first number followed by %, pp or bp.
std::optional<Threshold> thresholdIn(std::string_view clause) {
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (!isDigit(clause[at]) || (at > 0 && isDigit(clause[at - 1])))
            continue;
        std::size_t end = at;
        while (end < clause.size() && isDigit(clause[end]))
            ++end;
        const auto number = parseNumber(clause.substr(at, end - at));
        std::string_view rest = trimmed(clause.substr(end));
        if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xE2\x80\xAF")) // blanks before a % sign
            rest = trimmed(rest.substr(rest.front() == '\xC2' ? 2 : 3));
        const bool basisPoints = rest.starts_with("bp") || rest.starts_with("basis point");
        if (number &&
            (basisPoints || rest.starts_with("%") || rest.starts_with("pp") || rest.starts_with("percent")))
            return Threshold{*number, basisPoints};
    }
    return std::nullopt;
}

std::optional<bool> directionIn(std::string_view clause) {
    std::optional<bool> up;
    std::size_t first = std::string_view::npos;
    for (const Direction& row : kDirections)
        if (const std::size_t at = clause.find(row.word);
            at < first && (at == 0 || !isWordPart(clause[at - 1]))) {
            first = at;
            up = row.isUp;
        }
    return up;
}

/// "5 trading days", "5 sessions", or a horizon in words.
std::optional<HorizonWords> horizonIn(std::string_view clause) {
    for (const HorizonWords& row : kHorizons)
        if (placeOf(clause, row.words) != std::string_view::npos)
            return row;
    for (const std::string_view unit : {" trading day", " session", " day"}) {
        const std::size_t at = clause.find(unit);
        if (at == std::string_view::npos)
            continue;
        std::size_t begin = at;
        while (begin > 0 && clause[begin - 1] >= '0' && clause[begin - 1] <= '9')
            --begin;
        const auto number = parseNumber(clause.substr(begin, at - begin));
        constexpr double kLongest = 252;
        if (number && *number >= 1 && *number <= kLongest)
            return HorizonWords{{}, static_cast<int>(*number), false};
    }
    return std::nullopt;
}

std::string expressionOf(const std::vector<std::string>& series, const Threshold& threshold, bool up,
                         const HorizonWords& horizon) {
    const std::string limit =
        fmt::format("{} {}{}", up ? ">" : "<", up ? "" : "-", shortestNumber(threshold.value));
    if (series.size() > 1)
        return fmt::format("ret({0}, {2}) - ret({1}, {2}) {3}pp", series[0], series[1], horizon.sessions,
                           limit);
    const Instrument instrument = describeSymbol(series.front());
    if (instrument.unit == Unit::Percent)
        return fmt::format("chg({}, {}) {}{}", series.front(), horizon.sessions, limit,
                           threshold.isBasisPoints ? "bp" : "pp");
    if (horizon.isWeekEnd)
        return fmt::format("wret({}) {}%", series.front(), limit);
    return fmt::format("ret({}, {}) {}%", series.front(), horizon.sessions, limit);
}

std::optional<RuleDraft> draftOf(std::string_view clause, TextRange words, const Symbol& small,
                                 const Symbol& large) {
    const std::vector<std::string> series = seriesIn(clause, small, large);
    const auto threshold = thresholdIn(clause);
    const auto up = directionIn(clause);
    if (series.empty() || !threshold || !(threshold->value > 0))
        return std::nullopt;
    constexpr int kUsual = 5;
    constexpr int kUsualOfYields = 21;
    const bool isPercent = describeSymbol(series.front()).unit == Unit::Percent;
    const auto horizon = horizonIn(clause);
    const HorizonWords used = horizon.value_or(HorizonWords{{}, isPercent ? kUsualOfYields : kUsual, false});
    RuleDraft draft{words, expressionOf(series, *threshold, up.value_or(true), used), {}};
    if (!horizon)
        draft.question =
            fmt::format("Over how many observations? The words do not say; {} is a guess.", used.sessions);
    if (!up)
        draft.question +=
            std::string(draft.question.empty() ? "" : " ") + "Up or down? The words do not say.";
    return draft;
}

bool endsClause(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool insideNumber = c == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
    return !insideNumber &&
           (c == '.' || c == ';' || c == '\n' || c == ',' || text.substr(at).starts_with(" or "));
}

} // namespace

std::vector<RuleDraft> draftRules(std::string_view text, const Symbol& small, const Symbol& large) {
    const std::string lower = toLower(text.substr(0, kLongestText));
    std::vector<RuleDraft> drafts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= lower.size(); ++at) {
        if (at < lower.size() && !endsClause(lower, at))
            continue;
        const std::string_view clause = std::string_view(lower).substr(begin, at - begin);
        if (auto draft = draftOf(clause, {begin, at}, small, large))
            drafts.push_back(std::move(*draft));
        begin = std::min(at + 1, lower.size());
    }
    return drafts;
}

} // namespace rotascope
