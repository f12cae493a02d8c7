#include "core/analysis/yields/yield_wording.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

namespace {

constexpr double kExampleBp = 10; ///< a slope is told for a move of this size
constexpr std::size_t kShownMove = 0;
constexpr std::size_t kLongMove = kCreditMoves.size() - 1;

std::string wholePercent(double share) {
    return groupedNumber(share * 100, 0) + " %";
}

/// A whole number where it is one: yields come in hundredths.
std::string plainBp(double bp) {
    return groupedNumber(std::abs(bp), std::abs(bp - std::round(bp)) < 0.05 ? 0 : 1) + " bp";
}

std::string weekSentence(const YieldTable& table, const YieldHistory& row) {
    const YieldWeek& week = row.weeks.back();
    const std::string streak = streakText(week.streak);
    const std::string when = fmt::format("in the week to {}{}", dayMonthYear(week.observed),
                                         table.asOf < week.end ? " so far" : "");
    if (std::isnan(week.changeBp))
        return fmt::format("The 10-year yield stood at {} {} ({})", yieldText(week.value), when, row.source);
    if (week.changeBp == 0)
        return fmt::format("The 10-year yield was unchanged at {} {} ({})", yieldText(week.value), when,
                           row.source);
    return fmt::format("The 10-year yield {} {} to {} {}{} ({})", week.changeBp > 0 ? "rose" : "fell",
                       plainBp(week.changeBp), yieldText(week.value), when,
                       streak.empty() ? "" : ", the " + streak, row.source);
}

std::string weekOrNone(const YieldTable& table) {
    const YieldHistory& ten = table.rows.front();
    return ten.weeks.empty() ? "No 10-year yield: " + ten.missing : weekSentence(table, ten);
}

/// "2Y 4.26 % (+5 bp), 2s10s 0.04 % (−12 bp)" of the other rows that have a week.
std::string othersSentence(const YieldTable& table) {
    std::vector<std::string> texts;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const YieldHistory& row = table.rows[i];
        if (row.weeks.empty())
            continue;
        const YieldWeek& week = row.weeks.back();
        const std::string change =
            std::isnan(week.changeBp) ? "" : fmt::format(" ({})", basisPointsText(week.changeBp));
        texts.push_back(fmt::format("{} {}{}", row.info.label, yieldText(week.value), change));
    }
    return texts.empty() ? "" : listed(texts) + ".";
}

std::string staleSentence(const YieldTable& table) {
    std::vector<std::string> stale;
    for (const YieldHistory& row : table.rows)
        if (!row.weeks.empty() && row.sessionsOld >= kStaleSessions)
            stale.push_back(fmt::format("{} is {}", row.source, ageText(row.sessionsOld)));
    return stale.empty() ? "" : listed(stale) + ".";
}

/// Share of all weeks in which small led.
double aheadInAny(const YieldLink& link) {
    double n = 0;
    double ahead = 0;
    for (const YieldBucket& bucket : link.buckets) {
        n += static_cast<double>(bucket.n);
        ahead += bucket.n == 0 ? 0 : bucket.ahead * static_cast<double>(bucket.n);
    }
    return ahead / n;
}

/// "DGS10 rose 15 bp or more"
std::string moveText(const YieldBucket& bucket) {
    const std::string_view series = kYields.front().symbol;
    if (std::isinf(bucket.fromBp))
        return fmt::format("{} fell more than {}", series, plainBp(bucket.toBp));
    if (std::isinf(bucket.toBp))
        return fmt::format("{} rose {} or more", series, plainBp(bucket.fromBp));
    return fmt::format("{} moved by {}", series, bucketText(bucket));
}

std::string bucketSentence(const YieldStudy& study, const YieldBucket& bucket) {
    if (bucket.n == 0)
        return fmt::format("There is no week in which {}.", moveText(bucket));
    const double any = aheadInAny(*study.link);
    const bool apart = bucket.aheadInterval.low > any || bucket.aheadInterval.high < any;
    return fmt::format("In the {} weeks in which {}: {} − {} {} on average, ahead in {} (95 % interval {} to "
                       "{}; any week {}{}).",
                       groupedCount(static_cast<long long>(bucket.n)), moveText(bucket), study.params.small,
                       study.params.large, pointsText(bucket.spread), wholePercent(bucket.ahead),
                       groupedNumber(bucket.aheadInterval.low * 100, 0),
                       wholePercent(bucket.aheadInterval.high), wholePercent(any),
                       apart ? "" : ", not distinguishable");
}

