// What a file says outside its headings about the unit of its sums of money. The desk keeps flows and assets
// in dollars, so a unit that would be missed refuses the file.
#pragma once

#include "core/base/result.h"
#include "core/csv/csv_reader.h"
#include "core/import/reading_plan.h"

#include <span>
#include <string>
#include <vector>

namespace rotascope {

class MoneyUnits {
public:
    explicit MoneyUnits(const ReadingPlan& plan);

    /// A line around the table, or one without a date within it.
    void noteLine(const CsvRecord& record);
    /// A row, and its cells as the plan reads them.
    void noteRow(const CsvRecord& record, std::span<const NumberCell> cells) {
        if (m_watchesRows)
            watch(record, cells);
    }

    /// "unit_elsewhere" where words state a unit that a heading of money does not, "other_currency" where
    /// cells or a column of currencies do. Prices are quoted as they are.
    Result<void> judge() const;

private:
    struct Seen {
        std::uint32_t line = 0; ///< 0: never
        std::string text;

        void keep(std::uint32_t at, std::string_view what) {
            if (line == 0) {
                line = at;
                text = what;
            }
        }
    };

    void watch(const CsvRecord& record, std::span<const NumberCell> cells);
    bool isMoney(const ValueColumn& column) const;
    const LayoutColumn& headingOf(const ValueColumn& column) const;
    Result<void> judge(const ValueColumn& column, const Seen& foreign) const;

    const ReadingPlan& m_plan;
    std::vector<std::size_t> m_unitColumns;     ///< "Unit": its cells say what the row counts in
    std::vector<std::size_t> m_currencyColumns; ///< "Currency"
    std::vector<Seen> m_foreign;                ///< by column of the plan: a cell in euros or pounds
    Seen m_scale;
    Seen m_currency;
    bool m_watchesRows = false;
};

} // namespace rotascope
