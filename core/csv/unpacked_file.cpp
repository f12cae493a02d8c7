#include "core/csv/unpacked_file.h"

#include "core/base/sha256.h"
#include "core/csv/inflated_bytes.h"

#include <fmt/format.h>

#include <string_view>

namespace rotascope {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::string_view kGzip{"\x1F\x8B", 2};
constexpr std::string_view kZip{"PK\3\4", 4};
constexpr std::string_view kEmptyZip{"PK\5\6", 4};

/// Reads everything once; `take` sees each piece.
template <class Take>
Result<std::uint64_t> readAll(ByteSource& bytes, Take take) {
    const auto ready = bytes.rewind();
    if (!ready)
        return Failure(ready.error());
    std::string block(kBlock, '\0');
    std::uint64_t total = 0;
    for (;;) {
        const auto count = bytes.read(block);
        if (!count)
            return Failure(count.error());
        if (*count == 0)
            return total;
        take(std::string_view(block).substr(0, *count));
        total += *count;
    }
}

Result<std::unique_ptr<ByteSource>> unpacked(std::unique_ptr<ByteSource> archive,
                                             std::optional<ZipEntry> entry, const std::string& path) {
    Sha256 hash;
    const auto packed = readAll(*archive, [&](std::string_view piece) { hash.add(piece); });
    if (!packed)
        return Failure(packed.error());
    auto content = inflated(std::move(archive), entry, path);
    const auto size = readAll(*content, [](std::string_view) {});
    if (!size)
        return Failure(size.error());
    if (*size == 0)
        return refused("empty_file", fmt::format("{} holds an empty file. Download it again.", path));
    const auto ready = content->rewind();
    if (!ready)
        return Failure(ready.error());
    content->setFacts(*size, {*packed, hash.hex()});
    return content;
}

} // namespace

Result<std::unique_ptr<ByteSource>> openUnpacked(const std::string& path) {
    auto file = openFile(path);
    if (!file)
        return file;
    std::string start(4, '\0');
    const auto count = (*file)->read(start);
    if (!count)
        return Failure(count.error());
    const auto ready = (*file)->rewind();
    if (!ready)
        return Failure(ready.error());
    if (start.starts_with(kGzip))
        return unpacked(std::move(*file), std::nullopt, path);
    if (!start.starts_with(kZip) && !start.starts_with(kEmptyZip))
        return file;
    auto entry = onlyZipEntry(**file, path);
    if (!entry)
        return Failure(entry.error());
    return unpacked(std::move(*file), *entry, path);
}

} // namespace rotascope
