#include "app/cli/man_page.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <string_view>

namespace rotascope::cli {

namespace {

/// Letters that roff takes for its own: the backslash, the hyphen (else a dash that cannot be searched for),
/// and what begins a line like a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        const bool begins = out.empty() || out.back() == '\n';
        if (begins && (letter == '.' || letter == '\''))
            out += "\\&";
        if (letter == '\\')
            out += "\\e";
        else if (letter == '-')
            out += "\\-";
        else
            out += letter;
    }
    return out;
}

/// "--db FILE" or, for what stands without a name, "FILE".
std::string nameOf(const CLI::Option& option) {
    std::string name = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
    if (!option.get_positional() && option.get_items_expected_max() > 0)
        name += " " + option.get_type_name();
    return name;
}

std::string optionsOf(const CLI::App& app) {
    std::string text;
    for (const CLI::Option* option : app.get_options())
        text += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(nameOf(*option)), roff(option->get_description()));
    return text;
}

std::string commandsOf(const CLI::App& app, const std::string& before) {
    std::string text;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        const std::string name = before + command->get_name();
        text += fmt::format(".SS {}\n{}.\n", roff(name), roff(command->get_description()));
        text += optionsOf(*command) + commandsOf(*command, name + " ");
    }
    return text;
}

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Wrong usage, or a rule text that is wrong.
.TP
.B 2
Done, with something to look at.
.TP
.B 3
Refused; nothing changed.
.TP
.B 4
The desk or the system failed.
.SH FILES
.TP
.I ~/.local/share/rotascope/desk.rota
The desk when none is named; below $XDG_DATA_HOME where that is set, and in the folder data beside the program where a
file portable.txt lies there.
.SH SEE ALSO
.BR rotascope (1)
)";

} // namespace

std::string manPage(const CLI::App& app, const std::string& version) {
    return fmt::format(
        ".TH ROTA 1 \"\" \"Rotascope {}\" \"User Commands\"\n.SH NAME\nrota \\- {}\n"
        ".SH SYNOPSIS\n.B rota\n[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n.SH OPTIONS\n"
        "They stand before or after the command.\n{}.SH COMMANDS\n{}{}",
        version, roff(app.get_description()), optionsOf(app), commandsOf(app, ""), kEnd);
}

} // namespace rotascope::cli
