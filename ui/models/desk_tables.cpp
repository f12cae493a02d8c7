#include "ui/models/desk_tables.h"

#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/market/trading_calendar.h"
#include "ui/convert/conventions.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

// Beyond this many calendar days a gap is said in days rather than counted session by session.
constexpr int kCountedDays = 400;

/// Sessions between dates and one newest date, the calendar walked once.
class Ages {
public:
    explicit Ages(Date newest)
        : m_newest(newest)
        , m_sessions(nyseSessions(newest - std::chrono::days{kCountedDays}, newest)) {}

    int behind(Date date) const {
        const int days = dayNumber(m_newest) - dayNumber(date);
        if (days > kCountedDays)
            return days * 252 / 365;
        return static_cast<int>(m_sessions.end() -
                                std::upper_bound(m_sessions.begin(), m_sessions.end(), date));
    }

private:
    Date m_newest;
    std::vector<Date> m_sessions;
};

TableCell ageCell(const std::optional<Date>& last, const Ages& ages) {
    if (!last)
        return {text("no values"), QVariant(), ColourRole::MutedText, false, {}};
    const int behind = ages.behind(*last);
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
                                    const Ages& ages) {
    TableCell symbol = textCell(qtext(row.instrument.symbol));
    symbol.explanation = qtext(row.instrument.name);
    return {symbol, dayCell(last, rangeOf(row)), ageCell(last, ages)};
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
    return Ages(newest).behind(date);
}

std::vector<std::size_t> freshnessOrder(std::span<const InstrumentSummary> instruments,
                                        std::span<const std::optional<Date>> last, const Symbol& small,
                                        const Symbol& large) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < std::min(instruments.size(), last.size()); ++i)
        if (instruments[i].instrument.kind != InstrumentKind::Event)
            order.push_back(i);
    const auto rank = [&](std::size_t i) {
        const Symbol& symbol = instruments[i].instrument.symbol;
        return symbol == small ? 0 : symbol == large ? 1 : last[i] ? 2 : 3;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tuple(rank(a), last[a]) < std::tuple(rank(b), last[b]);
    });
    return order;
}

std::vector<std::optional<Date>> lastDatesOf(std::span<const InstrumentSummary> instruments) {
    std::vector<std::optional<Date>> last;
    for (const InstrumentSummary& row : instruments) {
        const auto range = rangeOf(row);
        last.push_back(range ? std::optional(range->last) : std::nullopt);
    }
    return last;
}

TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments,
                               std::span<const std::optional<Date>> last, Date asOf,
                               std::span<const std::size_t> order) {
    const Ages ages(asOf);
    TableSnapshot table;
    table.name = text("Data");
    table.columns = {{text("Series"), {}, true, std::nullopt},
                     {text("last value"), {}, false, std::nullopt},
                     {text("age, sessions"), conventionText(ConventionId::Freshness), false, std::nullopt}};
    for (const std::size_t i : order) {
        table.rows.push_back(freshnessRow(instruments[i], last[i], ages));
        table.rowFrom.push_back(last[i] ? valueFrom(instruments[i].instrument.symbol, *last[i]) : nullptr);
    }
    return table;
}

} // namespace rotascope
