// Which imports may have changed a value of a report.
#pragma once

#include "core/workflow/desk_report/verify_report.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// An import since the report, with what it touches.
struct LaterImport {
    ReportCause cause;
    std::vector<Symbol> symbols;
};

/// Whether the desk holds (or held) any file that the report names. A demo market knows itself by its name.
bool knowsAnyFile(const Json& provenance, std::span<const ImportRecord> imports);

/// Imports with values up to `asOf` that the report's provenance does not name, and named ones that were
/// taken back.
std::vector<LaterImport> importsSince(const Json& provenance, std::span<const ImportRecord> imports,
                                      Date asOf);

/// What each section read when the report was written, and what it reads now.
using SectionSymbols = std::map<std::string, std::vector<Symbol>, std::less<>>;
SectionSymbols sectionSymbols(const Json& then, const ReportProvenance& now);

/// Those that touch what the value at `path` was computed from: the symbol it names; where none does, those
/// that its section reads.
std::vector<ReportCause> causesOf(std::string_view path, const SectionSymbols& sections,
                                  std::span<const LaterImport> later);

} // namespace rotascope
