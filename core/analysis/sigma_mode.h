// ★ The six estimates of mean and σ, in the order in which they are shown.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rotascope {

enum class SigmaMode : std::uint8_t { Expanding, InSample, Rolling252, Rolling756, Mad, Ewma94 };

constexpr std::size_t kSigmaModeCount = 6;

struct SigmaModeInfo {
    SigmaMode mode;
    std::string_view id;    ///< on the command line, in JSON and in settings
    std::string_view label; ///< on screen
    std::string_view explanation;
};

constexpr std::array<SigmaModeInfo, kSigmaModeCount> kSigmaModes{{
    {SigmaMode::Expanding, "expanding", "expanding",
     "mean and σ of all sessions up to and including the day, at least 252"},
    {SigmaMode::InSample, "in_sample", "in-sample",
     "mean and σ of all sessions up to the as-of date, applied to every session"},
    {SigmaMode::Rolling252, "rolling_252", "rolling 252",
     "mean and σ of the last 252 sessions including the day"},
    {SigmaMode::Rolling756, "rolling_756", "rolling 756",
     "mean and σ of the last 756 sessions including the day"},
    {SigmaMode::Mad, "mad", "robust (MAD)",
     "median and 1.4826 × median absolute deviation of sessions up to the day, at least 252"},
    {SigmaMode::Ewma94, "ewma_94", "EWMA λ 0.94",
     "σ² of sessions before the day with weights λ = 0.94, no mean, at least 252"},
}};

constexpr std::size_t indexOf(SigmaMode mode) {
    return static_cast<std::size_t>(mode);
}
constexpr const SigmaModeInfo& infoOf(SigmaMode mode) {
    return kSigmaModes[indexOf(mode)];
}

constexpr std::optional<SigmaMode> sigmaModeNamed(std::string_view id) {
    for (const SigmaModeInfo& info : kSigmaModes)
        if (info.id == id)
            return info.mode;
    return std::nullopt;
}

} // namespace rotascope
