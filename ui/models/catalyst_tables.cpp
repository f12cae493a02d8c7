#include "ui/models/catalyst_tables.h"

#include "ui/convert/convert.h"
#include "ui/models/table_cells.h"

namespace rotascope {

namespace {

QString text(const char* source) {
    return tableText(source);
}

TableCell listDateCell(const std::optional<DateRange>& listed, Date DateRange::*end) {
    return listed ? dateCell((*listed).*end) : textCell(QStringLiteral("–"));
}

} // namespace

QString countdownText(int days) {
    if (days <= 0)
        return text("now");
    return days == 1 ? text("tomorrow") : text("in %1 days").arg(days);
}

TableSnapshot catalystTableOf(const std::vector<Catalyst>& catalysts, Date today) {
    TableSnapshot table{text("Catalysts"),
                        {figureColumn(text("from")), figureColumn(text("to")),
                         figureColumn(text("countdown")), textColumn(text("what")),
                         textColumn(text("known from"))},
                        {}};
    for (const Catalyst& row : catalysts) {
        const int days = daysUntil(row, today);
        TableCell first = dateCell(row.days.first);
        first.text = longDateText(row.days.first);
        TableCell countdown = figureCell(countdownText(days), days);
        countdown.strong = days <= 7;
        TableCell name = textCell(qtext(row.name));
        name.strong = row.category == CatalystCategory::FomcDecision;
        const QString source =
            qtext(row.source.empty() ? std::string(infoOf(row.category).rule) : row.source);
        table.rows.push_back({first, row.days.first == row.days.last ? textCell({}) : dateCell(row.days.last),
                              countdown, name, explained(textCell(source), source)});
    }
    return table;
}

TableSnapshot catalystListsOf(const std::vector<CatalystList>& lists) {
    TableSnapshot table{
        text("Lists"), {textColumn(text("list")), figureColumn(text("from")), figureColumn(text("to"))}, {}};
    for (const CatalystList& list : lists) {
        TableCell name = textCell(qtext(list.label));
        if (list.goesOn)
            name.explanation = text("A rule computes what lies before and after");
        table.rows.push_back({name, listDateCell(list.listed, &DateRange::first),
                              listDateCell(list.listed, &DateRange::last)});
    }
    return table;
}

} // namespace rotascope
