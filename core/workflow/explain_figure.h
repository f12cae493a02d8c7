// "Where from?": the stored values behind a number, each with its file, line and raw text.
#pragma once

#include "core/figure/derivation.h"
#include "core/workflow/where_from.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace rotascope {

/// What the desk holds for one input. Of a run: the first and the last value, and what lies between.
struct ExplainedInput {
    DerivationInput input; ///< its days are those that hold values
    Field field = Field::Close;
    double value = 0; ///< as analyses read it; of a run the last one
    std::size_t count = 0;
    std::optional<Provenance> first; ///< of a run
    std::optional<Provenance> last;
    std::string missing;             ///< why there is nothing to show; empty where there is
    std::vector<ImportRecord> files; ///< that a run's symbol was imported from
};

struct Explanation {
    Derivation derivation;
    std::vector<ExplainedInput> inputs; ///< one for each of the derivation's
    std::string inWords;                ///< the formula with the names of its values
    std::string withValues;             ///< the formula with the values
};

/// Looks inputs up; what was read for one figure serves the next.
class FigureLookup {
public:
    explicit FigureLookup(MarketStore& store)
        : m_store(store)
        , m_lines(store) {}

    /// An input that the desk does not hold says so and refuses nothing; what fails is the desk alone.
    Result<Explanation> explain(const Derivation& derivation);

private:
    Result<std::shared_ptr<const Market>> market(const Symbol& symbol);
    Result<Provenance> provenance(const Symbol& symbol, Date date, Field field);
    Result<ExplainedInput> lookUp(const DerivationInput& input, std::optional<Date> asOf);

    MarketStore& m_store;
    OriginalLines m_lines;
    std::map<Symbol, std::shared_ptr<const Market>> m_markets;
    std::map<std::tuple<Symbol, Date, Field>, Provenance> m_provenances;
};

/// One figure.
Result<Explanation> explainFigure(MarketStore& store, const Derivation& derivation);

/// All of it in lines of text, to copy.
std::string explanationText(const Explanation& explanation);

} // namespace rotascope
