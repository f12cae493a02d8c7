#include "ui/models/divergence_tables.h"

#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/figure/figure_table.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kLongestInHeading = 6;

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

TableCell baseCell(const PerformanceRow& row) {
    TableCell cell = textCell(qtext(row.label));
    cell.explanation = row.base ? text("since the close of %1").arg(longDateText(*row.base))
                                : text("the history is too short for this horizon");
    return cell;
}

TableCell zCell(double z, double threshold) {
    TableCell cell = figureCell(zLabel(z), z);
    if (std::isnan(z))
        cell.explanation = text("Fewer sessions than this estimate needs.");
    if (z >= threshold) {
        cell.ink = ColourRole::SmallCap;
        cell.strong = true;
        cell.explanation = text("an event: z at or above %1").arg(qtext(groupedNumber(threshold, 1)));
    }
    return cell;
}

TableCell percentileCell(double share) {
    TableCell cell = figureCell(percentileLabel(share), share);
    cell.ink = ColourRole::MutedText;
    return cell;
}

std::vector<TableCell> sigmaRow(const SigmaModeInfo& mode, const Divergence& divergence, double threshold) {
    const auto index = static_cast<std::size_t>(mode.mode);
    const DerivationRef ofSpread = zFrom(divergence, mode.mode, true);
    const DerivationRef ofSmall = zFrom(divergence, mode.mode, false);
    TableCell name = textCell(qtext(mode.label));
    name.explanation = qtext(mode.explanation);
    return {name, derived(zCell(divergence.zSpread[index].z, threshold), ofSpread),
            percentileCell(divergence.zSpread[index].percentile),
            derived(zCell(divergence.zSmall[index].z, threshold), ofSmall),
            percentileCell(divergence.zSmall[index].percentile)};
}

std::vector<TableCell> betaRow(const Divergence& divergence, double threshold) {
    TableCell name = textCell(text("beta-adjusted"));
    name.explanation =
        text("small − β · large with β %1 from the last 252 daily returns; %2 remain; σ expanding")
            .arg(qtext(groupedNumber(divergence.beta.beta, 2)), pointsLabel(divergence.beta.spread));
    TableCell none = figureCell(QStringLiteral("·"), std::nan(""));
    none.ink = ColourRole::MutedText;
    return {name, zCell(divergence.beta.z, threshold), percentileCell(divergence.beta.percentile), none,
            none};
}

std::vector<TableCell> dataRow(const Figure& figure, const std::vector<FigureColumn>& columns,
                               std::size_t session) {
    std::vector<TableCell> row;
    row.reserve(columns.size() + 1);
    row.push_back({qtext(placeText(figure, session)), QVariant(double(session)), std::nullopt, false, {}});
    for (const FigureColumn& column : columns) {
        const double value = (*column.values)[session];
        const std::string number =
            column.withSign ? signedNumber(value, column.decimals) : groupedNumber(value, column.decimals);
        row.push_back(figureCell(qtext(number), value));
    }
    return row;
}

} // namespace

TableSnapshot performanceTableOf(const Divergence& divergence, std::span<const PerformanceRow> rows) {
    TableSnapshot table;
    table.name = text("Performance");
    table.columns = {
        {text("Sessions"), {}, true, std::nullopt},
        {symbolLabel(divergence.params.small), qtext(divergence.small.name), false, ColourRole::SmallCap},
        {symbolLabel(divergence.params.large), qtext(divergence.large.name), false, ColourRole::LargeCap},
        {text("spread"), text("small − large, percentage points"), false, std::nullopt}};
    const Symbol& small = divergence.params.small;
    const Symbol& large = divergence.params.large;
    for (const PerformanceRow& row : rows) {
        std::vector<TableCell> cells{baseCell(row), figureCell(percentNumber(row.small), row.small),
                                     figureCell(percentNumber(row.large), row.large),
                                     signedCell(percentNumber(row.spread), row.spread)};
        if (row.base) {
            cells[1].from = returnFrom(small, *row.base, divergence.asOf);
            cells[2].from = returnFrom(large, *row.base, divergence.asOf);
            cells[3].from = spreadFrom(small, large, *row.base, divergence.asOf);
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

TableSnapshot sigmaTableOf(const Divergence& divergence, double threshold) {
    TableSnapshot table;
    table.name = text("z under six estimates of σ");
    const Symbol& symbol = divergence.params.small;
    const QString alone =
        symbol.size() > kLongestInHeading ? text("small alone") : text("%1 alone").arg(qtext(symbol));
    const QString share = text("share of this estimate's own z up to the day that are at or below it, in %");
    table.columns = {{text("σ"), {}, true, std::nullopt},
                     {text("spread"), text("z of the spread return"), false, std::nullopt},
                     {text("pctile"), share, false, std::nullopt},
                     {alone, text("z of the small-cap return alone"), false, std::nullopt},
                     {text("pctile"), share, false, std::nullopt}};
    for (const SigmaModeInfo& mode : kSigmaModes)
        table.rows.push_back(sigmaRow(mode, divergence, threshold));
    table.rows.push_back(betaRow(divergence, threshold));
    table.from = historyFrom(divergence, {});
    return table;
}

TableSnapshot figureDataOf(const Figure& figure, std::size_t first, std::size_t last) {
    TableSnapshot table;
    table.name = text("Data of the chart");
    const std::vector<FigureColumn> columns = figureColumns(figure);
    table.columns.push_back({figure.steps ? text("Sessions") : text("Date"), {}, true, std::nullopt});
    for (const FigureColumn& column : columns) {
        const QString unit = qtext(trimmed(column.unit));
        const QString title = qtext(column.title);
        table.columns.push_back(
            {unit.isEmpty() ? title : title + QStringLiteral(", ") + unit, {}, false, std::nullopt});
    }
    for (std::size_t session = std::min(last + 1, figure.size()); session-- > first;)
        table.rows.push_back(dataRow(figure, columns, session));
    return table;
}

} // namespace rotascope
