#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/report/text_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace rotascope::cli {

namespace {

Json recordJson(const ImportRecord& record) {
    Json object{{"import_id", record.id}, {"path", record.header.path}};
    object["sha256"] = record.header.sha256.empty() ? Json(nullptr) : Json(record.header.sha256);
    object["format"] = record.header.format;
    object["symbols"] = record.symbols;
    object["first"] = dateOrNull(record.range, true);
    object["last"] = dateOrNull(record.range, false);
    addCounts(object, record.counts);
    object["imported_at"] = record.header.importedAt;
    object["undone"] = record.undone;
    object["undone_at"] = record.undoneAt ? Json(*record.undoneAt) : Json(nullptr);
    return object;
}

std::string recordsText(const std::vector<ImportRecord>& records) {
    if (records.empty())
        return "Nothing has been imported into this desk yet. Start with: rota import FILE…\n";
    TextTable table{{"id", "imported (UTC)", "symbols", "first", "last", "read", "stored", "conflicts",
                     "rejected", "file"},
                    {}};
    for (const ImportRecord& record : records) {
        const auto count = [](std::uint64_t n) { return groupedCount(static_cast<long long>(n)); };
        const std::string symbols =
            record.symbols.empty() ? ""
            : record.symbols.size() == 1
                ? record.symbols.front()
                : fmt::format("{} +{}", record.symbols.front(), record.symbols.size() - 1);
        table.rows.push_back({std::to_string(record.id), record.header.importedAt, symbols,
                              record.range ? isoText(record.range->first) : "",
                              record.range ? isoText(record.range->last) : "", count(record.counts.rowsRead),
                              count(record.counts.stored), count(record.counts.conflicts),
                              count(record.counts.rejected),
                              record.header.path + (record.undone ? " (undone)" : "")});
    }
    return alignedText(table, {1, 2, 3, 4, 9});
}

/// The history as it stood at the end of `knownOn` (UTC).
std::vector<ImportRecord> knownRecords(std::vector<ImportRecord> records, Date knownOn) {
    const std::string end = isoText(knownOn + std::chrono::days{1});
    std::erase_if(records, [&](const ImportRecord& record) { return record.header.importedAt >= end; });
    for (ImportRecord& record : records)
        if (record.undoneAt && *record.undoneAt >= end) {
            record.undone = false;
            record.undoneAt.reset();
        }
    return records;
}

} // namespace

CommandBody declareImports(CLI::App& app) {
    app.description("History of imports, oldest first.");
    return [](const Context& context) -> Result<Output> {
        if (context.common.asOf)
            return usageError("bad_option",
                              "The history of imports is the desk's own: --known-on DATE shows it as it "
                              "stood then. Leave --as-of out.");
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        auto records = (*store)->imports();
        if (!records)
            return Failure(records.error());
        if (context.common.knownOn)
            records = knownRecords(std::move(*records), *context.common.knownOn);
        if (!context.common.json)
            return Output{recordsText(*records), {}, 0};
        Json list = Json::array();
        for (const ImportRecord& record : *records)
            list.push_back(recordJson(record));
        return Output{printed(Json{{"imports", std::move(list)}}), {}, 0};
    };
}

} // namespace rotascope::cli
