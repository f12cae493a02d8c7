#include "core/quality/finding_groups.h"

#include "core/base/text.h"
#include "core/quality/quality_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

bool belongTogether(const Finding& a, const Finding& b) {
    const auto reason = [](const Finding& finding) {
        return finding.accepted ? finding.accepted->reason : std::string{};
    };
    return a.symbol == b.symbol && a.rule == b.rule && a.cadence == b.cadence && a.field == b.field &&
           a.accepted.has_value() == b.accepted.has_value() && reason(a) == reason(b);
}

} // namespace

DateRange FindingGroup::range() const {
    DateRange range{front().first, front().last};
    for (const Finding& finding : findings) {
        range.first = std::min(range.first, finding.first);
        range.last = std::max(range.last, finding.last);
    }
    return range;
}

std::size_t FindingGroup::count() const {
    std::size_t count = 0;
    for (const Finding& finding : findings)
        count += finding.count;
    return count;
}

std::string FindingGroup::message() const {
    if (findings.size() == 1)
        return front().message;
    const QualityRule* rule = qualityRuleNamed(front().rule);
    return fmt::format("{} {} between {} and {}.", groupedCount(static_cast<long long>(count())),
                       rule ? rule->plural : "other symbols with the same values", isoText(range().first),
                       isoText(range().last));
}

std::vector<FindingGroup> groupedFindings(std::span<const Finding> findings) {
    std::vector<FindingGroup> groups;
    for (const Finding& finding : findings) {
        const auto group = std::ranges::find_if(
            groups, [&](const FindingGroup& known) { return belongTogether(known.front(), finding); });
        if (group == groups.end())
            groups.push_back({{finding}});
        else
            group->findings.push_back(finding);
    }
    std::ranges::stable_partition(groups, [](const FindingGroup& group) { return !group.isAccepted(); });
    return groups;
}

} // namespace rotascope
