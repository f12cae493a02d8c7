#include "core/figure/value_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kMargin = 0.06; // of the height, above and below the data

struct Extremes {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    bool empty() const { return low > high; }
    void add(double value) {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

struct ExtremesOfLayer {
    int first;
    int last;
    Extremes& extremes;

    void addColumn(const Column& column) const {
        if (!column)
            return;
        const int end = std::min(last, static_cast<int>(column->size()) - 1);
        for (int i = std::max(first, 0); i <= end; ++i)
            extremes.add((*column)[static_cast<std::size_t>(i)]);
    }
    void operator()(const LineLayer& line) const {
        if (!line.readOutOnly && line.presence != Presence::OnHover)
            addColumn(line.values);
    }
    void operator()(const AreaLayer& area) const {
        addColumn(area.low);
        addColumn(area.high);
    }
    void operator()(const BarLayer& bars) const {
        addColumn(bars.values);
        if (!extremes.empty())
            extremes.add(0);
    }
    void operator()(const MarkerLayer& markers) const {
        for (const MarkerLayer::Mark& mark : markers.marks)
            if (mark.session >= first && mark.session <= last)
                extremes.add(mark.value);
    }
    void operator()(const BandLayer&) const {}
};

Extremes extremesOf(const Pane& pane, int first, int last) {
    Extremes extremes;
    for (const Layer& layer : pane.layers)
        std::visit(ExtremesOfLayer{first, last, extremes}, layer);
    return extremes;
}

ValueScale logarithmicScale(const Extremes& extremes) {
    const double ratio = extremes.high / extremes.low;
    const double margin = ratio > 1.0 + 1e-9 ? std::pow(ratio, kMargin) : 1.02;
    return {extremes.low / margin, extremes.high * margin, true};
}

ValueScale linearScale(const Extremes& extremes, const ValueAxis& axis) {
    const double middle = extremes.low / 2 + extremes.high / 2;
    const double leastSpan = std::max(std::abs(middle) * 0.02, std::pow(10.0, -axis.decimals));
    const double span = extremes.high - extremes.low;
    const bool flat = span <= std::abs(middle) * 1e-9;
    const double margin = flat ? leastSpan : span * kMargin;
    return {extremes.low - margin, extremes.high + margin, false};
}

} // namespace

double ValueScale::fraction(double value) const {
    if (!logarithmic)
        return (value - low) / (high - low);
    return value > 0 ? std::log(value / low) / std::log(high / low)
                     : std::numeric_limits<double>::quiet_NaN();
}

double ValueScale::value(double fraction) const {
    return logarithmic ? low * std::pow(high / low, fraction) : low + (high - low) * fraction;
}

ValueScale fittedScale(const Pane& pane, int firstSession, int lastSession) {
    Extremes extremes = extremesOf(pane, firstSession, lastSession);
    const ValueAxis& axis = pane.axis;
    if (extremes.empty()) {
        const double low = axis.minimumLow.value_or(0.0);
        return {low, std::max(axis.minimumHigh.value_or(low + 1), low + 1), false};
    }
    ValueScale scale =
        axis.logarithmic && extremes.low > 0 ? logarithmicScale(extremes) : linearScale(extremes, axis);
    if (axis.minimumLow && (!scale.logarithmic || *axis.minimumLow > 0))
        scale.low = std::min(scale.low, *axis.minimumLow);
    if (axis.minimumHigh)
        scale.high = std::max(scale.high, *axis.minimumHigh);
    return scale;
}

bool hasValues(const Pane& pane, int firstSession, int lastSession) {
    return !extremesOf(pane, firstSession, lastSession).empty();
}

} // namespace rotascope
