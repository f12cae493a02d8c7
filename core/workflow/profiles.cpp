#include "core/workflow/profiles.h"

#include "core/base/text.h"
#include "core/csv/byte_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kLargestProfile = std::size_t{1} << 20;

Failure unknownProfile(const std::string& name, const std::vector<StoredProfile>& stored) {
    std::vector<std::string> names;
    for (const StoredProfile& profile : stored)
        names.push_back(profile.name);
    const auto near = nearestName(name, names);
    return refused("unknown_profile", fmt::format("There is no profile and no file called \"{}\".{}", name,
                                                  near ? fmt::format(" Did you mean \"{}\"?", *near)
                                                       : " rota profiles lists those of the desk."));
}

} // namespace

Result<KnownProfiles> profilesOf(MarketStore& store) {
    const auto stored = store.profiles();
    if (!stored)
        return Failure(stored.error());
    const auto imports = store.imports();
    if (!imports)
        return Failure(imports.error());
    std::map<std::string, std::uint64_t> uses;
    for (const ImportRecord& record : *imports)
        if (!record.undone)
            ++uses[profileInSettings(record.header.settings)];
    KnownProfiles profiles;
    for (const StoredProfile& each : *stored) {
        auto profile = parseProfile(each.text);
        if (profile)
            profiles.known.push_back({std::move(*profile), uses[each.name]});
        else
            profiles.problems.push_back(fmt::format("The profile \"{}\" of this desk is left out. {}",
                                                    each.name, profile.error().message));
    }
    return profiles;
}

const KnownProfile* profileFor(std::span<const KnownProfile> profiles, std::string_view header) {
    const KnownProfile* best = nullptr;
    for (const KnownProfile& each : profiles)
        if (!header.empty() && each.profile.header == header && (best == nullptr || each.used > best->used))
            best = &each;
    return best;
}

Result<void> keepProfile(MarketStore& store, const Profile& profile) {
    if (trimmed(profile.name).empty())
        return usageError("no_name", "A profile needs a name, such as the vendor's.");
    return store.saveProfile({profile.name, profileText(profile)});
}

Result<Profile> profileNamed(MarketStore& store, const std::string& nameOrPath) {
    const auto stored = store.profiles();
    if (!stored)
        return Failure(stored.error());
    for (const StoredProfile& each : *stored)
        if (each.name == nameOrPath)
            return parseProfile(each.text);
    const auto inFile = profileInFile(nameOrPath);
    if (!inFile && inFile.error().code == "missing_file")
        return unknownProfile(nameOrPath, *stored);
    return inFile;
}

Result<Profile> profileInFile(const std::string& path) {
    const auto file = openFile(path);
    if (!file)
        return Failure(file.error());
    std::string text(kLargestProfile, '\0');
    const auto count = (*file)->read(text);
    if (!count)
        return Failure(count.error());
    text.resize(*count);
    return parseProfile(text);
}

ImportOptions under(const Profile& profile, ImportOptions options) {
    const Date today = options.reading.today;
    options.reading = profile.choices;
    options.reading.today = today;
    options.onConflict = profile.onConflict;
    options.profile = profile.name;
    return options;
}

} // namespace rotascope
