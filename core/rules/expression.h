// core/rules: rules in a small typed language, their whole history, and what followed. Text → tree (here) →
// checked against units and functions (checked_rule.h) → columns over sessions (evaluator.h) → episodes and
// ledger. May include core/base, core/market, core/indicators and core/analysis; a new function is one row of
// rule_functions.cpp. The language is told by language.h.
//
// The parser is total: any text gives a tree or an error with a position and a remedy.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/rules/quantity.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// Bytes of the text from `begin` up to, not with, `end`.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

/// What is wrong with a rule's text, where, and what to write instead.
struct ExpressionError {
    TextRange at;
    std::string message; ///< a sentence
    std::string remedy;  ///< another, or empty

    bool operator==(const ExpressionError&) const = default;
};

/// As a usage error "bad_rule" that names the character, counted from 1 in characters and not in bytes.
Failure asFailure(const ExpressionError& error, std::string_view text);
/// Position of a byte as a character, from 1.
std::size_t characterAt(std::string_view text, std::size_t byte);

template <class T>
using Parsed = tl::expected<T, ExpressionError>;

enum class NodeKind : std::uint8_t {
    Number,
    Word,    ///< a series, or a word such as a σ mode
    Text,    ///< in quotes: a flag, or a series with unusual letters
    Day,     ///< YYYY-MM-DD
    Call,    ///< word(inputs)
    Negate,  ///< − input
    Sum,     ///< inputs; those with `inverse` are subtracted
    Product, ///< inputs; those with `inverse` divide
    Compare, ///< input, input
    Cross,   ///< input, input
    Not,
    And,
    Or,
    Persist ///< input in n of the last m sessions
};

enum class Comparator : std::uint8_t { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };

std::string_view textOf(Comparator comparator);

struct Node {
    NodeKind kind = NodeKind::Number;
    TextRange at;
    std::string word;
    double number = 0;
    UnitWord unit = UnitWord::None;
    Date day{};
    bool inverse = false;
    Comparator comparator = Comparator::Greater;
    bool above = true; ///< crosses above, not below
    int n = 0;
    int m = 0;
    std::vector<Node> inputs;
};

constexpr std::size_t kLongestExpression = 16'000; ///< bytes
constexpr int kDeepestNesting = 40;                ///< parentheses, calls, "not" and minus signs
constexpr int kLongestWindow = 5'000;              ///< observations or sessions that a function looks back

Parsed<Node> parseExpression(std::string_view text);

} // namespace rotascope
