// The desk that the window opens, found from this process's environment.
#pragma once

#include "core/base/result.h"

#include <string>

namespace rotascope::cli {

/// Path of the per-user desk; its folder is made when missing.
Result<std::string> defaultDeskHere();

/// The per-user data folder, made or not; empty where the environment names none.
std::string userFolderHere();

} // namespace rotascope::cli
