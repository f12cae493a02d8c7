#include "ui/models/event_tables.h"

#include "core/analysis/event_headline.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

TableColumn figures(const char* heading, const char* explanation = "") {
    return {text(heading), *explanation ? text(explanation) : QString(), false, std::nullopt};
}

TableCell muted(TableCell cell) {
    cell.ink = ColourRole::MutedText;
    return cell;
}

TableCell strong(TableCell cell) {
    cell.strong = true;
    return cell;
}

TableCell percentCell(double fraction) {
    return figureCell(percentNumber(fraction), fraction);
}

TableCell plainCell(double fraction) {
    return figureCell(qtext(groupedNumber(fraction * 100, 1)), fraction);
}

TableCell numberCell(double value, int decimals) {
    return figureCell(qtext(groupedNumber(value, decimals)), value);
}

TableCell countCell(std::size_t count) {
    return figureCell(qtext(groupedCount(static_cast<long long>(count))), static_cast<double>(count));
}

TableCell shareCell(double share) {
    return figureCell(qtext(shareText(share)), share);
}

TableCell intervalCell(double low, double high) {
    return muted(figureCell(qtext(intervalText(low, high)), low));
}

TableCell shareIntervalCell(const Interval& interval) {
    const QString words = std::isnan(interval.low)
                              ? QStringLiteral("–")
                              : QStringLiteral("%1 … %2").arg(qtext(groupedNumber(interval.low * 100, 0)),
                                                              qtext(groupedNumber(interval.high * 100, 0)));
    return muted(figureCell(words, interval.low));
}

TableCell pCell(double p) {
    return figureCell(qtext(pText(p)), p);
}

TableCell horizonCell(const EventStudy& study, std::size_t horizon) {
    return figureCell(horizonLabel(study, horizon), static_cast<double>(horizon));
}

/// "16", or "16 of 18" where some horizons are not complete yet.
TableCell completeCell(const HorizonOutcomes& at) {
    const std::size_t n = at.small.inference.n;
    TableCell cell = countCell(n);
    if (at.incomplete == 0)
        return cell;
    cell.text = text("%1 of %2").arg(n).arg(n + at.incomplete);
    cell.explanation = text("%1 not complete by the as-of date").arg(at.incomplete);
    return cell;
}

TableCell effectiveCell(const OverlapAdjusted& inference) {
    return muted(numberCell(inference.nEffective, 1));
}

const OutcomeFigures& figuresOf(const HorizonOutcomes& at, Leg leg) {
    return leg == Leg::Small ? at.small : leg == Leg::Large ? at.large : at.relative;
}

std::vector<TableCell> followedRow(const EventStudy& study, const HorizonOutcomes& at) {
    const OutcomeFigures& small = at.small;
    const OutcomeFigures& relative = at.relative;
    const OverlapAdjusted& inference = small.inference;
    return {horizonCell(study, at.horizon),
            completeCell(at),
            effectiveCell(inference),
            strong(percentCell(inference.mean)),
            intervalCell(inference.low, inference.high),
            percentCell(small.median),
            shareCell(small.hit),
            muted(percentCell(small.baselineMean)),
            pCell(small.placebo),
            muted(plainCell(inference.detectable)),
            signedCell(percentNumber(relative.inference.mean), relative.inference.mean),
            shareCell(relative.hit),
            muted(shareCell(relative.baselineHit)),
            pCell(relative.placebo)};
}

std::vector<TableCell> outcomeRow(const EventStudy& study, const HorizonOutcomes& at, Leg leg) {
    const OutcomeFigures& figures = figuresOf(at, leg);
    const OverlapAdjusted& inference = figures.inference;
    std::vector<TableCell> row{horizonCell(study, at.horizon),
                               completeCell(at),
                               effectiveCell(inference),
                               strong(percentCell(inference.mean)),
                               intervalCell(inference.low, inference.high),
                               plainCell(inference.sd),
                               percentCell(figures.median),
                               intervalCell(figures.medianInterval.low, figures.medianInterval.high),
                               percentCell(figures.minimum),
                               percentCell(figures.maximum),
                               shareCell(figures.hit),
                               shareIntervalCell(figures.hitInterval)};
    if (leg == Leg::Small) {
        row.push_back(percentCell(at.mae));
        row.push_back(percentCell(at.mfe));
    }
    for (const TableCell& cell :
         {muted(percentCell(figures.baselineMean)), muted(shareCell(figures.baselineHit)),
          signedCell(percentNumber(figures.excess()), figures.excess()), pCell(figures.placebo),
          numberCell(figures.neweyWestT, 2), muted(plainCell(inference.detectable))})
        row.push_back(cell);
    return row;
}

