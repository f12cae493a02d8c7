#include "core/workflow/last_look.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

struct ImportSums {
    std::size_t files = 0;
    std::uint64_t stored = 0;
    std::uint64_t replaced = 0;
    std::uint64_t conflicts = 0;
    std::vector<Symbol> symbols;
};

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
    return groupedCount(static_cast<long long>(count)) + " " + (count == 1 ? one : many);
}

ImportSums importsAfter(std::span<const ImportRecord> imports, std::int64_t id) {
    ImportSums sums;
    for (const ImportRecord& record : imports) {
        if (record.id <= id || record.undone)
            continue;
        ++sums.files;
        sums.stored += record.counts.stored;
        sums.replaced += record.counts.replaced;
        sums.conflicts += record.counts.conflicts;
        for (const Symbol& symbol : record.symbols)
            if (std::find(sums.symbols.begin(), sums.symbols.end(), symbol) == sums.symbols.end())
                sums.symbols.push_back(symbol);
    }
    return sums;
}

std::string symbolList(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 4;
    if (symbols.size() <= kNamed)
        return listed(symbols);
    return counted(symbols.size(), "series", "series");
}

void addMove(std::vector<std::string>& changes, const LastLook& before, const Divergence& divergence) {
    const auto& dates = divergence.pair.dates;
    const auto later = dates.end() - std::upper_bound(dates.begin(), dates.end(), before.lastSession);
    if (later <= 0)
        return;
    const ZReading& now = divergence.zSpread[indexOf(SigmaMode::Expanding)];
    changes.push_back(counted(static_cast<std::uint64_t>(later), "new session", "new sessions") + ", to " +
                      dayMonthYear(divergence.asOf) + ".");
    changes.push_back("The spread moved from " + pointsText(before.spread) + " to " +
                      pointsText(divergence.spread) + ", z from " + zText(before.z) + " to " + zText(now.z) +
                      ", percentile from " + percentileText(before.percentile) + " to " +
                      percentileText(divergence.percentile) + ".");
}

void addRestated(std::vector<std::string>& changes, const LastLook& before, const Divergence& divergence) {
    const auto& dates = divergence.pair.dates;
    const auto at = std::lower_bound(dates.begin(), dates.end(), before.lastSession);
    if (at == dates.end() || *at != before.lastSession)
        return;
    const double now = divergence.history.spread[static_cast<std::size_t>(at - dates.begin())];
    if (pointsText(now) != pointsText(before.spread))
        changes.push_back("Restated: the spread of " + dayMonthYear(before.lastSession) + " was " +
                          pointsText(before.spread) + " and is now " + pointsText(now) + ".");
}

void addImports(std::vector<std::string>& changes, const ImportSums& sums) {
    if (sums.files == 0)
        return;
    std::string sentence = counted(sums.files, "import", "imports");
    if (!sums.symbols.empty())
        sentence += " for " + symbolList(sums.symbols);
    changes.push_back(
        sentence + ": " + counted(sums.stored, "row", "rows") + " stored" +
        (sums.replaced ? ", " + groupedCount(static_cast<long long>(sums.replaced)) + " restated" : "") +
        (sums.conflicts ? ", " + groupedCount(static_cast<long long>(sums.conflicts)) + " in conflict" : "") +
        ".");
}

} // namespace

LastLook lookNow(const Divergence& divergence, std::span<const ImportRecord> imports, const std::string& at) {
    LastLook look;
    look.at = at;
    look.importId = imports.empty() ? 0 : imports.back().id;
    look.small = divergence.params.small;
    look.large = divergence.params.large;
    look.lastSession = divergence.asOf;
    look.spread = divergence.spread;
    look.z = divergence.zSpread[indexOf(SigmaMode::Expanding)].z;
    look.percentile = divergence.percentile;
    return look;
}

std::vector<std::string> changesSince(const LastLook& before, const Divergence& divergence,
                                      std::span<const ImportRecord> imports) {
    std::vector<std::string> changes;
    if (before.small == divergence.params.small && before.large == divergence.params.large) {
        addMove(changes, before, divergence);
        addRestated(changes, before, divergence);
    }
    addImports(changes, importsAfter(imports, before.importId));
    return changes;
}

} // namespace rotascope
