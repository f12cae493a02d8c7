#include "db/restated.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// Series of which anything was replaced or taken away after a tick.
std::set<std::int64_t> touchedAfter(const Connection& desk, std::uint64_t tick) {
    Statement rows = desk.prepare("SELECT DISTINCT series_id FROM import_past WHERE until > ?");
    rows.with(tick);
    std::set<std::int64_t> out;
    while (rows.step())
        out.insert(rows.integer(0));
    return out;
}

/// By its share of the larger of the two.
double moveOf(double then, double now) {
    const double larger = std::max(std::abs(then), std::abs(now));
    return larger > 0 ? std::abs(now - then) / larger : 0;
}

void note(RestatedSeries& out, Date date, double then, double now) {
    if (std::isnan(then) || then == now)
        return;
    if (std::isnan(now)) {
        ++out.removed;
        return;
    }
    if (out.changed++ == 0 || moveOf(then, now) > moveOf(out.then, out.now)) {
        out.date = date;
        out.then = then;
        out.now = now;
    }
}

RestatedSeries restated(const std::vector<KnownRow>& before, const std::vector<KnownRow>& after,
                        std::size_t slot) {
    RestatedSeries out;
    auto now = after.begin();
    for (const KnownRow& then : before) {
        now = std::find_if(now, after.end(), [&then](const KnownRow& row) { return row.day >= then.day; });
        const bool isThere = now != after.end() && now->day == then.day;
        note(out, dateFromDayNumber(then.day), then.values[slot], isThere ? now->values[slot] : std::nan(""));
    }
    return out;
}

} // namespace

std::vector<RestatedSeries> restatedBetween(const Connection& desk, const KnownMoment& then,
                                            const KnownMoment& now) {
    std::vector<RestatedSeries> out;
    const std::set<std::int64_t> touched = touchedAfter(desk, then.tick);
    if (touched.empty())
        return out;
    for (const HeldInstrument& held : heldInstruments(desk))
        for (const HeldSeries& series : seriesOf(desk, held.id)) {
            if (!touched.contains(series.id))
                continue;
            const auto before = knownRows(desk, then, series);
            const auto after = knownRows(desk, now, series);
            for (std::size_t slot = 0; slot < (series.isBars() ? kBarFieldCount : 1); ++slot) {
                RestatedSeries each = restated(before, after, slot);
                if (each.changed + each.removed == 0)
                    continue;
                each.symbol = held.instrument.symbol;
                each.cadence = series.cadence;
                each.field = series.isBars() ? static_cast<Field>(slot) : *series.field;
                out.push_back(each);
            }
        }
    return out;
}

} // namespace rotascope
