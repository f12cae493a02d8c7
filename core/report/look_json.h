// A look as JSON: kept with the settings, in a report, and read back.
#pragma once

#include "core/look/changes.h"
#include "core/report/json.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

Json lookAsJson(const DeskLook& look);
/// nullopt for what is no look. One of an older program, or with a damaged part, comes without that part.
std::optional<DeskLook> lookFromJson(const Json& json);

/// The same as one line of text.
std::string lookText(const DeskLook& look);
std::optional<DeskLook> lookFromText(std::string_view text);

/// [{"kind", "sentence"}]
Json changesAsJson(std::span<const Change> changes);

} // namespace rotascope
