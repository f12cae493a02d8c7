#include "ui/pages/overview_tiles.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/conventions.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tiles", source);
}

const PerformanceRow* rowOf(const Divergence& divergence, std::string_view horizon) {
    const auto found = std::find_if(divergence.table.begin(), divergence.table.end(),
                                    [horizon](const PerformanceRow& row) { return row.horizon == horizon; });
    return found == divergence.table.end() ? nullptr : &*found;
}

QString levelText(double level) {
    const double size = std::abs(level);
    return qtext(groupedNumber(level, size < 1000 ? 2 : size < 100000 ? 1 : 0));
}

ColourRole signRole(double value) {
    return std::isnan(value) || value == 0.0 ? ColourRole::Text // NOLINT(clang-diagnostic-float-equal)
           : value > 0                       ? ColourRole::Positive
                                             : ColourRole::Negative;
}

TileText legTile(const Divergence& divergence, bool small) {
    const PerformanceRow* year = rowOf(divergence, "ytd");
    const Symbol& symbol = small ? divergence.params.small : divergence.params.large;
    const double level = small ? divergence.pair.small.back() : divergence.pair.large.back();
    TileText tile;
    tile.caption =
        text(small ? "Small caps, %1 sessions" : "Large caps, %1 sessions").arg(divergence.params.days);
    tile.value = percentLabel(small ? divergence.returnSmall : divergence.returnLarge);
    tile.note = symbolLabel(symbol) + QLatin1Char(' ') + levelText(level);
    if (year && year->base)
        tile.note += text(" · %1 this year").arg(percentLabel(small ? year->small : year->large));
    tile.ink = small ? ColourRole::SmallCap : ColourRole::LargeCap;
    tile.explanation = conventionText(ConventionId::Move);
    tile.from = returnFrom(symbol, moveBase(divergence), divergence.asOf);
    return tile;
}

TileText spreadTile(const PairAnalysis& analysis) {
    const Divergence& divergence = *analysis.divergence;
    const ZReading& reading = divergence.zSpread[static_cast<std::size_t>(analysis.state.sigma)];
    return {text("Spread"),
            pointsLabel(divergence.spread),
            text("percentile %1 · z %2").arg(percentileLabel(divergence.percentile), zLabel(reading.z)),
            ColourRole::Text,
            conventionText(ConventionId::Spread) + QLatin1Char('\n') + conventionText(ConventionId::Z),
            zFrom(divergence, analysis.state.sigma, true)};
}

TileText betaTile(const Divergence& divergence) {
    return {text("After beta"),
            pointsLabel(divergence.beta.spread),
            text("β %1 · z %2").arg(qtext(groupedNumber(divergence.beta.beta, 2)), zLabel(divergence.beta.z)),
            ColourRole::Text,
            conventionText(ConventionId::Beta),
            historyFrom(divergence, {})};
}

TileText breadthTile(const Breadth& breadth) {
    TileText tile;
    tile.caption = text("Breadth, %1 sessions").arg(breadth.window);
    tile.value = text("%1 of %2").arg(breadth.up.count).arg(breadth.up.of);
    const BreadthShare& longest = breadth.above.back();
    tile.note = text("up · %1 of %2 above SMA200").arg(longest.count).arg(longest.of);
    tile.explanation = text("Funds of the coverage list that rose, leveraged ones left out");
    return tile;
}

TileText yearTile(const Divergence& divergence) {
    const PerformanceRow* year = rowOf(divergence, "ytd");
    const double spread = year ? year->spread : std::nan("");
    return {text("Spread, this year"),
            pointsLabel(spread),
            year && year->base ? text("since %1").arg(dateText(*year->base)) : text("history too short"),
            signRole(spread),
            conventionText(ConventionId::Horizon),
            year && year->base
                ? spreadFrom(divergence.params.small, divergence.params.large, *year->base, divergence.asOf)
                : nullptr};
}

