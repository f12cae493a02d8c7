// Large results inside a page: deflated, so that a report of a large desk can still be sent by mail. A
// section whose results are short stands as it is, for people and programs that only look into the page.
#pragma once

#include "core/report/json.h"

namespace rotascope {

/// Each section of `results` ({section: …}) whose shortest text is longer than 16 kB becomes
/// {"packed": base64 of its zlib stream (RFC 1950), "bytes": the text's length}.
void packLarge(Json& results);

/// The way back; false where what is packed is damaged, nests too deep or claims more than 64 MB.
bool unpackLarge(Json& results);

/// JSON from outside; discarded (Json::is_discarded) where it is damaged or nests without end, which would
/// end the program that walks it.
Json parsedShallow(std::string_view text);

} // namespace rotascope
