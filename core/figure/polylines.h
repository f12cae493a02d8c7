// A column as polylines of no more points than a picture can show.
#pragma once

#include <span>
#include <vector>

namespace rotascope {

struct SeriesPoint {
    double position = 0; ///< along the axis, in the unit of `positions`
    double value = 0;
    bool operator==(const SeriesPoint&) const = default;
};

using Polyline = std::vector<SeriesPoint>;

/// What to make of a column between two sessions (inclusive).
struct PolylineRequest {
    int firstSession = 0;
    int lastSession = 0;
    double columnsPerUnit = 1; ///< pixel columns per unit of position
    bool joinGaps = false;     ///< a missing value does not break the line
};

/// Polylines through the finite values. Where several sessions share one pixel column, its first, lowest,
/// highest and last value stay, so the picture is the one that all points would give. `positions` holds one
/// place per session and grows; empty means the session's own index.
std::vector<Polyline> polylines(std::span<const double> values, std::span<const double> positions,
                                const PolylineRequest& request);

} // namespace rotascope
