#include "core/csv/preamble.h"

#include "core/base/text.h"
#include "core/csv/date_text.h"
#include "core/csv/header_words.h"
#include "core/csv/heading_parts.h"
#include "core/csv/number_text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 5> kTickerKeys{"security", "ticker", "symbol", "fundticker",
                                                      "tickersymbol"};

/// In front of the date of a table, normalised: "Fund Holdings as of", "Stand", "Fecha".
constexpr std::array<std::string_view, 9> kDayKeys{"asof", "per",   "stand", "au",  "fecha",
                                                   "data", "datum", "date",  "asat"};

constexpr std::array<std::string_view, 5> kFlowWords{"flow", "zufluss", "zuflusse", "flujo", "fluxo"};

/// The day that a text can only mean one way.
std::optional<std::int32_t> plainDayOf(std::string_view text) {
    const DateReading reading = readDate(trimmed(text));
    if (!reading.valid() || reading.family > DateFamily::Compact)
        return std::nullopt;
    const bool month = reading.monthFirst != kNoDay;
    const bool day = reading.dayFirst != kNoDay;
    if (month && day && reading.monthFirst != reading.dayFirst)
        return std::nullopt;
    return month ? reading.monthFirst : reading.dayFirst;
}

bool endsInDayKey(std::string_view words) {
    const std::string key = normalisedHeading(words);
    return std::any_of(kDayKeys.begin(), kDayKeys.end(), [&](std::string_view one) {
        return key == one || ((one == "asof" || one == "asat" || one == "per") && key.ends_with(one));
    });
}

/// "RTY Index" alone in its line.
std::string securityIn(const HeadRecord& record) {
    const auto filled = std::count_if(record.cells.begin(), record.cells.end(),
                                      [](const std::string& cell) { return !cell.empty(); });
    const bool alone = filled == 1 && !record.cells.front().empty() &&
                       endOfSecurity(record.cells.front()) == record.cells.front().size();
    return alone ? record.cells.front() : std::string{};
}

/// "… as of 28-Nov-2025" in one cell, or the key in one cell and the date in the next.
std::optional<std::int32_t> dayIn(const HeadRecord& record) {
    // A date with a comma in it may have been cut in two.
    std::vector<std::string> cells = record.cells;
    for (std::size_t i = 0; i + 1 < record.cells.size(); ++i)
        cells.push_back(record.cells[i] + ", " + record.cells[i + 1]);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string_view cell = trimmed(cells[i]);
        if (i + 1 < record.cells.size() && endsInDayKey(cell))
            if (const auto day = plainDayOf(cells[i + 1]))
                return day;
        for (std::size_t blank = cell.find(' '); blank != std::string_view::npos;
             blank = cell.find(' ', blank + 1))
            if (endsInDayKey(cell.substr(0, blank)))
                if (const auto day = plainDayOf(cell.substr(blank + 1)))
                    return day;
    }
    return std::nullopt;
}

/// "Daily total returns in percent".
bool speaksOfReturns(std::string_view line) {
    const std::string lower = toLower(line);
    const auto says = [&lower](std::string_view word) { return lower.find(word) != std::string::npos; };
    return says("returns") && (says("percent") || says("(%)") || says("in %"));
}

/// The numbers that a line about missing values names. They are impossible ones, below zero.
void addMissing(std::string_view line, std::vector<double>& missing) {
    const std::size_t at = toLower(line).find("missing");
    if (at == std::string::npos)
        return;
    for (std::size_t blank = line.find(" -", at); blank != std::string_view::npos;
         blank = line.find(" -", blank + 1)) {
        const std::size_t end = std::min(line.find_first_of(" ,;\"", blank + 1), line.size());
        std::string_view mark = line.substr(blank + 1, end - blank - 1);
        while (mark.ends_with('.'))
            mark.remove_suffix(1);
        if (const NumberCell cell = readNumber(mark, NumberStyle{}); cell.kind == NumberCell::Kind::Number)
            missing.push_back(cell.value);
    }
}

} // namespace

bool speaksOfFlows(std::string_view words) {
    const std::string plain = normalisedHeading(words);
    return std::any_of(kFlowWords.begin(), kFlowWords.end(),
                       [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

Preamble readPreamble(std::span<const HeadRecord> records) {
    Preamble preamble;
    for (const HeadRecord& record : records) {
        const std::string key =
            record.cells.empty() ? std::string{} : normalisedHeading(record.cells.front());
        if (preamble.ticker.empty() && record.cells.size() >= 2 &&
            std::find(kTickerKeys.begin(), kTickerKeys.end(), key) != kTickerKeys.end())
            preamble.ticker = record.cells[1];
        if (preamble.ticker.empty())
            preamble.ticker = securityIn(record);
        if (!preamble.day)
            preamble.day = dayIn(record);
        preamble.flows = preamble.flows || speaksOfFlows(record.raw);
        if (preamble.returns.empty() && speaksOfReturns(record.raw))
            preamble.returns = record.raw;
        const bool sums = toLower(record.raw).find("cumulative") != std::string::npos;
        if (preamble.cumulative.empty() && sums && speaksOfFlows(record.raw))
            preamble.cumulative = record.raw;
        addMissing(record.raw, preamble.missing);
    }
    return preamble;
}

} // namespace rotascope
