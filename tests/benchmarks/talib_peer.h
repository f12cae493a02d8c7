// TA-Lib's C functions on the same columns, in the same program: no interpreter's cost in between.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace rotascope::bench {

struct TalibKernel {
    std::string id; ///< of the kernel it is held against
    std::function<double()> work;
};

/// Each allocates its result as ours do.
std::vector<TalibKernel> talibKernels(const std::vector<double>& small, const std::vector<double>& large,
                                      const std::vector<double>& spread);

} // namespace rotascope::bench
