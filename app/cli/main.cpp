#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/default_desk_here.h"
#include "app/cli/json_text.h"
#include "app/cli/man_page.h"
#include "app/cli/process.h"
#include "app/log/desk_events.h"
#include "app/log/log_place.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope::cli {

namespace {

/// What the parser filled in, as text; turned into values (or a usage error) afterwards.
struct RawCommon {
    std::string desk;
    std::string asOf;
    std::string knownOn;
    std::string small = "RUT";
    std::string large = "SPX";
    std::string log;
    bool json = false;
};

int report(const Error& error, bool json) {
    if (json)
        fmt::print("{}", printed(error));
    else
        fmt::print(stderr, "rota: {}\n", error.message);
    return exitCodeOf(error.kind);
}

void declareCommon(CLI::App& app, RawCommon& raw) {
    app.add_option("--db", raw.desk,
                   "Desk file; default: the desk that the window opens. Made when missing.");
    app.add_option("--as-of", raw.asOf, "Use only what was known on this date (YYYY-MM-DD)");
    app.add_option("--known-on", raw.knownOn,
                   "Values as the desk knew them at the end of this date (YYYY-MM-DD, UTC)");
    app.add_option("--small", raw.small, "Small-cap leg of the pair (default RUT)");
    app.add_option("--large", raw.large, "Large-cap leg of the pair (default SPX)");
    app.add_option(
        "--log", raw.log,
        "Where imports, undos, rule checks, reports and errors are noted (default log.jsonl in the "
        "per-user data folder); none: nowhere");
    app.add_flag("--json", raw.json, "Print one JSON object");
}

Result<std::optional<Date>> dateOption(std::string_view option, const std::string& text) {
    if (text.empty())
        return std::optional<Date>{};
    if (const auto date = parseIsoDate(text))
        return date;
    return usageError("bad_date",
                      fmt::format("{} \"{}\" is not a date. Write it as YYYY-MM-DD.", option, text));
}

Result<CommonOptions> commonOptions(const RawCommon& raw) {
    const auto asOf = dateOption("--as-of", raw.asOf);
    if (!asOf)
        return Failure(asOf.error());
    const auto knownOn = dateOption("--known-on", raw.knownOn);
    if (!knownOn)
        return Failure(knownOn.error());
    CommonOptions common{raw.desk, *asOf, *knownOn, canonicalSymbol(raw.small), canonicalSymbol(raw.large),
                         raw.json};
    if (common.desk.empty()) {
        auto desk = defaultDeskHere();
        if (!desk)
            return Failure(desk.error());
        common.desk = *desk;
    }
    return common;
}

/// A log that cannot be written to is worth a warning; the command has done its work.
void note(const RawCommon& raw, const std::vector<log::Entry>& events) {
    const auto path = log::logPath(raw.log, userFolderHere());
    if (events.empty() || !path)
        return;
    const log::Writer writer = log::writerHere("rota " ROTASCOPE_VERSION);
    std::string lines;
    for (const log::Entry& event : events)
        lines += log::lineOf(writer, utcNow(), event);
    if (const auto done = log::File(*path).append(lines); !done)
        fmt::print(stderr, "rota: {}\n", done.error().message);
}

int failed(const Error& error, std::string_view command, const RawCommon& raw, const CommonOptions& common) {
    if (error.kind != ErrorKind::Usage)
        note(raw, {log::errorEvent(common.desk, std::string(command), error)});
    return report(error, raw.json);
}

/// What changes or keeps the desk as a whole does so as it is now.
Result<void> checkLooksBack(const Command& command, const CommonOptions& common) {
    if (command.looksBack == LooksBack::Yes || (!common.asOf && !common.knownOn))
        return {};
    return usageError(
        "bad_option",
        fmt::format("rota {} is about the desk as it is: leave --as-of and --known-on out.", command.name));
}

/// What the desk lacked on a day it may hold by now.
Error asOfThen(Error error, const CommonOptions& common) {
    const bool lacked = error.code == "no_flows" || error.code == "no_data";
    if (common.asOf && lacked && error.message.find(isoText(*common.asOf)) == std::string::npos)
        error.message = fmt::format("As of {}: {}", isoText(*common.asOf), error.message);
    return error;
}

int runCommand(const Command& command, const CommandBody& body, const RawCommon& raw) {
    const auto common = commonOptions(raw);
    if (!common)
        return report(common.error(), raw.json);
    if (const auto may = checkLooksBack(command, *common); !may)
        return report(may.error(), raw.json);
    Result<Output> output = [&] {
        TerminalProgress progress;
        return body(Context{*common, progress});
    }();
    if (!output)
        return failed(asOfThen(output.error(), *common), command.name, raw, *common);
    note(raw, output->events);
    for (const std::string& note : output->notes)
        fmt::print(stderr, "rota: {}\n", note);
    std::fwrite(output->text.data(), 1, output->text.size(), stdout);
    if (std::fflush(stdout) != 0)
        return report(Error{ErrorKind::Desk, "cannot_write", "The output could not be written."}, false);
    return output->exitCode;
}

/// CLI11 speaks of "RunOrder" and the like; people get its sentence and where to look.
int reportParseError(const CLI::App& app, const CLI::ParseError& error, bool json) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        return app.exit(error);
    }
    return report(Error{ErrorKind::Usage, "wrong_usage", fmt::format("{}. See `rota --help`.", error.what())},
                  json);
}

int run(std::vector<std::string> arguments) {
    CLI::App app("Rotascope on the command line: the rotation between small and large caps.", "rota");
    app.set_version_flag("--version", "rota " ROTASCOPE_VERSION);
    bool man = false; // looked for before the rest, which asks for a command
    app.add_flag("--man", man, "Print the manual page, for man");
    app.require_subcommand(1);
    app.fallthrough();
    RawCommon raw;
    declareCommon(app, raw);
    struct Declared {
        const Command& command;
        CLI::App* sub;
        CommandBody body;
    };
    std::vector<Declared> bodies;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        sub->footer("Common options (--db, --as-of, --known-on, --small, --large, --json, --log): see `rota "
                    "--help`.");
        bodies.push_back({command, sub, command.declare(*sub)});
    }
    const auto given = [&arguments](const char* flag) {
        return std::find(arguments.begin(), arguments.end(), flag) != arguments.end();
    };
    if (given("--man")) {
        fmt::print("{}", manPage(app, ROTASCOPE_VERSION));
        return 0;
    }
    const bool json = given("--json");
    try {
        std::reverse(arguments.begin(), arguments.end());
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        return reportParseError(app, error, json);
    }
    for (const auto& [command, sub, body] : bodies)
        if (sub->parsed())
            return runCommand(command, body, raw);
    return 1;
}

} // namespace

} // namespace rotascope::cli

int main(int argc, char** argv) {
    try {
        const rotascope::cli::PlainOutput plain;
        return rotascope::cli::run(rotascope::cli::argumentsOf(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "rota: out of order: %s\n", error.what());
        return 4;
    }
}
