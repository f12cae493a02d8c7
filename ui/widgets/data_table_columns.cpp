// How the columns of a table share its width.
#include "ui/widgets/data_table.h"

#include <QHeaderView>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kColumnsThatFit = 5;
constexpr int kLeastStretched = 150;
constexpr int kLeastWords = 90;

} // namespace

/// The last column of words takes the room that is left; a wide table of figures scrolls instead.
int DataTable::stretchedColumn() const {
    if (m_stretched >= 0)
        return m_stretched;
    const auto& columns = m_model.snapshot().columns;
    if (columns.size() > kColumnsThatFit)
        return -1;
    const auto words = std::find_if(columns.rbegin(), columns.rend(),
                                    [](const TableColumn& column) { return column.isText; });
    return static_cast<int>(columns.rend() - words) - 1;
}

void DataTable::fitColumns() {
    if (m_spread)
        return shareRoom();
    const int stretched = stretchedColumn();
    for (int column = 0; column < m_model.columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                             : QHeaderView::ResizeToContents);
    if (!m_givingWay.empty())
        leaveOut();
}

int DataTable::widthOf(int column) const {
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
}

/// So that nothing has to be scrolled sideways. Words that are longer than all of that are cut.
void DataTable::leaveOut() {
    const int columns = m_model.columnCount();
    std::vector<int> widths(static_cast<std::size_t>(columns));
    int widest = -1;
    int needed = 0;
    for (int column = 0; column < columns; ++column) {
        setColumnHidden(column, false);
        int& width = widths[static_cast<std::size_t>(column)];
        width = column == m_stretched ? std::min(widthOf(column), kLeastStretched) : widthOf(column);
        needed += width;
        if (column != m_stretched && m_model.snapshot().columns[static_cast<std::size_t>(column)].isText &&
            (widest < 0 || width > widths[static_cast<std::size_t>(widest)]))
            widest = column;
    }
    for (const int column : m_givingWay) {
        if (needed <= viewport()->width())
            return;
        setColumnHidden(column, true);
        needed -= widths[static_cast<std::size_t>(column)];
    }
    if (widest < 0 || isColumnHidden(widest) || needed <= viewport()->width())
        return;
    horizontalHeader()->setSectionResizeMode(widest, QHeaderView::Fixed);
    setColumnWidth(widest, std::max(kLeastWords,
                                    widths[static_cast<std::size_t>(widest)] - needed + viewport()->width()));
}

void DataTable::spreadColumns() {
    m_spread = true;
    fitColumns();
}

void DataTable::shareRoom() {
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    resizeColumnsToContents();
    const int left = std::max(0, viewport()->width() - horizontalHeader()->length());
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, columnWidth(column) + left / columns + (column < left % columns ? 1 : 0));
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_spread)
        shareRoom();
    else if (!m_givingWay.empty())
        fitColumns();
}

} // namespace rotascope
