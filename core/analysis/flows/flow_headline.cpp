#include "core/analysis/flows/flow_headline.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::string_view kLead = "IWM";
constexpr double kWorthTelling = 0.1; ///< of the lead's flow
constexpr std::size_t kOthersTold = 2;

/// "IWM took in $2.78 bn"
std::string moveText(const LeagueRow& row) {
    const bool in = row.week.usd >= 0;
    const std::string verb = row.isRunning ? (in ? "has taken in" : "has lost") : (in ? "took in" : "lost");
    return fmt::format("{} {} {}", row.symbol, verb, plainUsdText(std::abs(row.week.usd)));
}

std::string moveSentence(const LeagueRow& row) {
    return fmt::format("{} in the week to {}", moveText(row), dayMonthYear(row.week.end));
}

constexpr double kLevel = 0.0005; ///< a smaller spread reads as 0.0 points

/// "RUT 1.8 points ahead", "RUT level"
std::string leadText(const PairWeek& pair) {
    const double spread = pair.spread();
    if (std::abs(spread) < kLevel)
        return pair.small + " level";
    return fmt::format("{} {} points {}", pair.small, groupedNumber(std::abs(spread) * 100, 1),
                       spread < 0 ? "behind" : "ahead");
}

std::string whyNoRank(const LeagueRow& row) {
    if (row.week.suspect)
        return "not ranked: a value of this week is under an open finding";
    return "not ranked: it holds the money of a gap before this week";
}

/// "the largest inflow of 48 weeks this year in dollars".
std::string yearRank(const LeagueRow& row) {
    const FlowRank& rank = row.rank(FlowMeasure::Usd, RankWindow::Year);
    if (!rank.isKnown())
        return whyNoRank(row);
    return rankInWords(rank, RankWindow::Year) + " in dollars";
}

/// "4.2 % of assets, z +2.02 over 52 weeks".
std::string proportion(const LeagueRow& row) {
    const bool known = !std::isnan(row.week.percent());
    const FlowZ& z = row.z(known ? FlowMeasure::Percent : FlowMeasure::Usd);
    std::string out = known ? plainPercentText(row.week.percent()) + " of assets" : "assets not known";
    if (!std::isnan(z.z))
        out += fmt::format(", z {} over 52 weeks{}", zText(z.z), known ? "" : " in dollars");
    else if (const std::string missing = missingZInWords(z, kYearOfWeeks); !missing.empty())
        out += ", " + missing;
    return out;
}

/// "the 216th of 1,322 weeks on record in % of assets"; empty where that adds nothing to the year's rank.
std::string recordRank(const LeagueRow& row) {
    const bool known = !std::isnan(row.week.percent());
    const FlowMeasure measure = known ? FlowMeasure::Percent : FlowMeasure::Usd;
    const FlowRank& all = row.rank(measure, RankWindow::All);
    const FlowRank& year = row.rank(FlowMeasure::Usd, RankWindow::Year);
    if (!all.isKnown() || all.of <= year.of)
        return {};
    return rankInWords(all, RankWindow::All) + (known ? " in % of assets" : " in dollars");
}

/// "QQQ −$1.88 bn, VGT −$310 m": the largest flows of the other sign, as money that may have come from there.
std::string othersText(const Flows& flows, const LeagueRow& row) {
    std::vector<const LeagueRow*> others;
    for (const LeagueRow& other : flows.league)
        if (other.week.usd * row.week.usd < 0 && !other.sameIndex && other.week.isCounted() &&
            std::abs(other.week.usd) >= kWorthTelling * std::abs(row.week.usd))
            others.push_back(&other);
    std::sort(others.begin(), others.end(), [](const LeagueRow* a, const LeagueRow* b) {
        return std::abs(a->week.usd) > std::abs(b->week.usd);
    });
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(others.size(), kOthersTold); ++i)
        texts.push_back(others[i]->symbol + " " + usdText(others[i]->week.usd));
    return listed(texts);
}

