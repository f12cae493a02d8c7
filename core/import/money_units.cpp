#include "core/import/money_units.h"

#include "core/base/text.h"
#include "core/csv/heading_parts.h"
#include "core/csv/stated_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 4> kUnitHeadings{"unit", "units", "scale", "multiplier"};
constexpr std::array<std::string_view, 9> kCurrencyHeadings{"currency",     "ccy",          "fundcurrency",
                                                            "basecurrency", "currencycode", "wahrung",
                                                            "devise",       "moneda",       "moeda"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool mayBeMoney(ColumnRole role) {
    return role == ColumnRole::Flow || role == ColumnRole::Aum || role == ColumnRole::Named;
}

/// A Canadian dollar is none.
bool isDollar(std::string_view currency) {
    constexpr std::array<std::string_view, 11> kDollars{"",
                                                        "-",
                                                        "--",
                                                        "N/A",
                                                        "$",
                                                        "US$",
                                                        "USD",
                                                        "DOLLAR",
                                                        "US DOLLAR",
                                                        "U.S. DOLLAR",
                                                        "UNITED STATES DOLLAR"};
    std::string upper = toUpper(currency);
    if (upper.ends_with("DOLLARS"))
        upper.pop_back();
    return isOneOf(kDollars, upper);
}

} // namespace

MoneyUnits::MoneyUnits(const ReadingPlan& plan)
    : m_plan(plan)
    , m_foreign(plan.columns.size()) {
    m_watchesRows = std::any_of(plan.columns.begin(), plan.columns.end(),
                                [](const ValueColumn& column) { return mayBeMoney(column.role); });
    for (std::size_t i = 0; i < plan.layout.columns.size(); ++i) {
        if (isOneOf(kUnitHeadings, plan.layout.columns[i].normalised))
            m_unitColumns.push_back(i);
        if (isOneOf(kCurrencyHeadings, plan.layout.columns[i].normalised))
            m_currencyColumns.push_back(i);
    }
}

void MoneyUnits::noteLine(const CsvRecord& record) {
    if (m_scale.line == 0)
        if (const std::string scale = scaleStatedIn(record.raw); !scale.empty())
            m_scale.keep(record.line, scale);
}

void MoneyUnits::watch(const CsvRecord& record, std::span<const NumberCell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].foreign)
            m_foreign[i].keep(record.line, record.cell(m_plan.columns[i].column));
    for (const std::size_t column : m_unitColumns)
        if (const auto unit = unitIn(record.cell(column)); unit && unit->exponent > 0)
            m_scale.keep(record.line, record.cell(column));
    for (const std::size_t column : m_currencyColumns)
        if (!isDollar(record.cell(column)))
            m_currency.keep(record.line, record.cell(column));
}

bool MoneyUnits::isMoney(const ValueColumn& column) const {
    const Field field =
        column.group < m_plan.groups.size() ? m_plan.groups[column.group].field : Field::Value;
    return column.active && (column.role == ColumnRole::Flow || column.role == ColumnRole::Aum ||
                             field == Field::Flow || field == Field::Aum);
}

const LayoutColumn& MoneyUnits::headingOf(const ValueColumn& column) const {
    return m_plan.layout.columns[column.column];
}

Result<void> MoneyUnits::judge() const {
    for (std::size_t i = 0; i < m_plan.columns.size(); ++i)
        if (isMoney(m_plan.columns[i]))
            if (const auto judged = judge(m_plan.columns[i], m_foreign[i]); !judged)
                return judged;
    return {};
}

Result<void> MoneyUnits::judge(const ValueColumn& column, const Seen& foreign) const {
    const LayoutColumn& heading = headingOf(column);
    const Seen& other = foreign.line > 0 ? foreign : m_currency;
    if (other.line > 0)
        return refused(
            "other_currency",
            fmt::format("Line {} says \"{}\", and column {} ({}) holds flows or assets, which are kept in "
                        "dollars: convert it, or remove the column.",
                        other.line, other.text, column.column + 1, heading.heading));
    if (m_scale.line > 0 && heading.exponent == 0)
        return refused(
            "unit_elsewhere",
            fmt::format("Line {} says \"{}\", and the heading of column {} ({}) states no unit. Write "
                        "the unit into the heading, such as \"{} ($M)\", where it holds.",
                        m_scale.line, m_scale.text, column.column + 1, heading.heading, heading.heading));
    return {};
}

} // namespace rotascope
