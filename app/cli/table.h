// A plain text table for the terminal.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope::cli {

enum class Align : std::uint8_t { Left, Right };

class TextTable {
public:
    struct Column {
        std::string heading;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}
    void addRow(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }

    /// Columns two blanks apart, headings on top, no trailing blanks. Widths count characters of UTF-8, not bytes.
    std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace rotascope::cli
