// What a layer says at one session: for legends, tags and read-outs.
#pragma once

#include "core/figure/figure.h"

#include <optional>
#include <string>
#include <utility>

namespace rotascope {

struct LayerReading {
    std::string name;
    std::string value; ///< as text, with its unit
    double number = 0; ///< NaN where there is none, and for what has no single value
    ColourRole role = ColourRole::Text;
    bool tagged = false; ///< stands as a tag on the value axis
    std::optional<MarkerLayer::Shape> shape;
};

/// The value of a line at `session`; of a sparse line the last one up to there; NaN if none.
double valueAt(const LineLayer& line, int session);

/// The value of the bar that stands over `session`, and the session that holds it. Behind the last bar of
/// several sessions it is that bar: a week without a figure yet reads as the latest that has one. NaN and −1
/// if there is none.
std::pair<double, int> barAt(const BarLayer& bars, int session);

/// nullopt for what is never read out: bands, marks without a name.
std::optional<LayerReading> readLayer(const Layer& layer, const ValueAxis& axis, int session);

} // namespace rotascope
