#include "core/report/trend_text.h"

#include "core/analysis/trend/trend_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kNotesShown = 12;

std::string heading(const TrendStates& states, bool isDemo) {
    return fmt::format("Trend states · as of {}{}\n", weekdayDayMonthYear(states.asOf),
                       isDemo ? " · DEMO: an invented market" : "");
}

/// "▲ +2.1 % 34": above, by so much, for so many sessions.
std::string stateText(const AverageReading& reading) {
    if (!reading.side.above)
        return "–";
    return fmt::format("{} {} {:>4}", *reading.side.above ? "▲" : "▼", percentText(reading.distance),
                       reading.side.sessions);
}

std::string crossText(const AverageCross& cross) {
    if (!cross.side.above)
        return "–";
    const std::string date =
        cross.side.lastCross ? " " + dayMonthShortYear(*cross.side.lastCross) : std::string();
    return (*cross.side.above ? "golden" : "death") + date;
}

std::string breakoutText(const Breakouts& breakouts) {
    if (const auto window = longestBreakout(breakouts))
        return fmt::format("high {}", *window);
    std::string text;
    for (const Breakout& breakout : breakouts)
        if (breakout.below == true)
            text = fmt::format("low {}", breakout.window);
    return text;
}

TextTable matrix(const TrendStates& states) {
    TextTable table{{"symbol", "close", "EMA20", "SMA50", "SMA200", "50/200", "RSI14", "breakout", "5", "126",
                     "YTD", "basis"},
                    {}};
    for (const TrendRow& row : states.rows)
        table.rows.push_back({row.symbol() + (row.oddMove ? " (!)" : ""), groupedNumber(row.close, 2),
                              stateText(row.averages[0]), stateText(row.averages[1]),
                              stateText(row.averages[2]), crossText(row.cross), groupedNumber(row.rsi, 1),
                              breakoutText(row.breakouts), percentText(row.moves[kShortMove]),
                              percentText(row.moves[kLongMove]), percentText(row.yearToDate),
                              std::string(nameOf(row.basis))});
    return table;
}

std::string oddInWords(const TrendRow& row) {
    return row.oddMove ? oddMoveText(*row.oddMove) : std::string();
}

std::string line(const TrendRow& row, const std::string& note) {
    return fmt::format("  {}: {}\n", row.symbol(), note);
}

std::string oddDays(const TrendStates& states) {
    std::string text;
    for (const TrendRow& row : states.rows)
        text += row.oddMove ? line(row, oddInWords(row)) : std::string();
    return text.empty() ? text : "\n(!) A day that cannot be\n" + text;
}

/// What `sentence` says of each row, under a heading; empty when it says nothing.
std::string section(const TrendStates& states, std::string_view title,
                    std::string (*sentence)(const TrendRow&)) {
    std::string text;
    for (const TrendRow& row : states.rows)
        if (const std::string said = sentence(row); !said.empty())
            text += "  " + said + "\n";
    return text.empty() ? text : fmt::format("\n{}\n{}", title, text);
}

/// Where instruments are named, all that is missing; else only how many rows are incomplete.
std::string missingText(const TrendStates& states) {
    std::string text;
    std::size_t count = 0;
    for (const TrendRow& row : states.rows)
        for (const std::string& note : row.notes())
            if (note != oddInWords(row) && (++count <= kNotesShown || !states.params.symbols.empty()))
                text += line(row, note);
    if (count > kNotesShown && states.params.symbols.empty())
        text += fmt::format("  and {} more; name an instrument to see its own.\n", count - kNotesShown);
    return text.empty() ? text : "\nMissing\n" + text;
}

} // namespace

std::string trendConventions() {
    return "▲ close above the average, distance, sessions in this state · EMA seeded with the mean of its "
           "first closes · RSI by Wilder · returns over 5 and 126 sessions";
}

NamedTable trendTable(const TrendStates& states) {
    return {"matrix", "Trend matrix", matrix(states), {5, 7, 11}};
}

std::string trendText(const TrendStates& states, bool isDemo) {
    std::string text = heading(states, isDemo) + "\n" + alignedText(trendTable(states)) + oddDays(states);
    text += section(states, fmt::format("Crosses of the last {} sessions", kRecentCross), crossInWords);
    text += section(states, "Highs and round levels", milestonesInWords);
    text += section(states, "A week against half a year", signsInWords);
    text += section(states, "Volume against price since the quarter began", volumeInWords);
    text += missingText(states);
    if (!states.notYet.empty())
        text += fmt::format("\nNot yet: {}.\n", listed(states.notYet));
    return text + "\n" + trendConventions() + "\n";
}

} // namespace rotascope
