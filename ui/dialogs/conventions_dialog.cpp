#include "ui/dialogs/conventions_dialog.h"

#include "ui/convert/conventions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kSize{720, 760};

QString text(const char* source) {
    return QCoreApplication::translate("Help", source);
}

QString row(const QString& left, const QString& right) {
    return QStringLiteral("<tr><td style=\"padding:3px 16px 3px 0\"><b>%1</b></td><td style=\"padding:3px "
                          "0\">%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

} // namespace

QString conventionsHtml(const std::vector<KeyText>& keys) {
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(text("What the numbers mean"));
    for (const Convention& convention : conventionCatalogue())
        html += row(conventionTerm(convention.id), conventionText(convention.id));
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(text("Keys"));
    for (const KeyText& key : keys)
        html += row(key.keys, key.title);
    html += row(text("Chart"),
                text("Wheel zooms at the pointer, drag pans, Shift and drag zooms into a box, double click "
                     "goes back to the range. Arrow keys move the cursor, Ctrl+C copies the picture."));
    return html + QStringLiteral("</table>");
}

void showConventionsDialog(const std::vector<KeyText>& keys, QWidget* parent) {
    const QString name = QStringLiteral("conventions");
    auto* dialog = parent->findChild<QDialog*>(name);
    if (!dialog) {
        dialog = new QDialog(parent);
        dialog->setObjectName(name);
        dialog->setWindowTitle(text("Conventions and keys"));
        auto* page = new QTextBrowser(dialog);
        page->setHtml(conventionsHtml(keys));
        page->setAccessibleName(dialog->windowTitle());
        auto* column = new QVBoxLayout(dialog);
        column->addWidget(page);
        dialog->resize(kSize);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace rotascope
