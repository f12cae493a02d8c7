#include "ui/models/desk_tables.h"

#include "core/base/text.h"
#include "core/market/trading_calendar.h"
#include "ui/convert/conventions.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

// Beyond this many calendar days a gap is said in days rather than counted session by session.
constexpr int kCountedDays = 400;

TableCell ageCell(const std::optional<Date>& last, Date asOf) {
    if (!last)
        return {text("no values"), QVariant(), ColourRole::MutedText, false, {}};
    const int behind = sessionsBehind(*last, asOf);
    TableCell cell{behind == 0 ? text("current") : QString::number(behind), QVariant(double(behind)),
                   ColourRole::MutedText, false, conventionText(ConventionId::Freshness)};
    if (behind > 1)
        cell.ink = ColourRole::Attention;
    return cell;
}

TableCell dayCell(const std::optional<Date>& last, const std::optional<DateRange>& range) {
    if (!last)
        return textCell({});
    TableCell cell{dateText(*last), QVariant(double(dayNumber(*last))), std::nullopt, false, {}};
    if (range)
        cell.explanation = text("%1 to %2").arg(dateText(range->first), dateText(range->last));
    return cell;
}

std::vector<TableCell> freshnessRow(const InstrumentSummary& row, const std::optional<Date>& last,
                                    Date asOf) {
    TableCell symbol = textCell(qtext(row.instrument.symbol));
    symbol.explanation = qtext(row.instrument.name);
    return {symbol, dayCell(last, rangeOf(row)), ageCell(last, asOf)};
}

} // namespace

std::optional<DateRange> rangeOf(const InstrumentSummary& instrument) {
    std::optional<DateRange> range;
    for (const SeriesSummary& series : instrument.series)
        range = range ? DateRange{std::min(range->first, series.range.first),
                                  std::max(range->last, series.range.last)}
                      : series.range;
    return range;
}

std::optional<Date> newestDateOf(std::span<const InstrumentSummary> instruments) {
    std::optional<Date> newest;
    for (const InstrumentSummary& row : instruments)
        if (const auto range = rangeOf(row))
            newest = newest ? std::max(*newest, range->last) : range->last;
    return newest;
}

int sessionsBehind(Date date, Date newest) {
    if (newest <= date)
        return 0;
    const int days = dayNumber(newest) - dayNumber(date);
    if (days > kCountedDays)
        return days * 252 / 365;
    return static_cast<int>(nyseSessions(date + std::chrono::days{1}, newest).size());
}

TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments) {
    std::vector<std::optional<Date>> last;
    for (const InstrumentSummary& row : instruments) {
        const auto range = rangeOf(row);
        last.push_back(range ? std::optional(range->last) : std::nullopt);
    }
    return freshnessTableOf(instruments, last, newestDateOf(instruments).value_or(Date{}));
}

TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments,
                               std::span<const std::optional<Date>> last, Date asOf) {
    TableSnapshot table;
    table.name = text("Data");
    table.columns = {{text("Series"), {}, true, std::nullopt},
                     {text("last value"), {}, false, std::nullopt},
                     {text("age, sessions"), conventionText(ConventionId::Freshness), false, std::nullopt}};
    for (std::size_t i = 0; i < std::min(instruments.size(), last.size()); ++i)
        table.rows.push_back(freshnessRow(instruments[i], last[i], asOf));
    return table;
}

} // namespace rotascope
