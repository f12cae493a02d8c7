#include "core/csv/heading_parts.h"

#include "core/base/text.h"
#include "core/csv/header_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rotascope {

namespace {

constexpr std::size_t kLongestTicker = 6;

struct UnitWord {
    std::string_view word;
    int exponent;
};

/// What stands in parentheses behind a heading, without currency and blanks.
constexpr std::array<UnitWord, 29> kUnitWords{
    {{"", 0},          {"k", 3},        {"thousands", 3},  {"thousand", 3}, {"000", 3},   {"000s", 3},
     {"tsd", 3},       {"m", 6},        {"mm", 6},         {"mn", 6},       {"mil", 6},   {"mio", 6},
     {"million", 6},   {"millions", 6}, {"millionen", 6},  {"b", 9},        {"bn", 9},    {"billion", 9},
     {"billions", 9},  {"mrd", 9},      {"milliarden", 9}, {"shares", 0},   {"units", 0}, {"t", 12},
     {"trillion", 12}, {"mill", 6},     {"stk", 0},        {"stuck", 0},    {"stück", 0}}};

struct CurrencyWord {
    std::string_view word;
    std::string_view currency; ///< empty for words that are none
};

constexpr std::array<CurrencyWord, 8> kCurrencies{{{"us$", "USD"},
                                                   {"usd", "USD"},
                                                   {"eur", "EUR"},
                                                   {"gbp", "GBP"},
                                                   {"$", "USD"},
                                                   {"\xE2\x82\xAC", "EUR"},
                                                   {"\xC2\xA3", "GBP"},
                                                   {"in", ""}}};

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

struct Remark {
    std::string_view words; ///< in front of the parenthesis
    std::string_view inside;
};

std::optional<Remark> remarkOf(std::string_view heading) {
    if (heading.empty() || (heading.back() != ')' && heading.back() != ']'))
        return std::nullopt;
    const std::size_t open = heading.find_last_of("([");
    if (open == std::string_view::npos || open == 0)
        return std::nullopt;
    return Remark{trimmed(heading.substr(0, open)), heading.substr(open + 1, heading.size() - open - 2)};
}

/// Yahoo's table explains itself: "Adj Close Adjusted close price adjusted for splits and …". The role of the
/// first words counts where the rest says them again.
std::string explainedRole(std::string_view heading) {
    std::size_t end = 0;
    std::string found;
    for (int words = 0; words < 2 && end != std::string_view::npos; ++words) {
        end = heading.find(' ', end + 1);
        if (end == std::string_view::npos)
            break;
        const std::string start = normalisedHeading(heading.substr(0, end));
        const std::string_view last =
            start.size() > 5 ? std::string_view(start).substr(start.size() - 5) : start;
        if (roleOfHeading(start) && normalisedHeading(heading.substr(end)).find(last) != std::string::npos &&
            heading.size() > 3 * end)
            found = start;
    }
    return found;
}

/// What charts call their averages: "SMA50", "EMA 20".
bool isAverage(std::string_view piece) {
    constexpr std::array<std::string_view, 5> kAverages{"MA", "SMA", "EMA", "WMA", "VWMA"};
    const std::size_t letters = std::min(piece.find_first_of("0123456789"), piece.size());
    const bool length =
        std::all_of(piece.begin() + static_cast<std::ptrdiff_t>(letters), piece.end(), isDigit);
    return length &&
           std::find(kAverages.begin(), kAverages.end(), piece.substr(0, letters)) != kAverages.end() &&
           (letters < piece.size() || piece.size() > 2);
}

/// Spans, currencies and regions stand where a ticker may: "5D Flow", "YTD Flow", "EM Flow".
bool isOtherWord(std::string_view piece) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"YTD", "MTD", "QTD", "WTD", "USD", "EUR",   "GBP", "JPY", "CHF", "CAD",
         "AUD", "SEK", "NOK", "DKK", "PLN", "HKD",   "CNY", "INR", "US",  "UK",
         "EU",  "EM",  "DM",  "NET", "ALL", "TOTAL", "TR",  "PD",  "RSI", "ATR"});
    return isSpanOfTime(piece) || isAverage(piece) ||
           std::find(kWords.begin(), kWords.end(), piece) != kWords.end();
}

