#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/base/text.h"
#include "core/workflow/import_files.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

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
    Field field = Field::Close;
};

/// The field asked for, or the instrument's main one: close where it has bars, else its single value.
Result<Field> fieldOf(MarketStore& store, const Symbol& symbol, const std::string& name) {
    if (!name.empty()) {
        const auto field = fieldNamed(toLower(name));
        if (field)
            return *field;
        std::string names;
        for (const FieldInfo& info : kFields)
            names += (names.empty() ? "" : ", ") + std::string(info.name);
        return usageError("unknown_field", fmt::format("\"{}\" is not a field. There are: {}.", name, names));
    }
    const auto data = store.read(symbol);
    if (!data)
        return Failure(data.error());
    if (!data->daily.dates.empty() || data->series.empty())
        return Field::Close;
    return data->series.front().field;
}

Result<Question> questionOf(MarketStore& store, const WhereArguments& arguments) {
    const auto date = parseIsoDate(arguments.date);
    if (!date)
        return usageError("bad_date",
                          fmt::format("\"{}\" is not a date. Write it as YYYY-MM-DD.", arguments.date));
    const Symbol symbol = canonicalSymbol(arguments.symbol);
    const auto field = fieldOf(store, symbol, arguments.field);
    if (!field)
        return Failure(field.error());
    return Question{symbol, *date, *field};
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
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        const auto question = questionOf(**store, *arguments);
        if (!question)
            return Failure(question.error());
        const auto origin = (*store)->origin(question->symbol, question->date, question->field);
        if (!origin)
            return Failure(origin.error());
        const auto text = rawText(*origin);
        return Output{context.common.json ? answerJson(*origin, text) : answerText(*origin, text), {}, 0};
    };
}

} // namespace rotascope::cli
