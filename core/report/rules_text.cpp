#include "core/report/rules_text.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kEpisodesShown = 12;

std::string heading(std::string_view what, Date asOf, bool isDemo) {
    return fmt::format("{} · as of {}{}\n", what, weekdayDayMonthYear(asOf),
                       isDemo ? " · DEMO: an invented market" : "");
}

std::string wholePercent(double share) {
    return std::isnan(share) ? "–" : groupedNumber(share * 100, 0) + " %";
}

std::string pText(double p) {
    return std::isnan(p) ? "no p" : "p " + groupedNumber(p, 2);
}

/// "−0.37 pp, 42 % ahead (any 50 %), p 0.01"
std::string figuresText(const OutcomeFigures& figures, bool isRelative) {
    if (std::isnan(figures.hit))
        return "too few for figures";
    return fmt::format("{} {}, {} {} (any {}), {}", signedNumber(figures.inference.mean * 100, 2),
                       isRelative ? "pp" : "%", wholePercent(figures.hit), isRelative ? "ahead" : "up",
                       wholePercent(figures.baselineHit), pText(figures.placebo));
}

TextTable episodeTable(const RuleReading& reading, const RuleLedger& ledger) {
    const std::string against = "vs " + reading.ground->large;
    TextTable table{{"from", "to", "sessions", "extreme"}, {}};
    for (const std::size_t horizon : kLedgerHorizons) {
        table.headings.push_back(std::to_string(horizon));
        if (ledger.hasPair)
            table.headings.push_back(against);
    }
    table.headings.emplace_back("worst 30");
    const std::size_t shown = std::min(kEpisodesShown, ledger.rows.size());
    for (std::size_t i = ledger.rows.size(); i-- > ledger.rows.size() - shown;) {
        const LedgerRow& row = ledger.rows[i];
        const bool isUneven = reading.quantity() == Quantity::PercentChange;
        const std::string days =
            isUneven
                ? fmt::format(" in {} d",
                              groupedNumber(reading.columns.measure->daysSpanned(row.episode.extremeAt), 0))
                : "";
        std::vector<std::string> cells{dayMonthYear(row.first), row.last ? dayMonthYear(*row.last) : "still",
                                       std::to_string(row.episode.sessions()),
                                       reading.text(row.episode.extreme) + days};
        for (std::size_t h = 0; h < kLedgerHorizons.size(); ++h) {
            cells.push_back(percentText(row.absolute[h]));
            if (ledger.hasPair)
                cells.push_back(pointsText(row.relative[h]));
        }
        cells.push_back(percentText(row.worst.back()));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

TextTable outcomeTable(const LedgerFigures& figures, bool hasPair) {
    TextTable table{{"after", "n", "effective", "mean", "95 %", "up", "any", "p"}, {}};
    if (hasPair)
        for (const char* title : {"relative", "95 %", "ahead", "any", "p"})
            table.headings.emplace_back(title);
    const auto add = [](std::vector<std::string>& cells, const OutcomeFigures& f) {
        for (std::string text : {percentText(f.inference.mean),
                                 percentText(f.inference.low) + " … " + percentText(f.inference.high),
                                 wholePercent(f.hit), wholePercent(f.baselineHit),
                                 std::isnan(f.placebo) ? std::string("–") : groupedNumber(f.placebo, 2)})
            cells.push_back(std::move(text));
    };
    for (const HorizonOutcomes& at : figures.horizons) {
        std::vector<std::string> cells{std::to_string(at.horizon), std::to_string(at.small.inference.n),
                                       groupedNumber(at.relative.inference.nEffective, 1)};
        add(cells, at.small);
        if (hasPair)
            add(cells, at.relative);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

std::string ruleToGoText(const RuleReading& reading) {
    const double distance = reading.distance();
    if (std::isnan(distance) || reading.state() == RuleState::Firing)
        return "";
    return reading.text(std::abs(distance));
}

std::string ruleBirthText(const RuleReading& reading, const RuleLedger& ledger) {
    if (!reading.rule.born)
        return "The rule has no birth date: all episodes are hindsight.";
    return fmt::format("Written on {}: {} episodes before it (hindsight), {} since (record).",
                       dayMonthYear(*reading.rule.born), ledger.hindsight.episodes, ledger.record.episodes);
}

std::string ruleStateText(const RuleReading& reading) {
    std::string text = std::string(nameOf(reading.state()));
    if (const auto since = reading.since())
        text += " since " + dayMonthYear(*since);
    if (reading.columns.measure)
        text = fmt::format("Now {}, {}", reading.text(reading.value()), text);
    const std::string why = reading.whyUnknown();
    return text + (why.empty() ? "" : " · " + why);
}

NamedTable playbookTable(const PlaybookReading& reading) {
    TextTable table{{"rule", "state", "value", "to go", "episodes", "since"}, {}};
    for (const RuleReading& row : reading.rules) {
        const auto since = row.since();
        table.rows.push_back({row.rule.name, std::string(nameOf(row.state())),
                              row.columns.measure ? row.text(row.value()) : "", ruleToGoText(row),
                              groupedCount(static_cast<long long>(row.history.episodes.size())),
                              since && row.state() != RuleState::Unknown ? dayMonthYear(*since) : ""});
    }
    return {"playbook", "Every rule", std::move(table), {1, 5}};
}

std::string firingText(const PlaybookReading& reading) {
    const auto firing = std::ranges::count(reading.rules, RuleState::Firing, &RuleReading::state);
    return fmt::format("{} firing of {}", firing, reading.rules.size());
}

std::string playbookText(const PlaybookReading& reading, bool isDemo) {
    std::string notes;
    for (const RuleReading& row : reading.rules)
        if (const std::string why = row.whyUnknown(); !why.empty())
            notes += fmt::format("  {}: {}\n", row.rule.name, why);
    std::string text = heading("Playbook", reading.asOf, isDemo);
    text += firingText(reading) + "\n\n" + alignedText(playbookTable(reading));
    return text + (notes.empty() ? "" : "\nUnknown\n" + notes);
}

std::string ledgerSummary(const RuleReading& reading, const RuleLedger& ledger) {
    if (ledger.all.horizons.empty())
        return {};
    const HorizonOutcomes& first = ledger.all.horizons.front();
    const HorizonOutcomes& last = ledger.all.horizons.back();
    const auto of = [&](const HorizonOutcomes& at) {
        return fmt::format("{}: {}", at.horizon,
                           figuresText(ledger.hasPair ? at.relative : at.small, ledger.hasPair));
    };
    return fmt::format("{} complete{} · {} · {}", first.small.inference.n,
                       ledger.hasPair ? ", against " + reading.ground->large : "", of(first), of(last));
}

std::string ledgerText(const RuleReading& reading, const RuleLedger& ledger, bool isDemo) {
    if (!reading.ground)
        return fmt::format("{}\n{}\n{}\n", reading.rule.name, reading.rule.expression, reading.whyUnknown());
    std::string text = heading(reading.rule.name, reading.ground->pair.dates.back(), isDemo);
    text += fmt::format("{}\n{}\n", reading.rule.expression, ruleStateText(reading));
    if (!reading.rule.source.empty())
        text += fmt::format("{}\n", reading.rule.source);
    text += fmt::format("\n{} episodes", ledger.rows.size());
    text += ledger.rows.size() > kEpisodesShown ? fmt::format(", the last {}\n", kEpisodesShown) : "\n";
    if (!ledger.rows.empty())
        text += alignedText(episodeTable(reading, ledger), {1});
    text += fmt::format("\nWhat followed, from {}, against any of {} sessions\n",
                        ledger.entry == EntryRule::EventClose ? "the close of an episode's first session"
                                                              : "the close after an episode's first session",
                        groupedCount(static_cast<long long>(ledger.eligible)));
    text += alignedText(outcomeTable(ledger.all, ledger.hasPair));
    if (ledger.record.episodes > 0)
        text += "\nRecord alone\n" + alignedText(outcomeTable(ledger.record, ledger.hasPair));
    return text + "\n" + ledgerSummary(reading, ledger) + "\n" + ruleBirthText(reading, ledger) + "\n";
}

std::string thesisText(const ThesisReading& reading, bool isDemo) {
    TextTable table{{"item", "kind", "state", "first met", "until", "reason"}, {}};
    for (const ThesisItemReading& row : reading.items) {
        const std::string state = row.met == Met::Yes  ? "met"
                                  : row.isExpired      ? "expired"
                                  : row.met == Met::No ? "not met"
                                                       : "unknown";
        table.rows.push_back({row.item.name, std::string(nameOf(row.item.kind)), state,
                              row.firstMet ? dayMonthYear(*row.firstMet) : "",
                              row.item.expiry ? dayMonthYear(*row.item.expiry) : "", row.reason});
    }
    return heading(reading.thesis.name, reading.asOf, isDemo) + reading.sentence() + "\n\n" +
           alignedText(table, {1, 2, 3, 4, 5}) + "\n";
}

} // namespace rotascope
