// What changed on a desk since somebody last looked at it: a short list of sentences, from the desk itself.
#pragma once

#include "core/analysis/divergence.h"
#include "core/store/records.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// What a visit leaves behind.
struct LastLook {
    std::string at;            ///< UTC, "2025-11-28T21:05:00Z"
    std::int64_t importId = 0; ///< the newest import then; 0 for none
    Symbol small;
    Symbol large;
    Date lastSession;
    double spread = 0; ///< fraction, of the last session
    double z = 0;      ///< of the spread, σ expanding; NaN before warm-up
    double percentile = 0;
};

/// The visit that is going on. `divergence` is the latest of the pair, `imports` the desk's, oldest first.
LastLook lookNow(const Divergence& divergence, std::span<const ImportRecord> imports, const std::string& at);

/// One sentence per thing that changed, the most telling first; empty when nothing did. A restated value is
/// one that an import replaced. Moves of z and percentile are told for the same pair alone.
std::vector<std::string> changesSince(const LastLook& before, const Divergence& divergence,
                                      std::span<const ImportRecord> imports);

} // namespace rotascope
