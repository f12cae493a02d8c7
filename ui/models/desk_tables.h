// Tables of the desk: how fresh each instrument is.
#pragma once

#include "core/store/records.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

/// One row per instrument of `order`: its last date and how many NYSE sessions that is behind `asOf`. `last`
/// are the instruments' last values up to then.
TableSnapshot freshnessTableOf(std::span<const InstrumentSummary> instruments,
                               std::span<const std::optional<Date>> last, Date asOf,
                               std::span<const std::size_t> order);
/// Positions of the instruments: the pair first, then what is oldest, last what has no value yet. Events are
/// left out: none of them is late.
std::vector<std::size_t> freshnessOrder(std::span<const InstrumentSummary> instruments,
                                        std::span<const std::optional<Date>> last, const Symbol& small,
                                        const Symbol& large);
/// Each instrument's last value in the desk; nullopt where there is none.
std::vector<std::optional<Date>> lastDatesOf(std::span<const InstrumentSummary> instruments);

/// The newest date of any series; nullopt for an empty desk.
std::optional<Date> newestDateOf(std::span<const InstrumentSummary> instruments);
/// First and last date over an instrument's series.
std::optional<DateRange> rangeOf(const InstrumentSummary& instrument);
/// NYSE sessions after `date` up to and including `newest`.
int sessionsBehind(Date date, Date newest);

} // namespace rotascope
