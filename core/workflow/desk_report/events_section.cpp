#include "core/analysis/event_headline.h"
#include "core/analysis/event_robustness.h"
#include "core/figure/derivations.h"
#include "core/figure/event_figure.h"
#include "core/report/events_json.h"
#include "core/report/events_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"

namespace rotascope {

namespace {

constexpr std::size_t kKnobHorizon = 126;

std::vector<Symbol> symbolsOf(const ReportGround& ground) {
    std::vector<Symbol> symbols{ground.small(), ground.large()};
    for (Symbol& symbol : tenYearYieldSymbols())
        symbols.push_back(std::move(symbol));
    return symbols;
}

ReportSection sectionOf(const EventStudy& study, const EventRobustness& robustness) {
    ReportSection section;
    section.blocks.emplace_back(ReportText{eventHeadline(study, robustness.horizon)});
    section.blocks.emplace_back(ReportText{{{studyLine(study) + ".", Emphasis::Muted}}});
    if (!study.rows.empty())
        section.blocks.emplace_back(
            ReportFigure{std::make_shared<const Figure>(eventFigure(study, study.path)), 0});
    for (NamedTable& table : eventTables(study, robustness))
        section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(ReportList{"What limits this", study.notes});
    section.conventions = eventConventions(study);
    section.results = eventsAsJson(study, robustness);
    return section;
}

} // namespace

Result<FilledSection> eventsSection(const ReportGround& ground) {
    EventStudyParams params;
    params.outcomes.entry = EntryRule::NextClose;
    const auto study = studyEvents(ground.divergence, params);
    if (!study)
        return Failure(study.error());
    const auto robustness =
        studyRobustness(ground.divergence, params, kKnobHorizon, Leg::Small, tenYearYield(ground.pairView));
    if (!robustness)
        return Failure(robustness.error());
    return FilledSection{sectionOf(*study, *robustness),
                         symbolsOf(ground),
                         {named(historyFrom(ground.divergence, eventConventions(*study)), "every figure")}};
}

} // namespace rotascope
