#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/report/text_table.h"
#include "core/workflow/desk_report/section_catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace rotascope::cli {

namespace {

struct SettingsArguments {
    std::string name;
    std::optional<std::string> value;
};

const std::string kSections(nameOf(DeskText::ReportSections));

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<void> change(MarketStore& store, const SettingsArguments& arguments) {
    if (arguments.name == kSections)
        return arguments.value ? saveDeskSections(store, *arguments.value) : Result<void>{};
    const auto setting = deskSettingNamed(arguments.name);
    if (!setting) {
        std::string names;
        for (const DeskSettingInfo& info : kDeskSettings)
            names += std::string(info.name) + ", ";
        names += kSections;
        return usageError("unknown_setting",
                          fmt::format("\"{}\" is not a setting. There are: {}.", arguments.name, names));
    }
    if (!arguments.value)
        return {};
    const auto number = wholeNumber(*arguments.value);
    if (!number)
        return usageError("bad_value", fmt::format("\"{}\" is no whole number, which {} is.",
                                                   *arguments.value, arguments.name));
    return store.setSetting(*setting, *number);
}

/// The sections that the desk's reports show.
Result<void> addSections(MarketStore& store, Json& object, TextTable& table) {
    const auto ids = deskSections(store);
    if (!ids)
        return Failure(ids.error());
    const std::string text =
        ids->empty() ? std::string(kAllSections) : fmt::format("{}", fmt::join(*ids, ","));
    object[kSections] = text;
    table.rows.push_back({kSections, text, "sections of the desk's reports, between commas; all: every one"});
    return {};
}

Result<Output> answer(MarketStore& store, bool json) {
    Json object = Json::object();
    TextTable table{{"setting", "value", "meaning"}, {}};
    for (const DeskSettingInfo& info : kDeskSettings) {
        const auto value = store.setting(info.setting);
        if (!value)
            return Failure(value.error());
        object[std::string(info.name)] = *value;
        table.rows.push_back({std::string(info.name), std::to_string(*value), std::string(info.meaning)});
    }
    if (const auto added = addSections(store, object, table); !added)
        return Failure(added.error());
    return Output{json ? printed(Json{{"settings", object}}) : alignedText(table, {0, 2}), {}, 0};
}

} // namespace

CommandBody declareSettings(CLI::App& app) {
    auto arguments = std::make_shared<SettingsArguments>();
    app.description("How the desk is kept: texts of imported files, automatic backups, sections of reports. "
                    "Without NAME: all of them.");
    app.add_option("NAME", arguments->name, "Setting");
    app.add_option("VALUE", arguments->value, "A whole number; of report_sections ids between commas");
    return [arguments](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        if (!arguments->name.empty())
            if (const auto changed = change(**store, *arguments); !changed)
                return Failure(changed.error());
        return answer(**store, context.common.json);
    };
}

} // namespace rotascope::cli
