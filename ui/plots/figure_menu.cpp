#include "ui/plots/figure_menu.h"

#include "ui/plots/figure_view.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

namespace rotascope {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FigureMenu", text);
}

bool saveCsv(const FigureView& view, const QString& path) {
    QSaveFile file(path);
    const std::string csv = view.shownCsv();
    return file.open(QIODevice::WriteOnly) && file.write(csv.data(), static_cast<qint64>(csv.size())) >= 0 &&
           file.commit();
}

struct SaveRow {
    const char* label;
    const char* ending;
    const char* filter;
    bool (*save)(const FigureView& view, const QString& path);
};

const SaveRow kSaves[] = {
    {QT_TRANSLATE_NOOP("FigureMenu", "Save picture as PNG…"), ".png",
     QT_TRANSLATE_NOOP("FigureMenu", "PNG picture (*.png)"),
     [](const FigureView& view, const QString& path) { return view.savePng(path); }},
    {QT_TRANSLATE_NOOP("FigureMenu", "Save picture as SVG…"), ".svg",
     QT_TRANSLATE_NOOP("FigureMenu", "SVG picture (*.svg)"),
     [](const FigureView& view, const QString& path) { return view.saveSvg(path); }},
    {QT_TRANSLATE_NOOP("FigureMenu", "Save picture as PDF…"), ".pdf",
     QT_TRANSLATE_NOOP("FigureMenu", "PDF document (*.pdf)"),
     [](const FigureView& view, const QString& path) { return view.savePdf(path); }},
    {QT_TRANSLATE_NOOP("FigureMenu", "Save values in sight as CSV…"), ".csv",
     QT_TRANSLATE_NOOP("FigureMenu", "CSV table (*.csv)"), saveCsv},
};

void askAndSave(FigureView& view, const SaveRow& row) {
    const QString proposed = QString::fromStdString(view.figure()->id) + QLatin1String(row.ending);
    QString path = QFileDialog::getSaveFileName(&view, tr(row.label), proposed, tr(row.filter));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(row.ending), Qt::CaseInsensitive))
        path += QLatin1String(row.ending);
    if (row.save(view, path))
        emit view.pictureSaved(path);
    else
        emit view.saveFailed(
            tr("%1 could not be written. Check that the folder exists and may be written to.").arg(path));
}

} // namespace

void addFigureSaves(QMenu& menu, FigureView& view) {
    for (const SaveRow& row : kSaves)
        menu.addAction(tr(row.label), &view, [&view, &row] { askAndSave(view, row); });
}

void showFigureMenu(FigureView& view, QPoint globalPosition) {
    QMenu menu(&view);
    menu.addAction(tr("Copy picture"), QKeySequence(QKeySequence::Copy), &view,
                   [&view] { QApplication::clipboard()->setPixmap(view.picture(2.0)); });
    addFigureSaves(menu, view);
    menu.addSeparator();
    menu.addAction(tr("Where from?"), QKeySequence(QStringLiteral("Ctrl+Shift+W")), &view, [&view] {
        emit view.whereFromRequested(view.cursorSession().value_or(view.sessionsInSight().second));
    });
    menu.addAction(tr("Show values as a table"), QKeySequence(Qt::Key_F2), &view,
                   [&view] { emit view.dataRequested(); });
    menu.exec(globalPosition);
}

} // namespace rotascope
