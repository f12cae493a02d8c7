// Formulas and observations behind a report's figures.
#pragma once

#include "core/figure/derivation.h"
#include "core/report/desk/desk_report.h"
#include "core/workflow/explain_figure.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace rotascope {

/// Collects them section by section; an observation that several figures share stands once.
class ReportFormulas {
public:
    ReportFormulas(MarketStore& store, ReportProvenance& provenance)
        : m_lookup(store)
        , m_provenance(provenance) {}

    Result<void> add(const std::string& section, const std::vector<Derivation>& figures,
                     std::optional<Date> asOf);

private:
    std::size_t observation(const ExplainedInput& input, const Provenance& from);

    FigureLookup m_lookup;
    ReportProvenance& m_provenance;
    std::map<std::tuple<Symbol, Date, Field>, std::size_t> m_known;
};

/// The derivation under a name, with the value as it is shown.
Derivation named(const DerivationRef& from, std::string figure, std::string value = {});

} // namespace rotascope
