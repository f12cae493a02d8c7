// What the window knows of the open desk: values, read once and shared.
#pragma once

#include "core/analysis/aftermath.h"
#include "core/analysis/divergence.h"
#include "core/analysis/pair_facts.h"
#include "core/store/market_store.h"
#include "ui/session/view_state.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rotascope {

enum class DeskAccess : std::uint8_t { Existing, CreateWhenMissing };

/// Given by the composition root; called on the thread that uses the store.
using DeskOpener =
    std::function<Result<std::unique_ptr<MarketStore>>(const std::string& path, DeskAccess access)>;

struct DeskSnapshot {
    DeskInfo info;
    std::vector<InstrumentSummary> instruments;                ///< by symbol
    std::vector<ImportRecord> imports;                         ///< oldest first
    std::array<std::int64_t, kDeskSettings.size()> settings{}; ///< how it is kept, see infoOf(DeskSetting)
    std::map<Symbol, std::vector<Split>> splits;               ///< by which values are adjusted when read
    std::shared_ptr<InstrumentShelf> shelf; ///< where all sessions of this desk find what one of them read
    std::shared_ptr<const Market>
        market;   ///< values of the pair, of events, and of the 10-year yield where there is one
    Symbol small; ///< the pair whose values were read
    Symbol large;

    bool isEmpty() const { return instruments.empty(); }
    const InstrumentSummary* find(std::string_view symbol) const;
    /// Events of imported calendars, by symbol.
    std::vector<Symbol> events() const;
};

/// A market as of a day; nullopt: all of it.
MarketView viewOf(const std::shared_ptr<const Market>& market, const std::optional<Date>& asOf);
/// The desk's values as of a day.
MarketView viewOf(const DeskSnapshot& desk, const std::optional<Date>& asOf);

/// Reads a desk. A pair that the desk lacks gives way to the first of the usual pairs that it holds.
Result<DeskSnapshot> readDesk(MarketStore& store, const Symbol& small, const Symbol& large);

/// The pair as of the state's date. Holds either a divergence or the reason why there is none.
struct PairAnalysis {
    ViewState state;
    std::shared_ptr<const DeskSnapshot> desk;
    std::shared_ptr<const std::vector<Date>>
        sessions; ///< of the pair in the whole desk; empty without a pair
    std::shared_ptr<const Divergence>
        whole; ///< of the whole desk, whose history every earlier date is cut from
    std::shared_ptr<const Divergence> divergence;
    PairFacts facts;                           ///< with a divergence
    std::optional<Aftermath> aftermath;        ///< with a divergence that is no ordinary move
    std::vector<PerformanceRow> calendarTable; ///< with a divergence: its table's calendar variant
    std::optional<Error> error;

    std::size_t asOfIndex() const { return divergence ? divergence->pair.size() - 1 : 0; }
    /// Whether sessions lie after the as-of date.
    bool isPast() const { return divergence && asOfIndex() + 1 < sessions->size(); }
};

/// `before` is the analysis before this one, null where there was none: what it knows of the same pair in the
/// same desk is not computed again.
PairAnalysis analysePair(std::shared_ptr<const DeskSnapshot> desk, const ViewState& state,
                         const std::shared_ptr<const PairAnalysis>& before);

} // namespace rotascope
