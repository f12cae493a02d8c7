// core/market: instruments, their values over time, and the view of them as of a date.
// May include core/base. A new kind of value is one row of the field table below.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rotascope {

/// What one number of a series means. The first six share a bar; every other field is a series of its own.
enum class Field : std::uint8_t { Open, High, Low, Close, AdjClose, Volume, Value, Nav, Shares, Aum, Flow };

constexpr std::size_t kBarFieldCount = 6;
constexpr std::size_t kFieldCount = 11;

/// A row of the field catalogue.
struct FieldInfo {
    Field field;
    std::string_view name;    ///< in files, on the command line and in JSON ("adj_close")
    std::string_view heading; ///< in tables and exported CSV ("Adj Close")
    bool mustBePositive;      ///< prices and NAV: zero or less is an error, not a value
};

constexpr std::array<FieldInfo, kFieldCount> kFields{{
    {Field::Open, "open", "Open", true},
    {Field::High, "high", "High", true},
    {Field::Low, "low", "Low", true},
    {Field::Close, "close", "Close", true},
    {Field::AdjClose, "adj_close", "Adj Close", true},
    {Field::Volume, "volume", "Volume", false},
    {Field::Value, "value", "Value", false},
    {Field::Nav, "nav", "NAV", true},
    {Field::Shares, "shares", "Shares Outstanding", false},
    {Field::Aum, "aum", "AUM", false},
    {Field::Flow, "flow", "Flow", false},
}};

constexpr std::size_t indexOf(Field field) {
    return static_cast<std::size_t>(field);
}
constexpr const FieldInfo& infoOf(Field field) {
    return kFields[indexOf(field)];
}
constexpr bool isBarField(Field field) {
    return indexOf(field) < kBarFieldCount;
}
constexpr std::string_view nameOf(Field field) {
    return infoOf(field).name;
}

/// The field called `name` ("close"), or nullopt.
constexpr std::optional<Field> fieldNamed(std::string_view name) {
    for (const FieldInfo& info : kFields)
        if (info.name == name)
            return info.field;
    return std::nullopt;
}

/// How far apart a series' observations are meant to be. Bars of different cadence never mix.
enum class Cadence : std::uint8_t { Daily, Weekly, Monthly, Quarterly };

constexpr std::array<std::string_view, 4> kCadenceNames{"daily", "weekly", "monthly", "quarterly"};

constexpr std::string_view nameOf(Cadence cadence) {
    return kCadenceNames[static_cast<std::size_t>(cadence)];
}

/// The cadence called `name` ("weekly"), or nullopt.
constexpr std::optional<Cadence> cadenceNamed(std::string_view name) {
    for (std::size_t i = 0; i < kCadenceNames.size(); ++i)
        if (kCadenceNames[i] == name)
            return static_cast<Cadence>(i);
    return std::nullopt;
}

/// When an observation becomes known; used by every explicit as-of date.
enum class Availability : std::uint8_t {
    SameDay,     ///< prices, yields, spreads
    NextSession, ///< share counts and flows: published on the NYSE session after their date
    AfterPeriod  ///< monthly and quarterly figures: from the first day of the month after the period's end
};

constexpr std::array<std::string_view, 3> kAvailabilityNames{"same_day", "next_session", "after_period"};

constexpr std::string_view nameOf(Availability availability) {
    return kAvailabilityNames[static_cast<std::size_t>(availability)];
}

/// The availability called `name` ("next_session"), or nullopt.
constexpr std::optional<Availability> availabilityNamed(std::string_view name) {
    for (std::size_t i = 0; i < kAvailabilityNames.size(); ++i)
        if (kAvailabilityNames[i] == name)
            return static_cast<Availability>(i);
    return std::nullopt;
}

/// When values of a series become known unless something else is said; `field` is empty for bars.
constexpr Availability usualAvailability(std::optional<Field> field, Cadence cadence) {
    if (cadence == Cadence::Monthly || cadence == Cadence::Quarterly)
        return Availability::AfterPeriod;
    const bool later = field == Field::Shares || field == Field::Flow || field == Field::Aum;
    return later ? Availability::NextSession : Availability::SameDay;
}

} // namespace rotascope
