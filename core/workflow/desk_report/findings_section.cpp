#include "core/report/quality_json.h"
#include "core/report/quality_text.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "core/workflow/examine_desk.h"

#include <fmt/format.h>

namespace rotascope {

Result<FilledSection> findingsSection(const ReportGround& ground) {
    const auto findings = examineDesk(ground.store, {}, ground.moment.date);
    if (!findings)
        return Failure(findings.error());
    ReportSection section;
    section.blocks.emplace_back(ReportText{{{findingsSentence(*findings), Emphasis::Normal}}});
    if (!findings->empty())
        section.blocks.emplace_back(findingsTable(*findings));
    section.conventions = "open warnings leave their values out of ranks and z; no value is changed";
    section.results = {{"findings", findingsAsJson(*findings)}};
    std::vector<Symbol> symbols;
    for (const Finding& finding : *findings)
        if (symbols.empty() || symbols.back() != finding.symbol)
            symbols.push_back(finding.symbol);
    return FilledSection{std::move(section), std::move(symbols)};
}

} // namespace rotascope
