#include "ui/models/season_tables.h"

#include "core/analysis/yields/yield_wording.h"
#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kTenYears = 0; ///< row of kYields whose weeks set the table's

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

TableCell percent(double fraction, int decimals = 1) {
    return signedCell(percentNumber(fraction, decimals), fraction);
}

TableCell numberCell(int number, const QString& words) {
    return {words, QVariant(double(number)), std::nullopt, false, {}};
}

std::vector<TableColumn> legColumns(const SeasonParams& params, const QString& first) {
    return {textColumn(first), figureColumn(symbolLabel(params.small) + QStringLiteral(" %")),
            figureColumn(symbolLabel(params.large) + QStringLiteral(" %")),
            figureColumn(text("pp"), text("small less large"))};
}

/// Both legs and the spread, each from the base to the last session of the range.
void derive(std::vector<TableCell>& legs, const SeasonParams& params, const DateRange& range) {
    legs[1].from = returnFrom(params.small, range.first, range.last);
    legs[2].from = returnFrom(params.large, range.first, range.last);
    legs[3].from = spreadFrom(params.small, params.large, range.first, range.last);
}

std::vector<TableCell> windowCells(const SeasonParams& params, const SameWindow& window, bool isNow) {
    TableCell year = numberCell(window.year, QString::number(window.year));
    year.strong = isNow;
    year.explanation = text("%1 to %2").arg(dateText(window.range.first), dateText(window.range.last));
    std::vector<TableCell> cells{year, percent(window.small), percent(window.large),
                                 percent(window.spread())};
    derive(cells, params, window.range);
    return cells;
}

TableCell changeCell(double bp) {
    TableCell cell = figureCell(qtext(signedNumber(bp, 0)), bp);
    if (bp != 0 && std::isfinite(bp)) // a rise of yields is neither good nor bad
        cell.ink = bp > 0 ? ColourRole::SmallCap : ColourRole::LargeCap;
    return cell;
}

/// Weeks in a row; a single one is none.
TableCell streakCell(const YieldWeek* week) {
    if (!week || std::abs(week->streak) < 2)
        return figureCell({}, week ? week->streak : std::nan(""));
    TableCell cell = figureCell(qtext(signedNumber(week->streak, 0)), week->streak);
    cell.ink = ColourRole::MutedText;
    cell.explanation = qtext(streakText(week->streak));
    return cell;
}

std::vector<TableCell> weekCells(const YieldTable& table, Date end) {
    TableCell day = textCell(dateText(end));
    day.sortValue = double(dayNumber(end));
    std::vector<TableCell> cells{day};
    for (const YieldHistory& history : table.rows) {
        if (history.weeks.empty())
            continue;
        const YieldWeek* week = history.week(end);
        TableCell value = figureCell(week ? qtext(groupedNumber(week->value, 2)) : QStringLiteral("–"),
                                     week ? week->value : std::nan(""));
        if (week) {
            value.explanation =
                text("%1 on %2%3")
                    .arg(qtext(history.source), dateText(week->observed),
                         week->streak == 0 ? QString()
                                           : QStringLiteral(", ") + qtext(streakText(week->streak)));
        }
        const YieldWeek* before = week ? history.week(end - std::chrono::days{7}) : nullptr;
        if (week)
            value.from = yieldFrom(history.info, week->observed);
        cells.push_back(value);
        cells.push_back(changeCell(week ? week->changeBp : std::nan("")));
        if (before)
            cells.back().from = yieldChangeFrom(history.info, before->observed, week->observed);
        if (&history == &table.rows[kTenYears])
            cells.push_back(streakCell(week));
    }
    return cells;
}

} // namespace

TableSnapshot yearTableOf(const Seasons& seasons) {
    TableSnapshot table{text("Calendar years"), legColumns(seasons.params, text("year")), {}};
    for (auto year = seasons.years.rbegin(); year != seasons.years.rend(); ++year) {
        TableCell name = numberCell(year->year, year->isComplete ? QString::number(year->year)
                                                                 : text("%1 so far").arg(year->year));
        name.explanation = text("%1 to %2").arg(dateText(year->range.first), dateText(year->range.last));
        table.rows.push_back({name, percent(year->small), percent(year->large), percent(year->spread())});
        derive(table.rows.back(), seasons.params, year->range);
    }
    return table;
}

TableSnapshot yearEndTableOf(const Seasons& seasons) {
    TableSnapshot table{
        text("Year-ends"),
        {textColumn(text("year-end")),
         figureColumn(text("December pp"), text("small less large over December")),
         figureColumn(text("to March pp"), text("from the year's end to the end of March")),
         textColumn(text("reversed"), text("ahead in December, behind from there to the end of March"))},
        {}};
    const auto& years = seasons.yearEnds.years;
    for (auto path = years.rbegin(); path != years.rend(); ++path) {
        const double after = path->firstQuarter ? *path->firstQuarter : std::nan("");
        TableCell verdict = textCell(path->reversed()                  ? text("reversed")
                                     : path->december <= 0             ? text("no lead")
                                     : !path->firstQuarter.has_value() ? text("running")
                                                                       : text("held"));
        verdict.ink = path->reversed() ? ColourRole::Attention : ColourRole::MutedText;
        table.rows.push_back(
            {numberCell(path->year, QStringLiteral("%1/%2")
                                        .arg(path->year)
                                        .arg((path->year + 1) % 100, 2, 10, QLatin1Char('0'))),
             percent(path->december), percent(after), verdict});
        table.rowFrom.push_back(
            runsFrom({}, {seasons.params.small, seasons.params.large}, path->range.first, path->range.last));
    }
    return table;
}

