#include "app/log/desk_events.h"

#include "core/report/desk/report_json.h"

#include <algorithm>
#include <cstddef>

namespace rotascope::log {

namespace {

constexpr std::size_t kNamed = 20;

std::int64_t number(std::uint64_t count) {
    return static_cast<std::int64_t>(count);
}

std::vector<std::string> firstOf(const std::vector<Symbol>& symbols) {
    return {symbols.begin(), symbols.begin() + static_cast<std::ptrdiff_t>(std::min(kNamed, symbols.size()))};
}

} // namespace

Entry importEvent(const std::string& desk, const FileImport& file) {
    if (file.error)
        return {"import_refused", {{"desk", desk}, {"file", file.path}, {"code", file.error->code}}};
    const RowCounts& counts = file.counts;
    return {"import",
            {{"desk", desk},
             {"file", file.path},
             {"sha256", file.sha256},
             {"import_id", file.importId.value_or(0)},
             {"series", number(file.symbols.size())},
             {"symbols", firstOf(file.symbols)},
             {"rows_read", number(counts.rowsRead)},
             {"stored", number(counts.stored)},
             {"unchanged", number(counts.unchanged)},
             {"replaced", number(counts.replaced)},
             {"conflicts", number(counts.conflicts)},
             {"rejected", number(counts.rejected)},
             {"ignored", number(counts.ignored)},
             {"cells_rejected", number(file.cellsRejected)}}};
}

Entry undoEvent(const std::string& desk, const UndoReceipt& receipt) {
    return {"undo",
            {{"desk", desk},
             {"import_id", receipt.importId},
             {"removed", number(receipt.removed)},
             {"restored", number(receipt.restored)},
             {"kept", number(receipt.kept)}}};
}

Entry demoEvent(const std::string& desk) {
    return {"demo", {{"desk", desk}}};
}

Entry rulesEvent(const std::string& desk, Date asOf, std::vector<std::string> firing) {
    return {"rules_check", {{"desk", desk}, {"as_of", isoText(asOf)}, {"firing", std::move(firing)}}};
}

Entry reportEvent(const std::string& desk, const std::string& file, const DeskReport& report) {
    return {"report",
            {{"desk", desk},
             {"file", file},
             {"as_of", isoText(report.asOf)},
             {"analysis_sha256", analysisDigest(analysisAsJson(report))}}};
}

Entry errorEvent(const std::string& desk, const std::string& what, const Error& error) {
    return {error.kind == ErrorKind::Desk ? "error" : "refused",
            {{"desk", desk}, {"command", what}, {"code", error.code}}};
}

} // namespace rotascope::log
