#include "ui/widgets/date_field.h"

#include "ui/convert/convert.h"

#include <QKeyEvent>

namespace rotascope {

DateField::DateField(QWidget* parent)
    : QLineEdit(parent) {
    setAlignment(Qt::AlignCenter);
    setLayoutDirection(Qt::LeftToRight);
    showDate();
}

void DateField::setDate(const QDate& date) {
    if (m_date == date)
        return;
    m_date = date;
    showDate();
}

void DateField::showDate() {
    setText(m_date.isValid() ? longDateText(dateOf(m_date)) : QStringLiteral("–"));
    setCursorPosition(0);
}

void DateField::take() {
    const auto typed = typedDate(text());
    const QDate date = typed ? qdate(*typed) : QDate();
    if (date.isValid() && date != m_date)
        emit dateTyped(date);
    else
        showDate();
}

// No date has a bracket in it: those keys step by session from here too.
bool DateField::event(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    const QString words = static_cast<QKeyEvent*>(event)->text();
    if (words.size() == 1 && QStringLiteral("[]{}").contains(words))
        return false;
    return QLineEdit::event(event);
}

void DateField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        take();
        clearFocus();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        emit stepped(event->key() == Qt::Key_Up ? 1 : -1);
    } else if (event->key() == Qt::Key_Escape && isModified()) {
        showDate();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void DateField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        take();
}

} // namespace rotascope
