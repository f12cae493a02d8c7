// Seasons of a pair as pictures: the paths of year-ends, and long spans.
#pragma once

#include "core/analysis/seasons/seasons.h"
#include "core/figure/figure.h"

namespace rotascope {

/// Small less large since the end of November, one line a year to the end of March, in points; the mean of
/// the complete ones, and the latest year by name.
Figure yearEndFigure(const Seasons& seasons);

/// Below each other: returns a year over kLongSpans of both legs with what lies between them, and the ratio's
/// fall from its high. On the pair's own sessions.
Figure longRunFigure(const Seasons& seasons);

} // namespace rotascope
