// What happens to a desk, as entries of the log: the same words in the window and on the command line.
#pragma once

#include "app/log/log_file.h"
#include "core/report/desk/desk_report.h"
#include "core/workflow/import_files.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope::log {

/// "import" with its counts, or "import_refused" with the code of the reason.
Entry importEvent(const std::string& desk, const FileImport& file);
Entry undoEvent(const std::string& desk, const UndoReceipt& receipt);
Entry demoEvent(const std::string& desk);
/// "rules_check" with the names of the rules that fire.
Entry rulesEvent(const std::string& desk, Date asOf, std::vector<std::string> firing);
Entry reportEvent(const std::string& desk, const std::string& file, const DeskReport& report);
/// The code alone: an error's sentence may quote a file's figures.
Entry errorEvent(const std::string& desk, const std::string& what, const Error& error);

} // namespace rotascope::log
