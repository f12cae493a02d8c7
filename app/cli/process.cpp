#include "app/cli/process.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#ifdef _WIN32
// windows.h has to be there before the others.
// clang-format off
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
// clang-format on
#elif defined(__APPLE__)
#include <mach-o/dyld.h>

#include <cstdint>
#endif

namespace rotascope::cli {

#ifdef _WIN32

namespace {

std::string utf8(const wchar_t* text) {
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    if (size <= 1)
        return {};
    std::string out(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), size, nullptr, nullptr);
    out.pop_back(); // the terminating zero
    return out;
}

constexpr DWORD kLongestPath = 32768; ///< in UTF-16 units, with long paths switched on

} // namespace

// argv has lost every letter that the system's code page lacks.
std::vector<std::string> argumentsOf(int, char**) {
    int count = 0;
    wchar_t** wide = CommandLineToArgvW(GetCommandLineW(), &count);
    std::vector<std::string> arguments;
    for (int i = 1; wide != nullptr && i < count; ++i)
        arguments.push_back(utf8(wide[i]));
    LocalFree(wide);
    return arguments;
}

std::string environmentVariable(const char* name) {
    const wchar_t* value = _wgetenv(std::wstring(name, name + std::char_traits<char>::length(name)).c_str());
    return value != nullptr ? utf8(value) : std::string();
}

std::string programFolder() {
    std::wstring path(kLongestPath, L'\0');
    const DWORD length = GetModuleFileNameW(nullptr, path.data(), kLongestPath);
    path.resize(length < kLongestPath ? length : 0);
    const std::size_t end = path.find_last_of(L"\\/");
    return end == std::wstring::npos ? std::string() : utf8(path.substr(0, end).c_str());
}

PlainOutput::PlainOutput() {
    _setmode(_fileno(stdout), _O_BINARY);
    _setmode(_fileno(stderr), _O_BINARY);
    const UINT former = GetConsoleOutputCP();
    if (former != 0 && former != CP_UTF8 && SetConsoleOutputCP(CP_UTF8) != 0)
        m_formerCodePage = former;
}

PlainOutput::~PlainOutput() {
    if (m_formerCodePage != 0)
        SetConsoleOutputCP(m_formerCodePage);
}

#else

namespace {

std::string linkedProgram() {
#ifdef __APPLE__
    std::uint32_t size = 0;
    _NSGetExecutablePath(nullptr, &size);
    std::string path(size, '\0');
    return _NSGetExecutablePath(path.data(), &size) == 0 ? std::string(path.c_str()) : std::string();
#else
    return "/proc/self/exe";
#endif
}

} // namespace

std::vector<std::string> argumentsOf(int argc, char** argv) {
    return {argv + 1, argv + argc};
}

std::string environmentVariable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::string programFolder() {
    std::error_code error;
    const auto program = std::filesystem::canonical(linkedProgram(), error);
    return error ? std::string() : program.parent_path().string();
}

PlainOutput::PlainOutput() = default;
PlainOutput::~PlainOutput() = default;

#endif

} // namespace rotascope::cli
