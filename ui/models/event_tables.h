// Tables of an event study: what followed per horizon, each series alone, the events, the odds of a loss.
#pragma once

#include "core/analysis/event_robustness.h"
#include "core/analysis/event_study.h"
#include "ui/models/table_model.h"

#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Small caps against any session and against large caps, one row per horizon.
TableSnapshot followedTableOf(const EventStudy& study);

/// Every figure of one series, one row per horizon.
TableSnapshot outcomeTableOf(const EventStudy& study, Leg leg);

/// Newest first. An outcome that the as-of date hides reads as hidden, or as what it was where `revealed`.
TableSnapshot eventTableOf(const EventStudy& study, std::span<const EventRow> later, bool revealed,
                           std::span<const std::size_t> horizons);

/// A loss from entry within each window, one row per loss and window.
TableSnapshot lossTableOf(const EventStudy& study);

/// Every combination of σ, threshold and gap.
TableSnapshot combinationTableOf(const EventRobustness& robustness);

/// The last event with what followed it, beside what followed all of them and any session.
TableSnapshot lastEventTableOf(const EventStudy& study);

/// "126", or "6M" with horizons by the calendar.
QString horizonLabel(const EventStudy& study, std::size_t horizon);

} // namespace rotascope
