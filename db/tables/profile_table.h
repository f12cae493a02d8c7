// Saved profiles of imports (import_profile).
#pragma once

#include "core/store/records.h"
#include "db/sqlite/connection.h"

#include <string>
#include <vector>

namespace rotascope {

std::vector<StoredProfile> storedProfiles(const sqlite::Connection& desk); ///< by name
void putProfile(const sqlite::Connection& desk, const StoredProfile& profile);
/// Does nothing where there is none of that name.
void removeProfile(const sqlite::Connection& desk, const std::string& name);

} // namespace rotascope
