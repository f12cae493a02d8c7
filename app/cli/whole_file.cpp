#include "app/cli/whole_file.h"

#include "core/csv/byte_source.h"
#include "core/workflow/write_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace rotascope::cli {

Result<std::string> wholeFile(const std::string& path, std::uint64_t limit, const std::string& hint) {
    auto source = openFile(path);
    if (!source)
        return Failure(source.error());
    if ((*source)->size() > limit)
        return refused("too_large", fmt::format("{} has more than {} MB; {}.", path, limit >> 20, hint));
    std::string text((*source)->size(), '\0');
    std::size_t filled = 0;
    while (filled < text.size()) {
        const auto read = (*source)->read(std::span(text).subspan(filled));
        if (!read)
            return Failure(read.error());
        if (*read == 0)
            break;
        filled += *read;
    }
    text.resize(filled);
    return text;
}

Result<void> writeNewFile(const std::string& path, std::string_view text, const std::string& hint) {
    std::error_code error;
    if (std::filesystem::exists(std::u8string(path.begin(), path.end()), error))
        return refused("file_exists", fmt::format("{} exists already. {}", path, hint));
    return writeWhole(path, text, Existing::Keep);
}

} // namespace rotascope::cli