std::string switchText(const Flows& flows) {
    std::vector<std::string> texts;
    for (const LeagueRow& row : flows.league)
        if (row.sameIndex)
            texts.push_back(row.symbol + " " + usdText(row.week.usd));
    if (texts.empty())
        return {};
    return fmt::format("{} are one index changing wrappers: left out of the rotation.", listed(texts));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string yearText(const LeagueRow& row) {
    if (std::isnan(row.year.usd))
        return {};
    return fmt::format("{} since the start of {}{}", usdText(row.year.usd), yearOf(row.week.end),
                       row.year.leftOut > 0 ? fmt::format(", {} day{} under open findings left out",
                                                          row.year.leftOut, row.year.leftOut == 1 ? "" : "s")
                                            : "");
}

std::string runningTotals(const LeagueRow& row) {
    std::vector<std::string> texts;
    if (!std::isnan(row.fourWeeks))
        texts.push_back(usdText(row.fourWeeks) + " over four weeks");
    if (!std::isnan(row.thirteenWeeks))
        texts.push_back(usdText(row.thirteenWeeks) + " over 13");
    if (!std::isnan(row.month.usd))
        texts.push_back(
            fmt::format("{} in {} so far", usdText(row.month.usd), monthName(monthOf(row.week.end))));
    if (const std::string year = yearText(row); !year.empty())
        texts.push_back(year);
    return texts.empty() ? "" : "Running totals: " + listed(texts) + ".";
}

void append(Headline& headline, Emphasis emphasis, std::string text) {
    if (text.empty())
        return;
    if (!headline.empty())
        text.insert(0, 1, ' ');
    headline.push_back({std::move(text), emphasis});
}

} // namespace

const LeagueRow* leadRow(const Flows& flows) {
    std::vector<Symbol> candidates{Symbol(kLead), flows.params.small};
    for (Symbol& symbol : smallCapFunds(flows.params.baskets))
        candidates.push_back(std::move(symbol));
    for (const Symbol& symbol : candidates)
        if (const LeagueRow* row = flows.row(symbol))
            return row;
    const auto largest = std::max_element(
        flows.league.begin(), flows.league.end(),
        [](const LeagueRow& a, const LeagueRow& b) { return std::abs(a.week.usd) < std::abs(b.week.usd); });
    return largest == flows.league.end() ? nullptr : &*largest;
}

std::string missingZInWords(const FlowZ& z, int window) {
    if (!std::isnan(z.z) || z.weeks >= fewestForZ(window))
        return {};
    return fmt::format("needs {} weeks for z; has {}", fewestForZ(window), z.weeks);
}

