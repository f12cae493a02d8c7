// What the systems do differently: a lock between processes, and an append that is one write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rotascope::log {

/// Held until its end. Waits at most a second for another process: a line must not hang a program.
class Lock {
public:
    explicit Lock(const std::string& path);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    bool isHeld() const { return m_held; }

private:
    std::intptr_t m_file = -1;
    bool m_held = false;
};

/// Makes the file where it lacks. False when not all of `bytes` arrived.
bool appendAtOnce(const std::string& path, std::string_view bytes);

} // namespace rotascope::log
