#include "core/quality/quality_rules.h"

#include "core/quality/rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr std::array<QualityRule, 25> kRules{{
    {"gap", "Missing sessions", "gaps", Severity::Warning,
     "Sessions of the series' own calendar between its first and last date that have no row. Prices follow "
     "the NYSE with its historic closures since 1950, yields and credit spreads the bond market. Series with "
     "many holes are not judged session by session.",
     &findGaps},
    {"sparse", "Many sessions without a row", "such series", Severity::Note,
     "Series with at least 5 gaps, and at least one for every 20 rows: they are not kept for each session.",
     &findSparse},
    {"off_calendar", "Rows on days without a session", "such rows", Severity::Warning,
     "Rows dated on weekends and holidays of a series that otherwise keeps to its calendar.",
     &findOffCalendar},
    {"split_jump", "Split-like jump", "jumps", Severity::Warning,
     "A one-session change by the ratio of a split (3:2, 2:1, 3:1 … and back), within 4 % and beyond 10 "
     "robust standard deviations of the 252 returns before; in share counts any change by more than half.",
     &findSplitLikeJumps},
    {"spike", "Spike that is undone", "spikes", Severity::Warning,
     "A return more than 10 robust standard deviations of the returns before, of which the next session "
     "takes back at least 70 %.",
     &findSpikes},
    {"outlier", "Unusual return", "unusual returns", Severity::Note,
     "A return more than 15 robust standard deviations of the returns before that stays.", &findOutliers},
    {"stale", "Unchanged values", "such runs", Severity::Note,
     "A price that is the same on at least 5 sessions in a row, or a yield on at least 10.", &findStaleRuns},
    {"magnitude", "Levels of another magnitude", "such levels", Severity::Note,
     "Prices that were once more than a thousand times the last one.", &findMagnitudes},
    {"bar_order", "High and low out of order", "such bars", Severity::Warning,
     "A high below, or a low above, another price of the same bar.", &findBarOrder},
    {"zero_volume", "Zero volume", "such sessions", Severity::Note,
     "Sessions with volume zero in a series that has volumes, or volumes that are always zero.",
     &findZeroVolume},
    {"volume_scale", "Volume changes its scale", "such changes", Severity::Note,
     "The median volume of 21 sessions is at least twenty times that of the 21 before, or a twentieth.",
     &findVolumeScale},
    {"no_real_open", "Opens repeat a close", "such spans", Severity::Note,
     "Spans of at least 120 sessions in which three of four opens are within 0.01 % of the previous close, "
     "or equal the close of their session.",
     &findNoRealOpen},
    {"one_price", "One price in the whole bar", "such bars", Severity::Note,
     "Open, high, low and close are equal.", &findOnePrice},
    {"adjustment", "Adjusted and raw values mixed", "such sessions", Severity::Warning,
     "An adjusted close above the close, or adjustment factors that fall over time.", &findMixedAdjustment},
    {"unadjusted", "Adjusted closes without adjustments", "such series", Severity::Note,
     "Adjusted closes of a fund or share that equal its closes on every session, at least 252.",
     &findUnadjusted},
    {"never_quoted", "Closes that were never quoted", "such series", Severity::Note,
     "More than one in ten of the last 504 closes in dollars is no whole number of cents, and there is no "
     "adjusted close beside them.",
     &findNeverQuoted},
    {"duplicate", "Same values under two symbols", "such pairs", Severity::Warning,
     "Two instruments that are equal on all of at least 60 common dates.", nullptr},
    {"disagreement", "Sources of flows disagree", "disagreements", Severity::Warning,
     "Flows of one fund from two sources that are more than a tenth apart (and more than a million dollars; "
     "where one is solved from assets, more than 0.1 % of them). Neither is averaged.",
     nullptr},
    {"unit", "Flows or assets in another unit", "such series", Severity::Warning,
     "Two sources of one fund that are typically about a thousand or a million times apart.", nullptr},
    {"refused_value", "Counts or assets of zero or less", "such values", Severity::Warning,
     "Share counts or assets that cannot be: no flow is derived from them.", nullptr},
    {"no_price", "Counts without a price", "such series", Severity::Warning,
     "Share counts or assets of a fund without NAV and without prices: no flow can be derived.", nullptr},
    {"duplicate_week", "Two figures of one week", "such weeks", Severity::Warning,
     "A series by week with a second figure of the same week; the later one stands.", nullptr},
    {"odd_week_end", "Weeks that end on another day", "such weeks", Severity::Note,
     "Figures by week that end on another week day than most, and not because of a holiday.", nullptr},
    {"same_index", "One index changing wrappers", "such weeks", Severity::Note,
     "Two funds of one index with opposite flows in one week, each above 5 % of its assets; without assets, "
     "within a half of each other and above three times each fund's median week. Left out of the rotation.",
     nullptr},
    {"round_trip", "Money there and back", "round trips", Severity::Note,
     "Two days within five sessions that undo each other to a quarter, each above 5 % of assets; without "
     "assets, above eight times the median day of the last 252.",
     nullptr},
}};

