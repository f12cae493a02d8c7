// What followed, per horizon, for programs: the same keys wherever outcomes are told.
#pragma once

#include "core/analysis/event_losses.h"
#include "core/analysis/event_outcomes.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace rotascope {

/// {"5": {n, n_effective, incomplete, sample_size, mean, … relative_mean, … mae, mfe}, …}; with large caps
/// also large_mean, …
nlohmann::ordered_json horizonsAsJson(const std::vector<HorizonOutcomes>& horizons, bool withLargeCaps);
/// [{loss, within, n, events, share, …}]
nlohmann::ordered_json lossesAsJson(const std::vector<LossOdds>& losses);

} // namespace rotascope
