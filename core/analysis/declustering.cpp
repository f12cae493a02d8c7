#include "core/analysis/declustering.h"

namespace rotascope {

std::vector<std::size_t> firstKeptEvents(std::span<const double> z, double threshold, std::size_t gap) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (z[i] >= threshold && (kept.empty() || i - kept.back() > gap))
            kept.push_back(i);
    return kept;
}

} // namespace rotascope
