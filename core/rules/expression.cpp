#include "core/rules/expression.h"

#include "core/base/text.h"
#include "core/rules/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rotascope {

namespace {

/// ★ Words behind a number. Magnitudes stand before "USD" or alone ("2.5bn USD", "2.5bn").
struct UnitSpelling {
    std::string_view text;
    UnitWord unit;
    double factor;
};
constexpr auto kUnitWords = std::to_array<UnitSpelling>({
    {"%", UnitWord::Percent, 1},
    {"pct", UnitWord::Percent, 1},
    {"percent", UnitWord::Percent, 1},
    {"pp", UnitWord::Pp, 1},
    {"bp", UnitWord::Bp, 1},
    {"bps", UnitWord::Bp, 1},
    {"sigma", UnitWord::Sigma, 1},
    {"sd", UnitWord::Sigma, 1},
    {"usd", UnitWord::Usd, 1},
    {"level", UnitWord::Level, 1},
    {"points", UnitWord::Level, 1},
    {"session", UnitWord::Sessions, 1},
    {"sessions", UnitWord::Sessions, 1},
    {"k", UnitWord::Usd, 1e3},
    {"m", UnitWord::Usd, 1e6},
    {"mn", UnitWord::Usd, 1e6},
    {"million", UnitWord::Usd, 1e6},
    {"bn", UnitWord::Usd, 1e9},
    {"billion", UnitWord::Usd, 1e9},
});

/// Words with a meaning of their own, which no series can have.
constexpr auto kKeywords =
    std::to_array<std::string_view>({"and", "or", "not", "for", "of", "crosses", "above", "below"});

constexpr std::array<std::string_view, 6> kComparators{"<", "<=", ">", ">=", "=", "!="};

class Parser {
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens(std::move(tokens)) {}

    Parsed<Node> run() {
        if (now().kind == TokenKind::End)
            return failure("The rule is empty.", "Write one such as ret(RUT, 5) - ret(SPX, 5) > 3pp.");
        auto tree = alternatives();
        if (tree && now().kind != TokenKind::End)
            return failure(fmt::format("{} does not belong here.", shown(now())), afterwards());
        return tree;
    }

private:
    using Step = Parsed<Node> (Parser::*)();

    const Token& now() const { return m_tokens[m_at]; }
    const Token& following() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    bool isSign(std::string_view sign) const { return now().kind == TokenKind::Sign && now().text == sign; }
    bool isWord(std::string_view word) const { return now().kind == TokenKind::Word && now().text == word; }
    bool accept(bool matches) {
        m_at += matches ? 1 : 0;
        return matches;
    }
    static std::string shown(const Token& token) {
        if (token.kind == TokenKind::End)
            return "The end of the rule";
        return token.kind == TokenKind::Number ? "This number" : fmt::format("\"{}\"", token.text);
    }
    Parsed<Node> failure(std::string message, std::string remedy) const {
        return tl::unexpected(ExpressionError{now().at, std::move(message), std::move(remedy)});
    }
    /// What may follow a complete condition or value.
    std::string afterwards() const {
        if (isSign(">") || isSign(">=") || isSign("<") || isSign("<=") || isSign("="))
            return "Compare two values at a time and join the comparisons with \"and\".";
        if (isSign(")"))
            return "It closes no parenthesis.";
        if (now().kind == TokenKind::Number)
            return "An operator is missing before it, or it is written with a blank or comma inside.";
        return "Here an operator, a comparison, and, or, for … of … sessions, or the end is expected.";
    }

    Parsed<Node> alternatives() { return chain(NodeKind::Or, "or", &Parser::conditions); }
    Parsed<Node> conditions() { return chain(NodeKind::And, "and", &Parser::negation); }

    /// Operands joined by one word, as one node however many they are.
    Parsed<Node> chain(NodeKind kind, std::string_view word, Step step) {
        auto first = (this->*step)();
        if (!first || !isWord(word))
            return first;
        Node node = nodeOver(kind, std::move(*first));
        while (accept(isWord(word))) {
            auto next = (this->*step)();
            if (!next)
                return next;
            take(node, std::move(*next), false);
        }
        return node;
    }

