// A series as a rule sees it: its own observations, and which of them serves on each session.
#pragma once

#include "core/analysis/flows/fund_flows.h"
#include "core/base/result.h"
#include "core/market/market.h"
#include "core/rules/checked_rule.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Days after an observation on which it still serves; figures by week, month and quarter serve until the
/// next one is due, and as many days more.
constexpr int kServingDays = 5;

struct OwnSeries {
    std::vector<Date> dates;
    std::vector<Date> knownOn; ///< of each observation; never before its date
    std::vector<double> values;
    std::vector<double> high; ///< empty without bars
    std::vector<double> low;
    int servingDays = kServingDays;
    bool areFlows = false;
    std::string missing; ///< why there is nothing, as a sentence; empty where there is something

    OwnColumns columns() const { return {dates, values, high, low, areFlows}; }
};

/// What flows are read with: a setting and the open findings of the desk.
struct FlowReading {
    FlowSource preferred = FlowSource::Reported;
    std::vector<SuspectValue> suspects;
};

/// All observations of the view, with the date on which each became known. A series without values says why.
OwnSeries ownSeries(const MarketView& view, const SeriesRef& series, const FlowReading& reading);

/// What a view reads a series from. Two views of one market that read it from the same have one series, each
/// up to what is known on its own date.
struct SeriesOrigin {
    struct Leg {
        Field field = Field::Close;
        Cadence cadence = Cadence::Daily;

        bool operator==(const Leg&) const = default;
    };
    std::vector<Leg> legs; ///< two of a ratio; none where the view has no values
    bool hasBars = false;  ///< high and low

    bool operator==(const SeriesOrigin&) const = default;
};

/// nullopt of flows, which are made of several fields.
std::optional<SeriesOrigin> originOf(const MarketView& view, const SeriesRef& series);

constexpr std::uint32_t kNoObservation = UINT32_MAX;

/// The observation that serves on each session: the last one known by then, if it is not too old.
std::vector<std::uint32_t> servingOn(std::span<const Date> sessions, const OwnSeries& own, int servingDays);

/// Whether one of the observations, which became known in the order of their dates, serves on a session.
bool serves(const OwnSeries& own, Date session);

} // namespace rotascope
