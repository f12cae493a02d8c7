#include "ui/models/event_strip.h"

#include "core/analysis/event_headline.h"
#include "core/base/text.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kYearsShown = 6;

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

bool same(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

const Combination* inForceOf(const EventRobustness& robustness) {
    const auto found = std::find_if(robustness.combinations.begin(), robustness.combinations.end(),
                                    [](const Combination& c) { return c.inForce; });
    return found == robustness.combinations.end() ? nullptr : &*found;
}

/// The combinations that differ from the one in force in at most the knob of each row: gap, threshold, σ.
std::vector<std::vector<const Combination*>> turnedKnobs(const EventRobustness& robustness) {
    std::vector<std::vector<const Combination*>> rows(3);
    const Combination* now = inForceOf(robustness);
    if (!now)
        return rows;
    for (const Combination& c : robustness.combinations) {
        const bool sigma = c.sigma == now->sigma;
        const bool threshold = same(c.threshold, now->threshold);
        const bool gap = c.gap == now->gap;
        if (sigma && threshold)
            rows[0].push_back(&c);
        if (sigma && gap)
            rows[1].push_back(&c);
        if (threshold && gap)
            rows[2].push_back(&c);
    }
    return rows;
}

KnobCell cellOf(const Combination& c, const QString& caption) {
    KnobCell cell;
    cell.caption = caption;
    cell.figure = percentNumber(c.mean);
    cell.note =
        text("n %1 · eff %2 · p %3").arg(c.n).arg(qtext(groupedNumber(c.nEffective, 1)), qtext(pText(c.p)));
    cell.explanation =
        text("%1 event days, %2 events, %3 complete; any session %4. A click takes this knob over.")
            .arg(c.eventDays)
            .arg(c.events)
            .arg(c.n)
            .arg(percentLabel(c.baseline));
    cell.inForce = c.inForce;
    cell.isChoice = true;
    return cell;
}

KnobCell splitCell(const EventSplit& split) {
    KnobCell cell;
    cell.caption = qtext(split.label);
    cell.figure = percentNumber(split.mean);
    cell.note = text("n %1 · any %2").arg(split.n).arg(percentNumber(split.baselineMean));
    cell.explanation = text("%1 events, a gain in %2; any session of the same kind %3 (n %4)")
                           .arg(split.n)
                           .arg(qtext(shareText(split.hit)), percentLabel(split.baselineMean))
                           .arg(split.baselineN);
    return cell;
}

KnobRow leftOutRow(const EventRobustness& robustness) {
    KnobRow row{text("Without a year"), text("what it carries first"), {}};
    for (std::size_t i = 0; i < std::min(kYearsShown, robustness.leftOut.size()); ++i) {
        const LeftOutYear& year = robustness.leftOut[i];
        KnobCell cell;
        cell.caption = QString::number(year.year);
        cell.figure = percentNumber(year.mean);
        cell.note = text("%1 out · carries %2").arg(year.events).arg(percentNumber(year.carried));
        cell.explanation = text("Without the %1 events of %2 the mean is %3: they carry %4 points of it.")
                               .arg(year.events)
                               .arg(year.year)
                               .arg(percentLabel(year.mean), percentNumber(year.carried));
        row.cells.push_back(cell);
    }
    return row;
}

KnobRow splitRow(const QString& label, const QString& note, const std::vector<EventSplit>& splits) {
    KnobRow row{label, note, {}};
    std::transform(splits.begin(), splits.end(), std::back_inserter(row.cells), splitCell);
    return row;
}

KnobCell wordsCell(const QString& words) {
    KnobCell cell;
    cell.caption = words;
    return cell;
}

} // namespace

std::vector<KnobRow> knobRows(const EventRobustness& robustness) {
    const auto turned = turnedKnobs(robustness);
    std::vector<KnobRow> rows{{text("Gap"), text("sessions apart"), {}},
                              {text("Threshold"), text("σ from which"), {}},
                              {text("Estimate of σ"), text("six of them"), {}}};
    for (const Combination* c : turned[0])
        rows[0].cells.push_back(cellOf(*c, QString::number(c->gap)));
    // Of a list of dates only the gap was turned.
    const auto isTurned = [](const auto& cells) { return cells.size() > 1; };
    if (!isTurned(turned[1]) && !isTurned(turned[2])) {
        rows[1].cells.push_back(wordsCell(text("Listed dates need no threshold.")));
        rows[2].cells.push_back(wordsCell(text("Listed dates need no σ.")));
        return rows;
    }
    for (const Combination* c : turned[1])
        rows[1].cells.push_back(cellOf(*c, qtext(shortestNumber(c->threshold))));
    for (const Combination* c : turned[2])
        rows[2].cells.push_back(cellOf(*c, qtext(infoOf(c->sigma).label)));
    return rows;
}

KnobTurn turnAt(const EventRobustness& robustness, int row, int cell) {
    const auto turned = turnedKnobs(robustness);
    const auto& cells = turned.at(static_cast<std::size_t>(row));
    const Combination& c = *cells.at(static_cast<std::size_t>(cell));
    KnobTurn turn;
    if (row == 0)
        turn.gap = c.gap;
    else if (row == 1)
        turn.threshold = c.threshold;
    else
        turn.sigma = c.sigma;
    return turn;
}

std::vector<KnobRow> regimeRows(const EventRobustness& robustness) {
    std::vector<KnobRow> rows{leftOutRow(robustness),
                              splitRow(text("Decade"), text("of the event"), robustness.decades),
                              splitRow(text("10-year yield"), text("over 63 sessions"), robustness.yields)};
    if (rows[0].cells.empty())
        rows[0].cells.push_back(wordsCell(text("Fewer than five complete events.")));
    if (rows[2].cells.empty())
        rows[2].cells.push_back(
            wordsCell(text("No 10-year yield in this desk. Import DGS10 to split events by its direction.")));
    return rows;
}

} // namespace rotascope
