// How often moves of each size occurred, and where today's stands among them.
#pragma once

#include "core/analysis/divergence.h"

#include <cstddef>
#include <vector>

namespace rotascope {

struct Distribution {
    double low = 0;   ///< lower edge of the first bin
    double width = 0; ///< of each bin
    std::vector<std::size_t> counts;
    std::size_t sessions = 0; ///< with a value
    double today = 0;
    double shareBeyond = 0; ///< of sessions whose z is at or above `threshold`, 0 to 1
    double threshold = 0;
    Date first; ///< of the sample

    double highEdge() const { return low + width * static_cast<double>(counts.size()); }
};

/// Histogram of the spread in `bins` equal bins that end at the most distant value on either side, symmetric
/// around zero. `shareBeyond` is of the z under `sigma`. Sessions without a value are left out.
Distribution spreadDistribution(const Divergence& divergence, SigmaMode sigma, double threshold,
                                std::size_t bins);

/// The share of a normal law at or above `z`, 0 to 1.
double normalTail(double z);

} // namespace rotascope
