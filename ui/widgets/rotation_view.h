// Where the money came from and where it went: one diverging bar per basket, from source to destination.
#pragma once

#include "ui/settings/appearance.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace rotascope {

struct RotationBar {
    QString name;
    QString funds;       ///< in small type below the name
    double usd = 0;      ///< NaN: no figure
    QString amount;      ///< "+$2.78 bn"
    QString unusual;     ///< "z +2.0"; empty where there is none
    QString explanation; ///< tooltip
    bool operator==(const RotationBar&) const = default;
};

class RotationView : public QWidget {
    Q_OBJECT

public:
    explicit RotationView(const Appearance& appearance, QWidget* parent = nullptr);

    /// From the largest outflow to the largest inflow.
    void setBars(std::vector<RotationBar> bars);
    const std::vector<RotationBar>& bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Places;
    struct Side;
    Side sideOf(bool in, bool saysUnusual) const;
    double widestName() const;
    Places places() const;
    void paintHeadings(QPainter& painter, const Places& at) const;
    void paintBar(QPainter& painter, const Places& at, int row) const;

    const Appearance& m_appearance;
    std::vector<RotationBar> m_bars;
};

} // namespace rotascope
