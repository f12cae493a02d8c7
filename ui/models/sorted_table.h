// Sorts a TableModel by its sort values, missing ones last in both directions; a third click restores the
// given order.
#pragma once

#include <QSortFilterProxyModel>

namespace rotascope {

class SortedTable : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit SortedTable(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace rotascope
