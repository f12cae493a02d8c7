#include "core/import/evidence.h"

#include "core/base/date.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace rotascope {

namespace {

/// One side must outweigh the other this much before the other's cells count as mistakes.
constexpr std::uint64_t kOverwhelming = 100;

/// A series that goes below zero comes from values below this share of its largest.
constexpr double kNearZero = 0.1;
/// At most one in so many prices may be none.
constexpr std::uint64_t kFewOf = 200;

std::string orderWords(const Plausibility& reading, std::string_view name, std::uint64_t rows) {
    return fmt::format("read {}, {} of {} rows fall on a weekend and they are {}", name,
                       groupedCount(static_cast<long long>(reading.weekends)),
                       groupedCount(static_cast<long long>(rows)),
                       reading.inOrder() ? "in order" : "out of order");
}

} // namespace

void Plausibility::add(std::int32_t day) {
    if (day == kNoDay)
        return;
    weekends += isWeekend(dateFromDayNumber(day)) ? 1U : 0U;
    if (previous != kNoDay) {
        later += day > previous ? 1U : 0U;
        earlier += day < previous ? 1U : 0U;
    }
    previous = day;
}

bool Plausibility::looksLikeSessions() const {
    constexpr std::uint64_t kOnAWeekend = 20; // one of so many at most
    const std::uint64_t rows = later + earlier + 1;
    return rows > 2 && inOrder() && weekends * kOnAWeekend <= rows;
}

void DateEvidence::add(const DateReading& reading, std::uint32_t line, std::string_view cell) {
    if (!reading.valid() && reading.family == DateFamily::YearMonth) {
        ++m_notMonths;
        m_notMonthSample.keep(line, cell);
    }
    if (!reading.valid())
        return;
    ++m_families[static_cast<std::size_t>(reading.family)];
    if (reading.instant)
        addInstant(reading.monthFirst, line, cell);
    if (!reading.numericOrder)
        return;
    const bool month = reading.monthFirst != kNoDay;
    const bool day = reading.dayFirst != kNoDay;
    m_either += month && day ? 1U : 0U;
    m_onlyMonthFirst += month && !day ? 1U : 0U;
    m_onlyDayFirst += day && !month ? 1U : 0U;
    if (month && day && reading.monthFirst != reading.dayFirst)
        m_ambiguous.keep(line, cell);
    if (month && !day)
        m_monthSample.keep(line, cell);
    if (day && !month)
        m_daySample.keep(line, cell);
    m_monthFirst.add(reading.monthFirst);
    m_dayFirst.add(reading.dayFirst);
    m_yearFirst.add(reading.yearFirst);
    m_yearFirstToo += reading.yearFirst != kNoDay ? 1U : 0U;
}

void DateEvidence::addInstant(std::int32_t day, std::uint32_t line, std::string_view cell) {
    if (day == kNoDay)
        return;
    const std::chrono::weekday weekday{dateFromDayNumber(day)};
    ++m_instants;
    m_saturdays += weekday == std::chrono::Saturday ? 1U : 0U;
    m_sundays += weekday == std::chrono::Sunday ? 1U : 0U;
    if (weekday == std::chrono::Sunday)
        m_sundaySample.keep(line, cell);
}

bool DateEvidence::any() const {
    return std::any_of(m_families.begin(), m_families.end(), [](std::uint64_t count) { return count > 0; });
}

NumericOrder DateEvidence::likelier() const {
    return m_onlyDayFirst > m_onlyMonthFirst ? NumericOrder::DayFirst : NumericOrder::MonthFirst;
}

/// Sessions that are dated by the evening before, or by another city's midnight, begin on Sundays. What
/// trades on every day has Saturdays too.
Result<void> DateEvidence::judgeInstants() const {
    constexpr std::uint64_t kFewest = 5;
    constexpr std::uint64_t kOneOf = 10;
    if (m_instants < kFewest || m_saturdays > 0 || m_sundays * kOneOf < m_instants)
        return {};
    return refused(
        "instants_of_another_place",
        fmt::format(
            "Read by New York's clock, {} of {} rows fall on a Sunday and none on a Saturday, such as "
            "\"{}\" in line {}: these times are another market's midnights, or the evenings before the "
            "sessions. Write the sessions' dates in their place.",
            groupedCount(static_cast<long long>(m_sundays)), groupedCount(static_cast<long long>(m_instants)),
            m_sundaySample.text, m_sundaySample.line));
}

/// "200107" may be July 2001 or 7 January 2020; others of its column tell that it is no month.
Result<void> DateEvidence::judgeMonths() const {
    constexpr std::uint64_t kFewest = 3;
    constexpr std::uint64_t kOneOf = 10;
    const std::uint64_t months = m_families[static_cast<std::size_t>(DateFamily::YearMonth)];
    if (m_notMonths < kFewest || m_notMonths * kOneOf < months)
        return {};
    return refused(
        "undecidable_date",
        fmt::format("{} dates of six digits are no year and month, such as \"{}\" in line {}. Write "
                    "them as YYYY-MM-DD.",
                    groupedCount(static_cast<long long>(m_notMonths)), m_notMonthSample.text,
                    m_notMonthSample.line));
}

/// Of three readings of "25/11/28" the only one that looks like sessions; nullopt where the year cannot lead,
/// where none does or several do.
std::optional<NumericOrder> DateEvidence::onlyPlausible() const {
    const std::uint64_t rows = m_either + m_onlyMonthFirst + m_onlyDayFirst;
    if (m_yearFirstToo < rows)
        return std::nullopt;
    const bool month = m_onlyDayFirst == 0 && m_monthFirst.looksLikeSessions();
    const bool day = m_onlyMonthFirst == 0 && m_dayFirst.looksLikeSessions();
    const bool year = m_yearFirst.looksLikeSessions();
    if (!year || month || day)
        return std::nullopt;
    return NumericOrder::YearFirst;
}

