#include "ui/main_window/ask_for_file.h"

#include "ui/report/report_files.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Files", source);
}

} // namespace

QStringList askForPriceFiles(QWidget* parent) {
    return QFileDialog::getOpenFileNames(parent, text("Import CSV"), {},
                                         text("Price files (*.csv *.txt *.tsv *.gz *.zip);;All files (*)"));
}

QString askForDesk(QWidget* parent, const QString& current) {
    return QFileDialog::getOpenFileName(parent, text("Open desk"), QFileInfo(current).path(),
                                        text("Desks (*.rota);;All files (*)"));
}

QString askForBackup(QWidget* parent, const QString& current) {
    const QFileInfo desk(current);
    const QString usual =
        desk.path() + QLatin1Char('/') + desk.completeBaseName() + QStringLiteral("-backup.rota");
    return QFileDialog::getSaveFileName(parent, text("Back up the desk"), usual, text("Desks (*.rota)"),
                                        nullptr, QFileDialog::DontConfirmOverwrite);
}

QString askForReport(QWidget* parent, const QString& current, const QString& name) {
    const QStringList kinds = reportFileKinds();
    QString kind = kinds.front();
    const QString path = QFileDialog::getSaveFileName(parent, text("Write a report"),
                                                      QFileInfo(current).path() + QLatin1Char('/') + name,
                                                      kinds.join(QStringLiteral(";;")), &kind);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    return path + kind.section(QLatin1Char('*'), -1).chopped(1); // "Paper (*.pdf)"
}

QString askForNewDesk(QWidget* parent, const QString& current) {
    const QString path =
        QFileDialog::getSaveFileName(parent, text("New desk"), QFileInfo(current).path(),
                                     text("Desks (*.rota)"), nullptr, QFileDialog::DontConfirmOverwrite);
    return path.isEmpty() || !QFileInfo(path).suffix().isEmpty() ? path : path + QStringLiteral(".rota");
}

QString askForFolder(QWidget* parent, const QString& current) {
    return QFileDialog::getExistingDirectory(parent, text("Watch a folder for new files"), current);
}

QStringList filesOf(const QMimeData* dropped) {
    QStringList files;
    for (const QUrl& url : dropped->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace rotascope
