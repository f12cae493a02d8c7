#include "core/rules/tokens.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rotascope {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
/// How many bytes of blank `text` begins with; text from the web has blanks that are none in ASCII.
std::size_t blankAt(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    if (text.starts_with(kNoBreakSpace))
        return kNoBreakSpace.size();
    return !text.empty() && std::string_view(" \t\n\r").find(text.front()) != std::string_view::npos ? 1 : 0;
}

/// ★ Signs, longest first: how they are written, and what they are.
struct SignSpelling {
    std::string_view text;
    std::string_view sign;
};
constexpr auto kSigns = std::to_array<SignSpelling>({
    {">=", ">="}, {"<=", "<="}, {"!=", "!="}, {"<>", "!="}, {"==", "="}, {"≥", ">="}, {"≤", "<="},
    {"≠", "!="},  {"−", "-"},   {"–", "-"},   {"×", "*"},   {"·", "*"},  {"÷", "/"},  {"σ", "sigma"},
    {">", ">"},   {"<", "<"},   {"=", "="},   {"+", "+"},   {"-", "-"},  {"*", "*"},  {"/", "/"},
    {"(", "("},   {")", ")"},   {",", ","},   {"%", "%"},
});

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : m_text(text) {}

    Parsed<std::vector<Token>> run() {
        std::vector<Token> tokens;
        for (;;) {
            auto token = next();
            if (!token)
                return tl::unexpected(token.error());
            const bool last = token->kind == TokenKind::End;
            tokens.push_back(std::move(*token));
            if (last)
                return tokens;
        }
    }

private:
    Parsed<Token> next() {
        while (const std::size_t blank = blankAt(m_text.substr(m_at)))
            m_at += blank;
        if (m_at == m_text.size())
            return Token{TokenKind::End, {m_at, m_at}, {}, 0, {}};
        const char c = m_text[m_at];
        if (isDigit(c) || (c == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])))
            return numberOrDay();
        if (isLetter(c) || c == '^')
            return word();
        return c == '"' ? quoted() : sign();
    }

    template <class Predicate>
    std::size_t endOf(std::size_t from, Predicate predicate) const {
        while (from < m_text.size() && predicate(m_text[from]))
            ++from;
        return from;
    }
    Token taken(TokenKind kind, std::size_t end) {
        const TextRange at{m_at, end};
        m_at = end;
        return {kind, at, std::string(m_text.substr(at.begin, end - at.begin)), 0, {}};
    }
    Parsed<Token> failure(std::size_t end, std::string message, std::string remedy) const {
        return tl::unexpected(ExpressionError{{m_at, end}, std::move(message), std::move(remedy)});
    }

    Parsed<Token> numberOrDay() {
        constexpr std::size_t kDayLength = 10;
        const std::string_view ten = m_text.substr(m_at, kDayLength);
        if (ten.size() == kDayLength && ten[4] == '-' && ten[7] == '-' &&
            std::all_of(ten.begin(), ten.end(), [](char c) { return isDigit(c) || c == '-'; })) {
            const auto day = parseIsoDate(ten);
            if (!day)
                return failure(m_at + kDayLength, fmt::format("{} is no date.", ten),
                               "Write it as YYYY-MM-DD.");
            Token token = taken(TokenKind::Day, m_at + kDayLength);
            token.day = *day;
            return token;
        }
        const std::size_t end = endOf(m_at, [](char c) { return isDigit(c) || c == '.'; });
        const std::string_view digits = m_text.substr(m_at, end - m_at);
        const auto number =
            parseNumber(digits.front() == '.' ? "0" + std::string(digits) : std::string(digits));
        if (!number || digits.back() == '.')
            return failure(end, "This is no number.", "Write it with one decimal point, such as 2.5.");
        Token token = taken(TokenKind::Number, end);
        token.number = *number;
        return token;
    }

    Token word() {
        const std::size_t end = endOf(
            m_at + 1, [](char c) { return isLetter(c) || isDigit(c) || c == '.' || c == '^' || c == '&'; });
        Token token = taken(TokenKind::Word, end);
        token.text = toLower(token.text);
        return token;
    }

    Parsed<Token> quoted() {
        const std::size_t end = m_text.find('"', m_at + 1);
        if (end == std::string_view::npos)
            return failure(m_text.size(), "The quote has no end.", "Close it with another \".");
        Token token = taken(TokenKind::Text, end + 1);
        token.text = std::string(trimmed(std::string_view(token.text).substr(1, token.text.size() - 2)));
        return token;
    }

    Parsed<Token> sign() {
        const std::string_view rest = m_text.substr(m_at);
        for (const SignSpelling& row : kSigns) {
            if (!rest.starts_with(row.text))
                continue;
            Token token = taken(TokenKind::Sign, m_at + row.text.size());
            token.text = row.sign;
            return token;
        }
        const auto byte = static_cast<unsigned char>(rest.front());
        const std::string shown =
            byte > 0x20 && byte < 0x7F ? fmt::format("\"{}\"", rest.front()) : "This character";
        return failure(m_at + 1, shown + " is not part of the language.",
                       "Series with unusual letters stand in quotes.");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Parsed<std::vector<Token>> tokensOf(std::string_view text) {
    return Lexer(text).run();
}

} // namespace rotascope
