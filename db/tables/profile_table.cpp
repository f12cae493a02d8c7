#include "db/tables/profile_table.h"

#include <string_view>

namespace rotascope {

using sqlite::Connection;
using sqlite::Statement;

std::vector<StoredProfile> storedProfiles(const Connection& desk) {
    std::vector<StoredProfile> profiles;
    Statement rows = desk.prepare("SELECT name, text FROM import_profile ORDER BY name");
    while (rows.step())
        profiles.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
    return profiles;
}

void putProfile(const Connection& desk, const StoredProfile& profile) {
    desk.prepare("INSERT OR REPLACE INTO import_profile VALUES (?, ?)")
        .with(std::string_view(profile.name), std::string_view(profile.text))
        .run();
}

void removeProfile(const Connection& desk, const std::string& name) {
    desk.prepare("DELETE FROM import_profile WHERE name = ?").with(std::string_view(name)).run();
}

} // namespace rotascope
