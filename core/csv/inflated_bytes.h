// Bytes that lie compressed in a file, unpacked while they are read.
#pragma once

#include "core/csv/byte_source.h"
#include "core/csv/zip_directory.h"

#include <memory>
#include <optional>
#include <string>

namespace rotascope {

/// The content of a gzip file (`entry` empty) or of one file in a zip archive. Reading refuses
/// "damaged_archive" where the stream or its check sum is wrong, and "file_too_large" beyond 4 GB. size() is
/// the archive's own until setSize().
class InflatedBytes : public ByteSource {
public:
    /// The size of the content once it is known.
    virtual void setFacts(std::uint64_t size, PackedFile file) = 0;
};

std::unique_ptr<InflatedBytes> inflated(std::unique_ptr<ByteSource> archive, std::optional<ZipEntry> entry,
                                        std::string name);

} // namespace rotascope
