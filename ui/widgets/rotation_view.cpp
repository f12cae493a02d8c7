#include "ui/widgets/rotation_view.h"

#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_tips.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr int kMargin = 12;
constexpr int kHeadings = 22;
constexpr int kLeastRow = 28;
constexpr int kMostRow = 44;
constexpr int kBarHeight = 16;
constexpr int kGap = 8;
constexpr int kWidestNames = 220;
constexpr double kNamesShare = 0.34;
constexpr double kLeastBars = 120; ///< pixels for the longest bars of both sides

} // namespace

/// Where the columns and rows stand.
struct RotationView::Places {
    double names = 0; ///< width of the names
    double zero = 0;  ///< x of no flow
    double unit = 0;  ///< pixels per USD
    double row = 0;   ///< height of a row
    bool saysUnusual = true;
};

/// What stands left, or right, of no flow.
struct RotationView::Side {
    double largest = 0; ///< USD
    double words = 0;   ///< room for the widest words
};

RotationView::RotationView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance) {
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void RotationView::setBars(std::vector<RotationBar> bars) {
    if (m_bars == bars)
        return;
    m_bars = std::move(bars);
    QStringList words;
    for (const RotationBar& bar : m_bars)
        words << bar.name + QLatin1Char(' ') + bar.amount;
    setAccessibleName(
        tr("Money by basket, from source to destination: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize RotationView::sizeHint() const {
    return {480, kHeadings + kMostRow * std::max(1, static_cast<int>(m_bars.size())) + kMargin};
}

QSize RotationView::minimumSizeHint() const {
    return {320, kHeadings + kLeastRow * std::max(1, static_cast<int>(m_bars.size())) + kMargin};
}

RotationView::Places RotationView::places() const {
    Places at;
    at.names = std::min(widestName(), width() * kNamesShare);
    const double left = kMargin + at.names + kGap;
    // Each side keeps room for the words beside its longest bar; what is left is shared by what moved. Where
    // that would leave no picture, z goes without saying.
    const auto roomBeside = [&](const Side& a, const Side& b) {
        return width() - kMargin - left - a.words - b.words;
    };
    at.saysUnusual = roomBeside(sideOf(false, true), sideOf(true, true)) >= kLeastBars;
    const Side out = sideOf(false, at.saysUnusual);
    const Side in = sideOf(true, at.saysUnusual);
    const double room = std::max(24.0, roomBeside(out, in));
    const double whole = out.largest + in.largest;
    at.unit = whole > 0 ? room / whole : 0;
    at.zero = left + out.words + out.largest * at.unit;
    const double height = this->height() - kHeadings - kMargin;
    at.row = std::clamp(height / std::max<double>(1, static_cast<double>(m_bars.size())), double(kLeastRow),
                        double(kMostRow));
    return at;
}

double RotationView::widestName() const {
    const QFontMetricsF metrics(textFont(TextSize::Table));
    const QFontMetricsF small(textFont(TextSize::Small));
    double widest = 0;
    for (const RotationBar& bar : m_bars)
        widest = std::max({widest, metrics.horizontalAdvance(bar.name), small.horizontalAdvance(bar.funds)});
    return std::min<double>(kWidestNames, std::ceil(widest) + 2);
}

RotationView::Side RotationView::sideOf(bool in, bool saysUnusual) const {
    const QFontMetricsF metrics(textFont(TextSize::Table, QFont::DemiBold));
    const QFontMetricsF small(textFont(TextSize::Small));
    Side side;
    side.words = small.horizontalAdvance(in ? tr("money arrived ▶") : tr("◀ money left")) + kGap;
    for (const RotationBar& bar : m_bars) {
        if (std::isnan(bar.usd) || (bar.usd >= 0) != in)
            continue;
        side.largest = std::max(side.largest, std::abs(bar.usd));
        side.words =
            std::max(side.words, metrics.horizontalAdvance(bar.amount) +
                                     (saysUnusual ? small.horizontalAdvance(bar.unusual) : 0) + 3 * kGap);
    }
    return side;
}

void RotationView::paintEvent(QPaintEvent*) {
    if (m_bars.empty())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    const Places at = places();
    paintHeadings(painter, at);
    for (int row = 0; row < static_cast<int>(m_bars.size()); ++row)
        paintBar(painter, at, row);
    const double bottom = kHeadings + at.row * static_cast<double>(m_bars.size());
    painter.fillRect(QRectF(at.zero, kHeadings - 2, 1, bottom - kHeadings + 4),
                     m_appearance.theme().colour(ColourRole::Average2));
}

void RotationView::paintHeadings(QPainter& painter, const Places& at) const {
    painter.setFont(textFont(TextSize::Small));
    const QRectF left(kMargin + at.names, 0, at.zero - kMargin - at.names - kGap, kHeadings - 4);
    const QRectF right(at.zero + kGap, 0, width() - kMargin - at.zero - kGap, kHeadings - 4);
    painter.setPen(m_appearance.theme().colour(ColourRole::Negative));
    painter.drawText(left, int(Qt::AlignRight | Qt::AlignVCenter), tr("◀ money left"));
    painter.setPen(m_appearance.theme().colour(ColourRole::Positive));
    painter.drawText(right, int(Qt::AlignLeft | Qt::AlignVCenter), tr("money arrived ▶"));
}

void RotationView::paintBar(QPainter& painter, const Places& at, int row) const {
    const RotationBar& bar = m_bars[static_cast<std::size_t>(row)];
    const Theme& theme = m_appearance.theme();
    const double top = kHeadings + at.row * row;
    const double middle = top + at.row / 2;
    const bool twoLines = at.row >= kLeastRow;
    painter.setFont(textFont(TextSize::Table));
    painter.setPen(theme.colour(ColourRole::Text));
    const QRectF name(kMargin, twoLines ? middle - 15 : top, at.names, twoLines ? 15 : at.row);
    painter.drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(bar.name, Qt::ElideRight, int(at.names)));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(ColourRole::MutedText));
    if (twoLines)
        painter.drawText(QRectF(kMargin, middle, at.names, 14), int(Qt::AlignLeft | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(bar.funds, Qt::ElideRight, int(at.names)));
    if (std::isnan(bar.usd)) {
        painter.drawText(QRectF(at.zero + kGap, top, width() - at.zero - kGap - kMargin, at.row),
                         int(Qt::AlignLeft | Qt::AlignVCenter), bar.amount);
        return;
    }
    const bool in = bar.usd >= 0;
    const QColor ink = theme.colour(in ? ColourRole::Positive : ColourRole::Negative);
    const double length = std::max(2.0, std::abs(bar.usd) * at.unit);
    painter.fillRect(QRectF(in ? at.zero : at.zero - length, middle - kBarHeight / 2.0, length, kBarHeight),
                     ink);
    const QFont strong = textFont(TextSize::Table, QFont::DemiBold);
    const double amount = QFontMetricsF(strong).horizontalAdvance(bar.amount);
    const QString words = at.saysUnusual ? bar.unusual : QString();
    const double unusual = painter.fontMetrics().horizontalAdvance(words);
    const double gap = words.isEmpty() ? 0 : kGap;
    const double start = in ? at.zero + length + kGap : at.zero - length - kGap - amount - gap - unusual;
    painter.drawText(QRectF(in ? start + amount + gap : start, top, unusual + 2, at.row),
                     int(Qt::AlignLeft | Qt::AlignVCenter), words);
    painter.setFont(strong);
    painter.setPen(ink);
    painter.drawText(QRectF(in ? start : start + unusual + gap, top, amount + 2, at.row),
                     int(Qt::AlignLeft | Qt::AlignVCenter), bar.amount);
}

bool RotationView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help =
        static_cast<QHelpEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    const double row = (help->pos().y() - kHeadings) / places().row;
    if (row >= 0 && row < static_cast<double>(m_bars.size()))
        QToolTip::showText(help->globalPos(),
                           WrappedTips::wrapped(m_bars[static_cast<std::size_t>(row)].explanation), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace rotascope
