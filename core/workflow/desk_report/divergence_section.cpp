#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "core/figure/divergence_figure.h"
#include "core/report/divergence_json.h"
#include "core/report/divergence_text.h"
#include "core/workflow/desk_report/report_formulas.h"
#include "core/workflow/desk_report/section_catalogue.h"

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kShown = 756; // three years

/// Every horizon of the performance table and every z.
std::vector<Derivation> figuresOf(const Divergence& divergence) {
    const Symbol& small = divergence.params.small;
    const Symbol& large = divergence.params.large;
    std::vector<Derivation> out;
    for (const PerformanceRow& row : divergence.table) {
        if (!row.base)
            continue;
        const auto add = [&](const DerivationRef& from, const std::string& what, double value) {
            out.push_back(named(from, row.label + ", " + what, signedNumber(value * 100, 2) + " %"));
        };
        add(returnFrom(small, *row.base, divergence.asOf), small, row.small);
        add(returnFrom(large, *row.base, divergence.asOf), large, row.large);
        add(spreadFrom(small, large, *row.base, divergence.asOf), "spread", row.spread);
    }
    for (const SigmaModeInfo& mode : kSigmaModes) {
        const std::string name = "z, " + std::string(mode.label);
        out.push_back(named(zFrom(divergence, mode.mode, true), name + ", spread",
                            signedNumber(divergence.zSpread[indexOf(mode.mode)].z, 2)));
        out.push_back(named(zFrom(divergence, mode.mode, false), name + ", " + small + " alone",
                            signedNumber(divergence.zSmall[indexOf(mode.mode)].z, 2)));
    }
    out.push_back(named(historyFrom(divergence, conventionsLine(divergence)), "every other figure"));
    return out;
}

} // namespace

Result<FilledSection> divergenceSection(const ReportGround& ground) {
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
    return FilledSection{std::move(section), {ground.small(), ground.large()}, figuresOf(divergence)};
}

} // namespace rotascope
