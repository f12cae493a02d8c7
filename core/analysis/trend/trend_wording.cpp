#include "core/analysis/trend/trend_wording.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kLongest = 2; ///< SMA200 in kTrendAverages

std::string nameOfAverage(std::size_t average) {
    std::string name(kTrendAverages[average].id);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return name;
}

/// Names of the averages that the close is above (or not), in order.
std::vector<std::string> averagesOn(const TrendRow& row, bool above) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.averages.size(); ++i)
        if (row.averages[i].side.above == above)
            names.push_back(nameOfAverage(i));
    return names;
}

struct Count {
    std::size_t above = 0;
    std::size_t of = 0;
};

Count countOf(const TrendStates& states, std::span<const Symbol> list, std::size_t average) {
    Count count;
    for (const Symbol& symbol : list) {
        const TrendRow* row = states.row(symbol);
        if (!row || !row->averages[average].side.above)
            continue;
        ++count.of;
        count.above += *row->averages[average].side.above ? 1 : 0;
    }
    return count;
}

std::string leveragedInWords(const TrendStates& states) {
    std::string text;
    for (const TrendRow& row : states.rows) {
        if (row.instrument.kind != InstrumentKind::LeveragedFund)
            continue;
        if (const std::string standing = standingInWords(row); !standing.empty())
            text += fmt::format("{}{} stands {}", text.empty() ? " " : "; ", row.symbol(), standing);
    }
    return text.empty() ? text : text + ".";
}

std::string subjectInWords(const TrendRow& row) {
    const AverageReading& reading = row.averages[kLongest];
    if (!reading.side.above)
        return reading.warmUp.empty() ? std::string() : fmt::format(" {}: {}", row.symbol(), reading.warmUp);
    return fmt::format(" {} is {} {} its SMA200, for {}.", row.symbol(),
                       plainPercentText(std::abs(reading.distance)), *reading.side.above ? "above" : "below",
                       sessionsInWords(static_cast<int>(reading.side.sessions)));
}

} // namespace

std::string crossInWords(const TrendRow& row) {
    const SideState& side = row.cross.side;
    if (!side.lastCross || side.sessions > kRecentCross)
        return {};
    return fmt::format("{}: {} cross on {}.", row.symbol(), *side.above ? "golden" : "death",
                       dayMonthYear(*side.lastCross));
}

std::string milestonesInWords(const TrendRow& row) {
    const Milestones& m = row.milestones;
    if (!m.refused.empty() || row.sessions <= kBreakoutWindows.back())
        return {}; // the highest of a few sessions is no news
    std::string text = m.isHighest ? fmt::format("{} closed at its highest since {}, where its closes begin.",
                                                 row.symbol(), yearOf(row.range.first))
                                   : "";
    if (m.round && m.round->date == row.asOf())
        text += fmt::format("{}First close of {} above {}.", text.empty() ? "" : " ", row.symbol(),
                            groupedNumber(m.round->level, m.round->level < 1 ? 2 : 0));
    return text;
}

std::string signsInWords(const TrendRow& row) {
    if (!row.signsDiffer())
        return {};
    return fmt::format("{}: {} over 5 sessions against {} over 126.", row.symbol(),
                       percentText(row.moves[kShortMove]), percentText(row.moves[kLongMove]));
}

std::string volumeInWords(const TrendRow& row) {
    const VolumeSince& v = row.volume;
    if (!v.anchor || !(v.obvDiverges() || v.accumulationDiverges()))
        return {};
    return fmt::format("{}: {} since {}, against {}.", row.symbol(), percentText(v.price),
                       dayMonth(*v.anchor),
                       v.obvDiverges() && v.accumulationDiverges() ? "OBV and A/D"
                       : v.obvDiverges()                           ? "OBV"
                                                                   : "A/D");
}

std::string standingInWords(const TrendRow& row) {
    const std::vector<std::string> above = averagesOn(row, true);
    const std::vector<std::string> below = averagesOn(row, false);
    if (above.size() == row.averages.size())
        return "above all three averages";
    if (below.size() == row.averages.size())
        return "below all three averages";
    std::string text = below.empty() ? "" : "below " + listed(below);
    if (!above.empty())
        text += (text.empty() ? "above " : ", above ") + listed(above);
    return text;
}

