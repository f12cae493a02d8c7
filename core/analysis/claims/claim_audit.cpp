#include "core/analysis/claims/claim_audit.h"

#include "core/analysis/flows/flow_weeks.h"
#include "core/analysis/performance_table.h"
#include "core/analysis/trend/price_basis.h"
#include "core/base/text.h"
#include "core/indicators/returns.h"
#include "core/indicators/sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kOldestDays = 5; ///< an observation older than this says nothing about a day

/// Values up to a claim's date, with what they are.
struct Evidence {
    SeriesView values;
    bool isPercent = false; ///< a yield or spread: moves are changes
    bool isAdjusted = false;
};

ClaimVerdict verdictOf(const MarketClaim& claim, double value) {
    if (std::isnan(value))
        return ClaimVerdict::Unknown;
    const double half = 0.5 * std::pow(10.0, -claim.decimals) + 1e-9;
    const bool holds = claim.bound == ClaimBound::Above   ? value > claim.value
                       : claim.bound == ClaimBound::Below ? value < claim.value
                                                          : std::abs(value - claim.value) <= half;
    if (holds)
        return ClaimVerdict::Matches;
    constexpr double kNear = 0.2;
    return std::abs(value - claim.value) <= kNear * std::abs(claim.value) ? ClaimVerdict::Near
                                                                          : ClaimVerdict::Contradicted;
}

double move(const Evidence& evidence, std::size_t from, std::size_t to) {
    const double a = evidence.values.values[from];
    const double b = evidence.values.values[to];
    return evidence.isPercent ? (b - a) * 100 : simpleReturn(a, b) * 100;
}

/// A change of a series in percent comes in basis points, a return in percent; a claim may say either in the
/// other unit.
double inUnitOf(const MarketClaim& claim, const Evidence& evidence, double value) {
    const bool isMove = claim.measure != ClaimMeasure::Level && claim.measure != ClaimMeasure::Volume;
    if (!isMove || evidence.isPercent == claim.isBasisPoints)
        return value;
    constexpr double kBasisPoints = 100;
    return evidence.isPercent ? value / kBasisPoints : value * kBasisPoints;
}

ClaimReading readingOf(const MarketClaim& claim, const Evidence& evidence, std::string convention,
                       std::size_t to, double value) {
    const double stated = inUnitOf(claim, evidence, value);
    return {std::move(convention), evidence.values.dates[to], stated, verdictOf(claim, stated),
            evidence.isAdjusted};
}

void addMove(ClaimAudit& audit, const Evidence& evidence, std::size_t length, std::size_t to) {
    if (to < length)
        return;
    audit.readings.push_back(
        readingOf(audit.claim, evidence,
                  fmt::format("{} sessions to {}", length, dayMonthYear(evidence.values.dates[to])), to,
                  move(evidence, to - length, to)));
}

/// The last session of the week before the one of `to`; `to` itself where there is none.
std::size_t endOfWeekBefore(const SeriesView& values, std::size_t to) {
    const Date week = weekEndOn(values.dates[to], std::chrono::Friday);
    std::size_t at = to;
    while (at > 0 && weekEndOn(values.dates[at], std::chrono::Friday) == week)
        --at;
    return weekEndOn(values.dates[at], std::chrono::Friday) == week ? to : at;
}

/// From the last close of one week to that of the week that `to` lies in.
void addWeek(ClaimAudit& audit, const Evidence& evidence, std::size_t to) {
    const std::size_t before = endOfWeekBefore(evidence.values, to);
    if (before == to)
        return;
    const Date week = weekEndOn(evidence.values.dates[to], std::chrono::Friday);
    audit.readings.push_back(readingOf(audit.claim, evidence,
                                       fmt::format("week ending {}", dayMonthYear(week)), to,
                                       move(evidence, before, to)));
}

void addToDate(ClaimAudit& audit, const Evidence& evidence, std::size_t to) {
    SeriesView cut{evidence.values.dates.first(to + 1), evidence.values.values.first(to + 1)};
    const std::string id(kClaimMeasures[static_cast<std::size_t>(audit.claim.measure)].id);
    for (const PerformanceRow& row : performanceTable(commonSessions(cut, cut), false))
        if (row.horizon == id && row.base) {
            const auto base =
                std::lower_bound(cut.dates.begin(), cut.dates.end(), *row.base) - cut.dates.begin();
            audit.readings.push_back(
                readingOf(audit.claim, evidence,
                          fmt::format("{} to {} from {}", toUpper(id), dayMonthYear(cut.dates.back()),
                                      dayMonthYear(*row.base)),
                          to, move(evidence, static_cast<std::size_t>(base), to)));
        }
}

