#include "core/analysis/leverage/leverage_wording.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <cmath>

namespace rotascope {

std::string timesText(double times) {
    return groupedNumber(times, times == std::round(times) ? 0 : 2);
}

Headline leverageHeadline(const Leverage& l) {
    const DailyReset& theory = l.stretch.theory;
    const double effect = theory.compounding();
    Headline headline{{fmt::format("{} made {} since {}", l.fund.symbol, percentText(l.stretch.actual),
                                   dayMonthYear(l.stretch.base)),
                       Emphasis::Strong},
                      {fmt::format(" where {} times {} with a daily reset made {} and a fixed multiple {}.",
                                   timesText(l.params.times), l.index.symbol, percentText(theory.exact),
                                   percentText(theory.naive)),
                       Emphasis::Normal},
                      {fmt::format(" Compounding worked {} the holder: {}.", effect >= 0 ? "for" : "against",
                                   pointsText(effect)),
                       Emphasis::Normal}};
    if (std::isfinite(l.stretch.residual()))
        headline.push_back(
            {fmt::format(" What is left, {}: {}.", pointsText(l.stretch.residual()),
                         l.basesMatch() ? "fees, financing, dividends"
                                        : "fees, financing and unlike bases (" + l.basesText() + ")"),
             Emphasis::Muted});
    return headline;
}

std::vector<std::string> leverageWarnings(const Leverage& l) {
    std::vector<std::string> out;
    if (l.oddDay)
        out.push_back(l.oddDayText());
    for (const std::size_t sessions : kFundWindows)
        if (std::string warning = l.holdingWarning(sessions); !warning.empty())
            out.push_back(std::move(warning));
    if (l.indexOnly + l.fundOnly > 0)
        out.push_back(fmt::format("Calendars differ inside the stretch: {} sessions only {} has, {} only {}.",
                                  l.indexOnly, l.index.symbol, l.fundOnly, l.fund.symbol));
    return out;
}

} // namespace rotascope
