#include "ui/models/relative_tables.h"

#include "core/analysis/relative/chain_wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

TableCell points(double fraction, int decimals = 2) {
    return signedCell(percentNumber(fraction, decimals), fraction);
}

TableCell zCell(double z) {
    TableCell cell = figureCell(zLabel(z), z);
    cell.strong = std::abs(z) >= kUnusualZ;
    if (cell.strong)
        cell.ink = ColourRole::Event;
    return cell;
}

TableCell percentile(double share) {
    TableCell cell = figureCell(percentileLabel(share), share);
    cell.ink = ColourRole::MutedText;
    return cell;
}

/// A leg's spread, between the session `days` before the last and the last.
DerivationRef legFrom(const DivergenceChain& chain, const ChainLeg& leg) {
    const auto days = static_cast<std::size_t>(chain.params.days);
    return days < chain.dates.size()
               ? spreadFrom(leg.from, leg.to, chain.dates[chain.dates.size() - 1 - days], chain.asOf)
               : nullptr;
}

std::vector<TableCell> legCells(const ChainLeg& leg, bool isWhole) {
    TableCell name = textCell(qtext(leg.from) + QStringLiteral(" − ") + qtext(leg.to));
    name.strong = isWhole;
    name.explanation = qtext(leg.meaning);
    TableCell spread = points(leg.spread);
    spread.strong = isWhole;
    return {name, spread, zCell(leg.z), percentile(leg.percentile)};
}

std::vector<TableCell> boardCells(const BoardRow& row) {
    TableCell name =
        textCell(symbolLabel(row.pair.small) + QStringLiteral(" / ") + symbolLabel(row.pair.large));
    if (!row.missing.empty()) {
        name.ink = ColourRole::MutedText;
        name.explanation = qtext(row.missing);
        TableCell none = figureCell(QStringLiteral("–"), std::nan(""));
        none.ink = ColourRole::MutedText;
        none.explanation = name.explanation;
        return {name, none, none, none, none, none, none, none, none};
    }
    TableCell day = textCell(dateText(*row.asOf));
    day.sortValue = double(dayNumber(*row.asOf));
    day.ink = ColourRole::MutedText;
    return {name,         points(row.returnSmall, 1), points(row.returnLarge, 1), points(row.spread),
            zCell(row.z), percentile(row.percentile), points(row.betaSpread),     zCell(row.betaZ),
            day};
}

/// The quadrant's role: where money would like to be, and where it is leaving.
ColourRole inkOf(Quadrant quadrant) {
    return quadrant == Quadrant::Leading || quadrant == Quadrant::Improving ? ColourRole::Positive
                                                                            : ColourRole::Negative;
}

std::size_t sessionsIn(const RotationTrack& track, std::size_t at) {
    const auto quadrant = quadrantOf(track.strength[at], track.momentum[at]);
    std::size_t count = 0;
    while (count <= at && quadrantOf(track.strength[at - count], track.momentum[at - count]) == quadrant)
        ++count;
    return count;
}

QString count(std::size_t number) {
    return qtext(groupedCount(static_cast<long long>(number)));
}

/// Shares of the whole way that it spent in each quadrant.
void addVisits(std::vector<TableCell>& cells, const RotationTrack& track, const QString& unit) {
    std::size_t all = 0;
    for (const std::size_t visits : track.visits)
        all += visits;
    for (std::size_t i = 0; i < track.visits.size(); ++i) {
        const double share =
            all == 0 ? std::nan("") : static_cast<double>(track.visits[i]) / static_cast<double>(all);
        TableCell cell = figureCell(qtext(groupedNumber(share * 100, 0)), share);
        cell.ink = ColourRole::MutedText;
        cell.explanation =
            text("%1 of %2 %3 %4").arg(count(track.visits[i]), count(all), unit, qtext(kQuadrantNames[i]));
        cells.push_back(std::move(cell));
    }
}

