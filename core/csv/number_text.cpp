#include "core/csv/number_text.h"

#include "core/base/text.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 19> kMissing{
    "",    ".",    "-",   "--",   "---", "n/a",  "na",   "#n/a",         "#n/a n/a",    "#na",
    "#nv", "null", "nan", "none", "nd",  "n.a.", "<na>", "\xE2\x80\x93", "\xE2\x80\x94"};

struct Magnitude {
    std::string_view letters;
    int exponent;
};
constexpr std::array<Magnitude, 20> kMagnitudes{
    {{"k", 3},       {"tsd", 3},     {"tsd.", 3},     {"thousand", 3}, {"mln", 6},
     {"million", 6}, {"billion", 9}, {"millions", 6}, {"billions", 9}, {"m", 6},
     {"b", 9},       {"t", 12},      {"mn", 6},       {"mm", 6},       {"mio", 6},
     {"mio.", 6},    {"bn", 9},      {"mrd", 9},      {"mrd.", 9},     {"tn", 12}}};

struct UnitMark {
    std::string_view text;
    bool foreign; ///< money, and no dollars
};
/// Written before or behind a number without changing it. The euro and the pound in UTF-8 and in
/// Windows-1252.
constexpr std::array<UnitMark, 10> kUnits{{{"$", false},
                                           {"%", false},
                                           {"US$", false},
                                           {"USD", false},
                                           {"EUR", true},
                                           {"GBP", true},
                                           {"\xE2\x82\xAC", true},
                                           {"\xC2\xA3", true},
                                           {"\x80", true},
                                           {"\xA3", true}}};
/// Written between groups of three: no-break blank, narrow no-break blank, thin blank, typographic
/// apostrophe; in UTF-8 and 1252.
constexpr std::array<std::string_view, 6> kGroupMarks{"\xC2\xA0",     "\xE2\x80\xAF", "\xE2\x80\x89",
                                                      "\xE2\x80\x99", "\xA0",         "\x92"};

constexpr std::array<double, 23> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                         1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                         1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool takeFront(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what))
        return false;
    text.remove_prefix(what.size());
    return true;
}

