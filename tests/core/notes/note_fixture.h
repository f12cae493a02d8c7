// Notes made up for tests.
#pragma once

#include "core/notes/note.h"

#include <utility>

namespace rotascope::test {

inline Note noteOn(Date date, std::string text, std::vector<std::string> claims = {}) {
    Note note;
    note.date = date;
    note.text = std::move(text);
    note.claims = std::move(claims);
    return note;
}

inline Note viewOn(Date date, double sentiment, Symbol about) {
    Note note = noteOn(date, "A view.");
    note.sentiment = sentiment;
    note.about = std::move(about);
    return note;
}

} // namespace rotascope::test
