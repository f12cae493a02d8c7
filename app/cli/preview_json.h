// What a dry run understood of a file, for people and for programs.
#pragma once

#include "core/report/json.h"
#include "core/workflow/preview_import.h"

#include <string>

namespace rotascope::cli {

/// The keys that a dry run has beyond those of an import: header, understood, columns, question.
void addPreview(Json& object, const ImportPreview& preview);

/// One indented line per setting, and the rows of the question under both readings.
std::string previewText(const ImportPreview& preview);

} // namespace rotascope::cli