bool isTicker(std::string_view piece) {
    if (piece.starts_with('^'))
        piece.remove_prefix(1);
    return piece.size() >= 2 && piece.size() <= kLongestTicker &&
           std::any_of(piece.begin(), piece.end(), isUpper) &&
           std::all_of(piece.begin(), piece.end(), [](char c) { return isUpper(c) || isDigit(c); }) &&
           !isOtherWord(piece) && !roleOfHeading(normalisedHeading(piece));
}

bool isRoleOfValues(std::string_view words, const std::string& normalised) {
    const auto role = roleOfHeading(normalised);
    // A heading in capitals shows no difference between a ticker and a word, but for these, always so
    // written.
    const bool abbreviation = words == "NAV" || words == "AUM";
    return role && holdsValues(*role) && (abbreviation || std::any_of(words.begin(), words.end(), [](char c) {
                                              return c >= 'a' && c <= 'z';
                                          }));
}

/// pandas writes two levels of headings as "('Close', 'IWM')": "Close IWM".
std::string withoutTuple(std::string_view heading) {
    std::string words;
    if (heading.starts_with("('") && heading.ends_with("')"))
        for (const char c : heading)
            if (c != '(' && c != ')' && c != '\'' && c != ',')
                words += c;
    return words;
}

std::string_view withoutMarks(std::string_view words) {
    constexpr std::string_view kMarks = " _-.:|";
    while (!words.empty() && kMarks.find(words.front()) != std::string_view::npos)
        words.remove_prefix(1);
    while (!words.empty() && kMarks.find(words.back()) != std::string_view::npos)
        words.remove_suffix(1);
    return words;
}

/// "Flow $mm", "Net Assets, USD bn", "flow_usd_m", "Close USD": a unit without parentheses.
bool takeUnitBehind(std::string_view words, HeadingParts& parts) {
    constexpr std::string_view kMarks = " _";
    for (std::size_t at = words.find_first_of(kMarks); at != std::string_view::npos;
         at = words.find_first_of(kMarks, at + 1)) {
        const auto role = roleOfHeading(normalisedHeading(words.substr(0, at)));
        const auto unit = role ? unitIn(words.substr(at)) : std::nullopt;
        const bool counts = role == ColumnRole::Flow || role == ColumnRole::Aum ||
                            role == ColumnRole::Shares || role == ColumnRole::Volume;
        const bool price = role && holdsValues(*role) && !counts;
        const bool states = unit && (counts ? unit->exponent > 0 || !unit->currency.empty()
                                            : price && unit->exponent == 0 && unit->currency == "USD");
        if (!states)
            continue;
        parts.normalised = normalisedHeading(words.substr(0, at));
        parts.exponent = unit->exponent;
        parts.currency = unit->currency;
        return true;
    }
    return false;
}

/// "RTY Index - PX_LAST", "IWM US Equity PX_VOLUME": Bloomberg's names end in a word of their own.
bool takeSecurity(std::string_view words, HeadingParts& parts) {
    const std::size_t end = endOfSecurity(words);
    if (end == 0 || end == words.size())
        return false;
    std::string normalised = normalisedHeading(withoutMarks(words.substr(end)));
    const auto role = roleOfHeading(normalised);
    if (!role || !holdsValues(*role))
        return false;
    parts.ticker = words.substr(0, end);
    parts.normalised = std::move(normalised);
    return true;
}

