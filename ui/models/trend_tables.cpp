#include "ui/models/trend_tables.h"

#include "core/analysis/trend/trend_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/indicators/indicator_catalogue.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

QString count(std::size_t number) {
    return qtext(groupedCount(static_cast<long long>(number)));
}

TableCell nothing(const QString& why) {
    TableCell cell = figureCell(QStringLiteral("–"), std::nan(""));
    cell.ink = ColourRole::MutedText;
    cell.explanation = why;
    return cell;
}

/// "▲ 3.0": the side by its shape and colour, the distance beside it.
TableCell sideCell(const AverageReading& reading, std::size_t average) {
    if (!reading.side.above)
        return nothing(qtext(reading.warmUp));
    const bool above = *reading.side.above;
    const QString name = qtext(toUpper(kTrendAverages[average].id));
    TableCell cell = figureCell((above ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) +
                                    qtext(groupedNumber(std::abs(reading.distance) * 100, 1)),
                                reading.distance);
    cell.ink = above ? ColourRole::Positive : ColourRole::Negative;
    QStringList lines{text("%1 %2 the average at %3")
                          .arg(percentLabel(reading.distance), above ? text("above") : text("below"),
                               qtext(groupedNumber(reading.value, 2))),
                      text("%1 %2 over five sessions").arg(name, percentLabel(reading.slope))};
    lines << (reading.side.lastCross
                  ? text("%1 sessions in this state, since %2")
                        .arg(count(reading.side.sessions), dateText(*reading.side.lastCross))
                  : text("%1 sessions in this state, since the average began")
                        .arg(count(reading.side.sessions)));
    cell.explanation = lines.join(QLatin1Char('\n'));
    return cell;
}

TableCell sessionsCell(const AverageReading& reading) {
    if (!reading.side.above)
        return nothing(qtext(reading.warmUp));
    TableCell cell = figureCell(count(reading.side.sessions), static_cast<double>(reading.side.sessions));
    cell.ink = ColourRole::MutedText;
    return cell;
}

TableCell crossCell(const AverageCross& cross) {
    if (!cross.side.above)
        return nothing(qtext(cross.warmUp));
    const bool golden = *cross.side.above;
    const QString name = golden ? text("golden") : text("death");
    TableCell cell{cross.side.lastCross
                       ? name + QLatin1Char(' ') + qtext(dayMonthShortYear(*cross.side.lastCross))
                       : name,
                   cross.side.lastCross ? QVariant(double(dayNumber(*cross.side.lastCross))) : QVariant(),
                   golden ? ColourRole::Positive : ColourRole::Negative, false,
                   text("SMA50 %1 SMA200 for %2 sessions")
                       .arg(golden ? text("above") : text("below"), count(cross.side.sessions))};
    if (cross.side.sessions > kRecentCross)
        cell.ink = ColourRole::MutedText;
    return cell;
}

/// "▲ 6 Aug": the shape in place of the word, without the year where it is plain.
TableCell shortCrossCell(const TrendRow& row) {
    TableCell cell = crossCell(row.cross);
    const auto& date = row.cross.side.lastCross;
    if (!date)
        return cell;
    const bool isPlain = row.asOf() - *date < std::chrono::days{300};
    cell.text = (*row.cross.side.above ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) +
                qtext(isPlain ? dayMonth(*date) : dayMonthShortYear(*date));
    return cell;
}

TableCell rsiCell(double rsi) {
    return figureCell(qtext(groupedNumber(rsi, 0)), rsi);
}

TableCell breakoutCell(const TrendRow& row) {
    if (const auto window = longestBreakout(row.breakouts)) {
        TableCell cell = figureCell(text("▲ %1").arg(*window), static_cast<double>(*window));
        cell.ink = ColourRole::Positive;
        cell.explanation = text("Above every close of the %1 sessions before").arg(*window);
        return cell;
    }
    std::size_t below = 0;
    for (const Breakout& breakout : row.breakouts)
        if (breakout.below == true)
            below = breakout.window;
    if (below == 0)
        return figureCell({}, 0);
    TableCell cell = figureCell(text("▼ %1").arg(below), -static_cast<double>(below));
    cell.ink = ColourRole::Negative;
    cell.explanation = text("Below every close of the %1 sessions before").arg(below);
    return cell;
}

TableCell moveCell(double fraction) {
    return signedCell(percentNumber(fraction), fraction);
}

