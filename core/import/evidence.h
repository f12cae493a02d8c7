// What the cells of a whole file say about how it writes dates and numbers, and the decisions drawn from
// that.
#pragma once

#include "core/base/result.h"
#include "core/import/row_stream.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace rotascope {

/// A cell kept to be shown.
struct Sample {
    std::uint32_t line = 0;
    std::string text;

    void keep(std::uint32_t atLine, std::string_view cell) {
        if (line == 0 && atLine != 0) {
            line = atLine;
            text = cell;
        }
    }
};

/// How plausible one reading of all dates is. It suggests; it never decides.
struct Plausibility {
    std::uint64_t weekends = 0;
    std::uint64_t later = 0;   ///< rows dated after the row above
    std::uint64_t earlier = 0; ///< rows dated before it
    std::int32_t previous = kNoDay;

    void add(std::int32_t day);
    bool inOrder() const { return later == 0 || earlier == 0; }
    /// In order, and hardly ever on a weekend: what dates of sessions look like.
    bool looksLikeSessions() const;
};

class DateEvidence {
public:
    void add(const DateReading& reading, std::uint32_t line, std::string_view cell);
    bool any() const;

    /// Refuses "undecidable_date_order" when nothing tells the order of day and month, or of the year, and
    /// "instants_of_another_place" where moments read as New York's sessions fall on Sundays instead of
    /// Fridays, "undecidable_date" where six digits are no months (YYMMDD).
    Result<DateStyle> decide(const ReadingChoices& choices) const;

    /// Cells of three numbers: those that both orders read, and those that only one does.
    std::uint64_t either() const { return m_either; }
    std::uint64_t onlyMonthFirst() const { return m_onlyMonthFirst; }
    std::uint64_t onlyDayFirst() const { return m_onlyDayFirst; }
    const Plausibility& monthFirst() const { return m_monthFirst; }
    const Plausibility& dayFirst() const { return m_dayFirst; }
    const Plausibility& yearFirst() const { return m_yearFirst; }

private:
    void addInstant(std::int32_t day, std::uint32_t line, std::string_view cell);
    std::optional<NumericOrder> onlyPlausible() const;
    Result<void> judgeInstants() const;
    Result<void> judgeMonths() const;
    NumericOrder likelier() const;
    std::string undecidableMessage() const;

    std::array<std::uint64_t, kDateFamilies> m_families{};
    std::uint64_t m_either = 0;
    std::uint64_t m_onlyMonthFirst = 0;
    std::uint64_t m_onlyDayFirst = 0;
    std::uint64_t m_yearFirstToo = 0; ///< those that can also begin with the year
    std::uint64_t m_notMonths = 0;    ///< six digits that are no year and month
    std::uint64_t m_instants = 0;
    std::uint64_t m_saturdays = 0; ///< of the instants
    std::uint64_t m_sundays = 0;
    Plausibility m_monthFirst;
    Plausibility m_dayFirst;
    Plausibility m_yearFirst;
    Sample m_ambiguous;
    Sample m_monthSample;
    Sample m_daySample;
    Sample m_sundaySample;
    Sample m_notMonthSample;
};

class NumberEvidence {
public:
    explicit NumberEvidence(const Dialect& dialect)
        : m_comma(dialect.delimiter == ',') {}

    /// Takes every cell that may hold a number, whatever its column.
    void add(const CsvCell& cell, std::uint32_t line);

    /// Refuses "undecidable_decimal" when nothing tells the decimal sign.
    Result<NumberStyle> decide(const ReadingChoices& choices) const;

    /// Cells whose decimal sign is plain; an unquoted point between commas counts as one.
    std::uint64_t points() const { return m_points + (m_unquotedPoint ? 1U : 0U); }
    std::uint64_t commas() const { return m_commas; }
    std::uint64_t either() const { return m_either; }

private:
    void addSign(SignUse use, std::uint32_t line, std::string_view text);

    bool m_comma;
    bool m_unquotedPoint = false;
    std::uint64_t m_points = 0;
    std::uint64_t m_commas = 0;
    std::uint64_t m_either = 0;
    Sample m_ambiguous;
    Sample m_pointSample;
    Sample m_commaSample;
};

/// What one column holds.
struct ColumnEvidence {
    std::uint64_t numbers = 0;
    std::uint64_t texts = 0;     ///< neither numbers nor missing
    std::uint64_t malformed = 0; ///< those of them with digits: numbers that went wrong, not words
    std::uint64_t notPositive = 0;
    std::uint64_t outOfPlace = 0; ///< those of them that do not follow on values near zero
    std::uint64_t percents = 0;   ///< numbers with a percent sign
    std::int8_t decimals = -100;  ///< the most seen
    Sample text;

    void add(const NumberCell& cell, std::uint32_t line, std::string_view text);
    /// Numbers with at most a few texts between them, which are then issues.
    bool holdsNumbers() const { return numbers > 0 && texts * 10 <= numbers; }
    /// Numbers that can be prices: all above zero, but for a few that are no part of the series they stand
    /// in.
    bool holdsPrices() const;

private:
    double m_above = 0; ///< the last number above zero
    double m_largest = 0;
};

} // namespace rotascope
