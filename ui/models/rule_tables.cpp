#include "ui/models/rule_tables.h"

#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/report/rules_text.h"
#include "ui/convert/convert.h"
#include "ui/models/table_cells.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rotascope {

namespace {

QString text(const char* source) {
    return tableText(source);
}

TableCell percent(double fraction) {
    return percentCell(fraction, 1);
}

TableCell nameCell(const RuleReading& reading) {
    TableCell cell = textCell(qtext(reading.rule.name));
    QStringList lines{qtext(reading.rule.expression), qtext(ruleStateText(reading))};
    if (!reading.rule.source.empty())
        lines << QStringLiteral("“%1”").arg(qtext(reading.rule.source));
    cell.explanation = lines.join(QLatin1Char('\n'));
    return cell;
}

/// Everything that the rule looks at, up to the session it is read on.
DerivationRef ruleFrom(const RuleReading& reading) {
    if (reading.error || !reading.ground || reading.ground->pair.dates.empty())
        return nullptr;
    return historiesFrom(reading.rule.expression, reading.symbols, reading.ground->pair.dates.back());
}

TableCell stateCell(const RuleReading& reading) {
    const RuleState state = reading.state();
    TableCell cell =
        textCell((state == RuleState::Firing ? QStringLiteral("● ") : QString()) + qtext(nameOf(state)));
    cell.ink = state == RuleState::Firing ? ColourRole::Attention : ColourRole::MutedText;
    cell.strong = state == RuleState::Firing;
    cell.explanation = qtext(ruleStateText(reading));
    return cell;
}

TableCell valueCell(const RuleReading& reading) {
    return reading.columns.measure ? figureCell(qtext(reading.text(reading.value())), reading.value())
                                   : figureCell({}, std::nan(""));
}

TableCell toGoCell(const RuleReading& reading) {
    TableCell cell = figureCell(qtext(ruleToGoText(reading)), std::abs(reading.distance()));
    cell.ink = ColourRole::MutedText;
    return cell;
}

std::vector<TableCell> episodeCells(const RuleReading& reading, const LedgerRow& row, bool hasPair) {
    std::vector<TableCell> cells{dateCell(row.first),
                                 textCell(row.last ? dateText(*row.last) : text("still")),
                                 countCell(row.episode.sessions()),
                                 figureCell(qtext(reading.text(row.episode.extreme)), row.episode.extreme)};
    for (std::size_t h = 0; h < kLedgerHorizons.size(); ++h) {
        cells.push_back(percent(row.absolute[h]));
        if (!hasPair)
            continue;
        TableCell relative = percent(row.relative[h]);
        relative.ink = ColourRole::MutedText;
        cells.push_back(relative);
    }
    cells.push_back(percent(row.worst.back()));
    if (row.isRecord)
        cells[0].strong = true;
    cells[0].explanation = row.isRecord ? text("after the rule was written: record")
                                        : text("before the rule was written: hindsight");
    return cells;
}

TableCell shareCell(double share) {
    return figureCell(std::isnan(share) ? QStringLiteral("–") : qtext(groupedNumber(share * 100, 0)), share);
}

QString metText(const ThesisItemReading& row) {
    if (row.met == Met::Yes)
        return text("✓ met");
    if (row.isExpired)
        return text("✗ expired");
    return row.met == Met::No ? text("not met") : text("? unknown");
}

} // namespace

