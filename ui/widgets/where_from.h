// "Where from?" on any figure. A widget hands the question to its parents; the page that it stands on says
// what the figure does not know itself, and the window answers.
#pragma once

#include "core/figure/derivation.h"

#include <QEvent>

class QMenu;
class QWidget;

namespace rotascope {

/// A figure that asks. Accepted by whoever answers.
class WhereFromEvent : public QEvent {
public:
    explicit WhereFromEvent(Derivation derivation);
    static Type eventType();

    const Derivation& derivation() const { return m_derivation; }

private:
    Derivation m_derivation;
};

/// Sent to the widget that has the focus: what stands at its cursor asks. Accepted by a widget that has a
/// figure there.
class FigureAtCursorEvent : public QEvent {
public:
    FigureAtCursorEvent();
    static Type eventType();
};

/// To `first` and its parents until one accepts; false when none did.
bool sendUpwards(QWidget* first, QEvent& event);

void askWhereFrom(QWidget& asker, Derivation derivation);

/// The entry of a context menu.
void addWhereFrom(QMenu& menu, QWidget& asker, Derivation derivation);

} // namespace rotascope
