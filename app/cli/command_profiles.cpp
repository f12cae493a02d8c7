#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/report/text_table.h"
#include "core/workflow/profiles.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace rotascope::cli {

namespace {

struct ProfilesArguments {
    std::string add;
    std::string remove;
    std::string show;
};

std::string headerOf(const Profile& profile) {
    return profile.header.empty() ? "–" : profile.header;
}

Output listed(const KnownProfiles& profiles, bool json) {
    Json list = Json::array();
    TextTable table{{"name", "used", "header"}, {}};
    for (const KnownProfile& each : profiles.known) {
        Json profile = Json::parse(profileText(each.profile));
        profile["used"] = each.used;
        list.push_back(std::move(profile));
        table.rows.push_back({each.profile.name, std::to_string(each.used), headerOf(each.profile)});
    }
    if (json)
        return Output{printed(Json{{"profiles", std::move(list)}}), profiles.problems, 0};
    if (profiles.known.empty())
        return Output{"This desk has no profiles yet. Save one in the window's import, or add a file: rota "
                      "profiles --add FILE.json\n",
                      profiles.problems, 0};
    return Output{alignedText(table, {0, 2}), profiles.problems, 0};
}

Result<void> change(MarketStore& store, const ProfilesArguments& arguments) {
    if (!arguments.add.empty()) {
        const auto profile = profileInFile(arguments.add);
        return profile ? keepProfile(store, *profile) : Result<void>(Failure(profile.error()));
    }
    const auto known = profileNamed(store, arguments.remove);
    return known ? store.removeProfile(known->name) : Result<void>(Failure(known.error()));
}

Result<Output> runProfiles(const Context& context, const ProfilesArguments& arguments) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    if (!arguments.show.empty()) {
        const auto profile = profileNamed(**store, arguments.show);
        return profile ? Result<Output>(Output{profileText(*profile), {}, 0}) : Failure(profile.error());
    }
    if (!arguments.add.empty() || !arguments.remove.empty())
        if (const auto changed = change(**store, arguments); !changed)
            return Failure(changed.error());
    const auto profiles = profilesOf(**store);
    if (!profiles)
        return Failure(profiles.error());
    return listed(*profiles, context.common.json);
}

} // namespace

CommandBody declareProfiles(CLI::App& app) {
    auto arguments = std::make_shared<ProfilesArguments>();
    app.description("Named ways to read files, kept in the desk: rota import --profile NAME uses one.");
    auto* add = app.add_option("--add", arguments->add, "Take a profile from a JSON file");
    auto* remove = app.add_option("--remove", arguments->remove, "Forget the profile of that name");
    auto* show =
        app.add_option("--show", arguments->show, "Print the profile of that name as JSON, to be kept");
    add->excludes(remove)->excludes(show);
    remove->excludes(show);
    return [arguments](const Context& context) { return runProfiles(context, *arguments); };
}

} // namespace rotascope::cli