/// Against the price since the quarter began.
TableCell volumeCell(const TrendRow& row) {
    const VolumeSince& volume = row.volume;
    if (std::isnan(volume.obv))
        return nothing(qtext(volume.note));
    const bool against = volume.obvDiverges() || volume.accumulationDiverges();
    TableCell cell = textCell(against ? text("against ⚑") : text("with"));
    cell.ink = against ? ColourRole::Attention : ColourRole::MutedText;
    cell.explanation =
        text("Since %1: price %2, OBV %3 m, A/D %4 m shares")
            .arg(dateText(*volume.anchor), percentLabel(volume.price),
                 qtext(signedNumber(volume.obv / 1e6, 0)), qtext(signedNumber(volume.accumulation / 1e6, 0)));
    return cell;
}

TableCell nameCell(const TrendRow& row) {
    TableCell cell = textCell(symbolLabel(row.symbol()));
    QStringList lines{qtext(row.instrument.name),
                      text("%1 sessions, %2 to %3")
                          .arg(count(row.sessions), dateText(row.range.first), dateText(row.range.last))};
    for (const std::string& note : row.notes())
        lines << qtext(note);
    cell.explanation = lines.join(QLatin1Char('\n'));
    return cell;
}

/// In a narrow card a long symbol keeps its ends alone; the tooltip has all of it.
TableCell shortNameCell(const TrendRow& row) {
    constexpr int kLongest = 8;
    TableCell cell = nameCell(row);
    const QString symbol = qtext(row.symbol());
    if (symbol.size() > kLongest) {
        cell.explanation.prepend(symbol + QLatin1Char('\n'));
        cell.text = symbol.left(5) + QStringLiteral("…") + symbol.right(2);
    }
    return cell;
}

QString averageExplanation(std::size_t average) {
    const TrendAverageInfo& info = kTrendAverages[average];
    const IndicatorInfo& indicator = *indicatorNamed(info.indicator);
    return text("Close against the %1 of %2 sessions, distance in %. %3; begins with %4.")
        .arg(qtext(indicator.name))
        .arg(info.window)
        .arg(qtext(indicator.formula), qtext(indicator.seed));
}

std::vector<TableColumn> averageColumnsOf() {
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        columns.push_back({qtext(toUpper(kTrendAverages[i].id)), averageExplanation(i), false, {}});
    return columns;
}

std::vector<TableColumn> matrixColumns() {
    std::vector<TableColumn> columns{{QString(), text("Rows open the instrument"), true, {}},
                                     figureColumn(text("close"), text("The last one by the as-of date"))};
    for (TableColumn& column : averageColumnsOf())
        columns.push_back(std::move(column));
    for (TableColumn& column : std::vector<TableColumn>{
             figureColumn(text("sessions"), text("In this state against SMA200")),
             figureColumn(text("50 × 200"),
                          text("SMA50 above SMA200 (golden) or below (death), and since when")),
             figureColumn(text("RSI14"), text("Wilder's; above 70 and below 30 are the usual marks")),
             figureColumn(text("breakout"),
                          text("Close above (▲) or below (▼) all closes of so many sessions before")),
             figureColumn(text("5 %"), text("Return over 5 sessions")),
             figureColumn(text("126 %"),
                          text("Return over 126 sessions; ⇄ where its sign differs from that of 5")),
             figureColumn(text("YTD %"), text("Since the last close of the year before")),
             TableColumn{text("volume"),
                         text("Whether OBV and A/D went with the price since the quarter began"),
                         true,
                         {}},
             TableColumn{
                 text("basis"), text("Prices that were paid, or closes adjusted for dividends"), true, {}}})
        columns.push_back(std::move(column));
    return columns;
}

TableCell longMoveCell(const TrendRow& row) {
    TableCell cell = moveCell(row.moves[kLongMove]);
    if (!row.signsDiffer())
        return cell;
    cell.text = QStringLiteral("⇄ ") + cell.text;
    cell.explanation = qtext(signsInWords(row));
    return cell;
}

/// The earliest day that so many sessions may reach back to, holidays included.
Date reachOf(const TrendRow& row, std::size_t sessions) {
    return row.asOf() - std::chrono::days{static_cast<int>(sessions * 3 / 2) + 3};
}

