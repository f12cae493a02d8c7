// The two harder parts of a preview: why each setting is as it is, and what a question looks like.
#pragma once

#include "core/import/prepared_import.h"
#include "core/workflow/preview_import.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rotascope {

/// `facts` hold a plan.
std::vector<UnderstoodSetting> understoodSettings(const FileFacts& facts, const ImportOptions& options,
                                                  const FileImport& outcome);

/// The question behind a refusal; nullopt for a refusal that no answer lifts. `facts` hold a plan.
std::optional<ImportQuestion> questionOf(std::string_view code, const FileFacts& facts,
                                         std::span<const PreviewRow> rows);

} // namespace rotascope
