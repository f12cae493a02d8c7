#include "core/analysis/trend/volume_since.h"

#include "core/indicators/returns.h"
#include "core/indicators/volume_balance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace rotascope {

namespace {

/// A volume of zero is what vendors write when they have none.
bool hasVolume(double volume) {
    return volume > 0;
}

/// The last session before `date` with a close.
std::optional<std::size_t> lastClosedBefore(const BarsView& bars, Date date) {
    const auto end = std::lower_bound(bars.dates.begin(), bars.dates.end(), date);
    for (auto i = static_cast<std::size_t>(end - bars.dates.begin()); i-- > 0;)
        if (!std::isnan(bars.column(Field::Close)[i]))
            return i;
    return std::nullopt;
}

/// "No volume since 4 Apr 2025." where the last session has none; empty otherwise.
std::string missingVolume(const BarsView& bars) {
    const auto volume = bars.column(Field::Volume);
    const auto last = std::find_if(volume.rbegin(), volume.rend(), hasVolume);
    if (last == volume.rend())
        return "No volume in this desk.";
    const auto at = static_cast<std::size_t>(volume.rend() - last) - 1;
    return at + 1 == volume.size() ? "" : fmt::format("No volume since {}.", dayMonthYear(bars.dates[at]));
}

/// A column from the anchor on, the anchor's own volume left out: only changes count.
std::vector<double> volumeFrom(const BarsView& bars, std::size_t anchor) {
    const auto part = bars.column(Field::Volume).subspan(anchor);
    std::vector<double> volume(part.begin(), part.end());
    volume.front() = 0;
    return volume;
}

/// Whether every close lies inside its bar; a file of adjusted closes beside traded highs and lows does not.
bool closesInsideBars(const VolumeBars& bars) {
    for (std::size_t i = 1; i < bars.close.size(); ++i) {
        const double slack = 1e-6 * bars.close[i];
        if (!std::isnan(bars.close[i]) &&
            !(bars.low[i] <= bars.close[i] + slack && bars.close[i] <= bars.high[i] + slack))
            return false;
    }
    return true;
}

double lastKnown(const std::vector<double>& column) {
    const auto last = std::find_if(column.rbegin(), column.rend(), [](double x) { return !std::isnan(x); });
    return last == column.rend() ? std::nan("") : *last;
}

void addBalances(VolumeSince& out, const BarsView& bars, std::size_t anchor) {
    const std::vector<double> volume = volumeFrom(bars, anchor);
    const auto close = bars.column(Field::Close).subspan(anchor);
    out.obv = lastKnown(onBalanceVolume(close, volume));
    const auto without = static_cast<std::size_t>(volume.size() - 1) -
                         static_cast<std::size_t>(std::count_if(volume.begin() + 1, volume.end(), hasVolume));
    if (without > 0)
        out.note = fmt::format("{} of {} sessions without volume.", without, volume.size() - 1);
    if (bars.column(Field::High).empty() || bars.column(Field::Low).empty())
        return;
    const VolumeBars columns{bars.column(Field::High).subspan(anchor),
                             bars.column(Field::Low).subspan(anchor), close, volume};
    if (closesInsideBars(columns))
        out.accumulation = lastKnown(accumulationDistribution(columns));
    else
        out.note += std::string(out.note.empty() ? "" : " ") +
                    "Closes lie outside their highs and lows: no accumulation/distribution.";
}

} // namespace

Date quarterStart(Date date) {
    return *makeDate(yearOf(date), (monthOf(date) - 1) / 3 * 3 + 1, 1);
}

VolumeSince volumeSinceQuarter(const BarsView& bars) {
    VolumeSince out;
    const auto close = bars.column(Field::Close);
    if (close.empty())
        return out;
    const auto anchor = lastClosedBefore(bars, quarterStart(bars.dates.back()));
    if (!anchor) {
        out.note = "The series begins in this quarter.";
        return out;
    }
    out.anchor = bars.dates[*anchor];
    out.price = simpleReturn(close[*anchor], lastKnown({close.begin(), close.end()}));
    out.note = bars.column(Field::Volume).empty() ? "No volume in this desk." : missingVolume(bars);
    if (out.note.empty())
        addBalances(out, bars, *anchor);
    return out;
}

} // namespace rotascope