std::vector<std::string> eventsInWords(const TrendRow& row) {
    std::vector<std::string> out;
    for (const auto sentence : {crossInWords, milestonesInWords, volumeInWords})
        if (std::string said = sentence(row); !said.empty())
            out.push_back(std::move(said));
    return out;
}

std::vector<std::string> changesInWords(const TrendRow& row) {
    std::vector<std::string> out = eventsInWords(row);
    if (std::string said = signsInWords(row); !said.empty())
        out.push_back(std::move(said));
    return out;
}

std::vector<Symbol> coveredSymbols(const TrendStates& states, std::span<const Symbol> list,
                                   const Symbol& small, const Symbol& large) {
    std::vector<Symbol> out{small, large};
    const auto addOnce = [&out](const Symbol& symbol) {
        if (std::find(out.begin(), out.end(), symbol) == out.end())
            out.push_back(symbol);
    };
    for (const TrendRow& row : states.rows)
        if (row.instrument.kind == InstrumentKind::LeveragedFund)
            addOnce(row.symbol());
    for (const Symbol& symbol : list)
        addOnce(symbol);
    return out;
}

Headline instrumentHeadline(const TrendRow& row) {
    Headline headline;
    const std::string standing = standingInWords(row);
    headline.push_back(
        {fmt::format("{} closed at {}", row.symbol(), groupedNumber(row.close, 2)), Emphasis::Strong});
    if (!standing.empty())
        headline.push_back({", " + standing, Emphasis::Normal});
    headline.push_back({fmt::format(": {} this year, {} over 126 sessions.", percentText(row.yearToDate),
                                    percentText(row.moves[kLongMove])),
                        Emphasis::Normal});
    if (isAdjusted(row.basis))
        headline.push_back(
            {" Closes adjusted for dividends: no level of theirs was ever paid.", Emphasis::Muted});
    else if (const SideState& side = row.averages[kLongest].side; side.above)
        headline.push_back({fmt::format(" {} its SMA200 for {}.", *side.above ? "Above" : "Below",
                                        sessionsInWords(static_cast<int>(side.sessions))),
                            Emphasis::Muted});
    return headline;
}

std::string seriesSentence(const TrendHistory& history) {
    std::string text =
        fmt::format("{} stands at {} on {}", history.instrument.symbol,
                    groupedNumber(history.closes.back(), 2), dayMonthYear(history.dates.back()));
    for (std::size_t i = 0; i < history.averages.size(); ++i)
        if (const double average = history.averages[i].back(); std::isfinite(average))
            text += fmt::format(", {} {} at {}", history.closes.back() > average ? "above" : "not above",
                                nameOfAverage(i), groupedNumber(average, 2));
    return text + ".";
}

Headline trendHeadline(const TrendStates& states, std::span<const Symbol> list, std::string_view subject) {
    Headline headline;
    const Count longest = countOf(states, list, kLongest);
    if (longest.of > 0) {
        const Count middle = countOf(states, list, 1);
        const Count shortest = countOf(states, list, 0);
        headline.push_back({fmt::format("{} of {} funds of the coverage list close above their SMA200",
                                        longest.above, longest.of),
                            Emphasis::Strong});
        headline.push_back(
            {fmt::format(", {} above their SMA50 and {} above their EMA20.", middle.above, shortest.above),
             Emphasis::Normal});
    }
    if (const std::string leveraged = leveragedInWords(states); !leveraged.empty())
        headline.push_back({leveraged, Emphasis::Normal});
    if (const TrendRow* row = states.row(subject))
        if (const std::string words = subjectInWords(*row); !words.empty())
            headline.push_back({words, Emphasis::Muted});
    if (!headline.empty() && headline.front().text.starts_with(' '))
        headline.front().text.erase(0, 1);
    return headline;
}

} // namespace rotascope
