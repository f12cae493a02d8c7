// Export of daily values as a long table that our own importer reads back without loss.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"

#include <optional>
#include <span>
#include <string>

namespace rotascope {

/// `Symbol,Date,…` with the fields that at least one instrument has, one row per instrument and date, numbers
/// as shortest round trips, missing cells empty. With `field` only that field, at the cadence the instrument
/// has it in (daily where it has several). Refuses an instrument that has nothing to export ("no_data").
Result<std::string> seriesCsv(std::span<const InstrumentData> instruments, std::optional<Field> field);

/// Everything of one cadence, where `daily` holds the bars of that cadence. The column of dates is called
/// Day, Week, Month or Quarter, by which our importer knows the cadence again. Empty when there is nothing of
/// it.
std::string cadenceCsv(std::span<const InstrumentData> instruments, Cadence cadence);

} // namespace rotascope
