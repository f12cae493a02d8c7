#include "ui/widgets/where_from.h"

#include <QApplication>
#include <QMenu>
#include <QWidget>

#include <utility>

namespace rotascope {

WhereFromEvent::WhereFromEvent(Derivation derivation)
    : QEvent(eventType())
    , m_derivation(std::move(derivation)) {}

QEvent::Type WhereFromEvent::eventType() {
    static const auto type = static_cast<Type>(registerEventType());
    return type;
}

FigureAtCursorEvent::FigureAtCursorEvent()
    : QEvent(eventType()) {}

QEvent::Type FigureAtCursorEvent::eventType() {
    static const auto type = static_cast<Type>(registerEventType());
    return type;
}

bool sendUpwards(QWidget* first, QEvent& event) {
    for (QWidget* widget = first; widget; widget = widget->parentWidget()) {
        event.ignore();
        QApplication::sendEvent(widget, &event);
        if (event.isAccepted())
            return true;
    }
    return false;
}

void askWhereFrom(QWidget& asker, Derivation derivation) {
    WhereFromEvent event(std::move(derivation));
    sendUpwards(&asker, event);
}

void addWhereFrom(QMenu& menu, QWidget& asker, Derivation derivation) {
    menu.addAction(QApplication::translate("WhereFrom", "Where from?"),
                   QKeySequence(QStringLiteral("Ctrl+Shift+W")), &asker,
                   [&asker, derivation = std::move(derivation)] { askWhereFrom(asker, derivation); });
}

} // namespace rotascope
