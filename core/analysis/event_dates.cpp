#include "core/analysis/event_dates.h"

#include "core/base/text.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace rotascope {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view firstCell(std::string_view line) {
    std::string_view cell = trimmed(line.substr(0, line.find_first_of(",;\t")));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = cell.substr(1, cell.size() - 2);
    return trimmed(cell);
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Why the pair has no session on `date`.
std::string reasonOf(const PairSeries& pair, Date date) {
    if (date < pair.dates.front())
        return fmt::format("before the data, which start on {}", isoText(pair.dates.front()));
    if (date > pair.dates.back())
        return fmt::format("after the last session seen, {}", isoText(pair.dates.back()));
    if (isWeekend(date))
        return std::chrono::weekday(date) == std::chrono::Saturday ? "a Saturday" : "a Sunday";
    if (const auto closure = nyseClosure(date))
        return std::string(*closure);
    return "no session of both series";
}

} // namespace

DateList parseDateList(std::string_view text) {
    DateList list;
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    bool isFirst = true;
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = text.find('\n');
        const std::string_view cell = firstCell(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (cell.empty() || cell.front() == '#')
            continue;
        const bool isHeading = std::exchange(isFirst, false) && !hasDigit(cell);
        if (const auto date = parseIsoDate(cell))
            list.dates.push_back({*date, line});
        else if (!isHeading)
            list.unreadable.push_back({line, std::string(cell), "not a date of the form YYYY-MM-DD"});
    }
    return list;
}

Result<DateList> eventDates(const MarketView& view, std::string_view symbol) {
    const auto instrument = view.instrument(symbol);
    if (!instrument)
        return Failure(instrument.error());
    if (instrument->kind != InstrumentKind::Event)
        return refused("no_event", fmt::format("{} is no event but a series of values. An event comes with a "
                                               "calendar: a file with the columns date and event.",
                                               symbol));
    const auto days = view.values(symbol, Field::Value);
    if (!days)
        return Failure(days.error());
    DateList list;
    list.name = symbol;
    for (const Date date : days->dates)
        list.dates.push_back({date, 0});
    return list;
}

std::vector<Symbol> eventSymbols(const MarketView& view) {
    std::vector<Symbol> symbols = view.symbols();
    std::erase_if(symbols, [&view](const Symbol& symbol) {
        const auto instrument = view.instrument(symbol);
        return !instrument || instrument->kind != InstrumentKind::Event;
    });
    return symbols;
}

ListedSessions sessionsOn(const PairSeries& pair, const DateList& list) {
    ListedSessions out;
    out.skipped = list.unreadable;
    for (const ListedDate& listed : list.dates) {
        const auto found = std::lower_bound(pair.dates.begin(), pair.dates.end(), listed.date);
        if (found != pair.dates.end() && *found == listed.date)
            out.sessions.push_back(static_cast<std::size_t>(found - pair.dates.begin()));
        else
            out.skipped.push_back({listed.line, isoText(listed.date), reasonOf(pair, listed.date)});
    }
    std::sort(out.sessions.begin(), out.sessions.end());
    out.sessions.erase(std::unique(out.sessions.begin(), out.sessions.end()), out.sessions.end());
    std::stable_sort(out.skipped.begin(), out.skipped.end(),
                     [](const SkippedDate& a, const SkippedDate& b) { return a.line < b.line; });
    return out;
}

std::string skippedText(const std::vector<SkippedDate>& skipped) {
    constexpr std::size_t kNamed = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(kNamed, skipped.size()); ++i) {
        const SkippedDate& date = skipped[i];
        fmt::format_to(std::back_inserter(text), "{}{}{} ({})", i == 0 ? "" : ", ",
                       date.line > 0 ? fmt::format("line {}: ", date.line) : "", date.text, date.reason);
    }
    if (skipped.size() > kNamed)
        fmt::format_to(std::back_inserter(text), " and {} more", skipped.size() - kNamed);
    return text;
}

} // namespace rotascope
