// A rule's ledger: every episode with what followed, held against any session by the event study's figures.
#pragma once

#include "core/analysis/event_losses.h"
#include "core/analysis/event_outcomes.h"
#include "core/rules/playbook_reading.h"

#include <array>
#include <optional>
#include <vector>

namespace rotascope {

/// ★ Sessions after an episode's first session at which what followed is told.
constexpr std::array<std::size_t, 5> kLedgerHorizons{5, 10, 21, 30, 63};

/// NaN where a horizon is not complete.
struct LedgerRow {
    Episode episode;
    Date first;
    std::optional<Date> last;                              ///< nullopt while it is under way
    std::array<double, kLedgerHorizons.size()> absolute{}; ///< of the small leg
    std::array<double, kLedgerHorizons.size()> relative{}; ///< small − large
    std::array<double, kLossWindows.size()> worst{}; ///< least close within the window against entry, minus 1
    bool isRecord = false;                           ///< began on or after the rule's birth
};

struct LedgerFigures {
    std::size_t episodes = 0;
    std::vector<HorizonOutcomes> horizons; ///< in the order of kLedgerHorizons
    std::vector<LossOdds> losses;
};

struct RuleLedger {
    EntryRule entry = EntryRule::EventClose;
    bool hasPair = true;         ///< else relative figures mean nothing
    std::size_t eligible = 0;    ///< sessions on which the rule has a value
    std::vector<LedgerRow> rows; ///< oldest first
    LedgerFigures all;
    LedgerFigures hindsight; ///< episodes before the rule's birth; without a birth date all of them
    LedgerFigures record;
};

/// What followed is counted from the close of an episode's first session, as it is told and quoted; the first
/// price that could be had is NextClose.
RuleLedger ledgerOf(const RuleReading& reading, EntryRule entry = EntryRule::EventClose);

/// Its rows alone, which cost next to nothing.
std::vector<LedgerRow> ledgerRows(const RuleReading& reading, EntryRule entry = EntryRule::EventClose);

} // namespace rotascope
