#include "core/figure/divergence_figure.h"
#include "core/report/divergence_json.h"
#include "core/report/divergence_text.h"
#include "core/workflow/desk_report/section_catalogue.h"

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kShown = 756; // three years

} // namespace

Result<MadeSection> divergenceSection(const ReportGround& ground) {
    const Divergence& divergence = ground.divergence;
    DivergenceFigureOptions options;
    options.start = divergence.pair.size() - std::min(kShown, divergence.pair.size());
    ReportSection section;
    section.blocks.emplace_back(ReportText{divergenceHeadline(divergence)});
    section.blocks.emplace_back(
        ReportFigure{std::make_shared<const Figure>(divergenceFigure(divergence, options)), kShown});
    for (NamedTable& table : divergenceTables(divergence))
        section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(ReportList{"", divergenceNotes(divergence)});
    section.conventions = conventionsLine(divergence);
    section.results = divergenceAsJson(divergence);
    return MadeSection{std::move(section), {ground.small(), ground.large()}};
}

} // namespace rotascope
