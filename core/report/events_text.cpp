#include "core/report/events_text.h"

#include "core/analysis/event_headline.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

std::string percent(double fraction) {
    return signedNumber(fraction * 100, 1);
}

std::string unsignedPercent(double fraction) {
    return groupedNumber(fraction * 100, 1);
}

/// "16 of 18": complete, of all.
std::string completeText(const HorizonOutcomes& at) {
    const std::size_t n = at.small.inference.n;
    return at.incomplete == 0 ? std::to_string(n) : fmt::format("{} of {}", n, n + at.incomplete);
}

std::string horizonLabel(const EventStudy& study, std::size_t horizon) {
    return horizonName(horizon, study.params.outcomes.calendar);
}

TextTable followedTable(const EventStudy& study) {
    TextTable table{{study.params.outcomes.calendar ? "after" : "sessions", "n", "effective", "mean",
                     "95 % interval", "median", "hit", "any session", "p", "visible from", "MAE", "MFE"},
                    {}};
    for (const HorizonOutcomes& at : study.horizons) {
        const OutcomeFigures& small = at.small;
        table.rows.push_back({horizonLabel(study, at.horizon), completeText(at),
                              groupedNumber(small.inference.nEffective, 1), percent(small.inference.mean),
                              intervalText(small.inference.low, small.inference.high), percent(small.median),
                              shareText(small.hit), percent(small.baselineMean), pText(small.placebo),
                              unsignedPercent(small.inference.detectable), percent(at.mae), percent(at.mfe)});
    }
    return table;
}

TextTable relativeTable(const EventStudy& study) {
    TextTable table{{fmt::format("vs {}", study.pair.large), "mean", "95 % interval", "median", "ahead",
                     "any session", "any ahead", "p", "visible from"},
                    {}};
    for (const HorizonOutcomes& at : study.horizons) {
        const OutcomeFigures& relative = at.relative;
        table.rows.push_back({horizonLabel(study, at.horizon), percent(relative.inference.mean),
                              intervalText(relative.inference.low, relative.inference.high),
                              percent(relative.median), shareText(relative.hit),
                              percent(relative.baselineMean), shareText(relative.baselineHit),
                              pText(relative.placebo), unsignedPercent(relative.inference.detectable)});
    }
    return table;
}

TextTable eventTable(const EventStudy& study) {
    TextTable table{{"event", "z", "spread", study.pair.small}, {}};
    for (const std::size_t horizon : kEventHorizons)
        table.headings.push_back(horizonLabel(study, horizon));
    for (auto row = study.rows.rbegin(); row != study.rows.rend(); ++row) {
        std::vector<std::string> cells{dayMonthYear(row->date), zText(row->z), percent(row->spread),
                                       percent(row->returnSmall)};
        for (const double value : row->small)
            cells.push_back(percent(value));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The combinations that differ from the study in one knob only.
TextTable knobTable(const EventRobustness& robustness) {
    TextTable table{{"one knob turned", "events", "n", "effective", "mean", "any session", "p"}, {}};
    const auto inForce = std::find_if(robustness.combinations.begin(), robustness.combinations.end(),
                                      [](const Combination& c) { return c.inForce; });
    if (inForce == robustness.combinations.end())
        return table;
    const auto add = [&](const std::string& label, const Combination& c) {
        table.rows.push_back({(c.inForce ? "* " : "  ") + label, std::to_string(c.events),
                              std::to_string(c.n), groupedNumber(c.nEffective, 1), percent(c.mean),
                              percent(c.baseline), pText(c.p)});
    };
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-12; };
    for (const Combination& c : robustness.combinations)
        if (c.sigma == inForce->sigma && same(c.threshold, inForce->threshold))
            add(fmt::format("gap {}", c.gap), c);
    for (const Combination& c : robustness.combinations)
        if (c.sigma == inForce->sigma && c.gap == inForce->gap)
            add(fmt::format("threshold {}", shortestNumber(c.threshold)), c);
    for (const Combination& c : robustness.combinations)
        if (c.gap == inForce->gap && same(c.threshold, inForce->threshold))
            add(fmt::format("σ {}", infoOf(c.sigma).label), c);
    return table;
}

TextTable leftOutTable(const EventRobustness& robustness) {
    constexpr std::size_t kShown = 5;
    TextTable table{{"without", "events", "mean", "carries"}, {}};
    for (std::size_t i = 0; i < std::min(kShown, robustness.leftOut.size()); ++i) {
        const LeftOutYear& year = robustness.leftOut[i];
        table.rows.push_back({std::to_string(year.year), std::to_string(year.events), percent(year.mean),
                              percent(year.carried)});
    }
    return table;
}

TextTable splitTable(const EventRobustness& robustness) {
    TextTable table{{"split", "n", "mean", "hit", "any session"}, {}};
    for (const auto* splits : {&robustness.decades, &robustness.yields})
        for (const EventSplit& split : *splits)
            table.rows.push_back({split.label, std::to_string(split.n), percent(split.mean),
                                  shareText(split.hit), percent(split.baselineMean)});
    return table;
}

TextTable lossTable(const EventStudy& study) {
    TextTable table{
        {"loss of", "within", "events", "share", "95 % interval", "any session", "same volatility"}, {}};
    for (const LossOdds& odds : study.losses)
        table.rows.push_back({shareText(odds.loss), std::to_string(odds.window),
                              fmt::format("{} of {}", odds.hit, odds.n), shareText(odds.share),
                              std::isnan(odds.share) ? "–"
                                                     : fmt::format("{} … {}", shareText(odds.interval.low),
                                                                   shareText(odds.interval.high)),
                              shareText(odds.anySession), shareText(odds.sameVolatility)});
    return table;
}

} // namespace

