// Tables of the desk: how fresh each instrument is.
#pragma once

#include "core/store/records.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

/// One row per instrument: its last date and how many NYSE sessions that is behind the desk's newest date.
TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments);
/// The same as of a day: `last` are the instruments' last values up to then, and ages are counted to it.
TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments,
                               std::span<const std::optional<Date>> last, Date asOf);

/// The newest date of any series; nullopt for an empty desk.
std::optional<Date> newestDateOf(std::span<const InstrumentSummary> instruments);
/// First and last date over an instrument's series.
std::optional<DateRange> rangeOf(const InstrumentSummary& instrument);
/// NYSE sessions after `date` up to and including `newest`.
int sessionsBehind(Date date, Date newest);

} // namespace rotascope