TileText fundTile(const LeagueRow& row) {
    const FlowRank& rank = row.rank(FlowMeasure::Usd, RankWindow::Year);
    TileText tile;
    tile.caption = text("%1, week to %2").arg(symbolLabel(row.symbol), qtext(dayMonth(row.week.end)));
    tile.value = qtext(usdText(row.week.usd));
    tile.ink = signRole(row.week.usd);
    QStringList notes;
    if (!row.week.isComplete())
        notes << qtext(sessionsText(row.week.sessions, row.week.expected));
    if (rank.isKnown())
        notes << text("%1 of %2").arg(qtext(ordinal(rank.rank))).arg(rank.of);
    else
        notes << text("not ranked");
    if (!std::isnan(row.week.percent()))
        notes << text("%1 of assets").arg(qtext(plainPercentText(row.week.percent())));
    tile.note = notes.join(QStringLiteral(" · "));
    tile.explanation = conventionText(ConventionId::Flow);
    tile.from = flowFrom(row.symbol, row.week.source, row.week.end - std::chrono::days{7}, row.week.last());
    return tile;
}

QString stateNote(const AverageState& state) {
    if (state.sessionsIn == 1)
        return text(state.above ? "crossed above today" : "crossed below today");
    return text(state.above ? "above for %1 sessions" : "below for %1 sessions")
        .arg(qtext(groupedCount(static_cast<long long>(state.sessionsIn))));
}

TileText averageTile(const PairFacts& facts) {
    const AverageState& state = facts.ratioToAverage200;
    const bool known = !std::isnan(state.distance);
    TileText tile;
    tile.caption = text("Ratio to its SMA200");
    tile.value = (known ? (state.above ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) : QString()) +
                 percentLabel(state.distance);
    tile.note = known ? stateNote(state) : text("fewer than 200 sessions");
    tile.ink = known ? (state.above ? ColourRole::Positive : ColourRole::Negative) : ColourRole::Text;
    tile.explanation = conventionText(ConventionId::Averages);
    return tile;
}

/// "2 firing", and when the newest of them began.
TileText rulesTile(const PlaybookReading& playbook) {
    std::size_t firing = 0;
    std::optional<Date> newest;
    for (const RuleReading& rule : playbook.rules)
        if (rule.state() == RuleState::Firing) {
            ++firing;
            newest = std::max(newest, rule.since());
        }
    TileText tile;
    tile.caption = text("Rules");
    tile.value = firing == 0 ? text("none firing") : text("%1 firing").arg(firing);
    tile.note = newest ? text("of %1 · newest %2").arg(playbook.rules.size()).arg(qtext(dayMonth(*newest)))
                       : text("of %1 in the playbook").arg(playbook.rules.size());
    tile.explanation = text("Rules of the playbook whose condition holds on the as-of session");
    return tile;
}

TileText eventTile(const PairAnalysis& analysis) {
    const auto& event = analysis.facts.lastEvent;
    const QString threshold = qtext(shortestNumber(analysis.state.eventThreshold));
    TileText tile;
    tile.caption = text("Last %1σ event").arg(threshold);
    tile.explanation = conventionText(ConventionId::Event);
    tile.ink = event && event->sessionsAgo == 0 ? ColourRole::Event : ColourRole::Text;
    tile.value = event ? dateText(event->date) : text("none");
    if (!event)
        tile.note = text("no z reached %1").arg(threshold);
    else if (event->sessionsAgo == 0)
        tile.note = text("z %1 · today").arg(zLabel(event->z));
    else
        tile.note =
            text(event->sessionsAgo == 1 ? "z %1 · %2 session ago" : "z %1 · %2 sessions ago")
                .arg(zLabel(event->z), qtext(groupedCount(static_cast<long long>(event->sessionsAgo))));
    return tile;
}

} // namespace

std::vector<TileText> overviewTiles(const PairAnalysis& analysis, const BesideThePair& beside) {
    const Divergence& divergence = *analysis.divergence;
    return {legTile(divergence, true),
            legTile(divergence, false),
            spreadTile(analysis),
            beside.breadth ? breadthTile(*beside.breadth) : betaTile(divergence),
            beside.fund ? fundTile(*beside.fund) : yearTile(divergence),
            eventTile(analysis),
            beside.rules ? rulesTile(*beside.rules) : averageTile(analysis.facts)};
}

} // namespace rotascope
