// ★ The commands of rota.
#pragma once

#include "app/cli/context.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace rotascope::cli {

/// Runs a command whose options have been parsed.
using CommandBody = std::function<Result<Output>(const Context&)>;

/// Whether a command reads values, which it then can as of a date and as known on one.
enum class LooksBack : std::uint8_t { Yes, No };

struct Command {
    std::string_view name;
    std::string_view summary;
    /// Declares the command's own options and returns what runs once they are parsed.
    CommandBody (*declare)(CLI::App& app);
    LooksBack looksBack = LooksBack::Yes;
};

std::span<const Command> commands();

CommandBody declareAvailability(CLI::App& app);
CommandBody declareBackup(CLI::App& app);
CommandBody declareBaskets(CLI::App& app);
CommandBody declareBoard(CLI::App& app);
CommandBody declareBreadth(CLI::App& app);
CommandBody declareChain(CLI::App& app);
CommandBody declareCalendar(CLI::App& app);
CommandBody declareChanges(CLI::App& app);
CommandBody declareChart(CLI::App& app);
CommandBody declareCheck(CLI::App& app);
CommandBody declareDemo(CLI::App& app);
CommandBody declareDivergence(CLI::App& app);
CommandBody declareEvents(CLI::App& app);
CommandBody declareExport(CLI::App& app);
CommandBody declareFlows(CLI::App& app);
CommandBody declareFunds(CLI::App& app);
CommandBody declareGroups(CLI::App& app);
CommandBody declareImport(CLI::App& app);
CommandBody declareImports(CLI::App& app);
CommandBody declareLeverage(CLI::App& app);
CommandBody declareList(CLI::App& app);
CommandBody declareNotes(CLI::App& app);
CommandBody declarePair(CLI::App& app);
CommandBody declareProfiles(CLI::App& app);
CommandBody declareQuality(CLI::App& app);
CommandBody declareReport(CLI::App& app);
CommandBody declareRestore(CLI::App& app);
CommandBody declareRotation(CLI::App& app);
CommandBody declareSeasons(CLI::App& app);
CommandBody declareRules(CLI::App& app);
CommandBody declareSettings(CLI::App& app);
CommandBody declareSplits(CLI::App& app);
CommandBody declareTrend(CLI::App& app);
CommandBody declareUndo(CLI::App& app);
CommandBody declareVerify(CLI::App& app);
CommandBody declareWhere(CLI::App& app);
CommandBody declareYields(CLI::App& app);
CommandBody declareZscore(CLI::App& app);

} // namespace rotascope::cli
