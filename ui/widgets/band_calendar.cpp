#include "ui/widgets/band_calendar.h"

#include "ui/convert/convert.h"
#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_tips.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr double kMargin = 12;
constexpr double kHeading = 24;
constexpr double kRowHeight = 26;
constexpr double kDot = 9;
constexpr double kBand = 12;
constexpr double kGap = 5; ///< between a dot and its day
constexpr int kLeastWidth = 420;
constexpr float kBandStrength = 0.45F;

QString dayText(const QDate& day) {
    return qtext(std::to_string(day.day()) + " " +
                 std::string(monthName(unsigned(day.month())).substr(0, 3)));
}

} // namespace

BandCalendar::BandCalendar(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance) {
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
    setAccessibleName(tr("What is coming"));
}

void BandCalendar::setRows(const QDate& first, int days, std::vector<CalendarRow> rows) {
    if (m_first == first && m_days == days && m_rows == rows)
        return;
    m_first = first;
    m_days = std::max(1, days);
    m_rows = std::move(rows);
    updateGeometry();
    update();
}

double BandCalendar::nameWidth() const {
    const QFontMetricsF metrics(textFont(TextSize::Table));
    double widest = 0;
    for (const CalendarRow& row : m_rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return widest + 14;
}

double BandCalendar::placeOf(const QDate& day) const {
    const double left = kMargin + nameWidth();
    const double wide = std::max(1.0, width() - left - kMargin);
    return left + wide * static_cast<double>(m_first.daysTo(day)) / m_days;
}

QRectF BandCalendar::place(int row, const CalendarBand& band) const {
    const double middle = kHeading + (row + 0.5) * kRowHeight;
    if (band.first == band.last) {
        const double centre = (placeOf(band.first) + placeOf(band.first.addDays(1))) / 2;
        return {centre - kDot / 2, middle - kDot / 2, kDot, kDot};
    }
    const double left = placeOf(std::max(band.first, m_first));
    const double right = placeOf(std::min(band.last.addDays(1), m_first.addDays(m_days)));
    return {left, middle - kBand / 2, std::max(2.0, right - left), kBand};
}

QSize BandCalendar::sizeHint() const {
    return {kLeastWidth * 2, int(kHeading + kRowHeight * double(m_rows.size()) + 10)};
}

QSize BandCalendar::minimumSizeHint() const {
    return {kLeastWidth, sizeHint().height()};
}

void BandCalendar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWeeks(painter);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        paintRow(painter, row);
}

/// A line at each Monday, with its day where there is room.
void BandCalendar::paintWeeks(QPainter& painter) const {
    if (!m_first.isValid())
        return;
    const Theme& theme = m_appearance.theme();
    painter.setFont(textFont(TextSize::Small));
    const double bottom = kHeading + kRowHeight * static_cast<double>(m_rows.size());
    double free = 0;
    for (QDate day = m_first.addDays((8 - m_first.dayOfWeek()) % 7); m_first.daysTo(day) < m_days;
         day = day.addDays(7)) {
        const double at = placeOf(day);
        painter.setPen(theme.colour(ColourRole::Grid));
        painter.drawLine(QPointF(at, kHeading - 2), QPointF(at, bottom));
        const QString words = dayText(day);
        const double wide = painter.fontMetrics().horizontalAdvance(words);
        if (at < free || at + wide > width() - kMargin)
            continue;
        painter.setPen(theme.colour(ColourRole::MutedText));
        painter.drawText(QPointF(at, kHeading - 8), words);
        free = at + wide + kMargin;
    }
}

void BandCalendar::paintRow(QPainter& painter, int row) const {
    const CalendarRow& line = m_rows[static_cast<std::size_t>(row)];
    const Theme& theme = m_appearance.theme();
    const double top = kHeading + row * kRowHeight;
    painter.setPen(theme.colour(ColourRole::Hairline));
    painter.drawLine(QPointF(kMargin, top + kRowHeight), QPointF(width() - kMargin, top + kRowHeight));
    painter.setFont(textFont(TextSize::Table));
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(QRectF(kMargin, top, nameWidth(), kRowHeight), int(Qt::AlignLeft | Qt::AlignVCenter),
                     line.name);
    painter.setFont(textFont(TextSize::Small));
    for (std::size_t i = 0; i < line.bands.size(); ++i) {
        const double limit =
            i + 1 < line.bands.size() ? place(row, line.bands[i + 1]).left() : width() - kMargin / 2;
        paintBand(painter, row, line.bands[i], limit);
    }
}

/// Its day stands beside a dot, or inside a band, where there is room before `limit`.
void BandCalendar::paintBand(QPainter& painter, int row, const CalendarBand& band, double limit) const {
    const Theme& theme = m_appearance.theme();
    const QRectF box = place(row, band);
    const bool isDay = band.first == band.last;
    QColor ink = theme.colour(isDay ? ColourRole::Event : ColourRole::Selection);
    if (!isDay) {
        ink = theme.colour(ColourRole::LargeCap);
        ink.setAlphaF(kBandStrength);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRoundedRect(box, isDay ? kDot / 2 : 3, isDay ? kDot / 2 : 3);
    const QString words = isDay ? dayText(band.first) : tr("to %1").arg(dayText(band.last));
    const double left = isDay ? box.right() + kGap : box.left() + kGap;
    const double wide = painter.fontMetrics().horizontalAdvance(words);
    if (left + wide > (isDay ? limit : box.right()))
        return;
    painter.setPen(theme.colour(isDay ? ColourRole::MutedText : ColourRole::Text));
    painter.drawText(QRectF(left, box.center().y() - kRowHeight / 2, wide + 1, kRowHeight),
                     int(Qt::AlignLeft | Qt::AlignVCenter), words);
}

bool BandCalendar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        for (const CalendarBand& band : m_rows[static_cast<std::size_t>(row)].bands)
            if (place(row, band).adjusted(-3, -4, 3, 4).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), WrappedTips::wrapped(band.explanation), this);
                return true;
            }
    QToolTip::hideText();
    return true;
}

} // namespace rotascope
