// A table of one snapshot, in the type and inks of the theme.
#pragma once

#include "ui/models/sorted_table.h"
#include "ui/models/table_model.h"
#include "ui/settings/appearance.h"

#include <QEvent>
#include <QTableView>

namespace rotascope {

class DataTable;

/// A table that wants to be written to a file. Accepted by whoever asks for the file.
class SaveTableEvent : public QEvent {
public:
    explicit SaveTableEvent(const DataTable& table);
    static Type eventType();

    const DataTable& table() const { return m_table; }

private:
    const DataTable& m_table;
};

class DataTable : public QTableView {
    Q_OBJECT

public:
    enum class Height { FitsRows, Scrolls };

    /// `appearance` must outlive the table.
    DataTable(const Appearance& appearance, Height height, QWidget* parent = nullptr);

    /// Keeps the sorting, the selection and the scroll position.
    void setSnapshot(TableSnapshot snapshot);
    const TableSnapshot& snapshot() const { return m_model.snapshot(); }
    /// The row of the snapshot that the cursor stands on; −1 for none.
    int currentSourceRow() const { return m_sorted.mapToSource(currentIndex()).row(); }
    void selectSourceRow(int row);
    /// The snapshot's rows in the order in which they are shown.
    std::vector<int> rowsAsShown() const;
    /// The snapshot's row at a place of the table.
    int rowAt(const QModelIndex& index) const { return m_sorted.mapToSource(index).row(); }
    /// Columns share the room that is left.
    void spreadColumns();
    /// This column takes the room that is left, and gives up its own where there is little.
    void stretchColumn(int column) { m_stretched = column; }
    /// Columns that are left out where the stretched one would have too little room, the first one first.
    /// They stay in what is copied and saved.
    void giveWay(std::vector<int> columns) { m_givingWay = std::move(columns); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowActivated(int row); ///< of the snapshot, by double click or Return

protected:
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void copySelection() const;
    /// All rows where `rows` is empty: lines of cells between tabs, as spreadsheets take them.
    void copyRows(const QModelIndexList& rows) const;
    /// Of the figure at a place of the table; nullopt where there is none.
    std::optional<Derivation> derivationAt(const QModelIndex& index) const;
    int contentHeight() const;
    /// Without any there is no heading line.
    bool hasHeadings() const;
    int stretchedColumn() const;
    void fitColumns();
    void shareRoom();
    void leaveOut();
    int widthOf(int column) const;

    const Appearance& m_appearance;
    Height m_height;
    bool m_spread = false;
    int m_stretched = -1; ///< −1: as the columns suggest
    std::vector<int> m_givingWay;
    TableModel m_model;
    SortedTable m_sorted;
};

} // namespace rotascope