    Parsed<Node> negation() {
        if (!isWord("not"))
            return comparison();
        const std::size_t begin = now().at.begin;
        ++m_at;
        return wrapped(NodeKind::Not, begin, &Parser::negation);
    }

    /// One operand read a level deeper.
    Parsed<Node> wrapped(NodeKind kind, std::size_t begin, Step step) {
        auto inner = deeper(step);
        if (!inner)
            return inner;
        Node node = nodeOver(kind, std::move(*inner));
        node.at.begin = begin;
        return node;
    }
    Parsed<Node> deeper(Step step) {
        if (m_depth == kDeepestNesting)
            return failure(fmt::format("The rule is nested more than {} deep.", kDeepestNesting),
                           "Split it into several rules.");
        ++m_depth;
        auto node = (this->*step)();
        --m_depth;
        return node;
    }

    Parsed<Node> comparison() {
        auto left = sum();
        if (!left)
            return left;
        if (accept(isWord("crosses"))) {
            if (!isWord("above") && !isWord("below"))
                return failure("Here above or below is expected.", "Write a crosses above b.");
            const bool above = isWord("above");
            ++m_at;
            left = compared(NodeKind::Cross, std::move(*left));
            if (left)
                left->above = above;
        } else if (const auto found = comparatorHere()) {
            ++m_at;
            left = compared(NodeKind::Compare, std::move(*left));
            if (left)
                left->comparator = *found;
        }
        return left && isWord("for") ? persistence(std::move(*left)) : left;
    }
    std::optional<Comparator> comparatorHere() const {
        for (std::size_t i = 0; i < kComparators.size(); ++i)
            if (isSign(kComparators[i]))
                return static_cast<Comparator>(i);
        return std::nullopt;
    }
    Parsed<Node> compared(NodeKind kind, Node left) {
        auto right = sum();
        if (!right)
            return right;
        Node node = nodeOver(kind, std::move(left));
        take(node, std::move(*right), false);
        return node;
    }

    Parsed<Node> persistence(Node condition) {
        ++m_at;
        const auto n = wholeNumber();
        if (!n)
            return tl::unexpected(n.error());
        auto m = n;
        if (accept(isWord("of")))
            m = wholeNumber();
        if (!m)
            return tl::unexpected(m.error());
        if (!accept(isWord("sessions") || isWord("session")))
            return failure("Here \"sessions\" is expected.", "Write X for 3 of 5 sessions.");
        if (*n > *m)
            return failure(fmt::format("{} of {} sessions cannot be.", *n, *m),
                           "Write X for 3 of 5 sessions.");
        Node node = nodeOver(NodeKind::Persist, std::move(condition));
        node.at.end = m_tokens[m_at - 1].at.end;
        node.n = *n;
        node.m = *m;
        return node;
    }
    Parsed<int> wholeNumber() {
        const double number = now().kind == TokenKind::Number ? now().number : 0;
        const int whole = number >= 1 && number <= kLongestWindow ? static_cast<int>(number) : 0;
        if (whole == 0 || whole < number)
            return tl::unexpected(ExpressionError{
                now().at, fmt::format("Here a whole number from 1 to {} is expected.", kLongestWindow),
                "Write X for 3 of 5 sessions."});
        ++m_at;
        return whole;
    }

    Parsed<Node> sum() { return arithmetic(NodeKind::Sum, "+", "-", &Parser::product); }
    Parsed<Node> product() { return arithmetic(NodeKind::Product, "*", "/", &Parser::factor); }

    Parsed<Node> arithmetic(NodeKind kind, std::string_view plain, std::string_view inverse, Step step) {
        auto first = (this->*step)();
        if (!first || !(isSign(plain) || isSign(inverse)))
            return first;
        Node node = nodeOver(kind, std::move(*first));
        while (isSign(plain) || isSign(inverse)) {
            const bool inverted = isSign(inverse);
            ++m_at;
            auto next = (this->*step)();
            if (!next)
                return next;
            take(node, std::move(*next), inverted);
        }
        return node;
    }

    Parsed<Node> factor() {
        if (isSign("+"))
            return failure("A sign without a value before it.", "Leave the + out.");
        if (!isSign("-"))
            return primary();
        const std::size_t begin = now().at.begin;
        ++m_at;
        return wrapped(NodeKind::Negate, begin, &Parser::factor);
    }

