#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "core/base/text.h"
#include "core/report/notes_json.h"
#include "core/report/notes_text.h"
#include "core/workflow/load_notes.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace rotascope::cli {

namespace {

struct NoteArguments {
    std::string action = "list";
    std::string id;
    std::string title;
    std::string text;
    std::string date;
    std::string source;
    std::string sentiment;
    std::string about;
    std::vector<std::string> claims;
};

/// What an action is handed; the desk is moved into what reads it.
struct Session {
    const NoteArguments& arguments;
    const Context& context;
    std::unique_ptr<MarketStore> store;
    std::vector<Note> notes;
};

Result<Output> list(Session& session) {
    const auto asOf = session.context.common.asOf;
    const std::size_t later = std::erase_if(
        session.notes, [&asOf](const Note& note) { return asOf.has_value() && note.date > *asOf; });
    Json rows = Json::array();
    Output output;
    for (const Note& note : session.notes) {
        rows.push_back(noteAsJson(note));
        output.text += noteText(note);
    }
    if (session.context.common.json)
        output.text = printed(Json{{"notes", std::move(rows)}, {"later", later}});
    else if (output.text.empty())
        output.text = "This desk keeps no notes. Add one: rota notes add --text \"…\" --claim \"RUT +8.47% 5 "
                      "sessions 2025-11-28\".\n";
    return output;
}

Result<Note> noteOf(const NoteArguments& arguments) {
    Note note;
    note.title = arguments.title;
    note.text = arguments.text;
    note.source = arguments.source;
    note.about = arguments.about.empty() ? Symbol{} : canonicalSymbol(arguments.about);
    note.claims = arguments.claims;
    const auto date = arguments.date.empty() ? std::optional(today()) : parseIsoDate(arguments.date);
    if (!date)
        return usageError(
            "bad_date", fmt::format("--date \"{}\" is not a date. Write it as YYYY-MM-DD.", arguments.date));
    note.date = *date;
    if (arguments.sentiment.empty())
        return note;
    note.sentiment = parseNumber(arguments.sentiment);
    if (!note.sentiment)
        return usageError("bad_note",
                          fmt::format("--sentiment \"{}\" is no number from -1 to +1.", arguments.sentiment));
    return note;
}

/// Contradictions that the last note takes part in.
std::vector<Contradiction> broughtByLast(const std::vector<Note>& notes) {
    std::vector<Contradiction> out = contradictionsIn(notes);
    std::erase_if(out, [&](const Contradiction& row) { return row.second.note + 1 != notes.size(); });
    return out;
}

Result<Output> add(Session& session) {
    auto note = noteOf(session.arguments);
    if (!note)
        return Failure(note.error());
    const auto id = addNote(session.notes, std::move(*note));
    if (!id)
        return Failure(id.error());
    if (const auto kept = saveNotes(*session.store, session.notes); !kept)
        return Failure(kept.error());
    const auto brought = broughtByLast(session.notes);
    Output output;
    output.exitCode = brought.empty() ? 0 : 2;
    output.text = session.context.common.json
                      ? printed(Json{{"note", noteAsJson(session.notes.back())},
                                     {"contradictions", contradictionsAsJson(brought, session.notes)}})
                      : noteText(session.notes.back()) + contradictionsText(brought, session.notes);
    return output;
}

Result<Output> remove(Session& session) {
    const std::string& word = session.arguments.id;
    int id = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), id);
    if (read.ec != std::errc{} || read.ptr != word.data() + word.size())
        return usageError("bad_note", fmt::format("\"{}\" is no note's number.", word));
    if (const auto removed = removeNote(session.notes, id); !removed)
        return Failure(removed.error());
    if (const auto kept = saveNotes(*session.store, session.notes); !kept)
        return Failure(kept.error());
    return session.context.common.json ? Output{printed(Json{{"removed", id}}), {}, 0}
                                       : Output{fmt::format("Note {} is removed.\n", id), {}, 0};
}

Result<Output> audit(Session& session) {
    const CommonOptions& common = session.context.common;
    const std::vector<Symbol> symbols = symbolsClaimed(session.notes);
    const auto market = openMarket(session.context, std::move(session.store), symbols);
    if (!market)
        return Failure(market.error());
    const NotesReading reading = readNotes(market->view, session.notes, common.small, common.large);
    Output output;
    output.exitCode = reading.hasContradiction() ? 2 : 0;
    if (!common.json) {
        output.text = (market->desk.demo ? "DEMO\n" : "") + notesText(reading);
        return output;
    }
    auto text = printedWithProvenance(notesAsJson(reading), *market->store, market->desk, symbols);
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

/// ★ What `rota notes` can do.
struct Action {
    std::string_view name;
    bool takesId;
    Result<Output> (*run)(Session& session);
};
constexpr auto kActions = std::to_array<Action>(
    {{"list", false, &list}, {"add", false, &add}, {"remove", true, &remove}, {"audit", false, &audit}});

Result<Output> runNotes(const NoteArguments& arguments, const Context& context) {
    const auto action = std::find_if(kActions.begin(), kActions.end(),
                                     [&](const Action& row) { return row.name == arguments.action; });
    if (action == kActions.end() || action->takesId == arguments.id.empty())
        return usageError("wrong_usage", "rota notes knows: list, add, remove ID, audit.");
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    auto notes = loadNotes(**store);
    if (!notes)
        return Failure(notes.error());
    Session session{arguments, context, std::move(*store), std::move(*notes)};
    return action->run(session);
}

} // namespace

CommandBody declareNotes(CLI::App& app) {
    auto arguments = std::make_shared<NoteArguments>();
    app.description(
        "What was written about the market: notes kept with their claims, the claims held against "
        "the data, and notes that contradict each other.");
    app.add_option("ACTION", arguments->action, "list (default), add, remove ID, audit");
    app.add_option("ID", arguments->id, "remove: the note's number");
    app.add_option("--text", arguments->text, "add: the words");
    app.add_option("--title", arguments->title, "add: a title");
    app.add_option("--date", arguments->date, "add: the day it was written (default today)");
    app.add_option("--source", arguments->source, "add: who wrote it, or where");
    app.add_option("--sentiment", arguments->sentiment, "add: -1 (bearish) to +1 (bullish)");
    app.add_option("--about", arguments->about,
                   "add: the symbol that the sentiment is about (default: those of the claims)");
    app.add_option("--claim", arguments->claims,
                   "add: a claim such as \"RUT +8.47% 5 sessions 2025-11-28\"; may be repeated")
        ->take_all()
        ->allow_extra_args(false);
    return [arguments](const Context& context) { return runNotes(*arguments, context); };
}

} // namespace rotascope::cli
