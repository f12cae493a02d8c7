// Which log this process writes to, and in whose name.
#pragma once

#include "app/log/log_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace rotascope::log {

/// `--log none` wishes for no log.
constexpr std::string_view kNone = "none";

/// "log.jsonl" in the per-user data folder, or the file that was named; nullopt for none, and where the
/// environment names no home folder.
std::optional<std::string> logPath(const std::string& named, const std::string& userFolder);

/// `program` as "rota 0.1.0"; the user from the environment.
Writer writerHere(std::string program);

} // namespace rotascope::log
