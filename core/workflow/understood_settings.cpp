#include "core/base/text.h"
#include "core/workflow/preview_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

struct SettingRow {
    SettingOf setting;
    std::string_view name;
    std::string_view label;
};

constexpr std::array<SettingRow, 11> kSettingRows{{
    {SettingOf::Instrument, "instrument", "Instrument"},
    {SettingOf::Kind, "kind", "Kind"},
    {SettingOf::DateOrder, "date_order", "Date order"},
    {SettingOf::Decimal, "decimal", "Decimal"},
    {SettingOf::Thousands, "thousands", "Thousands"},
    {SettingOf::Encoding, "encoding", "Letters"},
    {SettingOf::Delimiter, "delimiter", "Columns end at"},
    {SettingOf::Header, "header", "Header"},
    {SettingOf::Order, "order", "Rows"},
    {SettingOf::Digits, "digits", "Digits"},
    {SettingOf::Day, "day", "Day of all rows"},
}};

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", groupedCount(static_cast<long long>(count)), count == 1 ? one : many);
}

std::string joined(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 3;
    if (symbols.size() > kNamed)
        return fmt::format("{} and {} more", symbols[0],
                           groupedCount(static_cast<long long>(symbols.size() - 1)));
    return fmt::format("{}", fmt::join(symbols, ", "));
}

std::string_view wordOf(NumericOrder order) {
    constexpr std::array<std::string_view, 3> kWords{"month first", "day first", "year first"};
    return kWords[static_cast<std::size_t>(order)];
}

std::string_view wordOf(DateFamily family) {
    constexpr std::array<std::string_view, kDateFamilies> kWords{
        "as on a calendar",      "20251128",           "202511",
        "Excel's day numbers",   "seconds since 1970", "milliseconds since 1970",
        "nanoseconds since 1970"};
    return kWords[static_cast<std::size_t>(family)];
}

std::string_view wordOf(char delimiter) {
    constexpr std::array<std::pair<char, std::string_view>, 4> kWords{
        {{',', "comma"}, {';', "semicolon"}, {'\t', "tab"}, {'|', "vertical bar"}}};
    for (const auto& [sign, word] : kWords)
        if (sign == delimiter)
            return word;
    return "other";
}

class Teller {
public:
    Teller(const FileFacts& facts, const ImportOptions& options, const FileImport& outcome)
        : m_facts(facts)
        , m_plan(*facts.plan)
        , m_choices(options.reading)
        , m_code(outcome.error ? std::string_view(outcome.error->code) : std::string_view{}) {}

    std::vector<UnderstoodSetting> all() const {
        std::vector<UnderstoodSetting> out{instrument(), kind(),      dateOrder(), decimal(), thousands(),
                                           encoding(),   delimiter(), header(),    order(),   digits()};
        if (m_plan.layout.fixedDay)
            out.push_back(day());
        return out;
    }

private:
    static Certainty chosenOr(bool chosen, Certainty otherwise) {
        return chosen ? Certainty::Chosen : otherwise;
    }

    UnderstoodSetting instrument() const {
        UnderstoodSetting out{SettingOf::Instrument, joined(m_facts.symbols), {}, Certainty::Certain};
        out.certainty = chosenOr(m_choices.symbol.has_value(), Certainty::Certain);
        if (m_choices.symbol)
            out.evidence = "named by you";
        else if (!m_plan.symbolSource.empty())
            out.evidence = "from the " + m_plan.symbolSource;
        if (!out.value.empty())
            return out;
        out.value = m_code == "no_symbol" ? "to be named" : "–";
        out.certainty = m_code == "no_symbol" ? Certainty::Open : Certainty::Certain;
        return out;
    }

    UnderstoodSetting kind() const {
        UnderstoodSetting out{
            SettingOf::Kind, "–", {}, chosenOr(m_choices.cadence.has_value(), Certainty::Certain)};
        if (m_facts.targets.empty())
            return out;
        const ImportTarget& first = m_facts.targets.front();
        const bool alike =
            std::all_of(m_facts.targets.begin(), m_facts.targets.end(), [&](const ImportTarget& target) {
                return target.cadence == first.cadence && target.isBars() == first.isBars();
            });
        out.value = !alike ? "several"
                           : fmt::format("{} {}", nameOf(first.cadence), first.isBars() ? "bars" : "values");
        out.evidence = m_choices.cadence ? "chosen by you" : "from the spacing of its dates";
        return out;
    }

    UnderstoodSetting dateOrder() const {
        UnderstoodSetting out{
            SettingOf::DateOrder, std::string(wordOf(m_plan.dates.order)), {}, Certainty::Certain};
        const DateEvidence* seen = m_facts.dates ? &*m_facts.dates : nullptr;
        const std::uint64_t numeric =
            seen ? seen->either() + seen->onlyMonthFirst() + seen->onlyDayFirst() : 0;
        if (m_code == "undecidable_date_order")
            return {SettingOf::DateOrder, "to be decided", "every date could be read both ways",
                    Certainty::Open};
        if (m_choices.dateOrder)
            return {SettingOf::DateOrder, out.value, "decided by you", Certainty::Chosen};
        if (numeric == 0) {
            const bool calendar = m_plan.dates.family == DateFamily::Calendar;
            return {SettingOf::DateOrder, calendar ? "unambiguous" : std::string(wordOf(m_plan.dates.family)),
                    "each date says itself which part is which", Certainty::Certain};
        }
        if (m_plan.dates.order == NumericOrder::YearFirst)
            return {SettingOf::DateOrder, out.value, "only so are the dates in order and on weekdays",
                    Certainty::Certain};
        const bool month = m_plan.dates.order == NumericOrder::MonthFirst;
        out.evidence = counted(month ? seen->onlyMonthFirst() : seen->onlyDayFirst(), "date", "dates") +
                       " can be read in no other way";
        return out;
    }

