// Tables of peers on one day, such as the week's returns of a category's funds, summed up as they are
// imported: "27 of 29 lost, mean −4.1 %, worst −15.0 % (NAME)".
//
// A table of peers has a column of tickers and a column whose heading speaks of a gain (see kGainWords), read
// as single values, one for each of at least kFewestPeers tickers, all on one day. Everything else has no
// summary: prices, flows, holdings, calendars, histories.
#pragma once

#include "core/import/peer_summary.h"
#include "core/import/prepared_import.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rotascope {

/// Fewer are no group.
constexpr std::size_t kFewestPeers = 3;
constexpr std::size_t kMostPeers = 50'000;

/// Watches records on their way to the desk.
class PeerTally {
public:
    /// Of a file with one series per ticker, whose targets join on the way.
    explicit PeerTally(const ReadingPlan& plan);
    /// Of a file whose targets are known.
    explicit PeerTally(const PreparedImport& prepared);

    void add(const RecordBlock& block);
    /// One summary for each column of a table of peers; usually none. `prepared` is how the file was read.
    std::vector<PeerSummary> summaries(const PreparedImport& prepared) const;

private:
    struct Peer {
        std::uint32_t target = 0;
        std::int32_t day = 0;
        double value = 0;
    };
    struct Column {
        bool watched = false;
        std::vector<Peer> peers;
    };
    std::size_t groupOf(std::uint32_t target) const;
    std::optional<PeerSummary> summaryOf(const PreparedImport& prepared, std::size_t group) const;

    std::vector<std::size_t> m_groupOf; ///< by target; empty: all are of the one group
    std::vector<Column> m_columns;      ///< by group
};

} // namespace rotascope
