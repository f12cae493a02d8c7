// Every choice of a reading as JSON, so that it is in plain sight and can be repeated; and profiles: choices
// that were given a name, to be used again for files with the same header.
#pragma once

#include "core/base/result.h"
#include "core/import/reading_plan.h"
#include "core/store/records.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope {

struct Profile {
    std::string name;
    std::string header; ///< headerFingerprint() of the file it was made for; empty: it is suggested for none
    ReadingChoices choices; ///< all but `today`
    ConflictPolicy onConflict = ConflictPolicy::Keep;

    bool operator==(const Profile&) const = default;
};

/// The headings in their order, as vendors agree on them: files with the same one are read alike.
std::string headerFingerprint(const Layout& layout);

/// One JSON object with every setting, indented, for files and desks.
std::string profileText(const Profile& profile);

/// Refuses "bad_profile" for text that is no profile, is cut off, or names something this version does not
/// know; and "newer_profile" for one of a later version.
Result<Profile> parseProfile(std::string_view json);

/// "mdy", "dmy", "ymd"
std::string_view nameOf(NumericOrder order);

/// One JSON object: format, encoding, delimiter, quote, header_line, date, decimal, symbol_source, columns;
/// `profile` is the name of the profile in use, or empty.
std::string settingsText(const ReadingPlan& plan, std::string_view profile = {});

/// The name of the profile in a settings text; empty where none was used.
std::string profileInSettings(std::string_view settings);

} // namespace rotascope
