#include "app/log/locked_append.h"

#include <chrono>
#include <filesystem>
#include <thread>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace rotascope::log {

namespace {

constexpr int kTries = 50;
constexpr std::chrono::milliseconds kPause{20};

template <class Try>
bool triedForASecond(Try tried) {
    for (int i = 0; i < kTries; ++i) {
        if (tried())
            return true;
        std::this_thread::sleep_for(kPause);
    }
    return false;
}

} // namespace

#ifdef _WIN32

namespace {

std::intptr_t opened(const std::string& path, DWORD access) {
    const std::filesystem::path file(std::u8string(path.begin(), path.end()));
    HANDLE handle = CreateFileW(file.c_str(), access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    return handle == INVALID_HANDLE_VALUE ? -1 : reinterpret_cast<std::intptr_t>(handle);
}

} // namespace

Lock::Lock(const std::string& path)
    : m_file(opened(path, GENERIC_READ | GENERIC_WRITE)) {
    m_held = m_file != -1 && triedForASecond([this] {
                 OVERLAPPED whole{};
                 return LockFileEx(reinterpret_cast<HANDLE>(m_file),
                                   LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &whole) != 0;
             });
}

Lock::~Lock() {
    if (m_file != -1)
        CloseHandle(reinterpret_cast<HANDLE>(m_file)); // which unlocks
}

bool appendAtOnce(const std::string& path, std::string_view bytes) {
    const std::intptr_t file = opened(path, FILE_APPEND_DATA);
    if (file == -1)
        return false;
    DWORD written = 0;
    const BOOL done = WriteFile(reinterpret_cast<HANDLE>(file), bytes.data(),
                                static_cast<DWORD>(bytes.size()), &written, nullptr);
    CloseHandle(reinterpret_cast<HANDLE>(file));
    return done != 0 && written == bytes.size();
}

#else

Lock::Lock(const std::string& path)
    : m_file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    m_held = m_file != -1 &&
             triedForASecond([this] { return ::flock(static_cast<int>(m_file), LOCK_EX | LOCK_NB) == 0; });
}

Lock::~Lock() {
    if (m_file != -1)
        ::close(static_cast<int>(m_file)); // which unlocks
}

bool appendAtOnce(const std::string& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (file == -1)
        return false;
    const bool done = ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    return ::close(file) == 0 && done;
}

#endif

} // namespace rotascope::log
