// How quantities combine: sums, products, comparisons, and numbers that take their unit from what they meet.
#pragma once

#include "core/rules/checked_rule.h"

namespace rotascope {

inline bool isConstant(const Term& term) {
    return term.kind == TermKind::Constant;
}

Parsed<Term> sumOfTerms(Term sum);         ///< inputs in order; quantity and constants are set
Parsed<Term> productOfTerms(Term product); ///< likewise
Parsed<Term> negated(Term negation);       ///< one input
/// Comparisons, crosses, max and min: two values of one quantity. Sets the quantity to theirs.
Parsed<Term> alike(Term pair);

tl::unexpected<ExpressionError> wrongTerm(TextRange at, std::string message, std::string remedy = {});

} // namespace rotascope
