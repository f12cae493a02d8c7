#include "core/workflow/import_files.h"

namespace rotascope {

FileImport importFile(MarketStore&, const std::string& path, const ImportOptions&, ProgressSink&) {
    FileImport file;
    file.path = path;
    file.error = Error{ErrorKind::Refused, "not_built", "This build cannot read files yet."};
    return file;
}

Result<std::string> originalLine(const std::string& path, const std::string&, std::uint32_t) {
    return refused("not_built", "This build cannot read " + path + " yet.");
}

} // namespace rotascope
