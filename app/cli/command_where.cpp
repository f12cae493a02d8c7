#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/workflow/import_files.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <optional>

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

/// The instrument's main field: close where it has bars, else its single value.
Result<Field> mainField(MarketStore& store, const Symbol& symbol) {
    const auto data = store.read(symbol);
    if (!data)
        return Failure(data.error());
    if (!data->daily.dates.empty() || data->series.empty())
        return Field::Close;
    return data->series.front().field;
}

Result<ValueOrigin> originOf(MarketStore& store, const Question& question) {
    const auto field = question.field ? Result<Field>(*question.field) : mainField(store, question.symbol);
    if (!field)
        return Failure(field.error());
    return store.origin(question.symbol, question.date, *field);
}

/// The line's raw text, or the sentence that says why it cannot be shown.
Result<std::string> rawText(const ValueOrigin& origin) {
    if (origin.header.sha256.empty())
        return refused("no_file",
                       "This value is synthetic: it was made by the demo market, not read from a file.");
    return originalLine(origin.header.path, origin.header.sha256, origin.line);
}

std::string answerJson(const ValueOrigin& origin, const Result<std::string>& text) {
    Json object{{"symbol", origin.symbol},
                {"date", isoText(origin.date)},
                {"field", nameOf(origin.field)},
                {"value", origin.value}};
    object["file"] = origin.header.path;
    object["sha256"] = origin.header.sha256.empty() ? Json(nullptr) : Json(origin.header.sha256);
    object["line"] = origin.line;
    object["text"] = text ? Json(*text) : Json(nullptr);
    if (!text)
        object["text_missing"] = text.error().message;
    object["imported_at"] = origin.header.importedAt;
    object["format"] = origin.header.format;
    object["import_id"] = origin.importId;
    return printed(object);
}

std::string answerText(const ValueOrigin& origin, const Result<std::string>& text) {
    return fmt::format("{} {} {} = {}\n  file      {}\n  sha256    {}\n  line      {}\n  text      {}\n  "
                       "imported  {} as {}, import {}\n",
                       origin.symbol, isoText(origin.date), nameOf(origin.field),
                       shortestNumber(origin.value), origin.header.path,
                       origin.header.sha256.empty() ? "–" : origin.header.sha256, origin.line,
                       text ? *text : "(" + text.error().message + ")", origin.header.importedAt,
                       origin.header.format, origin.importId);
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
        const auto origin = originOf(**store, *question);
        if (!origin)
            return Failure(origin.error());
        const auto text = rawText(*origin);
        return Output{context.common.json ? answerJson(*origin, text) : answerText(*origin, text), {}, 0};
    };
}

} // namespace rotascope::cli
