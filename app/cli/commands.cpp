#include "app/cli/commands.h"

#include <array>

namespace rotascope::cli {

namespace {

constexpr auto kCommands = std::to_array<Command>({
    {"demo", "fill an empty desk with the synthetic demo market", declareDemo, LooksBack::No},
    {"import", "import CSV files, one transaction per file", declareImport, LooksBack::No},
    {"imports", "history of imports", declareImports},
    {"undo", "take one import back", declareUndo, LooksBack::No},
    {"list", "instruments and series with their ranges", declareList},
    {"availability", "when the values of a series become known", declareAvailability},
    {"export", "CSV that imports back losslessly", declareExport},
    {"profiles", "named ways to read files", declareProfiles, LooksBack::No},
    {"divergence", "the pair as of a date: returns, spread, z under six estimates", declareDivergence},
    {"zscore", "history of the spread and its z, as CSV or JSON", declareZscore},
    {"events", "what followed such events, and how sure one may be", declareEvents},
    {"flows", "ETF flows of a week: league table, ranks, baskets", declareFlows},
    {"trend", "closes against their moving averages, crosses, breakouts, RSI", declareTrend},
    {"leverage", "a leveraged fund against what its index owes it", declareLeverage},
    {"chain", "what a divergence is made of, step by step", declareChain},
    {"board", "the same z for many pairs", declareBoard},
    {"groups", "one basket against another", declareGroups},
    {"breadth", "how many of a list take part", declareBreadth},
    {"rotation", "who leads a benchmark and who is turning", declareRotation},
    {"seasons", "the pair by month and year, year-ends, streaks, claims", declareSeasons},
    {"yields", "Treasury yields by week, the pair against them, credit", declareYields},
    {"pair", "long small, short large: accountings, stops, brackets, sizing", declarePair},
    {"calendar", "what is coming: meetings, rebalancings, seasons, holidays", declareCalendar},
    {"rules", "the playbook: rules with units, their history, and what followed", declareRules},
    {"notes", "notes, their claims against the data, contradictions", declareNotes},
    {"baskets", "groups of funds whose flows are added up", declareBaskets},
    {"funds", "what is noted about funds: index, fee, dollar volume", declareFunds},
    {"quality", "what is odd about the data", declareQuality},
    {"splits", "corporate actions that values are adjusted for when they are read", declareSplits},
    {"where", "file, line and raw text that one value came from", declareWhere},
    {"chart", "the values of a chart as CSV, as the window saves them", declareChart},
    {"changes", "what is new since a day or since a report", declareChanges},
    {"report", "one file with everything the desk says: page, CSV or JSON", declareReport},
    {"verify", "hold a report against the desk: identical, or what changed", declareVerify},
    {"backup", "copy the desk to a new file, checked", declareBackup, LooksBack::No},
    {"restore", "put a backup in the desk's place, keeping what was there", declareRestore, LooksBack::No},
    {"check", "look the desk through: file, references, books", declareCheck, LooksBack::No},
    {"settings", "how the desk is kept: texts of files, automatic backups", declareSettings, LooksBack::No},
});

} // namespace

std::span<const Command> commands() {
    return kCommands;
}

} // namespace rotascope::cli
