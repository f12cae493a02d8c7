#include "app/cli/standard_input.h"

#include "core/csv/byte_source.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <random>
#include <system_error>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#endif

namespace rotascope::cli {

namespace {

namespace fs = std::filesystem;

Failure cannotSpool(const std::string& why) {
    return deskError("cannot_spool",
                     fmt::format("What is piped in could not be kept in the temporary folder: {}. Free some "
                                 "space there, or save it as a file and import that.",
                                 why));
}

/// A new file for writing; nullptr when one is there already.
std::FILE* openNew(const fs::path& path) {
#ifdef _WIN32
    const int file = _wopen(path.c_str(), _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY, _S_IREAD | _S_IWRITE);
    return file < 0 ? nullptr : _fdopen(file, "wb");
#else
    return std::fopen(path.c_str(), "wbx");
#endif
}

/// A name that nobody else uses; openNew() refuses one that exists all the same.
fs::path freshPath(std::error_code& error) {
    std::random_device chance;
    return fs::temp_directory_path(error) / fmt::format("rota-{:08x}{:08x}.csv", chance(), chance());
}

Result<void> copyInput(std::FILE* out) {
    std::array<char, std::size_t{64} << 10> block;
    std::uint64_t total = 0;
    for (std::size_t count = 1; count > 0;) {
        count = std::fread(block.data(), 1, block.size(), stdin);
        total += count;
        if (total > kLargestFile)
            return refused("file_too_large", "More than 4 GB were piped in. Split it into smaller files.");
        if (std::fwrite(block.data(), 1, count, out) != count)
            return cannotSpool("it is full or cannot be written");
    }
    if (std::ferror(stdin) != 0)
        return refused("unreadable_file", "Standard input could not be read to its end.");
    return {};
}

} // namespace

Result<std::unique_ptr<SpooledInput>> SpooledInput::fromStandardInput() {
#ifdef _WIN32
    _setmode(_fileno(stdin), _O_BINARY);
#endif
    std::error_code error;
    const fs::path path = freshPath(error);
    if (error)
        return cannotSpool(error.message());
    std::FILE* file = openNew(path);
    if (file == nullptr)
        return cannotSpool("it cannot be written");
    std::unique_ptr<SpooledInput> spooled(new SpooledInput(path.string()));
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    const auto copied = copyInput(file);
    const bool written = std::fclose(file) == 0;
    if (!copied)
        return Failure(copied.error());
    if (!written)
        return cannotSpool("it is full or cannot be written");
    return spooled;
}

SpooledInput::~SpooledInput() {
    std::error_code ignored;
    fs::remove(fs::path(m_path), ignored);
}

} // namespace rotascope::cli
