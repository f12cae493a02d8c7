#include "core/analysis/flows/flow_wording.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace rotascope {

namespace {

constexpr double kBillion = 1e9;
constexpr double kMillion = 1e6;

std::string amount(double usd, int moreDecimals = 0) {
    const double size = std::abs(usd);
    if (size >= 0.9995 * kBillion)
        return fmt::format("${} bn", groupedNumber(size / kBillion, 2 + moreDecimals));
    const int decimals = size >= 9.95 * kMillion ? 0 : 1;
    return fmt::format("${} m", groupedNumber(size / kMillion, decimals + moreDecimals));
}

std::string signedAmount(double usd, int moreDecimals) {
    if (!std::isfinite(usd))
        return groupedNumber(usd, 0);
    const std::string size = amount(usd, moreDecimals);
    const bool nothing = size.find_first_of("123456789") == std::string::npos;
    return nothing ? size : (usd < 0 ? "−" : "+") + size;
}

constexpr std::array<std::string_view, 4> kEndings{"th", "st", "nd", "rd"};

std::string_view ending(std::size_t number) {
    if (number % 100 / 10 == 1)
        return "th";
    return kEndings[number % 10 < kEndings.size() ? number % 10 : 0];
}

/// In the order of RankWindow.
constexpr std::array<std::string_view, kRankWindows> kWindowTexts{"weeks this year", "weeks",
                                                                  "weeks on record"};

std::string_view windowText(RankWindow window) {
    return kWindowTexts[static_cast<std::size_t>(window)];
}

std::string sourceName(FlowSource source) {
    return std::string(infoOf(source).label);
}

/// Where most agree once one of the two is moved by a session.
std::string lateText(const Disagreement& d) {
    if (d.late == 0)
        return {};
    return fmt::format(
        " Most agree once those {} are moved one session back: they look dated one session late.",
        sourceName(d.late > 0 ? d.b : d.a));
}

} // namespace

std::string plainUsdText(double usd) {
    return std::isfinite(usd) ? amount(usd) : groupedNumber(usd, 0);
}

std::string usdText(double usd) {
    return signedAmount(usd, 0);
}

std::string fineUsdText(double usd) {
    return signedAmount(usd, 1);
}

std::string billionsText(double usd) {
    return signedNumber(usd / kBillion, 2);
}

std::string ordinal(std::size_t number) {
    return fmt::format("{}{}", groupedCount(static_cast<long long>(number)), ending(number));
}

std::string rankInWords(const FlowRank& rank, RankWindow window) {
    if (!rank.isKnown())
        return {};
    if (rank.of == 1)
        return "the only week so far";
    const std::string of =
        fmt::format("of {} {}", groupedCount(static_cast<long long>(rank.of)), windowText(window));
    if (rank.rank == 1)
        return "the largest inflow " + of;
    if (rank.rank == rank.of)
        return "the lowest " + of;
    return fmt::format("the {} {}", ordinal(rank.rank), of);
}

std::string streakInWords(int streak) {
    const int length = std::abs(streak);
    if (length < 2)
        return {};
    return fmt::format("the {} {} in a row", ordinal(static_cast<std::size_t>(length)),
                       streak > 0 ? "inflow" : "outflow");
}

std::string sessionsText(int sessions, int expected) {
    if (sessions < expected)
        return fmt::format("{} of {} sessions", sessions, expected);
    return fmt::format("{} session{}", sessions, sessions == 1 ? "" : "s");
}

std::string disagreementText(const FundFlows& fund, const Disagreement& d) {
    const std::string a = sourceName(d.a);
    const std::string b = sourceName(d.b);
    if (d.unit.factor != 1)
        return fmt::format("{}: flows {} are about {} times {} than those {}: another unit?", fund.symbol(),
                           a, groupedCount(d.unit.factor), d.unit.sign < 0 ? "smaller" : "larger", b);
    return fmt::format(
        "{}: flows {} and {} differ by more than 10 % on {} of {} {}; on {} they are {} and {}. "
        "Neither is averaged.{}",
        fund.symbol(), a, b, d.apart, d.compared, d.byWeek ? "weeks" : "days", dayMonthYear(d.last),
        usdText(d.lastA), usdText(d.lastB), lateText(d));
}

} // namespace rotascope