/// "IWM Close", "IWM - Price", "IWM.Close", "Close_IWM".
bool takeTicker(std::string_view words, HeadingParts& parts) {
    constexpr std::string_view kMarks = " _-.:|";
    const std::size_t first = words.find_first_of(kMarks);
    const std::size_t last = words.find_last_of(kMarks);
    if (first == std::string_view::npos)
        return false;
    const auto fits = [&](std::string_view ticker, std::string_view rest) {
        rest = withoutMarks(rest);
        std::string normalised = normalisedHeading(rest);
        if (!isTicker(ticker) || !isRoleOfValues(rest, normalised))
            return false;
        parts.ticker = ticker;
        parts.normalised = std::move(normalised);
        return true;
    };
    if (fits(words.substr(0, first), words.substr(first)))
        return true;
    // "Volume MA" beside "Volume" is no volume of Mastercard's, and "Flow MM" are millions.
    const std::string_view behind = words.substr(last + 1);
    const bool average = words[last] == ' ' && behind == "MA";
    return !average && !unitIn(behind) && fits(behind, words.substr(0, last));
}

} // namespace

std::optional<StatedUnit> unitIn(std::string_view words) {
    std::string word;
    for (const char c : toLower(words))
        if (std::string_view(" .,'_").find(c) == std::string_view::npos)
            word += c;
    StatedUnit unit;
    for (bool taken = true; taken;) {
        taken = false;
        for (const CurrencyWord& row : kCurrencies)
            if (word.starts_with(row.word)) {
                word.erase(0, row.word.size());
                unit.currency = row.currency.empty() ? unit.currency : row.currency;
                taken = true;
            }
    }
    for (const CurrencyWord& row : kCurrencies)
        if (word.ends_with(row.word)) {
            word.resize(word.size() - row.word.size());
            unit.currency = row.currency.empty() ? unit.currency : row.currency;
        }
    const auto* found = std::find_if(kUnitWords.begin(), kUnitWords.end(),
                                     [&](const UnitWord& unitWord) { return unitWord.word == word; });
    if (found == kUnitWords.end())
        return std::nullopt;
    unit.exponent = found->exponent;
    return unit;
}

bool isSpanOfTime(std::string_view word) {
    constexpr std::size_t kLongest = 3;
    return !word.empty() && word.size() <= kLongest && isDigit(word.front()) &&
           std::string_view("DWMQHYS").find(word.back()) != std::string_view::npos;
}

std::size_t endOfSecurity(std::string_view words) {
    constexpr std::array<std::string_view, 6> kKeys{" index",  " equity", " comdty",
                                                    " curncy", " govt",   " corp"};
    const std::string lower = toLower(words);
    for (const std::string_view key : kKeys) {
        const std::size_t at = lower.find(key);
        const std::size_t end = at == std::string::npos ? 0 : at + key.size();
        if (at != std::string::npos && at > 0 &&
            (end == lower.size() || lower[end] == ' ' || lower[end] == '.') && isUpper(words.front()))
            return end;
    }
    return 0;
}

HeadingParts partsOfHeading(std::string_view heading) {
    if (const std::string words = withoutTuple(trimmed(heading)); !words.empty())
        return partsOfHeading(words);
    HeadingParts parts{normalisedHeading(heading), {}, 0, {}};
    if (roleOfHeading(parts.normalised))
        return parts;
    HeadingParts found = parts;
    std::string_view words = trimmed(heading);
    if (const auto remark = remarkOf(words)) {
        const auto unit = unitIn(remark->inside);
        if (!unit)
            return parts;
        words = remark->words;
        found.exponent = unit->exponent;
        found.currency = unit->currency;
    }
    found.normalised = normalisedHeading(words);
    const bool bare = words.size() == trimmed(heading).size();
    if (roleOfHeading(found.normalised) || takeSecurity(words, found) ||
        (bare && takeUnitBehind(words, found)) || takeTicker(words, found))
        return found;
    if (!bare && isTicker(words)) {
        found.ticker = words;
        return found;
    }
    if (std::string role = explainedRole(words); !role.empty())
        return {std::move(role), {}, found.exponent, found.currency};
    return parts;
}

} // namespace rotascope
