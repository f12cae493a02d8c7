#include "ui/widgets/heat_map.h"

#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_tips.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr double kMargin = 12;
constexpr double kHeading = 22;
constexpr double kRowHeight = 20;
constexpr double kGap = 1;
constexpr double kLeastColumn = 38;
constexpr double kStrongest = 0.45; ///< so that the figure stays legible on it
constexpr int kUsualColumn = 56;

/// NaN is the same as NaN.
bool isSame(const HeatCell& a, const HeatCell& b) {
    const bool sameValue = a.value == b.value || (std::isnan(a.value) && std::isnan(b.value));
    return sameValue && a.text == b.text && a.isRunning == b.isRunning;
}

bool haveSameShape(const std::vector<HeatRow>& a, const std::vector<HeatRow>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const HeatRow& one, const HeatRow& other) {
        return one.name == other.name && one.isSummary == other.isSummary &&
               one.cells.size() == other.cells.size();
    });
}

double widthOfNames(const std::vector<HeatRow>& rows) {
    const QFontMetricsF metrics(textFont(TextSize::Small));
    double widest = 0;
    for (const HeatRow& row : rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    return widest + 10;
}

} // namespace

HeatMap::HeatMap(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance) {
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void HeatMap::setRows(const QString& name, QStringList columns, std::vector<HeatRow> rows, double deepest) {
    setAccessibleName(name);
    if (m_columns == columns && m_deepest == deepest && haveSameShape(m_rows, rows)) {
        std::swap(m_rows, rows);
        return updateChanged(rows);
    }
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    m_deepest = deepest > 0 ? deepest : 1;
    m_nameWidth = widthOfNames(m_rows);
    updateGeometry();
    update();
}

/// A step through time changes a month or two of hundreds: only these are painted anew.
void HeatMap::updateChanged(const std::vector<HeatRow>& before) {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        for (std::size_t column = 0; column < m_rows[row].cells.size(); ++column)
            if (!isSame(m_rows[row].cells[column], before[row].cells[column]))
                update(place(static_cast<int>(row), static_cast<int>(column)).toAlignedRect());
}

QRectF HeatMap::place(int row, int column) const {
    const double left = kMargin + m_nameWidth;
    const auto columns = static_cast<double>(std::max<qsizetype>(1, m_columns.size()));
    const double wide = (width() - left - kMargin) / columns;
    return {left + column * wide, kHeading + row * kRowHeight, wide - kGap, kRowHeight - kGap};
}

QSize HeatMap::sizeHint() const {
    return {int(m_nameWidth + 2 * kMargin) + kUsualColumn * int(m_columns.size()),
            int(kHeading + kRowHeight * double(m_rows.size()) + 8)};
}

QSize HeatMap::minimumSizeHint() const {
    return {int(m_nameWidth + 2 * kMargin + kLeastColumn * double(m_columns.size())), sizeHint().height()};
}

void HeatMap::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(m_appearance.theme().colour(ColourRole::MutedText));
    for (int column = 0; column < m_columns.size(); ++column) {
        QRectF head = place(0, column);
        head.moveTop(2);
        painter.drawText(head, int(Qt::AlignCenter), m_columns.at(column));
    }
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const QRectF line = place(row, 0);
        if (line.bottom() >= event->rect().top() && line.top() <= event->rect().bottom())
            paintRow(painter, row, QRectF(event->rect()));
    }
}

void HeatMap::paintRow(QPainter& painter, int row, const QRectF& part) const {
    const HeatRow& line = m_rows[static_cast<std::size_t>(row)];
    const QRectF first = place(row, 0);
    painter.setPen(m_appearance.theme().colour(line.isSummary ? ColourRole::Text : ColourRole::MutedText));
    painter.drawText(QRectF(kMargin, first.top(), m_nameWidth, first.height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter), line.name);
    if (line.isSummary)
        painter.fillRect(QRectF(kMargin, first.top() - kGap, width() - 2 * kMargin, kGap),
                         m_appearance.theme().colour(ColourRole::Average2));
    for (int column = 0; column < static_cast<int>(line.cells.size()); ++column)
        if (const QRectF cell = place(row, column); cell.intersects(part))
            paintCell(painter, cell, line.cells[static_cast<std::size_t>(column)]);
}

void HeatMap::paintCell(QPainter& painter, const QRectF& place, const HeatCell& cell) const {
    if (std::isnan(cell.value))
        return;
    const Theme& theme = m_appearance.theme();
    QColor ground = theme.colour(cell.value < 0 ? ColourRole::Negative : ColourRole::Positive);
    ground.setAlphaF(static_cast<float>(std::min(1.0, std::abs(cell.value) / m_deepest) * kStrongest));
    painter.fillRect(place, ground);
    if (cell.isRunning) {
        painter.setPen(QPen(theme.colour(ColourRole::MutedText), 1, Qt::DotLine));
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(place, int(Qt::AlignCenter), cell.text);
}

bool HeatMap::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help =
        static_cast<QHelpEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const HeatRow& line = m_rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < static_cast<int>(line.cells.size()); ++column) {
            const QString& words = line.cells[static_cast<std::size_t>(column)].explanation;
            if (!place(row, column).contains(help->pos()) || words.isEmpty())
                continue;
            QToolTip::showText(help->globalPos(), WrappedTips::wrapped(words), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace rotascope
