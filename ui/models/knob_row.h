// Figures that differ in one knob, side by side: what a KnobStrip shows.
#pragma once

#include "core/figure/figure.h"

#include <QString>

#include <optional>
#include <vector>

namespace rotascope {

struct KnobCell {
    QString caption; ///< the knob's value: "63", "expanding"
    QString figure;  ///< "+5.7"
    QString note;    ///< "n 18 · eff 15.7 · p 0.79"
    QString explanation;
    bool inForce = false;
    bool isChoice = false; ///< a click turns the knob
    std::optional<ColourRole> ink;

    bool operator==(const KnobCell&) const = default;
};

struct KnobRow {
    QString label; ///< "Gap"
    QString note;  ///< below it: "sessions between events"
    std::vector<KnobCell> cells;

    bool operator==(const KnobRow&) const = default;
};

} // namespace rotascope
