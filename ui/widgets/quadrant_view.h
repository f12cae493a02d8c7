// Points in four named quarters, with tails of where they were before and labels that do not cover each
// other.
#pragma once

#include "ui/settings/appearance.h"

#include <QPointF>
#include <QString>
#include <QWidget>

#include <array>
#include <vector>

namespace rotascope {

struct QuadrantPoint {
    QString label;
    QPointF value;             ///< x and y, growing to the right and upwards
    std::vector<QPointF> tail; ///< oldest first, without the point itself
    ColourRole role = ColourRole::LargeCap;
    QString explanation;      ///< tooltip
    bool tailInFront = false; ///< drawn in full among many others
    bool operator==(const QuadrantPoint&) const = default;
};

struct QuadrantTexts {
    QString right;                   ///< what x measures, at the axis's end ("flow z →")
    QString top;                     ///< what y measures, beside its end
    std::array<QString, 4> quarters; ///< left top, right top, left bottom, right bottom
    QString nothing;                 ///< said in place of no points
    bool operator==(const QuadrantTexts&) const = default;
};

class QuadrantView : public QWidget {
    Q_OBJECT

public:
    explicit QuadrantView(const Appearance& appearance, QWidget* parent = nullptr);

    void setPoints(std::vector<QuadrantPoint> points, QuadrantTexts texts);
    const std::vector<QuadrantPoint>& points() const { return m_points; }
    /// Where the labels stand now, one per point; empty where one found no room.
    std::vector<QRectF> labelPlaces() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF plot() const;
    QString quarterName(std::size_t quarter) const;
    QRectF captionOfX() const;
    QRectF captionOfY() const;
    QPointF pixel(const QPointF& value) const;
    void paintFrame(QPainter& painter) const;
    void paintTail(QPainter& painter, const QuadrantPoint& point) const;
    /// From a label that stands further off to its dot.
    void paintLeader(QPainter& painter, const QPointF& dot, const QRectF& label) const;

    const Appearance& m_appearance;
    std::vector<QuadrantPoint> m_points;
    QuadrantTexts m_texts;
    QPointF m_reach{1, 1}; ///< the axes go from −reach to +reach
};

} // namespace rotascope