/// "leading, 12": since so many sessions or weeks.
TableCell quadrantCell(const RotationTrack& track, std::size_t back) {
    if (track.dates.size() <= back)
        return textCell(QStringLiteral("–"));
    const std::size_t at = track.dates.size() - 1 - back;
    const auto quadrant = quadrantOf(track.strength[at], track.momentum[at]);
    if (!quadrant)
        return textCell(QStringLiteral("–"));
    TableCell cell = textCell(qtext(nameOf(*quadrant)) + QStringLiteral(", ") + count(sessionsIn(track, at)));
    cell.ink = inkOf(*quadrant);
    cell.explanation = text("strength %1, momentum %2 on %3")
                           .arg(qtext(groupedNumber(track.strength[at], 2)),
                                qtext(groupedNumber(track.momentum[at], 2)), dateText(track.dates[at]));
    return cell;
}

std::vector<TableCell> trackCells(const RotationTrack& track, std::size_t back, const QString& unit) {
    std::vector<TableCell> cells{textCell(symbolLabel(track.symbol)), quadrantCell(track, back)};
    addVisits(cells, track, unit);
    return cells;
}

} // namespace

TableSnapshot chainTableOf(const DivergenceChain& chain) {
    TableSnapshot table{text("Legs of the chain"),
                        {textColumn(QString(), text("Return of the first less return of the second")),
                         figureColumn(text("pp"), text("The legs add up to the whole")),
                         figureColumn(text("z"), text("Of the leg's own history, σ expanding")),
                         figureColumn(text("%ile"), text("Share of its own history at or below it"))},
                        {}};
    const auto add = [&](const ChainLeg& leg, bool isWhole) {
        table.rows.push_back(legCells(leg, isWhole));
        table.rows.back()[1].from = legFrom(chain, leg);
        table.rowFrom.push_back(historiesFrom({}, {leg.from, leg.to}, chain.asOf));
    };
    for (const ChainLeg& leg : chain.legs)
        add(leg, false);
    add(chain.whole, true);
    return table;
}

TableSnapshot boardTableOf(std::span<const BoardRow> rows, int days) {
    const QString over = text("over %1 sessions").arg(days);
    TableSnapshot table{text("Pair board"),
                        {textColumn(text("pair"), text("Rows make the pair the window's own")),
                         figureColumn(text("first %"), over), figureColumn(text("second %"), over),
                         figureColumn(text("spread pp"), over),
                         figureColumn(text("z"), text("Of the spread, σ expanding, each on its own history")),
                         figureColumn(text("%ile"), text("Share of its own spreads at or below it")),
                         figureColumn(text("beta-adj. pp"), text("What beta leaves of the spread")),
                         figureColumn(text("beta-adj. z"), text("Of that, σ expanding")),
                         textColumn(text("as of"), text("Its own last common session"))},
                        {}};
    for (const BoardRow& row : rows) {
        table.rows.push_back(boardCells(row));
        table.rowFrom.push_back(row.asOf ? historiesFrom({}, {row.pair.small, row.pair.large}, *row.asOf)
                                         : nullptr);
    }
    return table;
}

TableSnapshot groupTableOf(std::span<const PerformanceRow> rows, const QString& first,
                           const QString& second) {
    TableSnapshot table{text("Groups"),
                        {textColumn(text("sessions")), figureColumn(text("first %"), first),
                         figureColumn(text("second %"), second),
                         figureColumn(text("pp"), text("first less second"))},
                        {}};
    for (const PerformanceRow& row : rows)
        table.rows.push_back(
            {textCell(qtext(row.label)), points(row.small, 1), points(row.large, 1), points(row.spread, 1)});
    return table;
}

TableSnapshot rotationTableOf(const RotationMap& map, std::size_t back) {
    const QString unit = map.params.weekly ? text("weeks") : text("sessions");
    TableSnapshot table{
        text("Rotation"),
        {textColumn(QString()), textColumn(text("quadrant"), text("and for how many %1 in a row").arg(unit))},
        {}};
    for (const std::string_view name : kQuadrantNames)
        table.columns.push_back(figureColumn(
            qtext(name.substr(0, 4)), text("%, share of its %1 that it was %2").arg(unit, qtext(name))));
    for (const RotationTrack& track : map.tracks)
        table.rows.push_back(trackCells(track, back, unit));
    return table;
}

} // namespace rotascope
