#include "core/base/text.h"
#include "core/csv/date_text.h"
#include "core/csv/number_text.h"
#include "core/market/trading_calendar.h"
#include "core/workflow/preview_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kShownRows = 3;

std::string count(std::uint64_t number) {
    return groupedCount(static_cast<long long>(number));
}

QuestionRow dateRow(const PreviewRow& row, std::string_view cell, const DateReading& reading) {
    QuestionRow out{row.line, std::string(cell), {}, {}};
    const std::array days{reading.monthFirst, reading.dayFirst};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const Date date = dateFromDayNumber(days[i]);
        out.readings[i] = weekdayDayMonthYear(date);
        out.odd[i] = !isNyseSession(date);
    }
    return out;
}

/// The first rows whose readings differ; one that speaks for a reading takes the last place if none would.
template <class Read>
std::vector<QuestionRow> tellingRows(std::span<const PreviewRow> rows, Read read) {
    std::vector<QuestionRow> shown;
    const auto speaks = [](const QuestionRow& row) { return row.odd[0] != row.odd[1]; };
    for (const PreviewRow& row : rows) {
        std::optional<QuestionRow> telling = read(row);
        if (!telling)
            continue;
        if (shown.size() < kShownRows)
            shown.push_back(std::move(*telling));
        else if (speaks(*telling) && std::none_of(shown.begin(), shown.end(), speaks))
            shown.back() = std::move(*telling);
    }
    return shown;
}

std::string orderSentence(const Plausibility& month, const Plausibility& day) {
    if (month.inOrder() && day.inOrder())
        return "Neither reading breaks the order of the rows.";
    if (!month.inOrder() && !day.inOrder())
        return "Both readings break the order of the rows.";
    return fmt::format("Read {} first, the rows are in order; read {} first, they are not.",
                       month.inOrder() ? "month" : "day", month.inOrder() ? "day" : "month");
}

std::string weekendSentence(const Plausibility& month, const Plausibility& day) {
    if (month.weekends == day.weekends)
        return month.weekends == 0   ? "Neither puts a row on a weekend."
               : month.weekends == 1 ? "Each puts one row on a weekend."
                                     : fmt::format("Each puts {} rows on weekends.", count(month.weekends));
    const bool forMonth = month.weekends < day.weekends;
    const std::uint64_t more = std::max(month.weekends, day.weekends);
    return fmt::format("Trading days speak for {} first: read {} first, {} {} on a weekend.",
                       forMonth ? "month" : "day", forMonth ? "day" : "month", count(more),
                       more == 1 ? "row falls" : "rows fall");
}

/// 0 for month first; nullopt where the evidence is even.
std::optional<std::size_t> likelier(const Plausibility& month, const Plausibility& day) {
    if (month.weekends != day.weekends)
        return month.weekends < day.weekends ? 0U : 1U;
    if (month.inOrder() != day.inOrder())
        return month.inOrder() ? 0U : 1U;
    return std::nullopt;
}

std::string allOf(std::uint64_t dates) {
    return dates == 1
               ? "The one date of this kind has a first and second part of 12 or less. "
               : fmt::format("All {} dates have a first and second part of 12 or less. ", count(dates));
}

ImportQuestion dateQuestion(const FileFacts& facts, std::span<const PreviewRow> rows) {
    const DateEvidence& seen = *facts.dates;
    const std::size_t column = facts.plan->layout.dateColumn;
    ImportQuestion question;
    question.about = SettingOf::DateOrder;
    question.answers = {"month first", "day first"};
    question.title = "These dates can be read in two ways, so nothing is assumed.";
    const bool contradict = seen.onlyMonthFirst() > 0;
    if (contradict)
        question.title = "These dates contradict each other, so nothing is assumed.";
    question.evidence = contradict ? fmt::format("{} can only have the month first, {} only the day. ",
                                                 count(seen.onlyMonthFirst()), count(seen.onlyDayFirst()))
                                   : allOf(seen.either());
    question.evidence += orderSentence(seen.monthFirst(), seen.dayFirst()) + ' ' +
                         weekendSentence(seen.monthFirst(), seen.dayFirst());
    question.suggested = likelier(seen.monthFirst(), seen.dayFirst());
    question.rows = tellingRows(rows, [column](const PreviewRow& row) -> std::optional<QuestionRow> {
        const DateReading reading = readDate(row.cells[column]);
        if (!reading.numericOrder || reading.monthFirst == kNoDay || reading.dayFirst == kNoDay ||
            reading.monthFirst == reading.dayFirst)
            return std::nullopt;
        return dateRow(row, row.cells[column], reading);
    });
    return question;
}

/// The first cell of a row that both styles read, as different numbers.
std::optional<QuestionRow> numberRow(const PreviewRow& row, const std::vector<ValueColumn>& columns) {
    for (const ValueColumn& column : columns) {
        // readNumber() looks a few bytes beyond its cell.
        const std::string cell = row.cells[column.column] + std::string(8, '\0');
        const std::string_view text(cell.data(), cell.size() - 8);
        if (signUseOf(text) != SignUse::Either)
            continue;
        const auto shown = [&text](char decimal) {
            const double value = readNumber(text, {decimal, true}).value;
            return groupedNumber(value, text.find(decimal) == std::string_view::npos ? 0 : 3);
        };
        return QuestionRow{row.line, std::string(text), {shown('.'), shown(',')}, {}};
    }
    return std::nullopt;
}

ImportQuestion numberQuestion(const FileFacts& facts, std::span<const PreviewRow> rows) {
    const NumberEvidence& seen = *facts.numbers;
    ImportQuestion question;
    question.about = SettingOf::Decimal;
    question.answers = {"decimal point", "decimal comma"};
    question.title = "These numbers can be read in two ways, so nothing is assumed.";
    question.evidence =
        seen.points() > 0 && seen.commas() > 0
            ? fmt::format("{} numbers have a decimal point for certain, {} a decimal comma.",
                          count(seen.points()), count(seen.commas()))
            : fmt::format("All {} numbers with a sign have one sign and three digits behind it: a decimal "
                          "number, or a number of thousands.",
                          count(seen.either()));
    question.rows =
        tellingRows(rows, [&facts](const PreviewRow& row) { return numberRow(row, facts.plan->columns); });
    return question;
}

} // namespace

std::optional<ImportQuestion> questionOf(std::string_view code, const FileFacts& facts,
                                         std::span<const PreviewRow> rows) {
    if (code == "undecidable_date_order" && facts.dates)
        return dateQuestion(facts, rows);
    if (code == "undecidable_decimal" && facts.numbers)
        return numberQuestion(facts, rows);
    return std::nullopt;
}

} // namespace rotascope
