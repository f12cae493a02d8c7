// The average path around events, with its interval, the path of any session and each event's own.
#pragma once

#include "core/analysis/event_study.h"
#include "core/figure/figure.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

enum class PathCentre : std::uint8_t { Mean, Median };
constexpr std::array<std::string_view, 2> kCentreNames{"mean", "median"};
constexpr std::array<std::string_view, 2> kPathNames{"small", "relative"};

struct EventFigureOptions {
    PathCentre centre = PathCentre::Mean;
    bool everyEvent = false; ///< each event's path is drawn, not only while the pointer is near it
    bool listInDesk = false; ///< a list of dates is an event of the desk, which a command finds by its name
};

/// `path` of the study's own events, of small caps or relative. Without enough events for an average each
/// event's path is drawn.
Figure eventFigure(const EventStudy& study, const EventPath& path, const EventFigureOptions& options = {});

/// The name of an event's line, by which it is singled out: "6 Nov 2024".
std::string eventLineName(const EventRow& event);

} // namespace rotascope
