// app/cli: `rota`, the headless twin of the desktop. May include core, db, app/log, CLI11 and nlohmann-json;
// never Qt. A new command is one file command_<name>.cpp and one row of the table in commands.cpp.
#pragma once

#include "app/log/log_file.h"
#include "core/base/date.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/market/market.h"
#include "core/store/market_store.h"
#include "db/open_desk.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope::cli {

/// Options that every command understands, before or after its name.
struct CommonOptions {
    std::string desk;
    std::optional<Date> asOf;
    std::optional<Date> knownOn; ///< values as the desk knew them then
    Symbol small = "RUT";
    Symbol large = "SPX";
    bool json = false;
};

/// What a command prints and how the process ends.
struct Output {
    std::string text;               ///< standard output
    std::vector<std::string> notes; ///< standard error, one line each
    int exitCode = 0;
    std::vector<log::Entry> events = {}; ///< what the log is told
};

/// 1 wrong usage, 3 refused, 4 the desk or the system failed.
int exitCodeOf(ErrorKind kind);

struct Context {
    CommonOptions common;
    ProgressSink& progress;

    /// Reads as the desk knew it on --known-on, and without what begins after --as-of, where those were
    /// given.
    Result<std::unique_ptr<MarketStore>> openDesk(DeskMode mode) const;
};

/// An open desk, what it says of itself, and the view of some instruments as of the date asked for.
struct OpenMarket {
    std::unique_ptr<MarketStore> store;
    DeskInfo desk;
    MarketView view;
};

/// Refuses an --as-of before everything that the desk holds, naming the range there is.
Result<void> refuseBeforeData(MarketStore& store, const Context& context);

/// Opens the desk (made when missing) and reads the named instruments.
Result<OpenMarket> openMarket(const Context& context, std::span<const Symbol> symbols);

/// The same in a desk that is open already.
Result<OpenMarket> openMarket(const Context& context, std::unique_ptr<MarketStore> store,
                              std::span<const Symbol> symbols);

/// "2024-11-09 is not a session; this is as of 2024-11-08." where the answer's date is not the one asked for.
std::vector<std::string> asOfNotes(const Context& context, Date answered);
/// The same where no pair is asked about.
std::vector<std::string> sessionNotes(const Context& context, Date answered);

} // namespace rotascope::cli
