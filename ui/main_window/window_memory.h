// What the window remembers between two starts.
#pragma once

#include "ui/session/view_state.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QRect>
#include <QString>
#include <QStringList>

namespace rotascope {

struct WindowMemory {
    QRect geometry; ///< null before the first start
    bool maximised = false;
    QString page;
    QStringList detached;             ///< ids of pages in windows of their own
    QMap<QString, QRect> pageWindows; ///< where a page's own window stood last, by the page's id
    QString range;
    QString scale;
    bool calendarAxis = false;
    QString small;
    QString large;
    QString coverage; ///< the basket that is watched; empty: the usual one
};

QJsonObject toJson(const WindowMemory& memory);
/// Anything missing or of the wrong kind stays as a fresh start has it.
WindowMemory windowMemoryOf(const QJsonObject& json);

/// `wanted` moved and shrunk so that it lies wholly on the screen it overlaps most, or on the first.
QRect clampedTo(const QRect& wanted, const QList<QRect>& screens);

} // namespace rotascope
