// The questions for files, and the files that are dropped without being asked for.
#pragma once

#include <QStringList>

class QMimeData;
class QWidget;

namespace rotascope {

/// Empty when the user thought better of it.
QStringList askForPriceFiles(QWidget* parent);
/// These start in the folder of the desk that is open.
QString askForDesk(QWidget* parent, const QString& current);
QString askForBackup(QWidget* parent, const QString& current);
/// What is there may be written over; the user was asked.
QString askForReport(QWidget* parent, const QString& current, const QString& name);
QString askForNewDesk(QWidget* parent, const QString& current);

/// A folder to watch, starting with the one that is watched.
QString askForFolder(QWidget* parent, const QString& current);

/// The local files among what is dragged over the window.
QStringList filesOf(const QMimeData* dropped);

} // namespace rotascope
