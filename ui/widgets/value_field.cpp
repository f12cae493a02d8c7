#include "ui/widgets/value_field.h"

#include "ui/theme/dress.h"

#include <QKeyEvent>

namespace rotascope {

namespace {

constexpr int kAround = 26; ///< padding, borders and the cursor

} // namespace

ValueField::ValueField(const QString& name, const QString& widest, QWidget* parent)
    : QLineEdit(parent) {
    setAccessibleName(name);
    setTextSize(*this, TextSize::Table);
    setFixedWidth(QFontMetrics(textFont(TextSize::Table)).horizontalAdvance(widest) + kAround);
    setLayoutDirection(Qt::LeftToRight);
}

void ValueField::setValue(const QString& text) {
    m_value = text;
    setText(text);
    setCursorPosition(0);
}

void ValueField::take() {
    const QString words = text().trimmed();
    if (words == m_value)
        return setValue(m_value);
    emit typed(words);
}

// Brackets step by session, unless they are typed into words.
bool ValueField::event(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    const QString words = static_cast<QKeyEvent*>(event)->text();
    if (words.size() == 1 && QStringLiteral("[]{}").contains(words))
        return false;
    return QLineEdit::event(event);
}

void ValueField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        emit stepped(event->key() == Qt::Key_Up ? 1 : -1);
    else if (event->key() == Qt::Key_Escape && text() != m_value)
        setValue(m_value);
    else
        QLineEdit::keyPressEvent(event);
}

void ValueField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        take();
}

} // namespace rotascope
