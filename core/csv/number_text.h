// Strict numbers: a cell is wholly a number, or missing, or neither. Never half-read.
#pragma once

#include <cstdint>
#include <string_view>

namespace rotascope {

/// The signs of a file's numbers. Decided once per file.
struct NumberStyle {
    char decimal = '.';
    bool blankGroups = false; ///< a blank may separate groups of three digits ("1 234,5")

    bool operator==(const NumberStyle&) const = default;
};

struct NumberCell {
    enum class Kind : std::uint8_t { Missing, Number, Neither };

    Kind kind = Kind::Neither;
    /// Places after the decimal sign of the number written out: 2 for "1.50", 0 for "7", -4 for "75.55M".
    std::int8_t decimals = 0;
    bool scaled = false;  ///< the cell said "M", "bn" or the like
    bool foreign = false; ///< it stood in euros or pounds
    double value = 0;
};

/// Reads a cell without blanks around it; at least eight bytes behind it must be readable memory when it is
/// not empty (as in CsvRecord). Accepts digits with or without groups of three, "$", "%", K/M/B/T and the
/// like, parentheses for negative, and an exponent. Missing: empty, ".", "--", "N/A", "#N/A", "null", "NaN"
/// and the like.
NumberCell readNumber(std::string_view text, const NumberStyle& style);

/// What a cell says about the file's decimal sign.
enum class SignUse : std::uint8_t { NotANumber, None, Point, Comma, Either };

/// Either: a number that both styles read, as different values ("1.234").
SignUse signUseOf(std::string_view text);

} // namespace rotascope
