// Files as analysts receive them: plain, in gzip, or as the only file of a zip archive.
#pragma once

#include "core/csv/byte_source.h"

#include <memory>
#include <string>

namespace rotascope {

/// Opens a file and, where it is a gzip stream (also of several members) or a zip archive that holds exactly
/// one file, gives its unpacked bytes; anything else passes through as it is. The unpacked bytes are counted
/// and checked once while opening, so size() is theirs, and packedFile() names the file on the drive.
/// Refuses what openFile() refuses, "damaged_archive", "zip_file" (workbooks, several files, none, encrypted
/// or unusual compression) and "file_too_large" beyond 4 GB of text.
Result<std::unique_ptr<ByteSource>> openUnpacked(const std::string& path);

} // namespace rotascope
