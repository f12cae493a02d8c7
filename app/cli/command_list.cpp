#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/market/known.h"
#include "core/quality/open_findings.h"
#include "core/report/text_table.h"
#include "core/workflow/examine_desk.h"
#include "core/workflow/known_desk.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rotascope::cli {

namespace {

std::string fieldsInWords(const SeriesSummary& series) {
    std::string out;
    for (const Field field : series.fields)
        out += (out.empty() ? "" : " ") + std::string(nameOf(field));
    return out;
}

Json seriesJson(const SeriesSummary& series) {
    Json fields = Json::array();
    for (const Field field : series.fields)
        fields.push_back(nameOf(field));
    return Json{{"cadence", nameOf(series.cadence)},    {"fields", std::move(fields)},
                {"first", isoText(series.range.first)}, {"last", isoText(series.range.last)},
                {"observations", series.observations},  {"availability", nameOf(series.availability)}};
}

/// Range over all series; sessions of the longest daily one.
Json instrumentJson(const InstrumentSummary& summary, std::size_t findings) {
    Json object{{"symbol", summary.instrument.symbol},
                {"name", summary.instrument.name},
                {"kind", nameOf(summary.instrument.kind)},
                {"unit", nameOf(summary.instrument.unit)}};
    std::optional<DateRange> range;
    std::uint64_t sessions = 0;
    Json list = Json::array();
    for (const SeriesSummary& series : summary.series) {
        range = range ? DateRange{std::min(range->first, series.range.first),
                                  std::max(range->last, series.range.last)}
                      : series.range;
        if (series.cadence == Cadence::Daily)
            sessions = std::max(sessions, series.observations);
        list.push_back(seriesJson(series));
    }
    object["first"] = dateOrNull(range, true);
    object["last"] = dateOrNull(range, false);
    object["sessions"] = sessions;
    object["findings"] = findings;
    object["series"] = std::move(list);
    return object;
}

std::string listText(const std::vector<InstrumentSummary>& instruments, const DeskInfo& desk) {
    if (instruments.empty())
        return "This desk is empty. Fill it with: rota import FILE…   or try: rota demo\n";
    TextTable table{{"symbol", "name", "cadence", "first", "last", "observations", "known", "fields"}, {}};
    for (const InstrumentSummary& summary : instruments)
        for (const SeriesSummary& series : summary.series)
            table.rows.push_back({summary.instrument.symbol, summary.instrument.name,
                                  std::string(nameOf(series.cadence)), isoText(series.range.first),
                                  isoText(series.range.last),
                                  groupedCount(static_cast<long long>(series.observations)),
                                  std::string(wordsOf(series.availability)), fieldsInWords(series)});
    return (desk.demo ? "DEMO: every value is synthetic\n" : "") + alignedText(table, {1, 2, 3, 4, 6, 7});
}

} // namespace

CommandBody declareList(CLI::App& app) {
    app.description("Instruments and series of the desk with their ranges.");
    return [](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        const auto desk = (*store)->info();
        if (!desk)
            return Failure(desk.error());
        const auto instruments = knownInstruments(**store, context.common.asOf);
        if (!instruments)
            return Failure(instruments.error());
        if (const auto known = refuseBeforeData(**store, context); !known)
            return Failure(known.error());
        if (!context.common.json)
            return Output{listText(*instruments, *desk), {}, 0};
        const auto findings = examineDesk(**store, {}, context.common.asOf);
        if (!findings)
            return Failure(findings.error());
        Json list = Json::array();
        for (const InstrumentSummary& summary : *instruments)
            list.push_back(instrumentJson(summary, openCount(*findings, summary.instrument.symbol)));
        return Output{printed(Json{{"demo", desk->demo}, {"instruments", std::move(list)}}), {}, 0};
    };
}

} // namespace rotascope::cli
