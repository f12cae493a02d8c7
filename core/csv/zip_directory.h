// The table of contents of a zip archive, as far as it takes to find the one file in it.
#pragma once

#include "core/csv/byte_source.h"

#include <cstdint>
#include <string>

namespace rotascope {

/// Where the only file of an archive lies.
struct ZipEntry {
    std::uint64_t headerAt = 0;   ///< of its local header, from the start of the archive
    std::uint64_t packedSize = 0; ///< bytes of its data
    std::uint64_t size = 0;       ///< unpacked
    std::uint32_t crc = 0;
    bool deflated = true; ///< false: stored as it is
};

/// Reads on to the byte at `position`, from the start of `bytes`. Refuses "damaged_archive" when it is
/// shorter.
Result<void> seekForward(ByteSource& bytes, std::uint64_t position);

/// The one file of the archive; folders and the metadata that macOS adds do not count. `name` is for
/// sentences. Refuses "zip_file" and "damaged_archive".
Result<ZipEntry> onlyZipEntry(ByteSource& archive, const std::string& name);

} // namespace rotascope