std::string eventConventions(const EventStudy& study) {
    return fmt::format(
        "{} session{} · price return, % · p: circular shifts · intervals overlap-adjusted, 95 % · "
        "no random numbers · data to {}",
        study.pair.days, study.pair.days == 1 ? "" : "s", dayMonthYear(study.asOf));
}

std::vector<NamedTable> eventTables(const EventStudy& study, const EventRobustness& robustness) {
    if (study.rows.empty())
        return {};
    std::vector<NamedTable> tables{
        {"followed", fmt::format("What followed, {}, %", study.pair.small), followedTable(study), {}},
        {"relative",
         fmt::format("Against {}, percentage points", study.pair.large),
         relativeTable(study),
         {}},
        {"events", "Events, % over each horizon; – is not complete yet", eventTable(study), {}},
        {"knobs",
         fmt::format("Does the answer hang on one knob? {}\nMean at {}, %; * in force",
                     robustnessSentence(robustness), robustness.horizon),
         knobTable(robustness),
         {}},
        {"left_out", "Without the events of one year, by what it carries", leftOutTable(robustness), {}},
        {"splits",
         "By decade and by the direction of the 10-year yield over 63 observations",
         splitTable(robustness),
         {}},
        {"losses", "Loss from entry, small caps", lossTable(study), {}}};
    std::erase_if(tables, [](const NamedTable& table) { return table.table.rows.empty(); });
    return tables;
}

std::string claimText(const ClaimJudgement& judgement) {
    std::string text;
    for (const std::string& sentence : judgement.sentences)
        text += sentence + '\n';
    return text;
}

std::string eventsText(const EventStudy& study, const EventRobustness& robustness, bool isDemo) {
    std::string text =
        fmt::format("{} vs {} · as of {}{}\n", study.pair.small, study.pair.large,
                    weekdayDayMonthYear(study.asOf), isDemo ? " · DEMO: an invented market" : "");
    text += studyLine(study) + ".\n" + plainText(eventHeadline(study, robustness.horizon)) + '\n';
    const std::size_t said = study.rows.empty() ? 1 : 0; // without events the first note is the headline
    for (std::size_t i = said; i < study.notes.size(); ++i)
        text += "Note: " + study.notes[i] + '\n';
    text += '\n';
    for (const NamedTable& table : eventTables(study, robustness))
        text += table.title + '\n' + alignedText(table) + '\n';
    return text + eventConventions(study) + '\n';
}

} // namespace rotascope