TableCell outcomeCell(double known, double later, bool revealed) {
    if (!std::isnan(known) || std::isnan(later)) {
        TableCell cell = signedCell(percentNumber(known), known);
        if (std::isnan(known))
            cell.explanation = text("This horizon is not complete yet.");
        return cell;
    }
    if (revealed) {
        TableCell cell = figureCell(percentNumber(later), later);
        cell.ink = ColourRole::Attention;
        cell.explanation = text("Came after the as-of date: nobody knew it then.");
        return cell;
    }
    TableCell cell = figureCell(QStringLiteral("▒▒▒"), std::nan(""));
    cell.ink = ColourRole::Average2;
    cell.explanation = text("Lies after the as-of date. \"Reveal\" shows it.");
    return cell;
}

} // namespace

QString horizonLabel(const EventStudy& study, std::size_t horizon) {
    const auto index = horizonIndex(horizon);
    return study.params.outcomes.calendar && index ? qtext(kHorizonCatalogue[*index].shortName)
                                                   : QString::number(horizon);
}

TableSnapshot followedTableOf(const EventStudy& study) {
    TableSnapshot table;
    table.name = text("What followed");
    table.columns = {figures(study.params.outcomes.calendar ? "After" : "Sessions"),
                     figures("n", "events whose horizon is complete"),
                     figures("effective", "what they count for, since outcomes of neighbours overlap"),
                     figures("mean", "of small caps, %"),
                     figures("95 % interval", "of the mean, overlap-adjusted"),
                     figures("median"),
                     figures("hit", "share of events with a gain"),
                     figures("any session", "mean over every session that could have been entered"),
                     figures("p", "share of shifts of the pattern that stray as far from any session"),
                     figures("visible from",
                             "the smallest excess, in points, that this sample would show with 80 % power"),
                     {text("vs %1").arg(symbolLabel(study.pair.large)),
                      text("small − large, percentage points"), false, std::nullopt},
                     figures("ahead", "share of events after which small caps led"),
                     figures("any", "share of sessions after which they led"),
                     figures("p", "the same test for small − large")};
    for (const HorizonOutcomes& at : study.horizons)
        table.rows.push_back(followedRow(study, at));
    return table;
}

TableSnapshot outcomeTableOf(const EventStudy& study, Leg leg) {
    TableSnapshot table;
    table.name = text("Outcomes");
    table.columns = {figures(study.params.outcomes.calendar ? "After" : "Sessions"),
                     figures("n"),
                     figures("eff", "effective number of events"),
                     figures("mean"),
                     figures("95 % interval", "of the mean, overlap-adjusted"),
                     figures("sd"),
                     figures("median"),
                     figures("95 % interval", "of the median, from order statistics; – below six events"),
                     figures("min"),
                     figures("max"),
                     figures(leg == Leg::Relative ? "ahead" : "hit"),
                     figures("Wilson", "95 % interval of the share, %")};
    if (leg == Leg::Small) {
        table.columns.push_back(figures("MAE", "mean over events of the least close within the horizon"));
        table.columns.push_back(figures("MFE", "mean over events of the greatest close within the horizon"));
    }
    for (const TableColumn& column :
         {figures("any", "mean of any session"), figures("hit", "share of any session"),
          figures("excess", "mean less any session's"), figures("p", "circular shifts"),
          figures("t", "Newey–West t of the event dummy, lag h − 1: a second opinion"),
          figures("visible", "smallest excess seen with 80 % power")})
        table.columns.push_back(column);
    for (const HorizonOutcomes& at : study.horizons)
        table.rows.push_back(outcomeRow(study, at, leg));
    return table;
}

