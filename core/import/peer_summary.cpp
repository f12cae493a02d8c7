#include "core/import/peer_summary.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

std::string figureText(const PeerSummary& summary, double value) {
    return signedNumber(value, summary.decimals) + (summary.isPercent ? " %" : "");
}

} // namespace

std::string peerSummaryText(const PeerSummary& summary) {
    const std::string mean = figureText(summary, summary.mean);
    if (summary.lost == 0)
        return fmt::format("none of {} lost, mean {}, best {} ({})", summary.peers, mean,
                           figureText(summary, summary.best), summary.bestName);
    return fmt::format("{} of {} lost, mean {}, worst {} ({})", summary.lost, summary.peers, mean,
                       figureText(summary, summary.worst), summary.worstName);
}

} // namespace rotascope
