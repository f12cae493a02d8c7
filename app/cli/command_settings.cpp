#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/report/text_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>

namespace rotascope::cli {

namespace {

struct SettingsArguments {
    std::string name;
    std::optional<std::int64_t> value;
};

Result<void> change(MarketStore& store, const SettingsArguments& arguments) {
    const auto setting = deskSettingNamed(arguments.name);
    if (!setting) {
        std::string names;
        for (const DeskSettingInfo& info : kDeskSettings)
            names += (names.empty() ? "" : ", ") + std::string(info.name);
        return usageError("unknown_setting",
                          fmt::format("\"{}\" is not a setting. There are: {}.", arguments.name, names));
    }
    return arguments.value ? store.setSetting(*setting, *arguments.value) : Result<void>{};
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
    return Output{json ? printed(Json{{"settings", object}}) : alignedText(table, {0, 2}), {}, 0};
}

} // namespace

CommandBody declareSettings(CLI::App& app) {
    auto arguments = std::make_shared<SettingsArguments>();
    app.description(
        "How the desk is kept: texts of imported files, automatic backups. Without NAME: all of them.");
    app.add_option("NAME", arguments->name, "Setting");
    app.add_option("VALUE", arguments->value, "A whole number");
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
