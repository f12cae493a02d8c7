#include "ui/widgets/wrapped_tips.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace rotascope {

namespace {

constexpr qsizetype kOneLine = 80;

struct Tip {
    QString text;
    QRect place; ///< of the widget, to which it belongs; empty for all of it
};

Tip headingTip(const QHeaderView& header, QPoint at) {
    const bool across = header.orientation() == Qt::Horizontal;
    const int section = header.logicalIndexAt(at);
    if (section < 0 || !header.model())
        return {};
    const int from = header.sectionViewportPosition(section);
    const int size = header.sectionSize(section);
    return {header.model()->headerData(section, header.orientation(), Qt::ToolTipRole).toString(),
            across ? QRect(from, 0, size, header.height()) : QRect(0, from, header.width(), size)};
}

/// What the widget itself would show at this place.
Tip tipAt(const QWidget& widget, QPoint at) {
    const auto* view = qobject_cast<const QAbstractItemView*>(widget.parentWidget());
    if (!view || view->viewport() != &widget)
        return {widget.toolTip(), {}};
    if (const auto* header = qobject_cast<const QHeaderView*>(view))
        return headingTip(*header, at);
    const QModelIndex cell = view->indexAt(at);
    return {cell.data(Qt::ToolTipRole).toString(), view->visualRect(cell)};
}

} // namespace

QString WrappedTips::wrapped(const QString& text) {
    return text.size() <= kOneLine || Qt::mightBeRichText(text)
               ? text
               : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

bool WrappedTips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip || !watched->isWidgetType())
        return false;
    auto& widget = static_cast<QWidget&>(*watched);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    const Tip tip = tipAt(widget, help.pos());
    const QString text = wrapped(tip.text);
    if (text == tip.text)
        return false;
    QToolTip::showText(help.globalPos(), text, &widget, tip.place);
    return true;
}

} // namespace rotascope
