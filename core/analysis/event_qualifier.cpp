#include "core/analysis/event_qualifier.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

/// ★ What a comparison may name.
struct Name {
    std::string_view text;
    QualifierSeries series;
    bool isMove;
};
constexpr std::array kNames{
    Name{"small", QualifierSeries::Small, true},     Name{"large", QualifierSeries::Large, true},
    Name{"spread", QualifierSeries::Spread, true},   Name{"z", QualifierSeries::Z, false},
    Name{"z_small", QualifierSeries::ZSmall, false},
};

/// ★ Units of a number and what they multiply it by.
struct UnitWord {
    std::string_view text;
    double factor;
    bool isMove;
};
constexpr std::array kUnits{UnitWord{"%", 0.01, true}, UnitWord{"pp", 0.01, true},
                            UnitWord{"bp", 0.0001, true}, UnitWord{"σ", 1, false},
                            UnitWord{"sigma", 1, false}};

constexpr std::string_view kUnderstood =
    "Understood are small, large and spread against 0, % or pp, z and z_small against a number, with <, <=, "
    "> or >=, joined by \"and\": \"small > 0 and spread >= 3pp\". Other rules are not.";

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Reads from the left and remembers where it is.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text) {}

    bool atEnd() {
        skipBlanks();
        return m_at == m_text.size();
    }
    std::string_view word() {
        skipBlanks();
        return take(isLetter);
    }
    std::string_view number() {
        skipBlanks();
        const std::size_t start = m_at;
        if (m_at < m_text.size() && (m_text[m_at] == '-' || m_text[m_at] == '+'))
            ++m_at;
        take([](char c) { return (c >= '0' && c <= '9') || c == '.'; });
        return m_text.substr(start, m_at - start);
    }
    bool accept(std::string_view symbol) {
        skipBlanks();
        if (m_text.substr(m_at, symbol.size()) != symbol)
            return false;
        m_at += symbol.size();
        return true;
    }
    Failure failure(std::string_view what) {
        skipBlanks();
        return usageError("bad_qualifier",
                          fmt::format("\"{}\", character {}: {} {}", m_text, m_at + 1, what, kUnderstood));
    }

private:
    void skipBlanks() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }
    template <class Predicate>
    std::string_view take(Predicate predicate) {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && predicate(m_text[m_at]))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }
    std::string_view m_text;
    std::size_t m_at = 0;
};

Result<const Name*> readName(Reader& reader) {
    Reader before = reader;
    const std::string word = toLower(reader.word());
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const Name& name) { return name.text == word; });
    if (found != kNames.end())
        return &*found;
    return before.failure(word.empty() ? "here a name is expected."
                                       : fmt::format("\"{}\" is not a name.", word));
}

Result<double> readValue(Reader& reader, const Name& name) {
    Reader before = reader;
    const auto number = parseNumber(reader.number());
    if (!number)
        return before.failure("here a number is expected.");
    for (const UnitWord& unit : kUnits)
        if (reader.accept(unit.text)) {
            if (unit.isMove != name.isMove)
                return before.failure(fmt::format("{} is not measured in {}.", name.text, unit.text));
            return *number * unit.factor;
        }
    if (name.isMove && std::abs(*number) > 0)
        return before.failure(fmt::format("{} needs a unit (2% or 2pp).", name.text));
    return *number;
}

Result<Comparison> readComparison(Reader& reader) {
    const auto name = readName(reader);
    if (!name)
        return Failure(name.error());
    Comparison comparison;
    comparison.series = (*name)->series;
    if (reader.accept("≥") || reader.accept(">="))
        comparison.orEqual = true;
    else if (reader.accept("≤") || reader.accept("<="))
        comparison = {comparison.series, false, true, 0};
    else if (reader.accept("<"))
        comparison.greater = false;
    else if (!reader.accept(">"))
        return reader.failure("here <, <=, > or >= is expected.");
    const auto value = readValue(reader, **name);
    if (!value)
        return Failure(value.error());
    comparison.value = *value;
    return comparison;
}

double valueOf(QualifierSeries series, const Divergence& d, SigmaMode sigma, std::size_t session) {
    switch (series) {
    case QualifierSeries::Small:
        return d.history.returnSmall[session];
    case QualifierSeries::Large:
        return d.history.returnLarge[session];
    case QualifierSeries::Spread:
        return d.history.spread[session];
    case QualifierSeries::Z:
        return d.history.zSpread[indexOf(sigma)][session];
    case QualifierSeries::ZSmall:
        break;
    }
    return d.history.zSmall[indexOf(sigma)][session];
}

bool holds(const Comparison& comparison, double value) {
    if (std::isnan(value))
        return false;
    const double difference = value - comparison.value;
    if (std::abs(difference) <= 1e-9 * std::max(1.0, std::abs(comparison.value)))
        return comparison.orEqual;
    return (difference > 0) == comparison.greater;
}

} // namespace

Result<Qualifier> parseQualifier(std::string_view text) {
    Qualifier qualifier;
    Reader reader(text);
    while (!reader.atEnd()) {
        if (!qualifier.empty() && !reader.accept("and") && !reader.accept("&&"))
            return reader.failure("here \"and\" or the end is expected.");
        const auto comparison = readComparison(reader);
        if (!comparison)
            return Failure(comparison.error());
        qualifier.push_back(*comparison);
    }
    return qualifier;
}

bool holds(const Qualifier& qualifier, const Divergence& divergence, SigmaMode sigma, std::size_t session) {
    return std::all_of(qualifier.begin(), qualifier.end(), [&](const Comparison& comparison) {
        return holds(comparison, valueOf(comparison.series, divergence, sigma, session));
    });
}

} // namespace rotascope
