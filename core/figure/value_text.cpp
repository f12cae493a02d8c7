#include "core/figure/value_text.h"

#include "core/base/text.h"

#include <cmath>

namespace rotascope {

namespace {

std::string numberText(double value, int decimals, bool withSign) {
    return withSign ? signedNumber(value, decimals) : groupedNumber(value, decimals);
}

} // namespace

std::string readOut(double value, int decimals, const std::string& unit, const ValueAxis& axis) {
    const std::string number = numberText(value, decimals, axis.signedTicks);
    return std::isfinite(value) ? number + unit : number;
}

std::string readOut(double value, const LineLayer& line, const ValueAxis& axis) {
    return readOut(value, line.decimals, line.unit, line.readOutOnly ? ValueAxis{} : axis);
}

std::string tickText(double value, int decimals, const ValueAxis& axis) {
    if (axis.signedTicks && value == 0)
        return "0";
    return numberText(value, decimals, axis.signedTicks) + axis.suffix;
}

} // namespace rotascope
