// Looks made up for tests.
#pragma once

#include "core/look/changes.h"

#include <QString>

namespace rotascope::test {

inline Date on(int month, unsigned day) {
    return *makeDate(2025, static_cast<unsigned>(month), day);
}

/// A look that has something of everything, of 21 Nov 2025.
inline DeskLook wholeLook() {
    DeskLook look;
    look.at = "2025-11-21T21:05:00Z";
    look.importId = 4;
    look.pair = {"RUT", "SPX", on(11, 21), 0.012, 0.66, 0.71};
    TrendLook tna{"TNA", on(11, 21), {}};
    for (SideLook& side : tna.sides)
        side = {true, on(10, 1)};
    TrendLook iwm{"IWM", on(11, 21), {}};
    iwm.sides[0] = {false, std::nullopt};
    look.trend = {{tna, iwm}};
    look.flows = {{{"IWM", on(11, 21), -4e8, 40, 47}, {"VB", on(11, 21), 1e8, 20, 47}}};
    look.rules = {{{"Small leads", "ret(RUT, 5) > 3%", 2, on(6, 2), on(6, 4)},
                   {"Hedge", "ret(SPX, 1) < -3%", 1, on(4, 4), on(4, 4)}}};
    look.findings = {{{"IWM", "gap", true, 2, on(3, 3)}}};
    look.claims = {{{"RUT +8.47% 5 sessions 2025-11-28", "unknown"}}};
    look.series = {{{"DGS10", on(11, 20)}, {"RUT", on(11, 21)}, {"SPX", on(11, 21)}}};
    return look;
}

inline QStringList sentencesOf(const DeskLook& before, const DeskNews& now, std::string_view kind) {
    QStringList out;
    for (const Change& change : changesSince(before, now))
        if (change.kind == kind)
            out << QString::fromStdString(change.sentence);
    return out;
}

} // namespace rotascope::test
