// core/csv: from the bytes of a file to records of cells: encoding, dialect, reader, strict numbers and
// dates, and the ★ format catalogue. May include core/base. A new layout is one row of format_catalogue.cpp,
// a new header word one row of header_words.cpp; nothing here knows instruments or the desk.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace rotascope {

/// Larger files are refused.
constexpr std::uint64_t kLargestFile = std::uint64_t{4} << 30;

/// The file on the drive behind unpacked bytes.
struct PackedFile {
    std::uint64_t bytes = 0;
    std::string sha256; ///< lower-case hex
};

/// Bytes in order, as often as wanted from the beginning. Files are read in blocks and never mapped: a file
/// that shrinks meanwhile is an error, not a crash.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Fills the front of `into`; fewer bytes than asked for only at the end.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
    virtual Result<void> rewind() = 0;
    virtual std::uint64_t size() const = 0;
    /// Whether what is read is still what was opened; false once the size or the time of writing differs.
    virtual bool unchanged() const = 0;
    /// Where the bytes are unpacked from an archive, that archive; nullptr for plain files.
    virtual const PackedFile* packedFile() const { return nullptr; }
};

/// Opens a regular file. Refuses one that is missing, a directory, not readable, empty or over 4 GB.
Result<std::unique_ptr<ByteSource>> openFile(const std::string& path);

/// The path from the root of its drive; as it is where the system cannot tell.
std::string absolutePath(const std::string& path);

/// Text that is already in memory.
std::unique_ptr<ByteSource> bytesInMemory(std::string bytes);

/// An order-sensitive 64-bit checksum that tells two readings of a file apart at memory speed. Not
/// cryptographic.
class Checksum {
public:
    void add(std::span<const char> bytes);
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0x9e3779b97f4a7c15;
};

} // namespace rotascope
