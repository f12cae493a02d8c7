// Every number of a divergence, named, so that two of them can be laid side by side.
#pragma once

#include "core/analysis/divergence.h"

#include <string>
#include <utility>
#include <vector>

namespace rotascope::test {

using NamedNumbers = std::vector<std::pair<std::string, double>>;

/// The figures of the last session.
inline NamedNumbers figuresOf(const Divergence& d) {
    NamedNumbers out{{"sessions", static_cast<double>(d.pair.size())},
                     {"as of", dayNumber(d.asOf)},
                     {"dropped small", static_cast<double>(d.pair.droppedSmall)},
                     {"dropped large", static_cast<double>(d.pair.droppedLarge)},
                     {"return small", d.returnSmall},
                     {"return large", d.returnLarge},
                     {"spread", d.spread},
                     {"percentile", d.percentile},
                     {"percentile small", d.percentileSmall},
                     {"beta", d.beta.beta},
                     {"beta spread", d.beta.spread},
                     {"beta z", d.beta.z},
                     {"beta percentile", d.beta.percentile}};
    for (const SigmaModeInfo& info : kSigmaModes) {
        const std::string id(info.id);
        out.emplace_back("z " + id, d.zSpread[indexOf(info.mode)].z);
        out.emplace_back("percentile of z " + id, d.zSpread[indexOf(info.mode)].percentile);
        out.emplace_back("z small " + id, d.zSmall[indexOf(info.mode)].z);
        out.emplace_back("percentile of z small " + id, d.zSmall[indexOf(info.mode)].percentile);
    }
    for (const PerformanceRow& row : d.table) {
        out.emplace_back(row.horizon + " base", row.base ? dayNumber(*row.base) : -1e9);
        out.emplace_back(row.horizon + " small", row.small);
        out.emplace_back(row.horizon + " large", row.large);
        out.emplace_back(row.horizon + " spread", row.spread);
    }
    return out;
}

using NamedColumns = std::vector<std::pair<std::string, const std::vector<double>*>>;

/// The history, in-sample z last since it alone looks ahead inside the view.
inline NamedColumns columnsOf(const DivergenceHistory& h, bool withInSample) {
    NamedColumns out{{"return small", &h.returnSmall},
                     {"return large", &h.returnLarge},
                     {"spread", &h.spread},
                     {"beta", &h.beta},
                     {"z beta", &h.zBetaAdjusted}};
    for (const SigmaModeInfo& info : kSigmaModes) {
        if (info.mode == SigmaMode::InSample && !withInSample)
            continue;
        out.emplace_back("z " + std::string(info.id), &h.zSpread[indexOf(info.mode)]);
        out.emplace_back("z small " + std::string(info.id), &h.zSmall[indexOf(info.mode)]);
    }
    return out;
}

} // namespace rotascope::test
