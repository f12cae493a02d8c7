// A rule whose functions, series and units are in order.
#pragma once

#include "core/analysis/sigma_mode.h"
#include "core/market/market.h"
#include "core/rules/expression.h"
#include "core/rules/rule_functions.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// A series that a rule names, or makes.
struct SeriesRef {
    FunctionKind kind = FunctionKind::Field; ///< Field, Ratio or Flow
    Symbol symbol;
    Symbol other; ///< what a ratio divides by
    Field field = Field::Close;
    bool byWeek = true; ///< of flows
    Quantity quantity = Quantity::Level;

    bool operator==(const SeriesRef&) const = default;
};

/// "RUT", "volume(IWM)", "ratio(KRE, SPY)", "flow(IWM, week)"
std::string textOf(const SeriesRef& series);

enum class TermKind : std::uint8_t {
    Constant,
    OverSeries, ///< function over series
    Flag,
    Since,
    Negate,
    Sum,
    Product,
    Larger,
    Smaller,
    Absolute,
    Z,
    Compare,
    Cross,
    Not,
    And,
    Or,
    Persist
};

/// A node with its quantity; constants stand in the quantity of what they are held against.
struct Term {
    TermKind kind = TermKind::Constant;
    Quantity quantity = Quantity::Number;
    UnitWord unit = UnitWord::None; ///< of a constant that has met no quantity yet
    TextRange at;
    double constant = 0;
    bool inverse = false; ///< in a sum: subtracted; in a product: divides
    Comparator comparator = Comparator::Greater;
    bool above = true;
    int n = 0;
    int m = 0;
    std::size_t length = kAllObservations;
    SigmaMode sigma = SigmaMode::Expanding;
    Date day{};
    std::string flag;
    SeriesRef series;
    const RuleFunction* function = nullptr;
    std::vector<Term> inputs;
};

/// Names that a rule may use.
struct Vocabulary {
    std::vector<Instrument> instruments; ///< of the desk; those of the catalogue are known besides
    std::vector<std::string> flags;
};

/// The instruments of the view's market.
Vocabulary vocabularyOf(const MarketView& view, std::vector<std::string> flags = {});

struct CheckedRule {
    std::string text;
    Term condition;
    std::vector<SeriesRef> series; ///< each once, in the order of the text
    std::vector<Symbol> symbols;   ///< whose values it needs, likewise
};

/// Parses and checks. Refuses what the parser refuses, unknown functions and names (naming the nearest),
/// unlike units, a threshold without a horizon, a value without a comparison; always with position and
/// remedy.
Parsed<CheckedRule> checkRule(std::string_view text, const Vocabulary& vocabulary);

} // namespace rotascope
