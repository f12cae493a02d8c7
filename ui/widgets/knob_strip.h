// Rows of figures that differ in one knob each; the one in force stands out, a click asks for another.
#pragma once

#include "ui/models/knob_row.h"
#include "ui/settings/appearance.h"

#include <QAbstractButton>

#include <vector>

class QGridLayout;
class QLabel;

namespace rotascope {

class KnobButton : public QAbstractButton {
    Q_OBJECT

public:
    KnobButton(const Appearance& appearance, QWidget* parent);

    void setCell(const KnobCell& cell);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
    KnobCell m_cell;
};

class KnobStrip : public QWidget {
    Q_OBJECT

public:
    explicit KnobStrip(const Appearance& appearance, QWidget* parent = nullptr);

    void setRows(std::vector<KnobRow> rows);
    const std::vector<KnobRow>& rows() const { return m_rows; }

signals:
    void chosen(int row, int cell); ///< of a cell that is a choice

private:
    /// The widgets of one row, kept while the number of its cells stays.
    struct Line {
        QLabel* label;
        QLabel* note;
        std::vector<KnobButton*> cells;
    };

    void build();
    QWidget* makeLabel(Line& line);
    QWidget* makeCells(Line& line, int row, std::size_t widest);
    void fill(const Line& line, const KnobRow& row);

    const Appearance& m_appearance;
    QGridLayout* m_grid;
    std::vector<KnobRow> m_rows;
    std::vector<Line> m_lines;
};

} // namespace rotascope
