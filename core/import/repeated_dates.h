// Dates that stand more than once for a symbol. Identical repeats are ignored after the first; where values
// differ, every row of that date is rejected. Memory: three bits a day for symbols whose rows are not in
// strict order.
#pragma once

#include "core/import/import_pass.h"
#include "core/import/series_track.h"
#include "core/import/symbols.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace rotascope {

class RepeatedDates {
public:
    enum class Verdict : std::uint8_t { Single, FirstOfSame, LaterOfSame, Clash };

    /// Goes through the file again only where `tracks` (by symbol) show that a date may stand twice. Refuses
    /// "dates_repeat" where most dates of most symbols clash: bars within the day, several series in one
    /// column.
    Result<void> search(const ImportPass& pass, const std::vector<SeriesTrack>& tracks, TickerIndex& tickers);

    /// Judges a data row; to be asked once per row, in the order of the file.
    Verdict judge(std::size_t symbol, std::int32_t day);

    /// The first line on which a clashing date stands; 0 where it was not kept.
    std::uint32_t firstLine(std::size_t symbol, std::int32_t day) const;

    /// Distances between all dates of a symbol whose rows are not in order; nullptr for others.
    const Spacing* spacing(std::size_t symbol) const;

private:
    struct Days {
        DayBits repeated;
        DayBits differing;
        DayBits met;
        Spacing spacing;
        bool watched = false;
    };
    struct Fingerprint {
        std::uint64_t values = 0;
        std::uint32_t line = 0;
    };

    template <class Visit>
    Result<void> eachWatchedRow(const ImportPass& pass, TickerIndex& tickers, Visit visit);
    Result<std::uint64_t> findRepeated(const ImportPass& pass, TickerIndex& tickers);
    Result<void> compare(const ImportPass& pass, TickerIndex& tickers, std::uint64_t part,
                         std::uint64_t parts);

    Result<void> refuseMostlyClashing() const;

    std::vector<Days> m_symbols;
    std::uint64_t m_dates = 0;    ///< of watched symbols
    std::uint64_t m_repeats = 0;  ///< rows whose date had been met
    std::uint64_t m_clashing = 0; ///< of the dates
    std::unordered_map<std::uint64_t, std::uint32_t> m_clashes;
};

} // namespace rotascope
