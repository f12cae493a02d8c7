// A grid of coloured figures with named rows and columns: positive and negative in their roles, the deeper
// the further from zero; the sign and the number say the same as the colour.
#pragma once

#include "ui/settings/appearance.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace rotascope {

struct HeatCell {
    double value = 0; ///< NaN: no figure
    QString text;
    QString explanation;
    bool isRunning = false; ///< not complete: framed

    bool operator==(const HeatCell&) const = default;
};

struct HeatRow {
    QString name;
    std::vector<HeatCell> cells; ///< as many as there are columns
    bool isSummary = false;      ///< set apart from the rows before it

    bool operator==(const HeatRow&) const = default;
};

class HeatMap : public QWidget {
    Q_OBJECT

public:
    explicit HeatMap(const Appearance& appearance, QWidget* parent = nullptr);

    /// `deepest`: the value at which the colour is full.
    void setRows(const QString& name, QStringList columns, std::vector<HeatRow> rows, double deepest);
    const std::vector<HeatRow>& rows() const { return m_rows; }
    /// Where a cell stands now.
    QRectF place(int row, int column) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void updateChanged(const std::vector<HeatRow>& before);
    /// What of a row lies in `part`.
    void paintRow(QPainter& painter, int row, const QRectF& part) const;
    void paintCell(QPainter& painter, const QRectF& place, const HeatCell& cell) const;

    const Appearance& m_appearance;
    QStringList m_columns;
    std::vector<HeatRow> m_rows;
    double m_deepest = 1;
    double m_nameWidth = 0; ///< of the widest row's name, with its margin
};

} // namespace rotascope
