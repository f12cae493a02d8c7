#include "core/figure/on_sessions.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace rotascope {

Column onSessions(std::span<const Date> sessions, std::span<const Date> dates, std::span<const double> values,
                  double factor) {
    auto out =
        std::make_shared<std::vector<double>>(sessions.size(), std::numeric_limits<double>::quiet_NaN());
    std::size_t at = 0;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        while (at < dates.size() && dates[at] < sessions[i])
            ++at;
        if (at < dates.size() && dates[at] == sessions[i] && at < values.size())
            (*out)[i] = values[at] * factor;
    }
    return out;
}

std::int32_t sessionOf(std::span<const Date> sessions, Date date) {
    const auto at = std::lower_bound(sessions.begin(), sessions.end(), date);
    return at != sessions.end() && *at == date ? static_cast<std::int32_t>(at - sessions.begin()) : -1;
}

LineLayer lineLayer(std::string name, ColourRole role, Column values, int decimals, std::string unit) {
    LineLayer line;
    line.name = std::move(name);
    line.role = role;
    line.values = std::move(values);
    line.decimals = decimals;
    line.unit = std::move(unit);
    return line;
}

} // namespace rotascope
