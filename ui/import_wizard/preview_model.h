// The first rows of a file as they stand in it, its columns by the role they have.
#pragma once

#include "core/workflow/preview_import.h"
#include "ui/models/table_model.h"

#include <QAbstractTableModel>

#include <memory>
#include <set>

namespace rotascope {

/// What a role is called where people choose one.
QString roleLabel(ColumnRole role);

class PreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Roles {
        HoldsRole = TableModel::StrongRole + 1, ///< of a header: what the column holds
        ProblemRole                             ///< of a cell: whether its row is among the problems
    };

    using QAbstractTableModel::QAbstractTableModel;

    void reset(std::shared_ptr<const ImportPreview> preview);
    const ImportPreview* preview() const { return m_preview.get(); }
    /// The row of a physical line; −1 where it is not among those shown.
    int rowOfLine(std::uint32_t line) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isProblem(std::uint32_t line, std::size_t column) const;

    std::shared_ptr<const ImportPreview> m_preview;
    std::set<std::uint32_t> m_problems; ///< lines
    std::vector<bool> m_figures;        ///< per column: aligned as figures
};

} // namespace rotascope
