// A histogram with today's place in it.
#pragma once

#include "core/analysis/distribution.h"
#include "ui/settings/appearance.h"

#include <QWidget>

#include <memory>

namespace rotascope {

class DistributionView : public QWidget {
    Q_OBJECT

public:
    explicit DistributionView(const Appearance& appearance, QWidget* parent = nullptr);

    void setDistribution(std::shared_ptr<const Distribution> distribution);
    const Distribution* distribution() const { return m_distribution.get(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double xOf(double value) const;
    void paintBars(QPainter& painter) const;
    void paintToday(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;

    const Appearance& m_appearance;
    std::shared_ptr<const Distribution> m_distribution;
    double m_reach = 0; ///< the axis goes from −reach to +reach
};

} // namespace rotascope
