#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/market/known.h"
#include "core/workflow/where_from.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rotascope::cli {

namespace {

struct WhereArguments {
    std::string symbol;
    std::string date;
    std::string field;
};

struct Question {
    Symbol symbol;
    Date date;
    std::optional<Field> field; ///< empty: the main one
};

/// nullopt where none is asked for.
Result<std::optional<Field>> namedField(const std::string& name) {
    if (name.empty())
        return std::optional<Field>{};
    if (const auto field = fieldNamed(toLower(name)))
        return field;
    std::string names;
    for (const FieldInfo& info : kFields)
        names += (names.empty() ? "" : ", ") + std::string(info.name);
    return usageError("unknown_field", fmt::format("\"{}\" is not a field. There are: {}.", name, names));
}

/// What the words ask, checked before a desk is opened.
Result<Question> questionOf(const WhereArguments& arguments) {
    const auto date = parseIsoDate(arguments.date);
    if (!date)
        return usageError("bad_date",
                          fmt::format("\"{}\" is not a date. Write it as YYYY-MM-DD.", arguments.date));
    const auto field = namedField(arguments.field);
    if (!field)
        return Failure(field.error());
    return Question{canonicalSymbol(arguments.symbol), *date, *field};
}

/// Keys that a value and each of its vintages share.
Json sourceJson(const ImportHeader& header, std::uint32_t line, std::int64_t importId,
                const Result<std::string>& text) {
    Json object{{"file", header.path}};
    object["sha256"] = header.sha256.empty() ? Json(nullptr) : Json(header.sha256);
    object["line"] = line;
    object["text"] = text ? Json(*text) : Json(nullptr);
    if (!text)
        object["text_missing"] = text.error().message;
    object["imported_at"] = header.importedAt;
    object["format"] = header.format;
    object["import_id"] = importId;
    return object;
}

std::string answerJson(const Provenance& answer) {
    const ValueOrigin& origin = answer.origin;
    Json object{{"symbol", origin.symbol},
                {"date", isoText(origin.date)},
                {"field", nameOf(origin.field)},
                {"value", origin.value},
                {"adjusted", answer.adjusted ? Json(*answer.adjusted) : Json(nullptr)}};
    object.update(sourceJson(origin.header, origin.line, origin.importId, answer.text));
    object["profile"] = Json::parse(origin.header.settings, nullptr, false);
    if (object["profile"].is_discarded())
        object["profile"] = nullptr;
    object["vintages"] = Json::array();
    for (std::size_t i = 0; i < answer.vintages.size(); ++i) {
        const ValueVintage& vintage = answer.vintages[i];
        Json past{{"value", vintage.value}};
        past.update(sourceJson(vintage.header, vintage.line, vintage.importId, answer.vintageTexts[i]));
        past["until"] = vintage.until;
        past["ended_by"] = vintage.byUndo ? "undo" : "replaced";
        past["ended_by_import"] = vintage.endedBy;
        object["vintages"].push_back(std::move(past));
    }
    return printed(object);
}

std::string vintageText(const ValueVintage& vintage, const Result<std::string>& text) {
    return fmt::format("  before    {} until {} ({} import {}), from {} line {}, import {}: {}\n",
                       shortestNumber(vintage.value), vintage.until,
                       vintage.byUndo ? "taken back:" : "replaced by", vintage.endedBy, vintage.header.path,
                       vintage.line, vintage.importId, text ? *text : "(" + text.error().message + ")");
}

std::string answerText(const Provenance& answer) {
    const ValueOrigin& origin = answer.origin;
    std::string out =
        fmt::format("{} {} {} = {}\n  file      {}\n  sha256    {}\n  line      {}\n  text      {}\n  "
                    "imported  {} as {}, import {}\n",
                    origin.symbol, isoText(origin.date), nameOf(origin.field), shortestNumber(origin.value),
                    origin.header.path, origin.header.sha256.empty() ? "–" : origin.header.sha256,
                    origin.line, answer.text ? *answer.text : "(" + answer.text.error().message + ")",
                    origin.header.importedAt, origin.header.format, origin.importId);
    if (answer.adjusted)
        out += fmt::format("  adjusted  {} (see `rota splits {}`)\n", shortestNumber(*answer.adjusted),
                           origin.symbol);
    if (!origin.header.settings.empty())
        out += fmt::format("  profile   {}\n", origin.header.settings);
    for (std::size_t i = 0; i < answer.vintages.size(); ++i)
        out += vintageText(answer.vintages[i], answer.vintageTexts[i]);
    return out;
}

/// As of a date a value counts from when it was published.
Result<void> refuseLater(MarketStore& store, const ValueOrigin& value, Date asOf) {
    const Failure later =
        refused("not_yet_known", fmt::format("As of {} the {} of {} on {} was not known yet.", isoText(asOf),
                                             nameOf(value.field), value.symbol, isoText(value.date)));
    if (value.date > asOf)
        return later;
    const auto data = store.read(value.symbol);
    if (!data)
        return Failure(data.error());
    for (const Series& series : data->series) {
        const auto at = std::find(series.dates.begin(), series.dates.end(), value.date);
        if (series.field == value.field && series.cadence == Cadence::Daily && at != series.dates.end() &&
            knownCount(series.dates, series.availability, series.cadence, asOf) <=
                static_cast<std::size_t>(at - series.dates.begin()))
            return later;
    }
    return {};
}

} // namespace

CommandBody declareWhere(CLI::App& app) {
    auto arguments = std::make_shared<WhereArguments>();
    app.description("Where one value came from: file, hash, line and raw text.");
    app.add_option("SYMBOL", arguments->symbol, "Instrument or series")->required();
    app.add_option("DATE", arguments->date, "YYYY-MM-DD")->required();
    app.add_option("FIELD", arguments->field,
                   "close (default), open, high, low, adj_close, volume, value, …");
    return [arguments](const Context& context) -> Result<Output> {
        const auto question = questionOf(*arguments);
        if (!question)
            return Failure(question.error());
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        const auto answer = whereFrom(**store, question->symbol, question->date, question->field);
        if (!answer)
            return Failure(answer.error());
        if (context.common.asOf)
            if (const auto known = refuseLater(**store, answer->origin, *context.common.asOf); !known)
                return Failure(known.error());
        return Output{context.common.json ? answerJson(*answer) : answerText(*answer), {}, 0};
    };
}

} // namespace rotascope::cli