    /// What the numbers say, also where the dates have to be decided first.
    char decimalSign() const {
        const auto decided = m_facts.numbers ? m_facts.numbers->decide(m_choices) : Result<NumberStyle>{};
        return decided && m_facts.numbers ? decided->decimal : m_plan.numbers.decimal;
    }

    UnderstoodSetting decimal() const {
        const char sign = decimalSign();
        const std::string value = sign == ',' ? "comma" : "point";
        if (m_code == "undecidable_decimal")
            return {SettingOf::Decimal, "to be decided", "every number could be read both ways",
                    Certainty::Open};
        if (m_choices.decimal)
            return {SettingOf::Decimal, value, "decided by you", Certainty::Chosen};
        const std::uint64_t seen = !m_facts.numbers ? 0
                                   : sign == ','    ? m_facts.numbers->commas()
                                                    : m_facts.numbers->points();
        if (seen == 0)
            return {SettingOf::Decimal, value, "no number has a decimal sign", Certainty::Assumed};
        const bool unquoted = m_plan.dialect.delimiter == ',' && sign == '.';
        return {SettingOf::Decimal, value,
                unquoted ? "a comma would have ended the cell"
                         : counted(seen, "number", "numbers") + " can be read in no other way",
                Certainty::Certain};
    }

    UnderstoodSetting thousands() const {
        if (m_code == "undecidable_decimal")
            return {SettingOf::Thousands, "to be decided", "the other sign than the decimal one",
                    Certainty::Open};
        return {SettingOf::Thousands, decimalSign() == ',' ? "point" : "comma",
                "the other sign than the decimal one", decimal().certainty};
    }

    UnderstoodSetting encoding() const {
        return {SettingOf::Encoding, std::string(nameOf(m_plan.dialect.encoding)),
                "from all bytes of the file", chosenOr(m_choices.encoding.has_value(), Certainty::Certain)};
    }

    UnderstoodSetting delimiter() const {
        return {SettingOf::Delimiter, std::string(wordOf(m_plan.dialect.delimiter)),
                "most records then hold a date and a number",
                chosenOr(m_choices.delimiter.has_value(), Certainty::Certain)};
    }

    UnderstoodSetting header() const {
        const std::uint32_t before = m_plan.layout.preambleLines;
        return {SettingOf::Header, fmt::format("line {}", m_plan.layout.headerLine),
                before == 0 ? "the first line" : counted(before, "line", "lines") + " of preamble before it",
                Certainty::Certain};
    }

    UnderstoodSetting order() const {
        constexpr std::array<std::string_view, 3> kWords{"oldest first", "newest first", "in no order"};
        return {SettingOf::Order, std::string(kWords[static_cast<std::size_t>(m_facts.order)]),
                m_plan.layout.tickerColumn ? "from the dates of each ticker" : "from their dates",
                Certainty::Certain};
    }

    UnderstoodSetting digits() const {
        // No price is quoted as finely as that: a program has written numbers of the machine's own form.
        constexpr int kConverted = 8;
        UnderstoodSetting out{SettingOf::Digits, "whole numbers", "from all numbers of the file",
                              Certainty::Certain};
        if (m_code == "undecidable_decimal")
            return {SettingOf::Digits, "to be decided", "the decimal sign comes first", Certainty::Open};
        if (m_facts.decimals > 0)
            out.value =
                "up to " + counted(static_cast<std::uint64_t>(m_facts.decimals), "decimal", "decimals");
        if (m_facts.decimals >= kConverted)
            out.evidence =
                "more than anything is quoted in, so the last ones are a conversion's or a computation's; "
                "values agree when they differ by a millionth at most";
        return out;
    }

    UnderstoodSetting day() const {
        if (m_code == "undated_table")
            return {SettingOf::Day, "to be named", "no column holds dates", Certainty::Open};
        return {SettingOf::Day, isoText(dateFromDayNumber(*m_plan.layout.fixedDay)),
                m_choices.date ? "named by you" : "from the lines above the table",
                chosenOr(m_choices.date.has_value(), Certainty::Certain)};
    }

    const FileFacts& m_facts;
    const ReadingPlan& m_plan;
    const ReadingChoices& m_choices;
    std::string_view m_code;
};

} // namespace

std::string_view nameOf(SettingOf setting) {
    return kSettingRows[static_cast<std::size_t>(setting)].name;
}

std::string_view labelOf(SettingOf setting) {
    return kSettingRows[static_cast<std::size_t>(setting)].label;
}

std::string_view nameOf(Certainty certainty) {
    constexpr std::array<std::string_view, 4> kNames{"certain", "chosen", "assumed", "open"};
    return kNames[static_cast<std::size_t>(certainty)];
}

std::vector<UnderstoodSetting> understoodSettings(const FileFacts& facts, const ImportOptions& options,
                                                  const FileImport& outcome) {
    return Teller(facts, options, outcome).all();
}

} // namespace rotascope
