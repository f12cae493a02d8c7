// Whether volume went with the price since the quarter began.
#pragma once

#include "core/base/date.h"
#include "core/market/market.h"

#include <limits>
#include <optional>
#include <string>

namespace rotascope {

/// Change of the volume balances since the last session of the previous quarter, in shares. Traded closes,
/// whatever the choice of prices, since volumes belong to them. NaN where `note` says why.
struct VolumeSince {
    std::optional<Date> anchor;
    double price = std::numeric_limits<double>::quiet_NaN(); ///< return since the anchor, fraction
    double obv = std::numeric_limits<double>::quiet_NaN();
    double accumulation = std::numeric_limits<double>::quiet_NaN();
    std::string note; ///< "No volume since 4 Apr 2025."

    bool obvDiverges() const { return price * obv < 0; }
    bool accumulationDiverges() const { return price * accumulation < 0; }
};

/// The first day of the quarter that `date` lies in.
Date quarterStart(Date date);

VolumeSince volumeSinceQuarter(const BarsView& bars);

} // namespace rotascope
