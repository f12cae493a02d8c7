#include "core/csv/zip_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace rotascope {

namespace {

// Offsets and signatures from PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::string_view kEndSignature{"PK\5\6", 4};
constexpr std::string_view kEntrySignature{"PK\1\2", 4};
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEntrySize = 46;
constexpr std::size_t kLongestTail = kEndSize + 65535; ///< the end record with the longest comment
constexpr std::size_t kLongestDirectory = std::size_t{1} << 20;
constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr unsigned kEncrypted = 1;
constexpr unsigned kStored = 0;
constexpr unsigned kDeflated = 8;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Failure damaged(const std::string& name) {
    return refused("damaged_archive",
                   fmt::format("{} is a damaged or incomplete zip archive. Download it again.", name));
}

Failure unsuitable(const std::string& name, std::string_view why) {
    return refused("zip_file", fmt::format("{} {}", name, why));
}

/// The last bytes of the archive, where its end record stands.
Result<std::string> tailOf(ByteSource& archive) {
    const auto ready = archive.rewind();
    if (!ready)
        return Failure(ready.error());
    std::string tail;
    std::string block(kBlock, '\0');
    for (;;) {
        const auto count = archive.read(block);
        if (!count)
            return Failure(count.error());
        if (*count == 0)
            return tail;
        tail.append(block, 0, *count);
        if (tail.size() > kLongestTail)
            tail.erase(0, tail.size() - kLongestTail);
    }
}

Result<std::string> bytesAt(ByteSource& archive, std::uint64_t position, std::size_t count,
                            const std::string& name) {
    const auto there = seekForward(archive, position);
    if (!there)
        return Failure(there.error());
    std::string bytes(count, '\0');
    std::size_t held = 0;
    while (held < count) {
        const auto got = archive.read(std::span(bytes).subspan(held));
        if (!got)
            return Failure(got.error());
        if (*got == 0)
            return damaged(name);
        held += *got;
    }
    return bytes;
}

struct Listed {
    std::string_view name;
    ZipEntry entry;
    unsigned flags = 0;
    unsigned method = 0;
};

/// Every entry of the directory; nullopt-like empty result is an archive of nothing.
Result<std::vector<Listed>> listedIn(std::string_view directory, std::size_t entries,
                                     const std::string& name) {
    std::vector<Listed> out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < entries; ++i) {
        if (directory.size() - at < kEntrySize || directory.substr(at, 4) != kEntrySignature)
            return damaged(name);
        const std::string_view row = directory.substr(at);
        const std::size_t nameSize = number(row, 28, 2);
        const std::size_t whole = kEntrySize + nameSize + number(row, 30, 2) + number(row, 32, 2);
        if (row.size() < whole)
            return damaged(name);
        Listed listed;
        listed.name = row.substr(kEntrySize, nameSize);
        listed.flags = number(row, 8, 2);
        listed.method = number(row, 10, 2);
        listed.entry = {number(row, 42, 4), number(row, 20, 4), number(row, 24, 4), number(row, 16, 4),
                        listed.method == kDeflated};
        out.push_back(listed);
        at += whole;
    }
    return out;
}

bool isFile(const Listed& listed) {
    return !listed.name.ends_with('/') && !listed.name.starts_with("__MACOSX/");
}

Result<ZipEntry> chosen(const std::vector<Listed>& all, const std::string& name) {
    if (std::any_of(all.begin(), all.end(),
                    [](const Listed& listed) { return listed.name == "[Content_Types].xml"; }))
        return unsuitable(name, "is an Excel workbook (XLSX). Save the sheet as CSV.");
    const auto files = std::count_if(all.begin(), all.end(), isFile);
    if (files == 0)
        return unsuitable(name, "is a zip archive without a file in it.");
    if (files > 1)
        return unsuitable(
            name, fmt::format("is a zip archive of {} files. Unpack it and name the CSV files.", files));
    const Listed& only = *std::find_if(all.begin(), all.end(), isFile);
    if ((only.flags & kEncrypted) != 0)
        return unsuitable(name, "is an encrypted zip archive. Unpack it first.");
    if (only.method != kStored && only.method != kDeflated)
        return unsuitable(name, "is a zip archive in an unusual compression. Unpack it first.");
    constexpr std::uint32_t kElsewhere = 0xFFFFFFFF; // zip64 keeps the figure in another place
    if (only.entry.size == kElsewhere || only.entry.packedSize == kElsewhere)
        return unsuitable(name, "holds a file of more than 4 GB. Unpack and split it.");
    return only.entry;
}

} // namespace

Result<void> seekForward(ByteSource& bytes, std::uint64_t position) {
    const auto ready = bytes.rewind();
    if (!ready)
        return ready;
    std::string block(kBlock, '\0');
    while (position > 0) {
        const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(position, kBlock));
        const auto count = bytes.read(std::span(block).first(want));
        if (!count)
            return Failure(count.error());
        if (*count == 0)
            return refused("damaged_archive", "The zip archive is incomplete. Download it again.");
        position -= *count;
    }
    return {};
}

Result<ZipEntry> onlyZipEntry(ByteSource& archive, const std::string& name) {
    const auto tail = tailOf(archive);
    if (!tail)
        return Failure(tail.error());
    const std::size_t end = tail->rfind(kEndSignature);
    if (end == std::string::npos || tail->size() - end < kEndSize)
        return damaged(name);
    const std::size_t entries = number(*tail, end + 10, 2);
    const std::size_t size = number(*tail, end + 12, 4);
    if (size > kLongestDirectory)
        return unsuitable(name, "is a zip archive of many files. Unpack it and name the CSV files.");
    const auto directory = bytesAt(archive, number(*tail, end + 16, 4), size, name);
    if (!directory)
        return Failure(directory.error());
    const auto listed = listedIn(*directory, entries, name);
    if (!listed)
        return Failure(listed.error());
    return chosen(*listed, name);
}

} // namespace rotascope
