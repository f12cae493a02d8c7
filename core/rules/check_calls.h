// Calls and names of a rule: which function, which series, over how many observations.
#pragma once

#include "core/rules/checked_rule.h"

namespace rotascope {

/// The function called; refuses an unknown one (naming the nearest) and a wrong number of arguments, asking
/// for a horizon where that is what lacks.
Parsed<const RuleFunction*> functionOf(const Node& call);

/// A name, or a call that makes a series (close, volume, ratio, flow).
Parsed<SeriesRef> seriesIn(const Node& node, const Vocabulary& names);

/// What a function over the series is measured in; refuses returns of what has none.
Parsed<Quantity> quantityOf(const RuleFunction& function, const SeriesRef& series, const Node& call);

/// A number of observations, or year or all where the function takes a window.
Parsed<std::size_t> lengthIn(const Node& node, const RuleFunction& function);

/// A σ mode's name; in-sample is refused, since it would change what was shown before.
Parsed<SigmaMode> sigmaIn(const Node& node);

} // namespace rotascope