bool isMissing(std::string_view text) {
    if (text.size() > 8 || (!text.empty() && isDigit(text.front())))
        return false;
    std::array<char, 8> lower{};
    std::transform(text.begin(), text.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::find(kMissing.begin(), kMissing.end(), std::string_view(lower.data(), text.size())) !=
           kMissing.end();
}

/// Nothing but [-]digits[.digits], the usual cell. `value` is exact: up to 2^53 the digits are an integer
/// that a double holds, and so is the power of ten.
struct PlainNumber {
    bool plain = false;
    bool exact = false;
    bool negative = false;
    int integerDigits = 0;
    int decimals = 0;
    std::uint64_t digits = 0;
};

PlainNumber scanPlain(std::string_view text, char decimal) {
    PlainNumber number;
    const char* at = text.data();
    const char* const end = at + text.size();
    number.negative = at != end && *at == '-';
    at += number.negative ? 1 : 0;
    const char* const first = at;
    while (at != end && isDigit(*at))
        number.digits = number.digits * 10 + static_cast<std::uint64_t>(*at++ - '0');
    number.integerDigits = static_cast<int>(at - first);
    if (at != end && *at == decimal) {
        const char* const fraction = ++at;
        while (at != end && isDigit(*at))
            number.digits = number.digits * 10 + static_cast<std::uint64_t>(*at++ - '0');
        number.decimals = static_cast<int>(at - fraction);
    }
    const int count = number.integerDigits + number.decimals;
    number.plain = at == end && count > 0;
    number.exact =
        number.plain && count <= 19 && number.digits <= (std::uint64_t{1} << 53) && number.decimals <= 22;
    return number;
}

std::int8_t clampedDecimals(int decimals) {
    return static_cast<std::int8_t>(std::clamp(decimals, -100, 100));
}

NumberCell missing() {
    NumberCell cell;
    cell.kind = NumberCell::Kind::Missing;
    return cell;
}

NumberCell numberCell(double value, int decimals) {
    NumberCell cell;
    cell.kind = std::isfinite(value) ? NumberCell::Kind::Number : NumberCell::Kind::Neither;
    cell.decimals = clampedDecimals(decimals);
    cell.value = value;
    return cell;
}

/// What stands around the digits.
struct Dressing {
    std::string_view digits;
    bool negative = false;
    int exponent = 0;
    bool foreign = false;
    bool valid = true;
};

bool takeUnitFront(std::string_view& text, bool& foreign) {
    for (const UnitMark& unit : kUnits)
        if (takeFront(text, unit.text)) {
            foreign = unit.foreign;
            return true;
        }
    return false;
}

bool takeUnitBack(std::string_view& text, bool& foreign) {
    for (const UnitMark& unit : kUnits)
        if (text.ends_with(unit.text)) {
            text.remove_suffix(unit.text.size());
            foreign = unit.foreign;
            return true;
        }
    return false;
}

/// Bytes of the minus at the front: a hyphen, a minus, or the dash that word processors make of it.
std::size_t minusAhead(std::string_view text) {
    if (text.starts_with('-'))
        return 1;
    return text.starts_with("\xE2\x88\x92") || text.starts_with("\xE2\x80\x93") ? 3 : 0;
}

/// Takes one K, M, B, T … from the end; false when letters stand there that mean nothing.
bool takeMagnitude(std::string_view& text, int& exponent) {
    std::size_t letters = 0;
    while (letters < text.size() && !isDigit(text[text.size() - 1 - letters]) && letters < 9)
        ++letters;
    // "1.5e" is no magnitude, and "7." ends in its decimal sign.
    for (std::size_t take = letters; take > 0; --take) {
        const std::string tail = toLower(text.substr(text.size() - take));
        for (const Magnitude& magnitude : kMagnitudes)
            if (trimmed(tail) == magnitude.letters) {
                text = trimmed(text.substr(0, text.size() - take));
                exponent = magnitude.exponent;
                return true;
            }
    }
    return false;
}

/// "(1.88)" without its parentheses; false when there are none.
bool takeParentheses(std::string_view& text, int& signs) {
    if (text.size() <= 2 || text.front() != '(' || text.back() != ')')
        return false;
    text = trimmed(text.substr(1, text.size() - 2));
    ++signs;
    return true;
}

/// "1.234,50-", as accounting programs write it.
bool takeMinusBack(std::string_view& text, int& signs) {
    if (text.size() < 2 || text.back() != '-')
        return false;
    text = trimmed(text.substr(0, text.size() - 1));
    ++signs;
    return true;
}

Dressing undress(std::string_view text) {
    Dressing dressing;
    int signs = 0;
    dressing.negative = takeParentheses(text, signs) || takeMinusBack(text, signs);
    bool unit = false;
    for (bool taken = true; taken && !text.empty();) {
        taken = false;
        const std::size_t minus = minusAhead(text);
        if (minus > 0 || text.front() == '+') {
            text.remove_prefix(std::max<std::size_t>(minus, 1));
            dressing.negative = dressing.negative || minus > 0;
            ++signs;
            taken = true;
        } else if (!unit && takeUnitFront(text, dressing.foreign)) {
            text = trimmed(text);
            unit = taken = true;
            dressing.negative = takeParentheses(text, signs) || dressing.negative;
        }
    }
    if (!unit && takeUnitBack(text, dressing.foreign)) {
        text = trimmed(text);
        dressing.negative = takeMinusBack(text, signs) || dressing.negative;
    }
    takeMagnitude(text, dressing.exponent);
    dressing.valid = signs <= 1 && !text.empty();
    dressing.digits = text;
    return dressing;
}

/// The mark between groups at the front of `text`, or empty.
std::string_view groupMark(std::string_view text, const NumberStyle& style) {
    const char c = text.empty() ? '\0' : text.front();
    const char grouping = style.decimal == '.' ? ',' : '.';
    if (c == grouping || c == '\'' || (c == ' ' && style.blankGroups))
        return text.substr(0, 1);
    for (const std::string_view mark : kGroupMarks)
        if (text.starts_with(mark))
            return mark;
    return {};
}

/// "12,34,567": India's groups, two digits each but for the last.
bool isLakhGrouped(std::string_view text, std::string_view mark) {
    std::size_t groups = 0;
    for (; text.starts_with(mark); ++groups) {
        text.remove_prefix(mark.size());
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
        text.remove_prefix(digits);
        if (!text.starts_with(mark))
            return digits == 3 && groups > 0;
        if (digits != 2)
            return false;
    }
    return false;
}

/// Copies the integer part to `out` without its group marks; false when the groups are not of three digits
/// (or India's), mix marks, or begin with 0.
bool takeInteger(std::string_view& text, const NumberStyle& style, std::string& out) {
    const auto digitsAhead = [&] {
        return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    };
    std::size_t count = digitsAhead();
    const bool mayGroup = count >= 1 && count <= 3 && text.front() != '0';
    out.append(text.substr(0, count));
    text.remove_prefix(count);
    const std::string_view mark = groupMark(text, style);
    if (mark.empty())
        return true;
    if (!mayGroup)
        return false;
    const bool lakhs = count <= 2 && mark == "," && isLakhGrouped(text, mark);
    while (takeFront(text, mark)) {
        count = digitsAhead();
        if (count != 3 && !(lakhs && count == 2))
            return false;
        out.append(text.substr(0, count));
        text.remove_prefix(count);
    }
    return true;
}

/// An exponent "e-05" at the front, read into `exponent`; false when what is there is none.
bool takeExponent(std::string_view& text, int& exponent) {
    if (text.empty() || (text.front() != 'e' && text.front() != 'E'))
        return text.empty();
    text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int value = 0;
    for (const char c : text)
        value = value * 10 + (c - '0');
    exponent = negative ? -value : value;
    text = {};
    return true;
}

NumberCell readDressed(std::string_view cell, const NumberStyle& style) {
    const Dressing dressing = undress(cell);
    if (!dressing.valid)
        return {};
    std::string_view text = dressing.digits;
    std::string plain = dressing.negative ? "-" : "";
    const std::size_t start = plain.size();
    if (!takeInteger(text, style, plain))
        return {};
    int decimals = 0;
    if (text.starts_with(style.decimal)) {
        const auto fraction = std::find_if_not(text.begin() + 1, text.end(), isDigit) - text.begin();
        decimals = static_cast<int>(fraction) - 1;
        plain += '.';
        plain.append(text.substr(1, static_cast<std::size_t>(decimals)));
        text.remove_prefix(static_cast<std::size_t>(fraction));
    }
    int exponent = 0;
    if (plain.find_first_of("0123456789", start) == std::string::npos || !takeExponent(text, exponent))
        return {};
    exponent += dressing.exponent;
    plain += 'e' + std::to_string(exponent);
    const auto value = parseNumber(plain);
    if (!value)
        return {};
    NumberCell read = numberCell(*value, decimals - exponent);
    read.scaled = dressing.exponent != 0;
    read.foreign = dressing.foreign;
    return read;
}

} // namespace

NumberCell readNumber(std::string_view text, const NumberStyle& style) {
    const PlainNumber number = scanPlain(text, style.decimal);
    if (number.exact) {
        const double value =
            static_cast<double>(number.digits) / kPowers[static_cast<std::size_t>(number.decimals)];
        return numberCell(number.negative ? -value : value, number.decimals);
    }
    if (number.plain && style.decimal == '.') {
        double value = 0;
        fast_float::from_chars(text.data(), text.data() + text.size(), value);
        return numberCell(value, number.decimals);
    }
    if (isMissing(text))
        return missing();
    return readDressed(text, style);
}

SignUse signUseOf(std::string_view text) {
    const NumberCell point = readNumber(text, NumberStyle{'.', true});
    const NumberCell comma = readNumber(text, NumberStyle{',', true});
    const bool asPoint = point.kind == NumberCell::Kind::Number;
    const bool asComma = comma.kind == NumberCell::Kind::Number;
    if (!asPoint && !asComma)
        return SignUse::NotANumber;
    if (asPoint && asComma)
        return point.value == comma.value && point.decimals == comma.decimals ? SignUse::None
                                                                              : SignUse::Either;
    return asPoint ? SignUse::Point : SignUse::Comma;
}

} // namespace rotascope
