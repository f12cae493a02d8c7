// The questions for files.
#pragma once

#include <QStringList>

class QWidget;

namespace rotascope {

/// Empty when the user thought better of it.
QStringList askForPriceFiles(QWidget* parent);
/// Both start in the folder of the desk that is open.
QString askForDesk(QWidget* parent, const QString& current);
QString askForNewDesk(QWidget* parent, const QString& current);

} // namespace rotascope
