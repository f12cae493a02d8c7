#include "core/report/rotation_text.h"

#include "core/analysis/relative/rotation_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/relative_text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

TextTable quadrantTable(const RotationMap& map) {
    TextTable table{
        {"", "strength", "momentum", "quadrant", map.params.weekly ? "weeks" : "sessions", "came from", "on"},
        {}};
    for (const RotationTrack& track : map.tracks) {
        const auto turn = lastTurn(track);
        table.rows.push_back({track.symbol, groupedNumber(track.strength.back(), 2),
                              groupedNumber(track.momentum.back(), 2), std::string(nameOf(*track.quadrant)),
                              std::to_string(track.inQuadrant), turn ? std::string(nameOf(turn->from)) : "–",
                              turn ? dayMonthYear(turn->date) : "–"});
    }
    return table;
}

} // namespace

std::string rotationReport(const RotationMap& map, bool isDemo) {
    std::string text =
        fmt::format("Rotation against {}{} · as of {}{}\n\n", map.params.benchmark,
                    map.params.weekly ? ", weekly" : "", weekdayDayMonthYear(map.asOf), demoMark(isDemo));
    for (const std::string& sentence : rotationInWords(map))
        text += sentence + "\n";
    return text + "\n" + alignedText(quadrantTable(map), {3, 5}) + "\n" + rotationFormula(map.params) + "\n";
}

} // namespace rotascope
