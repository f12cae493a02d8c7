#include "ui/models/sorted_table.h"

#include "ui/models/table_model.h"

namespace rotascope {

SortedTable::SortedTable(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setSortRole(TableModel::SortRole);
}

bool SortedTable::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.isValid() != b.isValid())
        return sortOrder() == Qt::AscendingOrder ? a.isValid() : b.isValid();
    if (a.typeId() == QMetaType::Double && b.typeId() == QMetaType::Double)
        return a.toDouble() < b.toDouble();
    return a.toString().localeAwareCompare(b.toString()) < 0;
}

} // namespace rotascope
