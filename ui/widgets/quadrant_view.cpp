#include "ui/widgets/quadrant_view.h"

#include "core/figure/tag_layout.h"
#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_tips.h"

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
constexpr double kFurtherOff = 18;    ///< a label there is led to its dot by a line
constexpr std::size_t kFewPoints = 6; ///< so few that every tail can be drawn in full

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

/// Where a label of that size may stand beside a dot, the best first.
std::vector<QPointF> placesAround(const QPointF& at, const QSizeF& size) {
    const double width = size.width();
    const double height = size.height();
    std::vector<QPointF> out;
    for (const double apart : {kDot + 3, kFurtherOff}) {
        out.push_back({at.x() + apart, at.y() - height / 2});
        out.push_back({at.x() - apart - width, at.y() - height / 2});
        out.push_back({at.x() - width / 2, at.y() - apart + 2 - height});
        out.push_back({at.x() - width / 2, at.y() + apart - 2});
        for (const double down : {-apart - height / 2, apart - height / 2}) {
            out.push_back({at.x() + apart - 2, at.y() + down});
            out.push_back({at.x() - apart + 2 - width, at.y() + down});
        }
    }
    return out;
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
                          : tr("%n point(s) by %1 and %2", nullptr, static_cast<int>(m_points.size()))
                                .arg(m_texts.right, m_texts.top));
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

/// In a narrow view the names alone, without the directions before the colon.
QString QuadrantView::quarterName(std::size_t quarter) const {
    const QFontMetricsF metrics(textFont(TextSize::Small));
    double widest = 0;
    for (const std::size_t row : {std::size_t{0}, std::size_t{2}})
        widest = std::max(widest, metrics.horizontalAdvance(m_texts.quarters[row]) +
                                      metrics.horizontalAdvance(m_texts.quarters[row + 1]));
    const QString& name = m_texts.quarters[quarter];
    const bool fits = widest + kMargin <= width() - 2 * kMargin;
    return fits ? name : name.mid(name.indexOf(QLatin1Char(':')) + 1).trimmed();
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
        // To the right, to the left, above, below, then at the corners and further off: the first that covers
        // nothing.
        const std::vector<QPointF> corners = placesAround(at, {width, height});
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
        if (!places[i].isEmpty())
            paintLeader(painter, pixel(m_points[i].value), places[i]);
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
    for (std::size_t i = 0; i < m_texts.quarters.size(); ++i)
        painter.drawText(i < 2 ? top : bottom,
                         int(i % 2 == 0 ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter),
                         quarterName(i));
}

/// Where the fund was in the weeks before: a dot for each, joined, fainter with age. Among many funds the
/// tails of all but the small caps step back.
void QuadrantView::paintTail(QPainter& painter, const QuadrantPoint& point) const {
    const bool inFront =
        point.tailInFront || m_points.size() <= kFewPoints || point.role == ColourRole::SmallCap;
    QColor ink = m_appearance.theme().colour(point.role);
    QPointF to = pixel(point.value);
    double strength = inFront ? 0.6 : 0.22;
    for (std::size_t i = point.tail.size(); i-- > 0;) {
        const QPointF from = pixel(point.tail[i]);
        ink.setAlphaF(static_cast<float>(strength));
        painter.setPen(QPen(ink, inFront ? 1.2 : 1));
        painter.drawLine(from, to);
        if (inFront) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(from, kDot / 2, kDot / 2);
        }
        to = from;
        strength *= 0.65;
    }
}

void QuadrantView::paintLeader(QPainter& painter, const QPointF& dot, const QRectF& label) const {
    const QPointF nearest(std::clamp(dot.x(), label.left(), label.right()),
                          std::clamp(dot.y(), label.top(), label.bottom()));
    if (std::hypot(nearest.x() - dot.x(), nearest.y() - dot.y()) < kFurtherOff - kDot)
        return;
    painter.setPen(QPen(m_appearance.theme().colour(ColourRole::Average2), 1));
    painter.drawLine(dot, nearest);
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
        QToolTip::showText(help->globalPos(), WrappedTips::wrapped(point.explanation), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace rotascope