Result<DateStyle> DateEvidence::decide(const ReadingChoices& choices) const {
    for (const auto& judged : {judgeInstants(), judgeMonths()})
        if (!judged)
            return Failure(judged.error());
    DateStyle style;
    const auto* most = std::max_element(m_families.begin(), m_families.end());
    style.family = static_cast<DateFamily>(most - m_families.begin());
    style.order = choices.dateOrder.value_or(likelier());
    if (choices.dateOrder || m_either + m_onlyMonthFirst + m_onlyDayFirst == 0)
        return style;
    if (const auto only = onlyPlausible()) {
        style.order = *only;
        return style;
    }
    const std::uint64_t stronger = std::max(m_onlyMonthFirst, m_onlyDayFirst);
    const std::uint64_t weaker = std::min(m_onlyMonthFirst, m_onlyDayFirst);
    // "03/03/2025" means the same day either way: a file of nothing else leaves nothing to decide.
    const bool nothingToDecide = stronger == 0 && m_ambiguous.line == 0;
    if (nothingToDecide || (stronger > 0 && stronger >= weaker * kOverwhelming))
        return style;
    return refused("undecidable_date_order", undecidableMessage());
}

std::string DateEvidence::undecidableMessage() const {
    constexpr std::string_view kRemedy = "Say which it is with --date-order mdy or --date-order dmy.";
    if (m_onlyMonthFirst > 0)
        return fmt::format(
            "The dates contradict each other: \"{}\" in line {} can only have the month first, \"{}\" in "
            "line {} only the day. {}",
            m_monthSample.text, m_monthSample.line, m_daySample.text, m_daySample.line, kRemedy);
    return fmt::format(
        "Every date could have the month or the day first, such as \"{}\" in line {}. Evidence: {}; {}. {}",
        m_ambiguous.text, m_ambiguous.line, orderWords(m_monthFirst, "month first", m_either),
        orderWords(m_dayFirst, "day first", m_either), kRemedy);
}

void NumberEvidence::add(const CsvCell& cell, std::uint32_t line) {
    if (m_comma && !cell.quoted) {
        // Its commas would have ended the cell, so a point in it is no group sign. Once one number has one,
        // all is said.
        if (!m_unquotedPoint && cell.text.find('.') != std::string_view::npos)
            m_unquotedPoint = signUseOf(cell.text) >= SignUse::Point;
        return;
    }
    if (cell.text.find_first_of(".,") != std::string_view::npos)
        addSign(signUseOf(cell.text), line, cell.text);
}

void NumberEvidence::addSign(SignUse use, std::uint32_t line, std::string_view text) {
    if (use == SignUse::Point) {
        ++m_points;
        m_pointSample.keep(line, text);
    } else if (use == SignUse::Comma) {
        ++m_commas;
        m_commaSample.keep(line, text);
    } else if (use == SignUse::Either) {
        ++m_either;
        m_ambiguous.keep(line, text);
    }
}

Result<NumberStyle> NumberEvidence::decide(const ReadingChoices& choices) const {
    NumberStyle style;
    style.blankGroups = !m_comma;
    const bool comma = !m_unquotedPoint && m_commas > m_points;
    style.decimal = choices.decimal.value_or(comma ? ',' : '.');
    if (choices.decimal || m_unquotedPoint)
        return style;
    constexpr std::string_view kRemedy = "Say which it is with --decimal point or --decimal comma.";
    const std::uint64_t stronger = std::max(m_points, m_commas);
    const std::uint64_t weaker = std::min(m_points, m_commas);
    if (stronger > 0 && stronger < weaker * kOverwhelming)
        return refused(
            "undecidable_decimal",
            fmt::format("The numbers contradict each other: \"{}\" in line {} has a decimal point, \"{}\" in "
                        "line {} a decimal comma. {}",
                        m_pointSample.text, m_pointSample.line, m_commaSample.text, m_commaSample.line,
                        kRemedy));
    if (stronger == 0 && m_either > 0 && !m_comma)
        return refused(
            "undecidable_decimal",
            fmt::format("\"{}\" in line {} could be a decimal number or a number of thousands, and so could "
                        "every other number with a sign in it ({} of them). {}",
                        m_ambiguous.text, m_ambiguous.line, groupedCount(static_cast<long long>(m_either)),
                        kRemedy));
    return style;
}

void ColumnEvidence::add(const NumberCell& cell, std::uint32_t line, std::string_view cellText) {
    if (cell.kind == NumberCell::Kind::Number) {
        ++numbers;
        if (cell.value > 0) {
            m_above = cell.value;
            m_largest = std::max(m_largest, cell.value);
        } else {
            ++notPositive;
            outOfPlace += m_above > kNearZero * m_largest ? 1U : 0U;
        }
        percents += cellText.ends_with('%') ? 1U : 0U;
        decimals = std::max(decimals, cell.decimals);
    } else if (cell.kind == NumberCell::Kind::Neither) {
        ++texts;
        malformed += cellText.find_first_of("0123456789") != std::string_view::npos ? 1U : 0U;
        text.keep(line, cellText);
    }
}

bool ColumnEvidence::holdsPrices() const {
    return notPositive == outOfPlace && notPositive * kFewOf <= numbers;
}

} // namespace rotascope
