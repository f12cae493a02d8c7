// The mean and σ behind one z.
#pragma once

#include "core/analysis/sigma_mode.h"

#include <span>

namespace rotascope {

struct ZGround {
    double centre = 0; ///< mean, median (robust) or 0 (EWMA)
    double scale = 0;  ///< σ as the mode means it
};

/// Of the z that the mode gives the last of `values`, so that z = (x − centre) / scale. NaN in both where
/// there is no z; a scale of NaN where z is 0 and the scale shows in nothing.
ZGround zGround(std::span<const double> values, SigmaMode mode, double z);

} // namespace rotascope
