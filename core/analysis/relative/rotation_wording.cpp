#include "core/analysis/relative/rotation_wording.h"

#include "core/analysis/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

std::string spanText(std::size_t count, bool weekly) {
    return fmt::format("{} {}{}", count, weekly ? "week" : "session", count == 1 ? "" : "s");
}

std::string capitalised(std::string_view word) {
    std::string out(word);
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

/// Those that came last stand first: the newest is what is worth reading.
std::vector<const RotationTrack*> inQuadrant(const RotationMap& map, Quadrant quadrant) {
    std::vector<const RotationTrack*> out;
    for (const RotationTrack& track : map.tracks)
        if (track.quadrant == quadrant)
            out.push_back(&track);
    std::stable_sort(out.begin(), out.end(), [](const RotationTrack* a, const RotationTrack* b) {
        return a->inQuadrant < b->inQuadrant;
    });
    return out;
}

std::string quadrantSentence(const RotationMap& map, Quadrant quadrant) {
    std::vector<std::string> names;
    for (const RotationTrack* track : inQuadrant(map, quadrant))
        names.push_back(
            fmt::format("{} ({})", track->symbol, spanText(track->inQuadrant, map.params.weekly)));
    if (names.empty())
        return {};
    return fmt::format("{} against {}: {}.", capitalised(nameOf(quadrant)), map.params.benchmark,
                       listed(names));
}

std::string turnsSentence(const RotationMap& map) {
    std::vector<std::string> turns;
    for (const RotationTrack& track : map.tracks)
        if (const auto turn = lastTurn(track); turn && track.inQuadrant <= kRecentTurn)
            turns.push_back(fmt::format("{} from {} to {} on {}", track.symbol, nameOf(turn->from),
                                        nameOf(turn->to), dayMonthYear(turn->date)));
    const std::string window = spanText(kRecentTurn, map.params.weekly);
    return turns.empty() ? fmt::format("Nobody changed quadrant within {}.", window)
                         : fmt::format("Changed within {}: {}.", window, listed(turns));
}

} // namespace

std::optional<QuadrantTurn> lastTurn(const RotationTrack& track) {
    if (!track.quadrant || track.inQuadrant >= track.dates.size())
        return std::nullopt;
    const std::size_t first = track.dates.size() - track.inQuadrant;
    const auto before = quadrantOf(track.strength[first - 1], track.momentum[first - 1]);
    if (!before)
        return std::nullopt;
    return QuadrantTurn{*before, *track.quadrant, track.dates[first]};
}

std::vector<std::string> rotationInWords(const RotationMap& map) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kQuadrantNames.size(); ++i)
        if (std::string text = quadrantSentence(map, static_cast<Quadrant>(i)); !text.empty())
            out.push_back(std::move(text));
    out.push_back(turnsSentence(map));
    for (const RotationTrack& track : map.tracks)
        if (track.symbol == map.params.benchmark)
            out.push_back(
                fmt::format("{} is the benchmark itself: it stands at 100 / 100 always.", track.symbol));
    if (!map.missing.empty())
        out.push_back(fmt::format(
            "No place on the map yet, closes missing or fewer than {} {} in common: {}.",
            map.params.warmUp() + 1, map.params.weekly ? "weeks" : "sessions", listed(map.missing)));
    return out;
}

} // namespace rotascope
