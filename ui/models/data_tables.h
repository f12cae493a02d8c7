// Tables of the Data page: what the desk holds, and how it came to hold it.
#pragma once

#include "core/quality/finding.h"
#include "core/store/judgements.h"
#include "core/store/records.h"
#include "ui/models/table_model.h"

#include <array>
#include <map>
#include <span>

namespace rotascope {

/// How many findings each symbol has; none at all until the desk was looked through.
using FindingCounts = std::map<Symbol, std::size_t>;

/// One row per series: range, observations, how far it lags behind `asOf`, when its values become known.
TableSnapshot seriesTableOf(std::span<const InstrumentSummary> instruments, const FindingCounts* findings,
                            Date asOf);
/// The series of its rows.
std::vector<SeriesKey> seriesKeys(std::span<const InstrumentSummary> instruments);
/// The column of names, which takes the room that is left.
constexpr int kSeriesNameColumn = 2;
/// What a narrow page leaves out: when values are known, how many there are, the first day.
inline constexpr std::array kSeriesLesserColumns{8, 7, 3};
/// "same day"
QString availabilityText(Availability availability);

/// One row per import, newest first, with the account of its rows.
constexpr int kImportsFileColumn = 2;
/// The symbols, which the file mostly tells; then counts, so that rows add up for as long as there is room.
inline constexpr std::array kImportsLesserColumns{3, 8, 7, 11};
TableSnapshot importsTableOf(std::span<const ImportRecord> imports);

} // namespace rotascope