TableSnapshot eventTableOf(const EventStudy& study, std::span<const EventRow> later, bool revealed,
                           std::span<const std::size_t> horizons) {
    TableSnapshot table;
    table.name = text("Events");
    table.columns = {{text("Date"), {}, true, std::nullopt},
                     figures("z"),
                     figures("spread", "small − large over the move, percentage points")};
    for (const std::size_t horizon : horizons)
        table.columns.push_back({horizonLabel(study, horizon), text("small caps, % after the entry"), false,
                                 ColourRole::SmallCap});
    for (std::size_t i = study.rows.size(); i-- > 0;) {
        const EventRow& event = study.rows[i];
        std::vector<TableCell> row{
            {dateText(event.date), QVariant(double(dayNumber(event.date))), std::nullopt, false, {}},
            figureCell(zLabel(event.z), event.z),
            muted(percentCell(event.spread))};
        // What a row is computed from ends at the event for what led to it; outcomes lie after it.
        const DerivationRef until = historiesFrom({}, {study.pair.small, study.pair.large}, event.date);
        for (TableCell& cell : row)
            cell.from = until;
        for (const std::size_t horizon : horizons) {
            const std::size_t h = *horizonIndex(horizon);
            row.push_back(
                outcomeCell(event.small[h], i < later.size() ? later[i].small[h] : event.small[h], revealed));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableSnapshot lossTableOf(const EventStudy& study) {
    TableSnapshot table;
    table.name = text("Loss odds");
    table.columns = {
        figures("Loss of", "of small caps at a close, from entry"),
        figures("within", "sessions after the entry"),
        figures("events", "with that loss, of those complete"),
        figures("share"),
        figures("Wilson 95 %", "interval of the share"),
        figures("any session", "share of every session"),
        figures("same volatility", "share of sessions in the same fifths of 63-session "
                                   "volatility as the events"),
        figures("of it volatility", "how much of the gap to any session the volatility explains")};
    for (const LossOdds& odds : study.losses) {
        const double gap = odds.share - odds.anySession;
        const double explained =
            std::abs(gap) < 0.005 ? std::nan("") : (odds.sameVolatility - odds.anySession) / gap;
        const bool meant = explained >= 0 && explained <= 1;
        table.rows.push_back(
            {figureCell(qtext(shareText(odds.loss)), odds.loss), countCell(odds.window),
             figureCell(text("%1 of %2").arg(odds.hit).arg(odds.n), static_cast<double>(odds.hit)),
             strong(shareCell(odds.share)), shareIntervalCell(odds.interval), shareCell(odds.anySession),
             shareCell(odds.sameVolatility), muted(shareCell(meant ? explained : std::nan("")))});
    }
    return table;
}

TableSnapshot combinationTableOf(const EventRobustness& robustness) {
    TableSnapshot table;
    table.name = text("Combinations");
    table.columns = {{text("σ"), {}, true, std::nullopt},
                     figures("z"),
                     figures("gap"),
                     figures("event days"),
                     figures("events"),
                     figures("n"),
                     figures("effective"),
                     figures("mean"),
                     figures("any session"),
                     figures("p")};
    for (const Combination& c : robustness.combinations) {
        std::vector<TableCell> row{textCell(qtext(infoOf(c.sigma).label)),
                                   figureCell(qtext(shortestNumber(c.threshold)), c.threshold),
                                   figureCell(QString::number(c.gap), c.gap),
                                   countCell(c.eventDays),
                                   countCell(c.events),
                                   countCell(c.n),
                                   muted(numberCell(c.nEffective, 1)),
                                   percentCell(c.mean),
                                   muted(percentCell(c.baseline)),
                                   pCell(c.p)};
        for (TableCell& cell : row)
            cell.strong = c.inForce;
        table.rows.push_back(std::move(row));
    }
    return table;
}

TableSnapshot lastEventTableOf(const EventStudy& study) {
    TableSnapshot table;
    table.name = text("Last event");
    table.columns = {
        {study.params.outcomes.calendar ? text("After") : text("Sessions"), {}, true, std::nullopt},
        figures("followed", "after the last event, %"),
        figures("mean", "after all complete events, %"),
        figures("any session"),
        figures("n", "complete events")};
    for (const std::size_t horizon : {std::size_t{63}, std::size_t{126}, std::size_t{252}}) {
        const HorizonOutcomes& at = study.at(horizon);
        const std::size_t h = *horizonIndex(horizon);
        const double followed = study.rows.empty() ? std::nan("") : study.rows.back().small[h];
        table.rows.push_back({textCell(horizonLabel(study, horizon)),
                              signedCell(percentNumber(followed), followed),
                              percentCell(at.small.inference.mean), muted(percentCell(at.small.baselineMean)),
                              countCell(at.small.inference.n)});
    }
    return table;
}

} // namespace rotascope
