#include "ui/widgets/prose_label.h"

#include <QEvent>

namespace rotascope {

ProseLabel::ProseLabel(QWidget* parent)
    : QLabel(parent) {
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ProseLabel::setProse(const QString& text) {
    if (text == this->text())
        return;
    m_heights.clear();
    setText(text);
}

int ProseLabel::heightForWidth(int width) const {
    auto known = m_heights.constFind(width);
    if (known == m_heights.constEnd())
        known = m_heights.insert(width, QLabel::heightForWidth(width));
    return *known;
}

bool ProseLabel::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ContentsRectChange:
    case QEvent::Polish:
        m_heights.clear();
        break;
    default:
        break;
    }
    return QLabel::event(event);
}

} // namespace rotascope
