#include "ui/widgets/distribution_view.h"

#include "ui/convert/convert.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr int kMargin = 12;
constexpr int kAxisHeight = 18;
constexpr int kLabelTop = 4;
constexpr int kLabelBase = 14;
constexpr int kTop = 24;
constexpr double kShareShown = 0.995; ///< of the sessions; the rest would flatten the picture

QString edgeLabel(double fraction) {
    return percentNumber(fraction, 0) + QStringLiteral(" pp");
}

double reachOf(const Distribution& distribution) {
    const double percent = 0.01;
    std::size_t inside = 0;
    const std::size_t bins = distribution.counts.size();
    for (std::size_t half = 0; half < bins / 2; ++half) {
        inside += distribution.counts[bins / 2 + half] + distribution.counts[bins / 2 - 1 - half];
        const double reach = distribution.width * static_cast<double>(half + 1);
        if (static_cast<double>(inside) >= kShareShown * static_cast<double>(distribution.sessions))
            return std::ceil(std::max(reach, std::abs(distribution.today) * 1.1) / percent) * percent;
    }
    return distribution.highEdge();
}

} // namespace

DistributionView::DistributionView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance) {
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void DistributionView::setDistribution(std::shared_ptr<const Distribution> distribution) {
    m_distribution = std::move(distribution);
    m_reach = m_distribution ? reachOf(*m_distribution) : 0;
    if (m_distribution)
        setAccessibleName(
            tr("Distribution of the spread; today %1").arg(finePointsLabel(m_distribution->today)));
    update();
}

QSize DistributionView::sizeHint() const {
    return {300, 130};
}

QSize DistributionView::minimumSizeHint() const {
    return {160, 110};
}

double DistributionView::xOf(double value) const {
    const double room = width() - 2.0 * kMargin;
    return kMargin + room * (value + m_reach) / (2 * m_reach);
}

void DistributionView::paintEvent(QPaintEvent*) {
    if (!m_distribution || m_distribution->sessions == 0 || m_reach <= 0)
        return;
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(textFont(TextSize::Small));
    paintBars(painter);
    paintToday(painter);
    paintAxis(painter);
}

void DistributionView::paintBars(QPainter& painter) const {
    const auto& counts = m_distribution->counts;
    const double highest = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
    const double ground = height() - kAxisHeight;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double low = m_distribution->low + m_distribution->width * static_cast<double>(i);
        if (counts[i] == 0 || low < -m_reach || low + m_distribution->width > m_reach * 1.0001)
            continue;
        const double left = xOf(low);
        const double tall = std::max(1.0, (ground - kTop) * static_cast<double>(counts[i]) / highest);
        painter.fillRect(
            QRectF(left, ground - tall, std::max(1.0, xOf(low + m_distribution->width) - left - 1), tall),
            m_appearance.theme().colour(ColourRole::Average2));
    }
    painter.fillRect(QRectF(kMargin, ground, width() - 2.0 * kMargin, 1),
                     m_appearance.theme().colour(ColourRole::Hairline));
}

void DistributionView::paintToday(QPainter& painter) const {
    const QColor ink = m_appearance.theme().colour(ColourRole::SmallCap);
    const double x = std::clamp(xOf(m_distribution->today), double(kMargin), double(width() - kMargin));
    painter.fillRect(QRectF(x - 1, kLabelTop, 2, height() - kAxisHeight - kLabelTop), ink);
    painter.setPen(ink);
    const QString words = tr("today %1").arg(finePointsLabel(m_distribution->today));
    const double wide = painter.fontMetrics().horizontalAdvance(words);
    const bool leftward = x + 6 + wide > width() - kMargin;
    painter.drawText(QPointF(leftward ? x - 6 - wide : x + 6, kLabelBase), words);
}

void DistributionView::paintAxis(QPainter& painter) const {
    painter.setPen(m_appearance.theme().colour(ColourRole::MutedText));
    const QRect room(kMargin, height() - kAxisHeight, width() - 2 * kMargin, kAxisHeight);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, edgeLabel(-m_reach));
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, edgeLabel(m_reach));
}

} // namespace rotascope