TableSnapshot windowTableOf(const Seasons& seasons) {
    TableSnapshot table{text("The same window"), legColumns(seasons.params, text("year")), {}};
    if (seasons.window)
        table.rows.push_back(windowCells(seasons.params, *seasons.window, true));
    for (auto window = seasons.earlier.rbegin(); window != seasons.earlier.rend(); ++window)
        table.rows.push_back(windowCells(seasons.params, *window, false));
    return table;
}

TableSnapshot yieldTableOf(const YieldTable& table, std::size_t most) {
    TableSnapshot out{text("Yields by week"), {textColumn(text("week to"), text("Saturday to Friday"))}, {}};
    const YieldHistory* longest = &table.rows[kTenYears];
    for (const YieldHistory& history : table.rows) {
        if (history.weeks.empty())
            continue;
        if (longest->weeks.empty())
            longest = &history;
        out.columns.push_back(
            figureColumn(qtext(history.info.label),
                         text("%, %1; each series' own last day of the week").arg(qtext(history.source))));
        out.columns.push_back(figureColumn(text("bp"), text("Against the week before")));
        if (&history == &table.rows[kTenYears])
            out.columns.push_back(figureColumn(
                text("run"), text("Weeks of rises (+) or falls (−) in a row; an unchanged week ends it")));
    }
    const auto& weeks = longest->weeks;
    for (std::size_t i = 0; i < std::min(most, weeks.size()); ++i)
        out.rows.push_back(weekCells(table, weeks[weeks.size() - 1 - i].end));
    return out;
}

TableSnapshot bucketTableOf(const YieldStudy& study) {
    TableSnapshot table{
        text("Weeks by change of the 10-year yield"),
        {textColumn(text("10Y in the week")), figureColumn(text("n"), text("weeks, which do not overlap")),
         figureColumn(symbolLabel(study.params.small) + QStringLiteral(" %"), text("mean return")),
         figureColumn(symbolLabel(study.params.large) + QStringLiteral(" %"), text("mean return")),
         figureColumn(text("pp"), text("small less large")),
         figureColumn(text("ahead %"), text("weeks in which the small leg led")),
         textColumn(text("95 %"), text("Wilson's interval of that share"))},
        {}};
    if (!study.link)
        return table;
    double order = 0;
    for (const YieldBucket& bucket : study.link->buckets) {
        TableCell name = textCell(qtext(bucketText(bucket)));
        name.sortValue = order++;
        TableCell interval =
            textCell(bucket.n == 0 ? QStringLiteral("–")
                                   : text("%1 to %2")
                                         .arg(qtext(groupedNumber(bucket.aheadInterval.low * 100, 0)),
                                              qtext(groupedNumber(bucket.aheadInterval.high * 100, 0))));
        interval.ink = ColourRole::MutedText;
        table.rows.push_back(
            {name, figureCell(qtext(groupedCount(static_cast<long long>(bucket.n))), double(bucket.n)),
             percent(bucket.small, 2), percent(bucket.large, 2), percent(bucket.spread, 2),
             figureCell(qtext(groupedNumber(bucket.ahead * 100, 0)), bucket.ahead), interval});
    }
    return table;
}

TableSnapshot creditTableOf(const YieldStudy& study) {
    TableSnapshot table{text("Credit spreads"),
                        {textColumn(text("series")), figureColumn(text("%")),
                         figureColumn(text("%ile"), text("Share of its history at or below it"))},
                        {}};
    for (const std::size_t move : kCreditMoves)
        table.columns.push_back(
            figureColumn(text("%1d").arg(move), text("Change over %1 observations, basis points").arg(move)));
    table.columns.push_back(figureColumn(text("age"), text("Bond sessions since its last value")));
    for (const CreditRow& row : study.credit) {
        TableCell name = textCell(symbolLabel(row.instrument.symbol));
        name.explanation = qtext(row.instrument.name);
        std::vector<TableCell> cells{name, figureCell(qtext(groupedNumber(row.value, 2)), row.value),
                                     figureCell(percentileLabel(row.percentile), row.percentile)};
        for (const double move : row.moves)
            cells.push_back(changeCell(move));
        TableCell age = figureCell(QString::number(row.sessionsOld), static_cast<double>(row.sessionsOld));
        age.explanation = qtext(ageText(row.sessionsOld));
        age.ink = row.sessionsOld >= kStaleSessions ? ColourRole::Attention : ColourRole::MutedText;
        cells.push_back(age);
        cells[1].from = valueFrom(row.instrument.symbol, row.observed);
        table.rows.push_back(std::move(cells));
        table.rowFrom.push_back(historiesFrom({}, {row.instrument.symbol}, row.observed));
    }
    return table;
}

} // namespace rotascope
