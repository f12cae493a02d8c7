// Which of many close firings count as events.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rotascope {

/// Positions where z ≥ threshold, de-clustered: an event is kept, later ones are skipped until more than
/// `gap` positions have passed since the kept one (gap 0 keeps all). NaN never fires.
std::vector<std::size_t> firstKeptEvents(std::span<const double> z, double threshold, std::size_t gap);

} // namespace rotascope
