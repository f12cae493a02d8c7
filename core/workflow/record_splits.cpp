#include "core/workflow/record_splits.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace rotascope {

namespace {

/// A session's own move on top of the split's.
constexpr double kJumpTolerance = 0.25;

constexpr std::array kScopes{SplitScope::Prices, SplitScope::Volume, SplitScope::Nav, SplitScope::Shares};

bool jumpsBy(double change, double ratio) {
    return std::abs(change / ratio - 1) < kJumpTolerance;
}

/// Scopes whose values change by the ratio on that date. Volumes are too restless to tell: they go with the
/// prices.
std::vector<SplitScope> shownScopes(const InstrumentData& data, const StatedSplit& stated) {
    const double ratio = stated.newUnits / stated.oldUnits;
    std::vector<SplitScope> out;
    for (const SplitScope scope : kScopes) {
        if (scope == SplitScope::Volume)
            continue;
        const auto change = changeAcross(data, scope, stated.date);
        if (!change || !jumpsBy(*change, scope == SplitScope::Shares ? ratio : 1 / ratio))
            continue;
        out.push_back(scope);
        if (scope == SplitScope::Prices && !data.daily.column(Field::Volume).empty())
            out.push_back(SplitScope::Volume);
    }
    return out;
}

Failure noJump(const StatedSplit& stated) {
    return refused("no_jump",
                   fmt::format("No value of {} changes by {}:{} on {}: the files adjusted it already, or the "
                               "date is another. Name what it moves with --of prices, volume, nav or shares "
                               "to record it anyway.",
                               stated.symbol, shortestNumber(stated.newUnits),
                               shortestNumber(stated.oldUnits), isoText(stated.date)));
}

Result<std::vector<Split>> splitsOf(MarketStore& store, const StatedSplit& stated) {
    const auto data = store.readUnadjusted(stated.symbol);
    if (!data)
        return Failure(data.error());
    const std::vector<SplitScope> scopes = stated.scopes.empty() ? shownScopes(*data, stated) : stated.scopes;
    if (scopes.empty())
        return noJump(stated);
    std::vector<Split> out;
    for (const SplitScope scope : scopes)
        out.push_back({stated.date, scope, stated.newUnits, stated.oldUnits, stated.notedAt});
    return out;
}

} // namespace

std::optional<std::pair<double, double>> splitRatioIn(std::string_view text) {
    for (const std::string_view mark : {"-for-", " for ", ":", "/"}) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos)
            continue;
        const auto left = parseNumber(trimmed(text.substr(0, at)));
        const auto right = parseNumber(trimmed(text.substr(at + mark.size())));
        if (left && right && *left > 0 && *right > 0 && *left != *right)
            return std::pair(*left, *right);
        return std::nullopt;
    }
    return std::nullopt;
}

Result<std::vector<Split>> recordSplit(MarketStore& store, const StatedSplit& stated) {
    auto splits = splitsOf(store, stated);
    if (!splits)
        return splits;
    if (const auto done = store.addSplits(stated.symbol, *splits); !done)
        return Failure(done.error());
    return splits;
}

} // namespace rotascope