Finding findingOf(const ExaminedSeries& series, const QualityRule& rule, Observed observed) {
    return {series.instrument->symbol,
            rule.id,
            rule.severity,
            series.cadence,
            series.field,
            observed.first,
            observed.last,
            std::move(observed.message),
            {},
            observed.count};
}

void examine(const ExaminedSeries& series, std::vector<Finding>& out) {
    for (const QualityRule& rule : kRules) {
        if (!rule.find)
            continue;
        const std::size_t most = rule.severity == Severity::Warning ? kListedWarnings : kListedNotes;
        for (Observed& observed : listed(rule.find(series), rule.plural, most))
            out.push_back(findingOf(series, rule, std::move(observed)));
    }
}

/// The closes of the bars without their holes.
std::pair<std::vector<Date>, std::vector<double>> closesOf(const PriceBars& bars) {
    std::pair<std::vector<Date>, std::vector<double>> out;
    const std::vector<double>& closes = bars.column(Field::Close);
    for (std::size_t i = 0; i < closes.size(); ++i)
        if (!std::isnan(closes[i])) {
            out.first.push_back(bars.dates[i]);
            out.second.push_back(closes[i]);
        }
    return out;
}

/// Calls `visit` with the closes of the daily bars, then with each single-value series.
template <class Visit>
void forEachSeries(const InstrumentData& data, Visit visit) {
    const auto [dates, closes] = closesOf(data.daily);
    if (!dates.empty())
        visit(ExaminedSeries{&data.instrument, Field::Close, Cadence::Daily,
                             calendarOf(data.instrument, Cadence::Daily, dates), dates, closes, &data.daily});
    for (const Series& values : data.series)
        visit(ExaminedSeries{&data.instrument, values.field, values.cadence,
                             calendarOf(data.instrument, values.cadence, values.dates), values.dates,
                             values.values, nullptr});
}

} // namespace

std::span<const QualityRule> qualityRules() {
    return kRules;
}

const QualityRule* qualityRuleNamed(std::string_view id) {
    const auto* row =
        std::find_if(kRules.begin(), kRules.end(), [id](const QualityRule& rule) { return rule.id == id; });
    return row == kRules.end() ? nullptr : row;
}

std::vector<Finding> findingsOf(const InstrumentData& data) {
    std::vector<Finding> out;
    forEachSeries(data, [&out](const ExaminedSeries& series) { examine(series, out); });
    return out;
}

std::vector<Finding> everyWarning(const InstrumentData& data, Field field, Cadence cadence) {
    std::vector<Finding> out;
    forEachSeries(data, [&](const ExaminedSeries& series) {
        if (series.field != field || series.cadence != cadence)
            return;
        for (const QualityRule& rule : kRules)
            if (rule.find && rule.severity == Severity::Warning)
                for (Observed& observed : rule.find(series))
                    out.push_back(findingOf(series, rule, std::move(observed)));
    });
    return out;
}

} // namespace rotascope
