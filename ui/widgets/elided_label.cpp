#include "ui/widgets/elided_label.h"

#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_tips.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace rotascope {

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

// To measure words costs more than all else about a label that changes, and layouts ask each time.
QSize ElidedLabel::sizeHint() const {
    return sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ? minimumSizeHint() : QLabel::sizeHint();
}

QSize ElidedLabel::minimumSizeHint() const {
    const qsizetype breaks = text().count(QLatin1Char('\n'));
    auto known = m_heights.constFind(breaks);
    if (known == m_heights.constEnd())
        known = m_heights.insert(breaks, QLabel::minimumSizeHint().height());
    return {1, *known};
}

QString ElidedLabel::shown() const {
    QStringList lines = text().split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = fontMetrics().elidedText(line, Qt::ElideRight, contentsRect().width());
    return lines.join(QLatin1Char('\n'));
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto side = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()));
    style()->drawItemText(&painter, contentsRect(), side, palette(), isEnabled(), shown(), foregroundRole());
}

bool ElidedLabel::event(QEvent* event) {
    if (changesTextSize(*event))
        m_heights.clear();
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || !isCut())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), WrappedTips::wrapped(text()), this);
    return true;
}

} // namespace rotascope
