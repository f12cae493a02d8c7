#include "core/report/breadth_text.h"

#include "core/analysis/relative/breadth_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/report/relative_text.h"
#include "core/report/text_table.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

TextTable memberTable(const Breadth& breadth) {
    TextTable table{{"member", "return"}, {}};
    for (const TrendAverageInfo& info : kTrendAverages)
        table.headings.push_back(toUpper(info.id));
    for (const BreadthMember& member : breadth.members) {
        std::vector<std::string> cells{member.symbol, percentText(member.move)};
        for (const std::optional<bool> above : member.above)
            cells.emplace_back(above ? (*above ? "▲" : "▼") : "–");
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

std::vector<std::string> BreadthReport::words() const {
    std::vector<std::string> out = breadthInWords(breadth, list);
    for (std::string& sentence : importedBreadthInWords(imported))
        out.push_back(std::move(sentence));
    out.push_back(constituentsInWords(constituents));
    return out;
}

std::string breadthReport(const BreadthReport& report, bool isDemo) {
    std::string text = fmt::format("Breadth of {} · as of {}{}\n\n", report.list,
                                   weekdayDayMonthYear(report.breadth.asOf), demoMark(isDemo));
    for (const std::string& sentence : report.words())
        text += sentence + "\n";
    return text + "\n" + alignedText(memberTable(report.breadth)) + "\n▲ close above the average\n";
}

} // namespace rotascope
