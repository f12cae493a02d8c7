#include "core/workflow/desk_report/report_formulas.h"

#include "core/base/text.h"
#include "core/workflow/desk_report/line_excerpt.h"

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

/// A report is handed on: it does not name folders of the machine that read the file.
std::string textOf(const Provenance& from) {
    if (from.text)
        return excerptOf(*from.text, shortestNumber(from.origin.value));
    return from.origin.header.sha256.empty() ? from.text.error().message : "(not kept in the desk)";
}

} // namespace

std::size_t ReportFormulas::observation(const ExplainedInput& input, const Provenance& from) {
    const ValueOrigin& origin = from.origin;
    const auto [known, isNew] =
        m_known.try_emplace({origin.symbol, origin.date, origin.field}, m_provenance.observations.size());
    if (isNew)
        m_provenance.observations.push_back({input.input.symbol, std::string(nameOf(origin.field)),
                                             origin.date, from.adjusted.value_or(origin.value),
                                             origin.importId, origin.line, textOf(from)});
    return known->second;
}

Result<void> ReportFormulas::add(const std::string& section, const std::vector<Derivation>& figures,
                                 std::optional<Date> asOf) {
    for (Derivation figure : figures) {
        figure.asOf = asOf;
        const auto explained = m_lookup.explain(figure);
        if (!explained)
            return Failure(explained.error());
        ReportFormula formula{section, figure.figure, figure.value, explained->inWords, {}, {}};
        if (explained->withValues != explained->inWords)
            formula.withValues = explained->withValues;
        for (const ExplainedInput& input : explained->inputs) {
            if (input.first)
                formula.observations.push_back(observation(input, *input.first));
            if (input.last)
                formula.observations.push_back(observation(input, *input.last));
        }
        m_provenance.formulas.push_back(std::move(formula));
    }
    return {};
}

Derivation named(const DerivationRef& from, std::string figure, std::string value) {
    Derivation out = from ? *from : Derivation();
    out.figure = std::move(figure);
    out.value = std::move(value);
    return out;
}

} // namespace rotascope
