// A window on a desk with the instruments that the pages beyond the pair are about, all made up.
#pragma once

#include "core/notes/note_book.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"

#include <memory>
#include <string_view>
#include <vector>

namespace rotascope::test {

constexpr std::size_t kUniverseSessions = 1600;

/// A walk on weekdays from 1 Jan 1990, in whole cents.
inline InstrumentData walkOf(std::string_view symbol, std::uint64_t seed, std::size_t sessions,
                             double daily) {
    InventedShocks shocks(seed);
    std::vector<double> closes;
    double level = 100;
    for (std::size_t i = 0; i < sessions; ++i) {
        level *= 1.0003 + daily * shocks.next();
        closes.push_back(std::round(level * 100) / 100);
    }
    return instrumentOf(symbol, weekdays(*makeDate(1990, 1, 1), sessions), std::move(closes));
}

/// Percent, on weekdays from 1 Jan 1990.
inline InstrumentData yieldOf(std::string_view symbol, std::uint64_t seed, double level) {
    InventedShocks shocks(seed);
    std::vector<double> percent;
    for (std::size_t i = 0; i < kUniverseSessions; ++i) {
        level = std::max(0.05, level + 0.06 * shocks.next());
        percent.push_back(std::round(level * 100) / 100);
    }
    return valuesOf(symbol, weekdays(*makeDate(1990, 1, 1), kUniverseSessions), std::move(percent));
}

/// The pair; funds of the coverage list, the chain and two leveraged ones; XLP is younger than the rest;
/// yields, a credit spread and a note. `last`: the desk as it was before anything later happened.
inline std::unique_ptr<WindowFixture> universeWindow(std::optional<Date> last = std::nullopt) {
    auto fixture = std::make_unique<WindowFixture>(kUniverseSessions);
    auto& desk = fixture->desk->instruments;
    std::uint64_t seed = 20;
    for (const char* symbol : {"IWM", "IJR", "RSP", "SPY", "QQQ", "XLF", "XLI", "VB"})
        desk.push_back(walkOf(symbol, ++seed, kUniverseSessions, 0.012));
    desk.push_back(walkOf("XLP", ++seed, 143, 0.008));
    for (const char* symbol : {"TNA", "TZA"})
        desk.push_back(walkOf(symbol, ++seed, kUniverseSessions, 0.03));
    desk.push_back(yieldOf("DGS10", 3, 5));
    desk.push_back(yieldOf("DGS2", 4, 4));
    desk.push_back(yieldOf("BAMLH0A0HYM2", 5, 4));
    Note note;
    note.id = 1;
    note.date = *makeDate(1995, 2, 1);
    note.text = "Fade if RUT gains > 7 % in two weeks.";
    note.claims = {"RUT +1% 5 sessions 1995-01-31"};
    fixture->desk->texts[DeskText::Notes] = noteBookText(std::vector{note});
    if (last)
        desk = endingAt(std::move(desk), *last);
    fixture->open();
    return fixture;
}

inline QString headlineOf(const WindowFixture& fixture) {
    const auto* label = fixture.shown<HeadlineLabel>();
    return label ? label->accessibleName() : QString();
}

/// Whether some sentence in sight holds the words.
inline bool says(const WindowFixture& fixture, const QString& words) {
    for (const ProseLabel* label : fixture.window->findChildren<ProseLabel*>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
}

/// Chooses as a click would.
inline void choose(WindowFixture& fixture, const char* bar, int index) {
    for (SegmentBar* each : fixture.window->findChildren<SegmentBar*>())
        if (each->isVisible() && each->accessibleName() == QString::fromUtf8(bar)) {
            each->setCurrent(index);
            emit each->chosen(index);
        }
    fixture.settle();
}

} // namespace rotascope::test
