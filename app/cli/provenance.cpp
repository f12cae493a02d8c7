#include "app/cli/provenance.h"

#include <algorithm>

namespace rotascope::cli {

namespace {

bool touches(const ImportRecord& record, std::span<const Symbol> symbols) {
    return std::any_of(record.symbols.begin(), record.symbols.end(), [&](const Symbol& symbol) {
        return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
    });
}

} // namespace

Result<Json> provenanceOf(MarketStore& store, const DeskInfo& desk, std::span<const Symbol> symbols) {
    const auto records = store.imports();
    if (!records)
        return Failure(records.error());
    Json files = Json::array();
    for (const ImportRecord& record : *records) {
        if (record.undone || !touches(record, symbols))
            continue;
        files.push_back(
            Json{{"import_id", record.id},
                 {"path", record.header.path},
                 {"sha256", record.header.sha256.empty() ? Json(nullptr) : Json(record.header.sha256)},
                 {"symbols", record.symbols},
                 {"first", dateOrNull(record.range, true)},
                 {"last", dateOrNull(record.range, false)},
                 {"imported_at", record.header.importedAt}});
    }
    return Json{{"desk", desk.path}, {"files", std::move(files)}};
}

} // namespace rotascope::cli
