// From one look to the next: what is new, in sentences.
#pragma once

#include "core/analysis/catalysts/catalysts.h"
#include "core/look/desk_look.h"
#include "core/store/records.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// The look of now, and what only the desk's history tells.
struct DeskNews {
    DeskLook look;
    std::vector<ImportRecord> imports;    ///< all of the desk's, oldest first
    std::vector<RestatedSeries> restated; ///< since the look before
    std::size_t sessionsSince = 0;        ///< of the pair, after the one last looked at
    std::optional<double> spreadBefore;   ///< what the spread of the session last looked at is now
    std::vector<Catalyst> passed;         ///< that ended after the session last looked at, up to now's
};

struct Change {
    std::string_view kind; ///< id of its row
    std::string sentence;
};

/// ★ One kind of change. `more` ends "… and 12 more" where a list is cut short.
struct ChangeKind {
    std::string_view id;
    std::string_view more;
    std::vector<std::string> (*tell)(const DeskLook& before, const DeskNews& now);
};

std::span<const ChangeKind> changeKinds();

/// Everything that changed: kinds in the order of the catalogue, inside each the most telling first; empty
/// when nothing did. What is told of the pair needs the same pair then and now.
std::vector<Change> changesSince(const DeskLook& before, const DeskNews& now);

/// At most `perKind` sentences of each kind, then how many more there are.
std::vector<std::string> shortened(std::span<const Change> changes, std::size_t perKind);

} // namespace rotascope
