// The choices of an event study as options, for every command that makes one.
#pragma once

#include "app/cli/named_dates.h"
#include "core/analysis/event_study.h"

#include <string>

namespace rotascope::cli {

/// As typed; what is set here is the usual choice.
struct EventArguments {
    std::string sigma = "expanding";
    std::string threshold = "3";
    std::string gap = "63";
    std::string start;
    std::string on = "spread";
    std::string direction = "up";
    std::string onlyIf;
    std::string entry = "next";
    std::string baseline = "all";
    std::string rule;
    std::string dates;
    int days = 5;
    bool peak = false;
    bool calendar = false;
};

/// Usage errors name the option that cannot be read.
Result<EventStudyParams> studyParamsOf(const EventArguments& arguments);

/// Where lists of dates and rules are looked up.
struct DatesGround {
    MarketStore& store;
    const MarketView& view;
    const Context& context;
};

/// The list that is the events, where one is asked for. Refuses what namedDates and firingDates refuse.
Result<NamedDates> listedDatesOf(const EventArguments& arguments, const DatesGround& ground,
                                 const Divergence& divergence);

} // namespace rotascope::cli
