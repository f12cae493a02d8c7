#include "core/notes/note_book.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace rotascope {

namespace {

using Json = nlohmann::ordered_json;

Failure bad(const std::string& why) {
    return refused("bad_notes", fmt::format("This is no list of notes that can be read: {}.", why));
}

/// ★ Keys of a note that are plain text.
struct TextKey {
    const char* key;
    std::string Note::*into;
};
constexpr TextKey kTextKeys[] = {
    {"title", &Note::title}, {"text", &Note::text}, {"source", &Note::source}, {"about", &Note::about}};

Json noteJson(const Note& note) {
    Json out{{"id", note.id}, {"date", isoText(note.date)}};
    for (const TextKey& row : kTextKeys)
        if (const std::string& text = note.*row.into; !text.empty())
            out[row.key] = text;
    if (note.sentiment)
        out["sentiment"] = *note.sentiment;
    if (!note.claims.empty())
        out["claims"] = note.claims;
    return out;
}

bool isMissing(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null();
}

Result<void> readTexts(const Json& object, const std::string& where, Note& note) {
    for (const TextKey& row : kTextKeys) {
        if (isMissing(object, row.key))
            continue;
        if (!object[row.key].is_string())
            return bad(fmt::format("\"{}\" of {} is no text", row.key, where));
        note.*row.into = object[row.key].get<std::string>();
    }
    return {};
}

Result<void> readDate(const Json& object, const std::string& where, Note& note) {
    const auto found = object.find("date");
    const bool isText = found != object.end() && found->is_string();
    const auto date = isText ? parseIsoDate(found->get<std::string>()) : std::nullopt;
    if (!date)
        return bad(fmt::format("{} has no date of the form YYYY-MM-DD", where));
    note.date = *date;
    return {};
}

Result<void> readId(const Json& object, const std::string& where, Note& note) {
    const auto found = object.find("id");
    const bool whole = found != object.end() && found->is_number_integer();
    const auto id = whole ? found->get<std::int64_t>() : 0;
    if (id < 1 || id > std::numeric_limits<int>::max() / 2)
        return bad(fmt::format("{} has no id from 1 on", where));
    note.id = static_cast<int>(id);
    return {};
}

Result<void> readSentiment(const Json& object, const std::string& where, Note& note) {
    if (isMissing(object, "sentiment"))
        return {};
    if (!object["sentiment"].is_number())
        return bad(fmt::format("the sentiment of {} is no number", where));
    note.sentiment = object["sentiment"].get<double>();
    return {};
}

Result<void> readClaims(const Json& object, const std::string& where, Note& note) {
    if (isMissing(object, "claims"))
        return {};
    const Json& list = object["claims"];
    if (!list.is_array() || list.size() > kMostNoteClaims)
        return bad(fmt::format("the claims of {} are no list of at most {}", where, kMostNoteClaims));
    for (const Json& claim : list) {
        if (!claim.is_string())
            return bad(fmt::format("a claim of {} is no text", where));
        note.claims.push_back(claim.get<std::string>());
    }
    return {};
}

/// ★ What is read of a note, in this order.
constexpr auto kReaders =
    std::to_array<Result<void> (*)(const Json& object, const std::string& where, Note& note)>(
        {&readId, &readDate, &readTexts, &readSentiment, &readClaims});

Result<Note> noteIn(const Json& object, std::size_t position) {
    const std::string where = fmt::format("note {} of the list", position + 1);
    if (!object.is_object())
        return bad(where + " is no object");
    Note note;
    for (const auto read : kReaders)
        if (const auto sound = read(object, where, note); !sound)
            return Failure(sound.error());
    if (const auto sound = checkNote(note); !sound)
        return bad(fmt::format("{}: {}", where, sound.error().message));
    return note;
}

Result<void> checkVersion(const Json& book) {
    const auto kind = book.find("rotascope");
    if (kind == book.end() || *kind != "notes")
        return bad("it does not say \"rotascope\": \"notes\"");
    const auto version = book.find("version");
    if (version == book.end() || !version->is_number_integer() || version->get<std::int64_t>() < 1)
        return bad("it has no version from 1 on");
    if (version->get<std::int64_t>() <= kNoteBookVersion)
        return {};
    return refused("newer_notes", fmt::format("These notes have version {}; this program reads version {}. "
                                              "Update the program.",
                                              version->get<std::int64_t>(), kNoteBookVersion));
}

bool hasDouble(const std::vector<Note>& notes) {
    std::vector<int> ids;
    for (const Note& note : notes)
        ids.push_back(note.id);
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

} // namespace

std::string noteBookText(std::span<const Note> notes) {
    if (notes.empty())
        return {};
    Json list = Json::array();
    for (const Note& note : notes)
        list.push_back(noteJson(note));
    const Json book{{"rotascope", "notes"}, {"version", kNoteBookVersion}, {"notes", std::move(list)}};
    return book.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<Note>> readNoteBook(std::string_view text) {
    if (text.empty())
        return std::vector<Note>{};
    if (text.size() > kLongestNoteBook)
        return bad(fmt::format("it is larger than {} KB", kLongestNoteBook >> 10));
    const Json book = Json::parse(text, nullptr, false);
    if (!book.is_object())
        return bad("it is no JSON object");
    if (const auto version = checkVersion(book); !version)
        return Failure(version.error());
    const auto list = book.find("notes");
    if (list == book.end() || !list->is_array() || list->size() > kMostNotes)
        return bad(fmt::format("\"notes\" is no list of at most {}", kMostNotes));
    std::vector<Note> notes;
    for (std::size_t i = 0; i < list->size(); ++i) {
        auto note = noteIn((*list)[i], i);
        if (!note)
            return Failure(note.error());
        notes.push_back(std::move(*note));
    }
    if (hasDouble(notes))
        return bad("two notes have one id");
    return notes;
}

} // namespace rotascope