std::string neighboursInWords(const LeagueRow& row) {
    std::vector<std::string> texts;
    if (row.before)
        texts.push_back("the week before " + usdText(row.before->usd));
    if (row.after)
        texts.push_back("the week after " + usdText(row.after->usd));
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

std::string sourcesInWords(const LeagueRow& row) {
    const double reported = row.bySource[indexOf(FlowSource::Reported)];
    for (const FlowSource source : {FlowSource::Shares, FlowSource::Assets}) {
        const double derived = row.bySource[indexOf(source)];
        if (std::isnan(reported) || std::isnan(derived))
            continue;
        const bool alike = usdText(reported) == usdText(derived);
        const std::string difference = usdText(reported - derived);
        const bool none = difference.find_first_of("123456789") == std::string::npos;
        return fmt::format("reported {}, {} {}: {}", usdText(reported), infoOf(source).label,
                           alike && !none ? fineUsdText(derived) : usdText(derived),
                           none ? "no difference" : "a difference of " + difference);
    }
    return {};
}

std::string pairInWords(const Flows& flows) {
    if (!flows.pair)
        return {};
    const PairWeek& pair = *flows.pair;
    const double spread = pair.spread();
    const std::string lead =
        std::abs(spread) < kLevel
            ? pair.small + " level"
            : fmt::format("{} {} by {} points", pair.small, spread < 0 ? "behind" : "ahead",
                          groupedNumber(std::abs(spread) * 100, 1));
    return fmt::format("{} {}, {} {} over the same {}: {}", pair.small, percentText(pair.returnSmall),
                       pair.large, percentText(pair.returnLarge), sessionsInWords(pair.sessions), lead);
}

Headline flowHeadline(const Flows& flows, const LeagueRow& row) {
    Headline headline;
    append(headline, Emphasis::Strong, moveSentence(row));
    const std::string sessions = sessionsText(row.week.sessions, row.week.expected);
    const std::string record = recordRank(row);
    append(headline, Emphasis::Normal,
           fmt::format("({}{}), {}; {}{}.", sessions, row.isRunning ? " so far" : "", yearRank(row),
                       proportion(row), record.empty() ? "" : ", " + record));
    const std::string beside = neighboursInWords(row);
    append(headline, Emphasis::Muted, beside.empty() ? "" : capitalised(beside) + ".");
    const std::string others = othersText(flows, row);
    append(headline, Emphasis::Normal,
           others.empty() ? "" : fmt::format("{}: {}.", row.week.usd >= 0 ? "Out" : "In", others));
    append(headline, Emphasis::Muted, switchText(flows));
    const std::string pair = pairInWords(flows);
    append(headline, Emphasis::Muted, pair.empty() ? "" : pair + ".");
    return headline;
}

Headline basketHeadline(const Flows& flows, const BasketRow& row) {
    if (std::isnan(row.usd))
        return {{fmt::format("No fund of {} has a figure this week.", row.name), Emphasis::Normal}};
    Headline headline;
    const std::string verb = row.usd >= 0 ? "took in" : "lost";
    append(headline, Emphasis::Strong,
           fmt::format("{} {} {} in the week to {}", row.name, verb, plainUsdText(std::abs(row.usd)),
                       dayMonthYear(flows.weekEnding)));
    const std::string z = std::isnan(row.z.z)
                              ? std::string()
                              : fmt::format(", z {} over 52 weeks{}", zText(row.z.z),
                                            row.zMeasure == FlowMeasure::Percent ? "" : " in dollars");
    append(headline, Emphasis::Normal,
           fmt::format("({}{}){}.", sessionsText(flows.sessions, flows.expected),
                       flows.isRunning ? " so far" : "", z));
    std::vector<std::string> funds;
    for (const Symbol& symbol : row.funds)
        funds.push_back(symbol + " " + usdText(flows.row(symbol)->week.usd));
    append(headline, Emphasis::Normal, listed(funds) + ".");
    if (!row.leftOut.empty())
        append(headline, Emphasis::Muted, "Left out: " + listed(row.leftOut) + ".");
    const std::string pair = pairInWords(flows);
    append(headline, Emphasis::Muted, pair.empty() ? "" : pair + ".");
    return headline;
}

Headline flowClause(const Flows& flows, const LeagueRow& row) {
    const FlowRank& rank = row.rank(FlowMeasure::Usd, RankWindow::Year);
    return {{fmt::format("In the week to {} ({}{}) ", dayMonth(row.week.end),
                         sessionsText(row.week.sessions, row.week.expected),
                         flows.pair ? "; " + leadText(*flows.pair) : ""),
             Emphasis::Normal},
            {moveText(row), Emphasis::Strong},
            {fmt::format(", {}.", rank.isKnown() ? rankInWords(rank, RankWindow::Year) : whyNoRank(row)),
             Emphasis::Normal}};
}

std::vector<std::string> weekInWords(const Flows& flows, const LeagueRow& row) {
    std::vector<std::string> out;
    out.push_back(fmt::format("{} ({}), {}.", moveSentence(row),
                              sessionsText(row.week.sessions, row.week.expected), yearRank(row)));
    const std::string streak = streakInWords(row.streak);
    const std::string record = recordRank(row);
    out.push_back(capitalised(proportion(row)) + (record.empty() ? "" : "; " + record) +
                  (streak.empty() ? "" : "; " + streak) + ".");
    if (const std::string beside = neighboursInWords(row); !beside.empty())
        out.push_back(capitalised(beside) + ".");
    if (const std::string totals = runningTotals(row); !totals.empty())
        out.push_back(totals);
    if (const std::string sources = sourcesInWords(row); !sources.empty())
        out.push_back(capitalised(sources) + ".");
    if (const std::string pair = pairInWords(flows); !pair.empty())
        out.push_back(pair + ".");
    if (const std::string others = othersText(flows, row); !others.empty())
        out.push_back(fmt::format("Largest the other way: {}.", others));
    if (const std::string switches = switchText(flows); !switches.empty())
        out.push_back(switches);
    return out;
}

} // namespace rotascope
