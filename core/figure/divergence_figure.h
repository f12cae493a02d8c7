// Relative strength over the z of the spread: the picture of the Overview and Divergence pages.
#pragma once

#include "core/analysis/divergence.h"
#include "core/figure/figure.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rotascope {

/// What the upper pane shows.
enum class RelativeView : std::uint8_t {
    Ratio,               ///< S/L at 100 on the start session, with its averages over 50 and 200 sessions
    RelativePerformance, ///< S% − L% since the start session, in percentage points
    BothLegs             ///< each leg at 100 on the start session
};

constexpr std::array<std::string_view, 3> kRelativeViews{"ratio", "relative", "legs"};
constexpr std::string_view nameOf(RelativeView view) {
    return kRelativeViews[static_cast<std::size_t>(view)];
}

struct DivergenceFigureOptions {
    RelativeView view = RelativeView::Ratio;
    std::size_t start = 0;    ///< session that stands at 100 (or 0); one beyond the last means the last
    bool logarithmic = false; ///< of the upper pane; relative performance crosses zero and stays linear
    SigmaMode sigma = SigmaMode::Expanding;
    double threshold = 3; ///< z from which a session is an event
    std::size_t gap = 63; ///< sessions that must pass before the next event counts
    bool rebased = true;  ///< false: the ratio as it is, S/L; the other views have a start by their nature
};

Figure divergenceFigure(const Divergence& divergence, const DivergenceFigureOptions& options = {});

} // namespace rotascope