/// A return since `from` over a day that cannot be: its figure stands, marked.
TableCell oddOr(const TrendRow& row, Date from, TableCell cell) {
    if (!row.oddMove || row.oddMove->date < from)
        return cell;
    cell.text.prepend(QStringLiteral("⚑ "));
    cell.ink = ColourRole::Attention;
    cell.explanation = qtext(oddMoveText(*row.oddMove));
    return cell;
}

TableCell basisCell(const TrendRow& row) {
    TableCell cell = textCell(qtext(nameOf(row.basis)));
    cell.ink = isAdjusted(row.basis) ? ColourRole::Attention : ColourRole::MutedText;
    if (row.basis == PriceBasis::AdjustedUnnamed)
        cell.explanation = text("The file calls them closes, but they were never quoted: no whole cents.");
    return cell;
}

TableCell closeCell(const TrendRow& row) {
    return derived(figureCell(qtext(groupedNumber(row.close, 2)), row.close),
                   valueFrom(row.symbol(), row.asOf(), fieldOf(row.basis)));
}

TableCell derivedSideCell(const TrendRow& row, std::size_t average) {
    return derived(sideCell(row.averages[average], average), averageFrom(row, average));
}

std::vector<TableCell> matrixCells(const TrendRow& row) {
    std::vector<TableCell> cells{nameCell(row), closeCell(row)};
    for (std::size_t i = 0; i < row.averages.size(); ++i)
        cells.push_back(derivedSideCell(row, i));
    for (TableCell& cell : std::vector<TableCell>{
             sessionsCell(row.averages.back()), crossCell(row.cross), rsiCell(row.rsi), breakoutCell(row),
             derived(oddOr(row, reachOf(row, kTrendMoves[kShortMove]), moveCell(row.moves[kShortMove])),
                     moveFrom(row, row.moveBases[kShortMove])),
             derived(oddOr(row, reachOf(row, kTrendMoves[kLongMove]), longMoveCell(row)),
                     moveFrom(row, row.moveBases[kLongMove])),
             derived(oddOr(row, *makeDate(yearOf(row.asOf()), 1, 1), moveCell(row.yearToDate)),
                     moveFrom(row, row.yearBase)),
             volumeCell(row), basisCell(row)})
        cells.push_back(std::move(cell));
    return cells;
}

std::vector<TableCell> shareCells(const QString& name, const BreadthShare& share) {
    TableCell bar = figureCell({}, share.share());
    bar.bar = std::isnan(share.share()) ? 0 : share.share();
    return {textCell(name), bar,
            figureCell(text("%1 of %2").arg(count(share.count), count(share.of)), share.share())};
}

std::vector<TableCell> factCells(const QString& name, const QString& value, const QString& explanation = {}) {
    TableCell cell = figureCell(value, std::nan(""));
    cell.explanation = explanation;
    return {textCell(name), cell};
}

QString fallText(const TrendHistory& history, const std::optional<Drawdown>& fall) {
    if (!fall)
        return QStringLiteral("–");
    return text("%1, %2 to %3")
        .arg(percentLabel(fall->depth), dateText(history.dates[fall->peak]),
             fall->recovery ? dateText(history.dates[*fall->recovery]) : text("now"));
}

QString roundText(const Milestones& milestones) {
    if (!milestones.round)
        return QStringLiteral("–");
    const double level = milestones.round->level;
    return text("%1 on %2")
        .arg(qtext(groupedNumber(level, level < 1 ? 2 : 0)), dateText(milestones.round->date));
}

void addMilestones(TableSnapshot& table, const Milestones& milestones) {
    if (!milestones.refused.empty()) {
        table.rows.push_back(factCells(text("Highest close"), text("refused"), qtext(milestones.refused)));
        table.rows.push_back(factCells(text("Round level"), text("refused"), qtext(milestones.refused)));
        return;
    }
    table.rows.push_back(factCells(
        text("Highest close"),
        text("%1 on %2").arg(qtext(groupedNumber(milestones.highest, 2)), dateText(milestones.highestOn)),
        text("%1 from it").arg(percentLabel(milestones.distance))));
    table.rows.push_back(factCells(text("First close above"), roundText(milestones),
                                   text("The greatest round level ever closed above")));
}

} // namespace

std::vector<std::size_t> rowsOf(const TrendStates& states, std::span<const Symbol> symbols) {
    std::vector<std::size_t> out;
    for (const Symbol& symbol : symbols)
        if (const TrendRow* row = states.row(symbol))
            out.push_back(static_cast<std::size_t>(row - states.rows.data()));
    return out;
}

