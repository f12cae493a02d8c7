#include "core/rules/rule_kernels.h"

#include "core/analysis/flows/flow_weeks.h"
#include "core/indicators/channel.h"
#include "core/indicators/drawdown.h"
#include "core/indicators/returns.h"
#include "core/market/trading_calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

Date weekOf(Date date) {
    return weekEndOn(date, std::chrono::Friday);
}

double rankAt(const OwnColumns& own, std::size_t at, std::size_t first) {
    std::size_t of = 0;
    std::size_t larger = 0;
    for (std::size_t i = first; i <= at; ++i) {
        of += std::isnan(own.values[i]) ? 0 : 1;
        larger += own.values[i] > own.values[at] ? 1 : 0;
    }
    return of < kFewestForRank || std::isnan(own.values[at]) ? kNone : static_cast<double>(larger + 1);
}

} // namespace

std::vector<double> weekEndReturns(const OwnColumns& own) {
    std::vector<double> out(own.dates.size(), kNone);
    double before = kNone;  // close at the end of the week before the running one
    double running = kNone; // last close seen
    bool isTold = true;     // whether the running week's return stands in `out`
    for (std::size_t i = 0; i < own.dates.size(); ++i) {
        const bool isNewWeek = i == 0 || weekOf(own.dates[i]) != weekOf(own.dates[i - 1]);
        if (isNewWeek) {
            if (!isTold)
                out[i] = simpleReturn(before, running);
            before = running;
            isTold = false;
        }
        running = own.values[i];
        if (weekOf(nextNyseSession(own.dates[i])) != weekOf(own.dates[i])) {
            out[i] = simpleReturn(before, running);
            isTold = true;
        }
    }
    return out;
}

std::vector<double> changesOver(const OwnColumns& own, std::size_t length) {
    std::vector<double> out(own.values.size(), kNone);
    for (std::size_t i = length; i < out.size(); ++i)
        out[i] = own.values[i] - own.values[i - length];
    return out;
}

std::vector<double> streaks(const OwnColumns& own) {
    std::vector<double> out(own.values.size(), kNone);
    double streak = 0;
    for (std::size_t i = own.areFlows ? 0 : 1; i < out.size(); ++i) {
        const double move = own.areFlows ? own.values[i] : own.values[i] - own.values[i - 1];
        if (std::isnan(move)) {
            streak = 0;
            continue;
        }
        const double sign = move > 0 ? 1 : move < 0 ? -1 : 0;
        streak = sign * streak > 0 ? streak + sign : sign;
        out[i] = streak;
    }
    return out;
}

std::vector<double> ranks(const OwnColumns& own, std::size_t length) {
    std::vector<double> out(own.values.size());
    std::size_t yearBegins = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (length == kThisYear && i > 0 && yearOf(own.dates[i]) != yearOf(own.dates[i - 1]))
            yearBegins = i;
        // Not full: nothing to rank among.
        const std::size_t full = i + 1 >= length ? i + 1 - length : i + 1;
        out[i] = rankAt(own, i, length == kThisYear ? yearBegins : length == kAllObservations ? 0 : full);
    }
    return out;
}

std::vector<double> dayRanges(const OwnColumns& own) {
    std::vector<double> out(own.values.size(), kNone);
    for (std::size_t i = 1; i < out.size(); ++i)
        if (own.values[i - 1] > 0)
            out[i] = (own.high[i] - own.low[i]) / own.values[i - 1];
    return out;
}

std::vector<double> fallsFromHigh(const OwnColumns& own, std::size_t length) {
    if (length == kAllObservations)
        return drawdowns(own.values);
    const std::vector<double> before = length > 1 ? channelBefore(own.values, length - 1).highest
                                                  : std::vector<double>(own.values.size(), 0);
    std::vector<double> out(own.values.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] =
            std::isnan(before[i]) ? kNone : simpleReturn(std::max(before[i], own.values[i]), own.values[i]);
    return out;
}

} // namespace rotascope