    Parsed<Node> primary() {
        const Token& token = now();
        if (token.kind == TokenKind::Number)
            return number();
        if (token.kind == TokenKind::Day || token.kind == TokenKind::Text)
            return leaf(token.kind == TokenKind::Day ? NodeKind::Day : NodeKind::Text);
        if (isSign("("))
            return parenthesis();
        if (token.kind != TokenKind::Word)
            return failure(fmt::format("{} stands where a value is expected.", shown(token)),
                           "A value is a number with its unit, a series, or a function such as ret(RUT, 5).");
        if (std::find(kKeywords.begin(), kKeywords.end(), token.text) != kKeywords.end())
            return failure(fmt::format("\"{}\" stands where a value is expected.", token.text),
                           token.text == "not" ? "Put the condition after it into parentheses."
                                               : "Something is missing before it.");
        return following().kind == TokenKind::Sign && following().text == "(" ? call() : leaf(NodeKind::Word);
    }

    Parsed<Node> leaf(NodeKind kind) {
        Node node;
        node.kind = kind;
        node.at = now().at;
        node.word = now().text;
        node.day = now().day;
        ++m_at;
        return node;
    }

    Parsed<Node> number() {
        Node node;
        node.at = now().at;
        node.number = now().number;
        ++m_at;
        for (const UnitSpelling& row : kUnitWords) {
            if (!isSign(row.text) && !isWord(row.text))
                continue;
            node.unit = row.unit;
            node.number *= row.factor;
            node.at.end = now().at.end;
            ++m_at;
            if (row.factor > 1 && isWord("usd")) {
                node.at.end = now().at.end;
                ++m_at;
            }
            break;
        }
        return node;
    }

    Parsed<Node> parenthesis() {
        const TextRange open = now().at;
        ++m_at;
        auto inner = deeper(&Parser::alternatives);
        if (!inner)
            return inner;
        if (!isSign(")"))
            return unclosed(open);
        inner->at = {open.begin, now().at.end};
        ++m_at;
        return inner;
    }
    Parsed<Node> unclosed(TextRange open) const {
        if (now().kind == TokenKind::End)
            return tl::unexpected(ExpressionError{open, "This parenthesis is never closed.", "Add a )."});
        return failure(fmt::format("{} does not belong here.", shown(now())), "Here ) is expected.");
    }

    Parsed<Node> call() {
        Node node = *leaf(NodeKind::Call);
        const TextRange open = now().at;
        ++m_at;
        if (!isSign(")"))
            do {
                auto argument = deeper(&Parser::alternatives);
                if (!argument)
                    return argument;
                take(node, std::move(*argument), false);
            } while (accept(isSign(",")));
        if (!isSign(")"))
            return unclosed(open);
        node.at.end = now().at.end;
        ++m_at;
        return node;
    }

    static Node nodeOver(NodeKind kind, Node first) {
        Node node;
        node.kind = kind;
        node.at = first.at;
        node.inputs.push_back(std::move(first));
        return node;
    }
    static void take(Node& node, Node next, bool inverse) {
        next.inverse = inverse;
        node.at.end = next.at.end;
        node.inputs.push_back(std::move(next));
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

std::string_view textOf(Comparator comparator) {
    return kComparators[static_cast<std::size_t>(comparator)];
}

std::size_t characterAt(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    return 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
           }));
}

Failure asFailure(const ExpressionError& error, std::string_view text) {
    return usageError("bad_rule", fmt::format("Character {}: {}{}{}", characterAt(text, error.at.begin),
                                              error.message, error.remedy.empty() ? "" : " ", error.remedy));
}

Parsed<Node> parseExpression(std::string_view text) {
    if (text.size() > kLongestExpression)
        return tl::unexpected(
            ExpressionError{{kLongestExpression, text.size()},
                            fmt::format("The rule is longer than {} characters.",
                                        groupedCount(static_cast<long long>(kLongestExpression))),
                            "Split it into several rules."});
    auto tokens = tokensOf(text);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return Parser(std::move(*tokens)).run();
}

} // namespace rotascope
