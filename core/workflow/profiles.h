// Profiles of imports as a desk keeps them: how often each was used, which one fits a file.
#pragma once

#include "core/import/profile.h"
#include "core/store/market_store.h"
#include "core/workflow/import_files.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct KnownProfile {
    Profile profile;
    std::uint64_t used = 0; ///< imports that stand
};

struct KnownProfiles {
    std::vector<KnownProfile> known;   ///< by name
    std::vector<std::string> problems; ///< sentences about those that cannot be read
};

Result<KnownProfiles> profilesOf(MarketStore& store);

/// The most used profile that was made for this header; nullptr where there is none.
const KnownProfile* profileFor(std::span<const KnownProfile> profiles, std::string_view header);

/// Saves it under its name, in place of one of the same name. Refuses one without a name.
Result<void> keepProfile(MarketStore& store, const Profile& profile);

/// The desk's profile of that name, else the one in the file of that path. Refuses "unknown_profile", naming
/// the nearest.
Result<Profile> profileNamed(MarketStore& store, const std::string& nameOrPath);

/// A profile from a file. Refuses what cannot be read and what parseProfile() refuses.
Result<Profile> profileInFile(const std::string& path);

/// The profile's choices in place of the options'; `today` stays.
ImportOptions under(const Profile& profile, ImportOptions options);

} // namespace rotascope
