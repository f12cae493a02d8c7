// What the user is looking at: the state that every page shares.
#pragma once

#include "core/analysis/sigma_mode.h"
#include "core/base/date.h"
#include "core/market/instrument.h"
#include "ui/session/event_choice.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rotascope {

enum class RangeId : std::uint8_t { Month1, Month3, Month6, YearToDate, Year1, Year5, Year10, Max };

/// ★ A range button. Sessions are counted back from the as-of session; 0 marks the two that are not a count.
struct RangeInfo {
    RangeId id;
    const char* name; ///< on its button and in settings, never translated ("6M")
    int sessions;
};

constexpr std::array<RangeInfo, 8> kRanges{{
    {RangeId::Month1, "1M", 21},
    {RangeId::Month3, "3M", 63},
    {RangeId::Month6, "6M", 126},
    {RangeId::YearToDate, "YTD", 0},
    {RangeId::Year1, "1Y", 252},
    {RangeId::Year5, "5Y", 1260},
    {RangeId::Year10, "10Y", 2520},
    {RangeId::Max, "Max", 0},
}};

constexpr const RangeInfo& infoOf(RangeId id) {
    return kRanges[static_cast<std::size_t>(id)];
}

/// The index of the session that a range ending at `last` is measured from: 252 sessions back for 1Y, the
/// last session of the year before for YTD, clamped to the first. `dates` must hold `last`.
std::size_t rangeBase(std::span<const Date> dates, std::size_t last, RangeId range);

/// How values are scaled: as they are, on a logarithmic axis, or rebased to 100 where the range starts.
enum class ScaleMode : std::uint8_t { Linear, Logarithmic, Indexed };

constexpr std::array<const char*, 3> kScaleNames{"Lin", "Log", "100"};

/// The sessions in sight, as indices of the pair's sessions. Those of a truncated history are the same, so a
/// zoom survives every as-of step.
struct VisibleSpan {
    double first = 0;
    double last = 0;
    bool operator==(const VisibleSpan&) const = default;
};

struct ViewState {
    Symbol small = "RUT";
    Symbol large = "SPX";
    std::optional<Date> asOf; ///< nullopt: latest
    RangeId range = RangeId::Year1;
    ScaleMode scale = ScaleMode::Indexed;
    bool calendarAxis = false; ///< time by the calendar, with its weekends, instead of by session
    int days = 5;              ///< sessions of the move
    SigmaMode sigma = SigmaMode::Expanding;
    double eventThreshold = 3.0; ///< |z| from which a session is an event
    int eventGap = 63;           ///< sessions between two events
    EventChoice events;          ///< what the page of events studies beside these

    bool operator==(const ViewState&) const = default;
};

} // namespace rotascope
