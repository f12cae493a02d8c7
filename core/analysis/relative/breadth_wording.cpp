#include "core/analysis/relative/breadth_wording.h"

#include "core/analysis/wording.h"
#include "core/analysis/yields/yield_wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kNamed = 3; ///< leaders, and laggards

std::string wholePercent(double share) {
    return groupedNumber(share * 100, 0) + " %";
}

std::string upSentence(const Breadth& b, std::string_view list) {
    return fmt::format("{}: {} rose over {}.", list, breadthShareText(b.up),
                       sessionsInWords(static_cast<int>(b.window)));
}

std::string averagesSentence(const Breadth& b) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < b.above.size(); ++i)
        if (b.above[i].of > 0)
            parts.push_back(
                fmt::format("{} above {}", breadthShareText(b.above[i]), toUpper(kTrendAverages[i].id)));
    return parts.empty() ? "None has the history for an average." : listed(parts) + ".";
}

std::string fifthSentence(const Breadth& b) {
    if (std::isnan(b.bestFifth))
        return "The moves do not add up to a gain, so no share of it is told.";
    const std::size_t fifth = std::max<std::size_t>(1, b.members.size() / 5);
    if (b.bestFifth > 1)
        return fmt::format(
            "The best {} of {} made more than the whole summed gain; the others lost together.",
            numberWord(static_cast<int>(fifth)), b.members.size());
    return fmt::format("The best {} of {} made {} of the summed gain, equal weights.",
                       numberWord(static_cast<int>(fifth)), b.members.size(), wholePercent(b.bestFifth));
}

std::string membersText(const BreadthMember* first, std::size_t count) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.push_back(first[i].symbol + " " + percentText(first[i].move));
    return listed(texts);
}

/// Nobody stands among the leaders and the laggards at once.
std::string endsSentence(const Breadth& b) {
    const std::size_t named = std::min(kNamed, b.members.size() / 2);
    if (named == 0)
        return fmt::format("Only {}.", membersText(b.members.data(), b.members.size()));
    return fmt::format("Leaders {}; laggards {}.", membersText(b.members.data(), named),
                       membersText(b.members.data() + (b.members.size() - named), named));
}

void addLeftOut(std::vector<std::string>& out, std::string_view why, const std::vector<Symbol>& symbols) {
    if (!symbols.empty())
        out.push_back(fmt::format("{}: {}.", why, listed(symbols)));
}

} // namespace

std::string breadthShareText(const BreadthShare& share) {
    if (share.of == 0)
        return "–";
    return fmt::format("{} of {} ({})", share.count, share.of, wholePercent(share.share()));
}

std::vector<std::string> breadthInWords(const Breadth& b, std::string_view list) {
    std::vector<std::string> out{upSentence(b, list), averagesSentence(b), fifthSentence(b), endsSentence(b)};
    addLeftOut(out, "Left out as leveraged", b.leveraged);
    addLeftOut(out, fmt::format("Left out, no close on {}", dayMonthYear(b.asOf)), b.stale);
    addLeftOut(out, "Left out, too few closes", b.missing);
    return out;
}

std::vector<std::string> importedBreadthInWords(const std::vector<BreadthReading>& readings) {
    std::vector<std::string> out;
    for (const BreadthReading& r : readings) {
        const std::string change =
            std::isnan(r.change)
                ? std::string()
                : fmt::format(", {} points over {} sessions", signedNumber(r.change, 1), kBreadthMove);
        out.push_back(fmt::format("{} above their {}-day average: {} % on {} ({}, {}){}.", r.info.members,
                                  r.info.average, groupedNumber(r.percent, 1), dayMonthYear(r.observed),
                                  r.info.symbol, ageText(r.sessionsOld), change));
    }
    if (out.empty())
        out.emplace_back(
            "No imported breadth series. Import one, such as S5TH (S&P 500 members above their 200-day "
            "average).");
    return out;
}

std::string constituentsInWords(const Result<ConstituentGain>& gain) {
    if (!gain)
        return gain.error().message;
    const ConstituentGain& g = *gain;
    const std::string basis = fmt::format("weights of {}, {} of the fund covered", dayMonthYear(g.weightsOn),
                                          wholePercent(g.covered));
    if (std::isnan(g.bestFifth))
        return fmt::format("{}: its constituents made no gain over {} sessions ({}).", g.fund, g.window,
                           basis);
    return fmt::format("{}: the best {} of {} constituents made {} of the gain of {} over {} sessions ({}).",
                       g.fund, g.fifth(), g.members.size(), wholePercent(g.bestFifth), percentText(g.gain),
                       g.window, basis);
}

} // namespace rotascope
