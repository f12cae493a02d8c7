// Tables of what the divergence is made of: legs, pairs, groups, rotation.
#pragma once

#include "core/analysis/performance_table.h"
#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"
#include "core/analysis/relative/rotation_map.h"
#include "ui/models/table_model.h"

#include <span>

namespace rotascope {

/// The legs and, last, the whole that they add up to.
TableSnapshot chainTableOf(const DivergenceChain& chain);
/// One row for each pair; one that cannot be analysed says why.
TableSnapshot boardTableOf(std::span<const BoardRow> rows, int days);
/// Returns of two groups over the usual horizons.
TableSnapshot groupTableOf(std::span<const PerformanceRow> rows, const QString& first, const QString& second);
/// Where each track stands on its position `back` before the last, and what share of its whole way it spent
/// where.
TableSnapshot rotationTableOf(const RotationMap& map, std::size_t back);

} // namespace rotascope