TableSnapshot trendMatrixOf(const TrendStates& states, std::span<const std::size_t> rows) {
    TableSnapshot table{text("Trend states"), matrixColumns(), {}};
    for (const std::size_t row : rows) {
        table.rows.push_back(matrixCells(states.rows[row]));
        table.rowFrom.push_back(trendFrom(states.rows[row]));
    }
    return table;
}

TableSnapshot shortTrendMatrixOf(const TrendStates& states, std::span<const std::size_t> rows) {
    TableSnapshot table{text("Trend states"), {{QString(), text("Rows open the instrument"), true, {}}}, {}};
    for (TableColumn& column : averageColumnsOf())
        table.columns.push_back(std::move(column));
    table.columns.push_back(figureColumn(text("50 × 200"), text("SMA50 against SMA200, and since when")));
    for (const std::size_t at : rows) {
        const TrendRow& row = states.rows[at];
        std::vector<TableCell> cells{shortNameCell(row)};
        for (std::size_t i = 0; i < row.averages.size(); ++i)
            cells.push_back(derivedSideCell(row, i));
        cells.push_back(shortCrossCell(row));
        table.rows.push_back(std::move(cells));
        table.rowFrom.push_back(trendFrom(row));
    }
    return table;
}

TableSnapshot breadthTableOf(const Breadth& breadth) {
    TableSnapshot table{text("Breadth"),
                        {{QString(), {}, true, {}}, {QString(), {}, false, {}}, {QString(), {}, false, {}}},
                        {}};
    table.rows.push_back(shareCells(
        text("up over %1").arg(qtext(sessionsInWords(static_cast<int>(breadth.window)))), breadth.up));
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        table.rows.push_back(
            shareCells(text("above %1").arg(qtext(toUpper(kTrendAverages[i].id))), breadth.above[i]));
    return table;
}

TableSnapshot leadersTableOf(const Breadth& breadth) {
    TableSnapshot table{text("Leaders and laggards"),
                        {{QString(), text("Rows open the instrument"), true, {}},
                         {QString(), {}, false, {}},
                         figureColumn(text("%"), text("Return over the window"))},
                        {}};
    double largest = 0;
    for (const BreadthMember& member : breadth.members)
        largest = std::max(largest, std::abs(member.move));
    for (const BreadthMember& member : breadth.members) {
        TableCell bar = figureCell({}, member.move);
        bar.bar = largest > 0 ? member.move / largest : 0;
        table.rows.push_back({textCell(symbolLabel(member.symbol)), bar, moveCell(member.move)});
    }
    return table;
}

TableSnapshot noteTableOf(std::span<const Annotation> notes) {
    TableSnapshot table{text("Notes"), {{QString(), {}, false, {}}, {QString(), {}, true, {}}}, {}};
    for (const Annotation& note : notes) {
        TableCell words = textCell(qtext(note.text));
        words.explanation = words.text;
        table.rows.push_back({figureCell(dateText(note.date), dayNumber(note.date)), words});
    }
    return table;
}

TableSnapshot instrumentTableOf(const TrendRow& row, const TrendHistory& history) {
    TableSnapshot table{text("Figures of %1").arg(qtext(row.symbol())),
                        {{QString(), {}, true, {}}, {QString(), {}, false, {}}},
                        {},
                        trendFrom(row)};
    table.rows.push_back(factCells(text("Close"), qtext(groupedNumber(row.close, 2)), dateText(row.asOf())));
    for (std::size_t i = 0; i < row.averages.size(); ++i) {
        TableCell cell = derivedSideCell(row, i);
        table.rows.push_back({textCell(qtext(toUpper(kTrendAverages[i].id))), std::move(cell)});
    }
    table.rows.push_back({textCell(text("50 × 200")), crossCell(row.cross)});
    table.rows.push_back({textCell(text("RSI14")), rsiCell(row.rsi)});
    table.rows.push_back({textCell(text("Breakout")), breakoutCell(row)});
    addMilestones(table, row.milestones);
    table.rows.push_back({textCell(text("Volume")), volumeCell(row)});
    table.rows.push_back(factCells(text("Deepest fall"), fallText(history, history.deepest)));
    table.rows.push_back(factCells(text("Longest fall"), fallText(history, history.longest)));
    table.rows.push_back({textCell(text("Basis")), basisCell(row)});
    return table;
}

} // namespace rotascope
