#include "core/report/quality_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rotascope {

std::string groupDatesText(const FindingGroup& group) {
    constexpr std::size_t kNamed = 8;
    std::string out;
    for (std::size_t i = 0; i < std::min(group.findings.size(), kNamed); ++i)
        out += (i == 0 ? "" : ", ") + isoText(group.findings[i].first);
    return group.findings.size() > kNamed ? out + " …" : out;
}

std::string standingText(const FindingGroup& group) {
    return std::string(group.isAccepted() ? "accepted" : nameOf(group.front().severity));
}

std::string ruleText(const FindingGroup& group) {
    const Finding& first = group.front();
    const std::string where = first.field == Field::Close ? "" : fmt::format(" ({})", nameOf(first.field));
    return std::string(first.rule) + where;
}

std::string findingsSentence(std::span<const Finding> findings) {
    if (findings.empty())
        return "Nothing to report.";
    std::set<Symbol> symbols;
    for (const Finding& finding : findings)
        symbols.insert(finding.symbol);
    const auto accepted =
        std::ranges::count_if(findings, [](const Finding& f) { return f.accepted.has_value(); });
    const auto warnings = std::ranges::count_if(
        findings, [](const Finding& f) { return !f.accepted && f.severity == Severity::Warning; });
    return fmt::format("{} finding{} about {} instrument{} or series: {} open warning{}{}.", findings.size(),
                       findings.size() == 1 ? "" : "s", symbols.size(), symbols.size() == 1 ? "" : "s",
                       warnings, warnings == 1 ? "" : "s",
                       accepted == 0 ? "" : fmt::format(", {} accepted", accepted));
}

NamedTable findingsTable(std::span<const Finding> findings) {
    std::vector<FindingGroup> groups = groupedFindings(findings);
    std::ranges::stable_sort(groups, {}, [](const FindingGroup& group) { return group.front().symbol; });
    TextTable table{{"symbol", "", "rule", "from", "to", "what"}, {}};
    for (const FindingGroup& group : groups) {
        const DateRange range = group.range();
        const std::string reason = group.isAccepted() ? " Accepted: " + group.front().accepted->reason : "";
        table.rows.push_back({group.front().symbol, standingText(group), ruleText(group),
                              isoText(range.first), isoText(range.last), group.message() + reason});
    }
    return {"findings", "Findings", std::move(table), {1, 2, 3, 4, 5}};
}

} // namespace rotascope
