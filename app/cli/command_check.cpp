#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "db/check_desk.h"
#include "db/desk_place.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace rotascope::cli {

namespace {

Json findingsJson(const DeskCheck& check) {
    Json list = Json::array();
    for (const DeskFinding& finding : check.findings)
        list.push_back(Json{{"rule", finding.rule}, {"count", finding.count}, {"message", finding.message}});
    return list;
}

std::string findingsText(const DeskCheck& check) {
    if (check.findings.empty())
        return fmt::format("All is well: {} rules, {} bytes.\n", check.rules,
                           groupedCount(static_cast<long long>(check.bytes)));
    std::string out;
    for (const DeskFinding& finding : check.findings)
        out += fmt::format("{}: {} ({})\n", finding.rule, finding.message,
                           groupedCount(static_cast<long long>(finding.count)));
    return out;
}

/// Damage means that the desk failed; books that do not balance are something to look at.
int exitCodeOf(const DeskCheck& check) {
    if (check.findings.empty())
        return 0;
    const bool damaged = std::any_of(check.findings.begin(), check.findings.end(),
                                     [](const DeskFinding& finding) { return finding.damage; });
    return damaged ? 4 : 2;
}

} // namespace

CommandBody declareCheck(CLI::App& app) {
    app.description("Looks the whole desk through: the file, its references, and whether the books balance.\n"
                    "Changes nothing. Exit 2 when the books do not balance, 4 when the file is damaged.");
    return [](const Context& context) -> Result<Output> {
        const auto check = checkDesk(context.common.desk);
        if (!check)
            return Failure(check.error());
        Output output;
        output.exitCode = exitCodeOf(*check);
        const auto warning = placeWarning(context.common.desk);
        if (warning)
            output.notes.push_back(*warning);
        output.text = context.common.json
                          ? printed(Json{{"desk", context.common.desk},
                                         {"ok", check->findings.empty()},
                                         {"rules", check->rules},
                                         {"bytes", check->bytes},
                                         {"findings", findingsJson(*check)},
                                         {"place_warning", warning ? Json(*warning) : Json(nullptr)}})
                          : findingsText(*check);
        return output;
    };
}

} // namespace rotascope::cli
