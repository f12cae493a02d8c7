#include "app/log/log_place.h"

#include <cstdlib>

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace rotascope::log {

namespace {

std::int64_t processId() {
#ifdef _WIN32
    return static_cast<std::int64_t>(GetCurrentProcessId());
#else
    return static_cast<std::int64_t>(::getpid());
#endif
}

std::string userName() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (const char* name = std::getenv(variable); name && *name)
            return name;
    return {};
}

} // namespace

std::optional<std::string> logPath(const std::string& named, const std::string& userFolder) {
    if (named == kNone)
        return std::nullopt;
    if (!named.empty())
        return named;
    return userFolder.empty() ? std::nullopt : std::optional(userFolder + "/log.jsonl");
}

Writer writerHere(std::string program) {
    return {std::move(program), userName(), processId()};
}

} // namespace rotascope::log
