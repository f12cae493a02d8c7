#include "core/figure/step_ticks.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rotascope {

namespace {

constexpr std::size_t kFewTicks = 4;
constexpr std::array kRoundSteps{50, 25, 10, 5, 1};

class TickPlacer {
public:
    TickPlacer(const StepAxis& axis, const StepAxisGeometry& geometry)
        : m_axis(axis)
        , m_geometry(geometry) {}

    void place(int step) {
        const int index = step - m_axis.first;
        if (index < m_geometry.firstIndex || index > m_geometry.lastIndex)
            return;
        const std::string label = labelOf(step);
        const double width = m_geometry.labelWidth(label);
        const double centred = m_geometry.position(index) - width / 2;
        const double left =
            std::clamp(centred, m_geometry.left, std::max(m_geometry.left, m_geometry.right - width));
        const bool free = std::none_of(m_ticks.begin(), m_ticks.end(), [&](const StepTick& tick) {
            const double other = m_geometry.labelWidth(tick.label);
            return left < tick.left + other + m_geometry.gap && tick.left < left + width + m_geometry.gap;
        });
        if (free)
            m_ticks.push_back({index, label, left, step == 0});
    }

    std::size_t count() const { return m_ticks.size(); }

    std::vector<StepTick> fromLeftToRight() {
        std::sort(m_ticks.begin(), m_ticks.end(),
                  [](const StepTick& a, const StepTick& b) { return a.index < b.index; });
        return std::move(m_ticks);
    }

private:
    std::string labelOf(int step) const {
        if (step == 0)
            return m_axis.originLabel;
        return m_axis.unit.empty() ? groupedNumber(step, 0) : signedNumber(step, 0) + m_axis.unit;
    }

    const StepAxis& m_axis;
    const StepAxisGeometry& m_geometry;
    std::vector<StepTick> m_ticks;
};

} // namespace

std::vector<StepTick> stepTicks(const StepAxis& axis, const StepAxisGeometry& geometry) {
    TickPlacer placer(axis, geometry);
    placer.place(0);
    std::vector<int> named = axis.named;
    std::sort(named.rbegin(), named.rend());
    for (const int step : named)
        placer.place(step);
    for (const int every : kRoundSteps) {
        if (placer.count() >= kFewTicks)
            break;
        for (int index = geometry.firstIndex; index <= geometry.lastIndex; ++index)
            if (axis.stepAt(index) % every == 0)
                placer.place(axis.stepAt(index));
    }
    return placer.fromLeftToRight();
}

std::string stepText(const StepAxis& axis, int index) {
    const int step = axis.stepAt(index);
    if (!axis.unit.empty())
        return step == 0 ? axis.originLabel : signedNumber(step, 0) + axis.unit;
    if (step == 0)
        return "the " + axis.originLabel;
    return fmt::format("{} session{} {} the {}", std::abs(step), std::abs(step) == 1 ? "" : "s",
                       step > 0 ? "after" : "before", axis.originLabel);
}

} // namespace rotascope
