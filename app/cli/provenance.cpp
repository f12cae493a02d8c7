#include "app/cli/provenance.h"

#include "core/report/split_json.h"
#include "core/workflow/provenance.h"

namespace rotascope::cli {

namespace {

/// The splits by which values of these symbols are adjusted when they are read.
Result<Json> adjustmentsOf(MarketStore& store, std::span<const Symbol> symbols) {
    const auto splits = splitsOf(store, symbols);
    if (!splits)
        return Failure(splits.error());
    Json list = Json::array();
    for (const auto& [symbol, split] : *splits)
        list.push_back(splitAsJson(symbol, split));
    return list;
}

} // namespace

Result<Json> provenanceOf(MarketStore& store, const DeskInfo& desk, std::span<const Symbol> symbols) {
    const auto records = importsOf(store, symbols);
    if (!records)
        return Failure(records.error());
    Json files = Json::array();
    for (const ImportRecord& record : *records)
        files.push_back(Json{{"import_id", record.id},
                             {"path", record.header.path},
                             {"sha256", jsonSentence(record.header.sha256)},
                             {"symbols", record.symbols},
                             {"first", dateOrNull(record.range, true)},
                             {"last", dateOrNull(record.range, false)},
                             {"imported_at", record.header.importedAt}});
    auto adjusted = adjustmentsOf(store, symbols);
    if (!adjusted)
        return Failure(adjusted.error());
    return Json{{"desk", desk.path}, {"files", std::move(files)}, {"adjusted", std::move(*adjusted)}};
}

Result<std::string> printedWithProvenance(Json object, MarketStore& store, const DeskInfo& desk,
                                          std::span<const Symbol> symbols) {
    auto provenance = provenanceOf(store, desk, symbols);
    if (!provenance)
        return Failure(provenance.error());
    object["demo"] = desk.demo;
    object["provenance"] = std::move(*provenance);
    return printed(object);
}

Result<Output> answer(const Context& context, OpenMarket& market, std::span<const Symbol> symbols,
                      std::vector<std::string> notes, const Answer& answer) {
    if (!context.common.json)
        return Output{answer.text(), std::move(notes), 0};
    auto text = printedWithProvenance(answer.json(), *market.store, market.desk, symbols);
    if (!text)
        return Failure(text.error());
    return Output{std::move(*text), std::move(notes), 0};
}

} // namespace rotascope::cli
