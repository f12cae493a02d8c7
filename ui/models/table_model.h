// ui/models: snapshots of results as Qt item models. May include core, ui/convert and ui/theme.
// A new table is one function that fills a TableSnapshot.
#pragma once

#include "core/figure/derivation.h"
#include "core/figure/figure.h"

#include <QAbstractTableModel>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace rotascope {

struct TableColumn {
    QString heading;
    QString explanation;           ///< tooltip of the heading
    bool isText = false;           ///< left-aligned; everything else is a figure
    std::optional<ColourRole> ink; ///< of the heading

    bool operator==(const TableColumn&) const = default;
};

struct TableCell {
    QString text;
    QVariant sortValue; ///< a number or text; invalid sorts last
    std::optional<ColourRole> ink;
    bool strong = false;
    QString explanation;            ///< tooltip
    std::optional<double> bar = {}; ///< −1 to 1: a bar from the middle in place of the text
    DerivationRef from = {};        ///< of this figure alone

    bool operator==(const TableCell&) const = default;
    /// Whether the two are the same to whoever looks at them, wherever their figures come from.
    bool looksLike(const TableCell& other) const;
};

struct TableSnapshot {
    QString name; ///< accessible name of the table
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows; ///< each as long as `columns`
    DerivationRef from = {};                  ///< of every figure that has none of its own or its row's
    std::vector<DerivationRef> rowFrom = {};  ///< as long as `rows`, or empty

    bool looksLike(const TableSnapshot& other) const;
};

/// Where the figure of a cell comes from: what the cell, its row or the table says, with the cell's text as
/// its value, and the heading's explanation where there is no formula. Without inputs where nothing is said;
/// nullopt for an empty cell.
std::optional<Derivation> derivationOf(const TableSnapshot& table, std::size_t row, std::size_t column);

TableColumn figureColumn(const QString& heading, const QString& explanation = {});
TableColumn textColumn(const QString& heading, const QString& explanation = {});

/// A figure cell whose sort value is `value`; NaN sorts last.
TableCell figureCell(const QString& text, double value);
/// The same, in the ink of its sign; what is shown as zero has none.
TableCell signedCell(const QString& text, double value);
TableCell textCell(const QString& text);
/// The cell, with where its figure comes from.
TableCell derived(TableCell cell, DerivationRef from);

/// Read-only rows of one snapshot. Sorted through SortedTable.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Roles {
        SortRole = Qt::UserRole, ///< number or text; invalid for missing
        InkRole,                 ///< int of a ColourRole, invalid for the usual ink
        StrongRole,              ///< bool
        BarRole                  ///< −1 to 1, invalid without a bar
    };

    using QAbstractTableModel::QAbstractTableModel;

    void reset(TableSnapshot snapshot);
    /// Takes over one that looks like the one before: nothing is to be sorted, measured or painted again.
    void replaceAlike(TableSnapshot snapshot) { m_snapshot = std::move(snapshot); }
    const TableSnapshot& snapshot() const { return m_snapshot; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    TableSnapshot m_snapshot;
};

} // namespace rotascope