void addReadings(ClaimAudit& audit, const Evidence& evidence) {
    const std::size_t last = evidence.values.size() - 1;
    const auto length = static_cast<std::size_t>(audit.claim.length);
    constexpr std::size_t kWeek = 5;
    for (const std::size_t to : {last, last - (last > 0 ? 1 : 0)})
        switch (audit.claim.measure) {
        case ClaimMeasure::Move:
            addMove(audit, evidence, length, to);
            if (length == kWeek && to == last)
                addWeek(audit, evidence, to);
            break;
        case ClaimMeasure::Week:
            addWeek(audit, evidence, to == last ? to : endOfWeekBefore(evidence.values, last));
            addMove(audit, evidence, kWeek, to);
            break;
        case ClaimMeasure::Month:
        case ClaimMeasure::Quarter:
        case ClaimMeasure::Year:
            addToDate(audit, evidence, to);
            break;
        case ClaimMeasure::Level:
            audit.readings.push_back(readingOf(
                audit.claim, evidence, fmt::format("close of {}", dayMonthYear(evidence.values.dates[to])),
                to, evidence.values.values[to]));
            break;
        case ClaimMeasure::Volume:
            if (to >= length) {
                const double usual = meanOf(evidence.values.values.subspan(to - length, length));
                audit.readings.push_back(
                    readingOf(audit.claim, evidence,
                              fmt::format("volume of {}", dayMonthYear(evidence.values.dates[to])), to,
                              usual > 0 ? evidence.values.values[to] / usual : kNone));
            }
            break;
        }
}

Result<Evidence> evidenceFor(const MarketView& then, const MarketClaim& claim) {
    const auto instrument = then.instrument(claim.symbol);
    if (!instrument)
        return Failure(instrument.error());
    Evidence out;
    out.isPercent = instrument->unit == Unit::Percent;
    if (claim.measure == ClaimMeasure::Volume) {
        const auto volume = then.values(claim.symbol, Field::Volume);
        if (!volume)
            return Failure(volume.error());
        out.values = *volume;
        out.isPercent = false;
        return out;
    }
    const auto priced = pricedCloses(then, claim.symbol, PriceChoice::Close);
    if (priced) {
        out.values = priced->closes;
        out.isAdjusted = isAdjusted(priced->basis);
        return out;
    }
    const auto closes = then.closes(claim.symbol);
    if (!closes)
        return Failure(closes.error());
    out.values = *closes;
    return out;
}

std::string figureText(const MarketClaim& claim, double value) {
    const int decimals = std::max(claim.decimals, 2);
    if (claim.measure == ClaimMeasure::Level)
        return groupedNumber(value, decimals);
    if (claim.measure == ClaimMeasure::Volume)
        return groupedNumber(value, decimals) + " times";
    return signedNumber(value, claim.isBasisPoints ? std::max(claim.decimals, 0) : decimals) +
           (claim.isBasisPoints ? " bp" : " %");
}

std::string sentenceOf(const ClaimAudit& audit) {
    const ClaimReading& own = audit.readings.front();
    const std::string figure = fmt::format("{}, {}", figureText(audit.claim, own.value), own.convention);
    if (audit.verdict == ClaimVerdict::Unknown)
        return own.isAdjusted && !std::isnan(own.value)
                   ? fmt::format(
                         "Unknown, because the closes of {} are adjusted for dividends ({}): they cannot "
                         "contradict a price.",
                         audit.claim.symbol, figure)
                   : fmt::format("Unknown, because {} has too short a history.", audit.claim.symbol);
    if (audit.verdict == ClaimVerdict::Matches)
        return "Matches: " + figure + ".";
    std::string text =
        fmt::format("{}: {}.", audit.verdict == ClaimVerdict::Near ? "Near" : "Contradicted", figure);
    const auto other =
        std::find_if(audit.readings.begin() + 1, audit.readings.end(),
                     [](const ClaimReading& row) { return row.verdict == ClaimVerdict::Matches; });
    return other == audit.readings.end()
               ? text
               : fmt::format("{} It matches another reading: {}, {}.", text,
                             figureText(audit.claim, other->value), other->convention);
}

ClaimAudit unknown(const MarketClaim& claim, std::string_view why) {
    return {claim, {}, ClaimVerdict::Unknown, fmt::format("Unknown, because {}", why)};
}

} // namespace

ClaimAudit auditClaim(const MarketView& view, const MarketClaim& claim) {
    const MarketView then = view.until(claim.made);
    const auto evidence = evidenceFor(then, claim);
    if (!evidence)
        return unknown(claim, evidence.error().code == "unknown_symbol"
                                  ? fmt::format("the desk holds no {}.", claim.symbol)
                                  : evidence.error().message);
    const Date last = evidence->values.dates.back();
    if ((claim.made - last).count() > kOldestDays)
        return unknown(claim, fmt::format("{} ends on {}.", claim.symbol, dayMonthYear(last)));
    ClaimAudit audit{claim, {}, ClaimVerdict::Unknown, {}};
    addReadings(audit, *evidence);
    if (audit.readings.empty())
        return unknown(claim, fmt::format("{} has too short a history on that day.", claim.symbol));
    audit.verdict = audit.readings.front().verdict;
    if (audit.verdict == ClaimVerdict::Contradicted && evidence->isAdjusted)
        audit.verdict = ClaimVerdict::Unknown;
    audit.sentence = sentenceOf(audit);
    return audit;
}

std::string auditSummary(const std::vector<ClaimAudit>& audits) {
    std::array<std::size_t, kClaimVerdicts.size()> counts{};
    for (const ClaimAudit& audit : audits)
        ++counts[static_cast<std::size_t>(audit.verdict)];
    return fmt::format("{} match, {} near, {} contradicted, {} unknown", counts[0], counts[1], counts[2],
                       counts[3]);
}

} // namespace rotascope
