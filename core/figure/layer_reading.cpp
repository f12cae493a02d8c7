#include "core/figure/layer_reading.h"

#include "core/figure/value_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double at(const Column& column, int session) {
    const bool inside = column && session >= 0 && session < static_cast<int>(column->size());
    return inside ? (*column)[static_cast<std::size_t>(session)] : kNaN;
}

std::pair<double, int> lastBar(const BarLayer& bars) {
    for (int i = bars.values ? static_cast<int>(bars.values->size()) - 1 : -1; i >= 0; --i)
        if (std::isfinite(at(bars.values, i)))
            return {at(bars.values, i), i};
    return {kNaN, -1};
}

struct Reader {
    const ValueAxis& axis;
    int session;
    using Reading = std::optional<LayerReading>;

    Reading operator()(const LineLayer& line) const {
        const double value = valueAt(line, session);
        return LayerReading{line.name, readOut(value, line, axis),       value,
                            line.role, line.tagged && !line.readOutOnly, std::nullopt};
    }
    Reading operator()(const BarLayer& bars) const {
        const double value = barAt(bars, session).first;
        return LayerReading{bars.name,   readOut(value, bars.decimals, bars.unit, axis),
                            value,       value < 0 ? bars.negative : bars.positive,
                            bars.tagged, std::nullopt};
    }
    Reading operator()(const MarkerLayer& markers) const {
        if (markers.name.empty())
            return std::nullopt;
        return LayerReading{markers.name, markers.note, kNaN, markers.role, false, markers.shape};
    }
    Reading operator()(const AreaLayer& area) const {
        const std::string low = readOut(at(area.low, session), area.decimals, {}, axis);
        const std::string high = readOut(at(area.high, session), area.decimals, area.unit, axis);
        return LayerReading{area.name, low + " … " + high, kNaN, area.role, false, std::nullopt};
    }
    Reading operator()(const BandLayer&) const { return std::nullopt; }
};

} // namespace

double valueAt(const LineLayer& line, int session) {
    if (!line.sparse)
        return at(line.values, session);
    const int size = line.values ? static_cast<int>(line.values->size()) : 0;
    for (int i = std::min(session, size - 1); i >= 0; --i)
        if (std::isfinite(at(line.values, i)))
            return at(line.values, i);
    return kNaN;
}

std::pair<double, int> barAt(const BarLayer& bars, int session) {
    for (int i = session; i < session + std::max(bars.sessionsPerBar, 1); ++i)
        if (std::isfinite(at(bars.values, i)))
            return {at(bars.values, i), i};
    const auto last = lastBar(bars);
    return bars.sessionsPerBar > 1 && session > last.second ? last : std::pair{kNaN, -1};
}

std::optional<LayerReading> readLayer(const Layer& layer, const ValueAxis& axis, int session) {
    return std::visit(Reader{axis, session}, layer);
}

} // namespace rotascope
