#include "ui/pages/flow_pictures.h"

#include "core/analysis/flows/flow_wording.h"
#include "core/analysis/wording.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Flows", source);
}

QString listOf(const std::vector<Symbol>& symbols) {
    QStringList out;
    for (const Symbol& symbol : symbols)
        out << qtext(symbol);
    return out.join(QLatin1Char(' '));
}

QString fundsText(const BasketRow& row) {
    QStringList parts;
    if (!row.funds.empty())
        parts << listOf(row.funds);
    if (!row.leftOut.empty())
        parts << text("without %1").arg(listOf(row.leftOut));
    if (row.funds.empty() && row.leftOut.empty())
        parts << text("no figure: %1").arg(listOf(row.missing));
    return parts.join(QStringLiteral(" · "));
}

QString explanationOf(const BasketRow& row) {
    QStringList lines;
    if (!std::isnan(row.percent))
        lines << text("%1 of the assets of %2").arg(percentLabel(row.percent), listOf(row.funds));
    if (!std::isnan(row.shareOfGross))
        lines << text("%1 of all money that moved in these baskets")
                     .arg(qtext(plainPercentText(row.shareOfGross)));
    if (!row.missing.empty())
        lines << text("No figure this week (missing, not zero): %1").arg(listOf(row.missing));
    if (!row.leftOut.empty())
        lines << text("Left out: %1").arg(listOf(row.leftOut));
    return lines.join(QLatin1Char('\n'));
}

/// A flow axis in dollars is drawn by square roots, so that one giant does not squeeze all others.
double onAxis(double flow, FlowQuadrantUnit unit) {
    if (unit == FlowQuadrantUnit::Usd)
        return flow < 0 ? -std::sqrt(-flow) : std::sqrt(flow);
    return flow;
}

QString flowText(double flow, FlowQuadrantUnit unit) {
    if (unit == FlowQuadrantUnit::Z)
        return text("z %1").arg(zLabel(flow));
    return unit == FlowQuadrantUnit::Percent ? text("%1 of assets").arg(percentLabel(flow))
                                             : qtext(usdText(flow));
}

QPointF pointOf(const FlowPlace& place, FlowQuadrantUnit unit) {
    return {onAxis(place.flow, unit), place.weekReturn};
}

QString unitText(FlowQuadrantUnit unit) {
    if (unit == FlowQuadrantUnit::Z)
        return text("flow, z");
    return unit == FlowQuadrantUnit::Percent ? text("flow, % of assets") : text("flow, dollars");
}

} // namespace

std::vector<RotationBar> rotationBars(const Flows& flows) {
    std::vector<RotationBar> out;
    for (const BasketRow& row : flows.baskets) {
        if (!row.inRotation)
            continue;
        const bool known = !std::isnan(row.usd);
        const QString z = std::isnan(row.z.z) ? QString() : text("z %1").arg(zLabel(row.z.z));
        out.push_back({qtext(row.name), fundsText(row), row.usd,
                       known ? qtext(usdText(row.usd)) : text("no figure"), z, explanationOf(row)});
    }
    return out;
}

QString rotationNote(const Flows& flows) {
    QStringList switches;
    for (const LeagueRow& row : flows.league)
        if (row.sameIndex)
            switches << qtext(row.symbol);
    QString note = text("Money has no labels: what left one basket need not be what another took in.");
    if (!switches.isEmpty())
        note += QLatin1Char(' ') + text("%1 changed wrappers within one index and are left out.")
                                       .arg(switches.join(QLatin1Char(' ')));
    return note;
}

std::vector<QuadrantPoint> quadrantPoints(const FlowQuadrant& quadrant, const Flows& flows) {
    const std::vector<Symbol> smallCaps = smallCapFunds(flows.params.baskets);
    std::vector<QuadrantPoint> out;
    for (const FlowPoint& point : quadrant.points) {
        QuadrantPoint drawn;
        drawn.label = symbolLabel(point.symbol);
        drawn.value = pointOf(point.place, quadrant.unit);
        for (const FlowPlace& before : point.tail)
            drawn.tail.push_back(pointOf(before, quadrant.unit));
        const bool small = std::find(smallCaps.begin(), smallCaps.end(), point.symbol) != smallCaps.end();
        drawn.role = small ? ColourRole::SmallCap : ColourRole::LargeCap;
        drawn.explanation =
            text("%1: %2, %3 in the same week: %4")
                .arg(qtext(point.symbol), flowText(point.place.flow, quadrant.unit),
                     percentLabel(point.place.weekReturn), qtext(std::string(quarterOf(point.place))));
        out.push_back(std::move(drawn));
    }
    return out;
}

QuadrantTexts quadrantTexts(const FlowQuadrant& quadrant) {
    QuadrantTexts texts;
    texts.right = unitText(quadrant.unit) + QStringLiteral(" →");
    texts.top = text("return ↑");
    texts.quarters = {text("out, up: profit-taking"), text("in, up: accumulation"),
                      text("out, down: capitulation"), text("in, down: dip-buying")};
    texts.nothing = text(
        "No fund has both a flow and a price of this week. Import prices of the funds to see flow against "
        "return.");
    return texts;
}

QString quadrantNote(const FlowQuadrant& quadrant) {
    if (quadrant.points.empty())
        return {};
    if (quadrant.leftOut.empty())
        return text("last four weeks");
    return text("not shown: %1").arg(listOf(quadrant.leftOut));
}

} // namespace rotascope
