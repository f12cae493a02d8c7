// ★ The functions of the rule language: what each takes, what its result is measured in, and how it is
// computed from a series' own observations.
#pragma once

#include "core/base/date.h"
#include "core/market/field.h"
#include "core/rules/quantity.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

enum class ArgumentKind : std::uint8_t {
    None,
    Series, ///< RUT, "BRK-B", close(IWM), volume(IWM), ratio(KRE, SPY), flow(IWM, week)
    Name,   ///< RUT alone
    Length, ///< whole number of observations, at least 1
    Window, ///< a length, or the word year or all
    Value,
    Sigma,  ///< name of a σ mode
    Period, ///< week or day
    Day     ///< YYYY-MM-DD
};

enum class FunctionKind : std::uint8_t {
    OverSeries, ///< a column over one series' own observations
    Field,      ///< a series made of one field of an instrument
    Ratio,      ///< a series made of two
    Flow,       ///< a series of a fund's flows
    Z,
    Larger,
    Smaller,
    Absolute,
    Since
};

/// What a function's result is measured in.
enum class UnitRule : std::uint8_t {
    OwnUnit, ///< that of the series or values it is handed
    Change,  ///< a difference of the series' values
    Return,  ///< refused for series in percent and for flows
    Number,
    Ratio,
    Sigma,
    Usd,
    Count,
    Sessions ///< of a flow: a count of weeks
};

/// Observations of one series, all columns equally long; high and low are empty where there are no bars.
struct OwnColumns {
    std::span<const Date> dates;
    std::span<const double> values;
    std::span<const double> high;
    std::span<const double> low;
    bool areFlows = false;
};

constexpr std::size_t kAllObservations = 0; ///< a window that was left out, or "all"
constexpr std::size_t kThisYear = SIZE_MAX; ///< "year"
constexpr std::size_t kFewestForRank = 8;   ///< a rank among fewer fires nothing

struct RuleFunction {
    std::string_view signature; ///< begins with the name: "ret(S, n)"
    std::string_view help;
    FunctionKind kind = FunctionKind::OverSeries;
    std::array<ArgumentKind, 2> arguments{};
    std::size_t required = 1; ///< of the arguments
    UnitRule unit = UnitRule::OwnUnit;
    /// One value for each observation; `length` is the second argument.
    std::vector<double> (*column)(const OwnColumns& own, std::size_t length) = nullptr;
    bool needsBars = false;
    bool byWeek = false; ///< one value a week, which serves until the next one; NaN elsewhere
    Field field = Field::Close;

    constexpr std::string_view name() const { return signature.substr(0, signature.find('(')); }
    constexpr std::size_t arity() const {
        return arguments[0] == ArgumentKind::None ? 0 : arguments[1] == ArgumentKind::None ? 1 : 2;
    }
};

std::span<const RuleFunction> ruleFunctions();
const RuleFunction* ruleFunctionNamed(std::string_view name);

} // namespace rotascope
