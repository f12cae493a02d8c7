#include "ui/widgets/quadrant_view.h"

#include "core/figure/tag_layout.h"
#include "ui/theme/typography.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kMargin = 12;
constexpr double kWords = 16; ///< height of the quarters' names
constexpr double kDot = 4;    ///< radius
constexpr double kRoomBeyond = 1.12;
constexpr double kNearPointer = 10;

double reachOf(const std::vector<QuadrantPoint>& points, double (*part)(const QPointF&)) {
    double reach = 0;
    for (const QuadrantPoint& point : points) {
        reach = std::max(reach, std::abs(part(point.value)));
        for (const QPointF& before : point.tail)
            reach = std::max(reach, std::abs(part(before)));
    }
    return reach > 0 ? reach * kRoomBeyond : 1;
}

Box boxOf(const QRectF& rect) {
    return {rect.left(), rect.top(), rect.right(), rect.bottom()};
}

} // namespace

QuadrantView::QuadrantView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance) {
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void QuadrantView::setPoints(std::vector<QuadrantPoint> points, QuadrantTexts texts) {
    if (m_points == points && m_texts == texts)
        return;
    m_points = std::move(points);
    m_texts = std::move(texts);
    m_reach = {reachOf(m_points, [](const QPointF& p) { return p.x(); }),
               reachOf(m_points, [](const QPointF& p) { return p.y(); })};
    setAccessibleName(m_points.empty()
                          ? m_texts.nothing
                          : tr("%n fund(s) by flow and return", nullptr, static_cast<int>(m_points.size())));
    update();
}

QSize QuadrantView::sizeHint() const {
    return {300, 260};
}

QSize QuadrantView::minimumSizeHint() const {
    return {220, 180};
}

QRectF QuadrantView::plot() const {
    return QRectF(rect()).adjusted(kMargin, kWords + 2, -kMargin, -kWords - 4);
}

QPointF QuadrantView::pixel(const QPointF& value) const {
    const QRectF room = plot();
    return {room.center().x() + value.x() / m_reach.x() * room.width() / 2,
            room.center().y() - value.y() / m_reach.y() * room.height() / 2};
}

QRectF QuadrantView::captionOfX() const {
    const QFontMetricsF metrics(textFont(TextSize::Small));
    const double width = metrics.horizontalAdvance(m_texts.right) + 2;
    return {plot().right() - width, plot().center().y() + 2, width, metrics.height()};
}

QRectF QuadrantView::captionOfY() const {
    const QFontMetricsF metrics(textFont(TextSize::Small));
    return {plot().center().x() + 5, plot().top(), metrics.horizontalAdvance(m_texts.top) + 2,
            metrics.height()};
}

std::vector<QRectF> QuadrantView::labelPlaces() const {
    const QFontMetricsF metrics(textFont(TextSize::Small));
    std::vector<Box> taken{boxOf(captionOfX()), boxOf(captionOfY())};
    for (const QuadrantPoint& point : m_points) {
        const QPointF at = pixel(point.value);
        taken.push_back(boxOf(QRectF(at.x() - kDot, at.y() - kDot, 2 * kDot, 2 * kDot)));
    }
    const Box bounds = boxOf(QRectF(rect()).adjusted(2, kWords, -2, -kWords));
    std::vector<QRectF> places;
    for (const QuadrantPoint& point : m_points) {
        const QPointF at = pixel(point.value);
        const double width = metrics.horizontalAdvance(point.label) + 2;
        const double height = metrics.height();
        // To the right, to the left, above, below: the first that covers nothing.
        const std::array<QPointF, 4> corners{QPointF(at.x() + kDot + 3, at.y() - height / 2),
                                             QPointF(at.x() - kDot - 3 - width, at.y() - height / 2),
                                             QPointF(at.x() - width / 2, at.y() - kDot - 1 - height),
                                             QPointF(at.x() - width / 2, at.y() + kDot + 1)};
        QRectF found;
        for (const QPointF& corner : corners) {
            const QRectF wish(corner, QSizeF(width, height));
            const Box box = boxOf(wish);
            const bool inside = box.left >= bounds.left && box.right <= bounds.right &&
                                box.top >= bounds.top && box.bottom <= bounds.bottom;
            const bool free = std::none_of(taken.begin(), taken.end(),
                                           [&box](const Box& other) { return other.overlaps(box); });
            if (!inside || !free)
                continue;
            found = wish;
            taken.push_back(box);
            break;
        }
        places.push_back(found);
    }
    return places;
}

void QuadrantView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextSize::Small));
    if (m_points.empty()) {
        painter.setPen(m_appearance.theme().colour(ColourRole::MutedText));
        painter.drawText(rect().adjusted(12, 12, -12, -12), int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                         m_texts.nothing);
        return;
    }
    paintFrame(painter);
    for (const QuadrantPoint& point : m_points)
        paintTail(painter, point);
    const std::vector<QRectF> places = labelPlaces();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QColor ink = m_appearance.theme().colour(m_points[i].role);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(pixel(m_points[i].value), kDot, kDot);
        painter.setPen(m_appearance.theme().colour(ColourRole::Text));
        if (!places[i].isEmpty())
            painter.drawText(places[i], int(Qt::AlignLeft | Qt::AlignVCenter), m_points[i].label);
    }
}

void QuadrantView::paintFrame(QPainter& painter) const {
    const QRectF room = plot();
    const QColor line = m_appearance.theme().colour(ColourRole::Average2);
    painter.fillRect(QRectF(room.left(), std::round(room.center().y()), room.width(), 1), line);
    painter.fillRect(QRectF(std::round(room.center().x()), room.top(), 1, room.height()), line);
    painter.setPen(m_appearance.theme().colour(ColourRole::MutedText));
    painter.drawText(captionOfX(), int(Qt::AlignRight | Qt::AlignVCenter), m_texts.right);
    painter.drawText(captionOfY(), int(Qt::AlignLeft | Qt::AlignVCenter), m_texts.top);
    const QRectF top(kMargin, 0, width() - 2 * kMargin, kWords);
    const QRectF bottom(kMargin, height() - kWords - 2, width() - 2 * kMargin, kWords);
    painter.drawText(top, int(Qt::AlignLeft | Qt::AlignVCenter), m_texts.quarters[0]);
    painter.drawText(top, int(Qt::AlignRight | Qt::AlignVCenter), m_texts.quarters[1]);
    painter.drawText(bottom, int(Qt::AlignLeft | Qt::AlignVCenter), m_texts.quarters[2]);
    painter.drawText(bottom, int(Qt::AlignRight | Qt::AlignVCenter), m_texts.quarters[3]);
}

void QuadrantView::paintTail(QPainter& painter, const QuadrantPoint& point) const {
    QColor ink = m_appearance.theme().colour(point.role);
    QPointF to = pixel(point.value);
    float strength = 0.55F;
    for (std::size_t i = point.tail.size(); i-- > 0;) {
        const QPointF from = pixel(point.tail[i]);
        ink.setAlphaF(strength);
        painter.setPen(QPen(ink, 1.2));
        painter.drawLine(from, to);
        to = from;
        strength *= 0.6F;
    }
}

bool QuadrantView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help =
        static_cast<QHelpEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    for (const QuadrantPoint& point : m_points) {
        const QPointF apart = pixel(point.value) - help->pos();
        if (std::hypot(apart.x(), apart.y()) > kNearPointer)
            continue;
        QToolTip::showText(help->globalPos(), point.explanation, this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace rotascope
