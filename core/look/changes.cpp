#include "core/look/changes.h"

#include "core/base/text.h"
#include "core/look/change_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace rotascope {

namespace {

constexpr auto kKinds = std::to_array<ChangeKind>({
    {"pair", "of the pair", pairChanges},
    {"rules", "about rules", ruleChanges},
    {"restated", "series with restated values", restatements},
    {"crosses", "crosses of averages", crosses},
    {"flows", "funds whose rank moved", flowChanges},
    {"claims", "claims whose verdict turned", claimChanges},
    {"findings", "about the quality of data", findingChanges},
    {"catalysts", "catalysts that passed", passedCatalysts},
    {"series", "about series", seriesChanges},
    {"imports", "about imports", importChanges},
});

} // namespace

std::span<const ChangeKind> changeKinds() {
    return kKinds;
}

std::vector<Change> changesSince(const DeskLook& before, const DeskNews& now) {
    std::vector<Change> changes;
    for (const ChangeKind& kind : kKinds)
        for (std::string& sentence : kind.tell(before, now))
            changes.push_back({kind.id, std::move(sentence)});
    return changes;
}

std::vector<std::string> shortened(std::span<const Change> changes, std::size_t perKind) {
    std::vector<std::string> out;
    for (const ChangeKind& kind : kKinds) {
        std::vector<std::string> told;
        for (const Change& change : changes)
            if (change.kind == kind.id)
                told.push_back(change.sentence);
        if (told.size() > perKind + 1) { // a single one takes no more room than the words that it is left out
            const auto more = static_cast<long long>(told.size() - perKind);
            told.resize(perKind);
            told.push_back(fmt::format("And {} more {}.", groupedCount(more), kind.more));
        }
        std::ranges::move(told, std::back_inserter(out));
    }
    return out;
}

} // namespace rotascope
