// A rule's text as tokens.
#pragma once

#include "core/rules/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class TokenKind : std::uint8_t { Number, Word, Text, Day, Sign, End };

struct Token {
    TokenKind kind = TokenKind::End;
    TextRange at;
    std::string
        text; ///< words in lower case; signs as ASCII ("-", ">="); "sigma" for σ; a quoted text as it stands
    double number = 0;
    Date day{};
};

/// Ends with a token End. Refuses what is no part of the language, and a quote without its end.
Parsed<std::vector<Token>> tokensOf(std::string_view text);

} // namespace rotascope
