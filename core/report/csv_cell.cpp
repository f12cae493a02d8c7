#include "core/report/csv_cell.h"

namespace rotascope {

namespace {

constexpr std::string_view kFormulaStarts = "=+-@";

} // namespace

std::string csvTextCell(std::string_view text) {
    std::string out(text);
    if (!out.empty() && kFormulaStarts.find(out.front()) != std::string_view::npos)
        out.insert(out.begin(), '\'');
    if (out.find_first_of(",\"\n\r") == std::string::npos)
        return out;
    std::string quoted = "\"";
    for (const char c : out)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string_view withoutApostrophe(std::string_view text) {
    const bool marked =
        text.size() > 1 && text[0] == '\'' && kFormulaStarts.find(text[1]) != std::string_view::npos;
    return marked ? text.substr(1) : text;
}

} // namespace rotascope