std::vector<std::size_t> ruleOrder(const PlaybookReading& reading) {
    std::vector<std::size_t> order(reading.rules.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&reading](std::size_t i) {
        const RuleReading& rule = reading.rules[i];
        if (rule.state() == RuleState::Firing)
            return 0.0;
        const double threshold = std::abs(rule.threshold());
        const double distance = std::abs(rule.distance());
        if (rule.state() == RuleState::Unknown || std::isnan(distance))
            return 1e12;
        return 1 + distance / std::max(threshold, 1e-9);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&rank](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

TableSnapshot ruleTableOf(const PlaybookReading& reading) {
    TableSnapshot table{text("Rules"),
                        {textColumn(text("rule")), textColumn(text("state")), figureColumn(text("now")),
                         figureColumn(text("to go"), text("What the value still has to go")),
                         figureColumn(text("n"), text("Episodes since the history began"))},
                        {}};
    for (const RuleReading& rule : reading.rules) {
        table.rows.push_back({nameCell(rule), stateCell(rule), valueCell(rule), toGoCell(rule),
                              countCell(rule.history.episodes.size())});
        table.rowFrom.push_back(ruleFrom(rule));
    }
    return table;
}

TableSnapshot shortRuleTableOf(const PlaybookReading& reading, std::size_t most) {
    TableSnapshot table{text("Rules"),
                        {textColumn(text("rule"), text("● fires. Rows open the rule's ledger")),
                         figureColumn(text("now")), figureColumn(text("to go"))},
                        {}};
    const std::vector<std::size_t> order = ruleOrder(reading);
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        const RuleReading& rule = reading.rules[order[i]];
        TableCell name = nameCell(rule);
        if (rule.state() == RuleState::Firing) {
            name.text.prepend(QStringLiteral("● "));
            name.ink = ColourRole::Attention;
            name.strong = true;
        }
        table.rows.push_back({name, valueCell(rule), toGoCell(rule)});
        table.rowFrom.push_back(ruleFrom(rule));
    }
    return table;
}

TableSnapshot ledgerTableOf(const RuleReading& reading, const RuleLedger& ledger) {
    TableSnapshot table{text("Ledger"),
                        {figureColumn(text("from"), text("Bold: after the rule was written")),
                         textColumn(text("to")), figureColumn(text("sessions")),
                         figureColumn(text("extreme"))},
                        {}};
    for (const std::size_t horizon : kLedgerHorizons) {
        table.columns.push_back(figureColumn(
            QString::number(horizon), text("%, %1 sessions after the episode's first close").arg(horizon)));
        if (ledger.hasPair)
            table.columns.push_back(figureColumn(text("pp"), text("Against the large leg")));
    }
    table.columns.push_back(figureColumn(text("worst 30"), text("Least close within 30 sessions, %")));
    for (auto row = ledger.rows.rbegin(); row != ledger.rows.rend(); ++row)
        table.rows.push_back(episodeCells(reading, *row, ledger.hasPair));
    return table;
}

TableSnapshot followedTableOf(const RuleLedger& ledger) {
    TableSnapshot table{
        text("What followed"),
        {figureColumn(text("sessions")), figureColumn(text("n"), text("complete episodes")),
         figureColumn(text("n eff."), text("after overlap")),
         figureColumn(ledger.hasPair ? text("mean pp") : text("mean %")),
         figureColumn(text("any"), text("any session with a value")), figureColumn(text("ahead %")),
         figureColumn(text("any %")),
         figureColumn(text("p"), text("share of shifts of the pattern that lie as far from any session"))},
        {}};
    for (const HorizonOutcomes& at : ledger.all.horizons) {
        const OutcomeFigures& figures = ledger.hasPair ? at.relative : at.small;
        table.rows.push_back(
            {figureCell(QString::number(at.horizon), static_cast<double>(at.horizon)),
             countCell(figures.inference.n),
             figureCell(qtext(groupedNumber(figures.inference.nEffective, 1)), figures.inference.nEffective),
             signedCell(percentNumber(figures.inference.mean, 2), figures.inference.mean),
             figureCell(percentNumber(figures.baselineMean, 2), figures.baselineMean), shareCell(figures.hit),
             shareCell(figures.baselineHit),
             figureCell(qtext(groupedNumber(figures.placebo, 2)), figures.placebo)});
    }
    return table;
}

TableSnapshot flagTableOf(const std::vector<Flag>& flags) {
    TableSnapshot table{
        text("Flags"), {textColumn(text("flag")), figureColumn(text("from")), textColumn(text("is"))}, {}};
    for (const Flag& flag : flags)
        for (const Flag::Entry& entry : flag.entries)
            table.rows.push_back({textCell(qtext(flag.name)), dateCell(entry.date),
                                  textCell(entry.value ? text("yes") : text("no"))});
    return table;
}

TableSnapshot thesisTableOf(const ThesisReading& reading) {
    TableSnapshot table{text("Checklist"),
                        {textColumn(text("item")), textColumn(text("kind")), textColumn(text("state")),
                         figureColumn(text("first met")), figureColumn(text("until")),
                         textColumn(text("reason"))},
                        {}};
    for (const ThesisItemReading& row : reading.items) {
        TableCell name = textCell(qtext(row.item.name));
        name.explanation =
            qtext(row.item.condition) +
            (row.item.evidence.empty() ? QString() : QStringLiteral("\n") + qtext(row.item.evidence));
        TableCell state = textCell(metText(row));
        const bool isBad = row.item.kind == ThesisItemKind::Invalidation;
        if (row.met == Met::Yes)
            state.ink = isBad ? ColourRole::Negative : ColourRole::Positive;
        else
            state.ink = row.isExpired ? ColourRole::Attention : ColourRole::MutedText;
        table.rows.push_back({name, textCell(qtext(nameOf(row.item.kind))), state,
                              textCell(row.firstMet ? dateText(*row.firstMet) : QString()),
                              textCell(row.item.expiry ? dateText(*row.item.expiry) : QString()),
                              textCell(qtext(row.reason))});
    }
    return table;
}

} // namespace rotascope