std::string creditSentence(const CreditRow& row) {
    return fmt::format("{} {} on {} ({}): {} over {} observations, {} over {}; {} percentile of its history.",
                       row.instrument.symbol, yieldText(row.value), dayMonthYear(row.observed),
                       ageText(row.sessionsOld), basisPointsText(row.moves[kShownMove]),
                       kCreditMoves[kShownMove], basisPointsText(row.moves[kLongMove]),
                       kCreditMoves[kLongMove], percentileOrdinal(row.percentile));
}

} // namespace

std::string basisPointsText(double bp) {
    if (!std::isfinite(bp))
        return signedNumber(bp, 0);
    return (bp < 0 ? "−" : bp > 0 ? "+" : "") + plainBp(bp);
}

std::string yieldText(double percent) {
    const std::string number = groupedNumber(percent, 2);
    return std::isfinite(percent) ? number + " %" : number;
}

std::string ageText(std::size_t sessionsOld) {
    if (sessionsOld == 0)
        return "current";
    return fmt::format("{} session{} old", groupedCount(static_cast<long long>(sessionsOld)),
                       sessionsOld == 1 ? "" : "s");
}

std::string streakText(int streak) {
    const int length = std::abs(streak);
    if (length < 2)
        return {};
    return fmt::format("{} {} in a row", ordinal(static_cast<std::size_t>(length)),
                       streak > 0 ? "rise" : "fall");
}

std::string bucketText(const YieldBucket& bucket) {
    if (std::isinf(bucket.fromBp))
        return fmt::format("below {}", basisPointsText(bucket.toBp));
    if (std::isinf(bucket.toBp))
        return fmt::format("{} or more", basisPointsText(bucket.fromBp));
    return fmt::format("{} to {}", signedNumber(bucket.fromBp, 0), basisPointsText(bucket.toBp));
}

std::string sensitivityInWords(const YieldStudy& study) {
    if (!study.link)
        return study.noLink;
    const auto reading = lastReading(study.link->sensitivity);
    if (!reading)
        return fmt::format("Sensitivity needs {} days that {}, {} and {} share; there are {}.",
                           kYieldLinkWindow + 1, study.params.small, study.params.large,
                           kYields.front().symbol, study.link->sensitivity.dates.size());
    const auto points = [](double fraction) { return signedNumber(fraction * kExampleBp * 100, 2); };
    return fmt::format("A rise of {} bp in a day went with {} points of {} − {} over the {} days to {} (95 % "
                       "interval {} to {}, correlation {}): {}distinguishable from zero.",
                       kExampleBp, points(reading->slope), study.params.small, study.params.large,
                       kYieldLinkWindow, dayMonthYear(reading->date), points(reading->low),
                       points(reading->high), signedNumber(reading->correlation, 2),
                       reading->isDistinguishable() ? "" : "not ");
}

std::vector<std::string> bucketsInWords(const YieldStudy& study) {
    if (!study.link)
        return {};
    return {bucketSentence(study, study.link->buckets.back()),
            bucketSentence(study, study.link->buckets.front())};
}

std::vector<std::string> creditInWords(const YieldStudy& study) {
    std::vector<std::string> out;
    for (const CreditRow& row : study.credit)
        out.push_back(creditSentence(row));
    if (out.empty())
        out.emplace_back("This desk has no credit spreads. Import one, such as BAMLH0A0HYM2.");
    return out;
}

Headline yieldHeadline(const YieldStudy& study) {
    Headline headline;
    addSentence(headline, Emphasis::Strong, weekOrNone(study.table) + ".");
    addSentence(headline, Emphasis::Normal, othersSentence(study.table));
    addSentence(headline, Emphasis::Muted, sensitivityInWords(study));
    addSentence(headline, Emphasis::Muted, staleSentence(study.table));
    return headline;
}

std::vector<std::string> yieldsInWords(const YieldStudy& study) {
    std::vector<std::string> out{weekOrNone(study.table) + ".", sensitivityInWords(study)};
    for (const std::vector<std::string>& part : {bucketsInWords(study), creditInWords(study)})
        out.insert(out.end(), part.begin(), part.end());
    if (std::string stale = staleSentence(study.table); !stale.empty())
        out.push_back(std::move(stale));
    return out;
}

} // namespace rotascope
