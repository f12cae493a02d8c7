// ★ The indicators by name: what each one needs, how long it warms up, and what it says of itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Columns that an indicator may look at, all as long as `values`, or empty where there are none. `values` is
/// any series: closes, a ratio, a spread, flows.
struct IndicatorColumns {
    std::span<const double> values;
    std::span<const double> high;
    std::span<const double> low;
    std::span<const double> volume;
    std::span<const double> other; ///< the series it is compared with
};

/// What an indicator needs beside `values`.
enum class IndicatorNeeds : std::uint8_t { ValuesAlone, HighAndLow, Volume, HighLowAndVolume, OtherSeries };

/// Positions before the first result of a series without holes: windows · window + sessions.
struct Lookback {
    int windows = 0;
    int sessions = 0;

    constexpr std::size_t of(std::size_t window) const {
        return static_cast<std::size_t>(windows * static_cast<int>(window) + sessions);
    }
};

struct IndicatorInfo {
    std::string_view id;    ///< "sma"
    std::string_view label; ///< "SMA"
    std::string_view name;  ///< "simple moving average"
    IndicatorNeeds needs;
    std::size_t usualWindow; ///< 0: it has none
    Lookback lookback;
    std::string_view unit; ///< "unit of the series", "0 to 100", "fraction", …
    std::string_view formula;
    std::string_view seed; ///< how it begins
    /// One number for each position, NaN before the warm-up.
    std::vector<double> (*column)(const IndicatorColumns& columns, std::size_t window);

    /// How many values of the series the first result needs.
    constexpr std::size_t needed(std::size_t window) const { return lookback.of(window) + 1; }
};

std::span<const IndicatorInfo> indicators();
const IndicatorInfo* indicatorNamed(std::string_view id);

/// "SMA200"; "OBV" for one without a window.
std::string indicatorLabel(const IndicatorInfo& info, std::size_t window);

/// "SMA200 needs 200 sessions; has 143." Empty where `has` are enough.
std::string warmUpSentence(const IndicatorInfo& info, std::size_t window, std::size_t has);

} // namespace rotascope
