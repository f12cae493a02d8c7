#include "ui/dialogs/about_dialog.h"

#include "ui/dialogs/components_text.h"

#include <QApplication>
#include <QIcon>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>

#include <string>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("About", source);
}

/// "Qt 6.4.2 (LGPL-3.0-only)"; SPDX calls the public domain of SQLite a blessing.
QString lineOf(const QJsonObject& component) {
    const auto of = [&component](const char* key) {
        return component.value(QLatin1String(key)).toString().toHtmlEscaped();
    };
    const QString licence =
        of("licence") == QLatin1String("blessing") ? text("public domain") : of("licence");
    const QString name = of("name") + QLatin1Char(' ') + of("version");
    return QStringLiteral("%1 (%2)").arg(name.trimmed(), licence);
}

} // namespace

QString aboutHtml() {
    QString html =
        QStringLiteral("<h3>Rotascope %1</h3><p>%2</p><p>%3</p><p>%4</p><p>")
            .arg(QCoreApplication::applicationVersion(),
                 text("The rotation between small and large caps: what it is doing, how unusual it is."),
                 text("Free software under the GNU General Public License, version 3 or later, without any "
                      "warranty. It describes the past; it does not advise."),
                 text("Made with these; the texts of their licences lie with the program's papers."));
    const auto components = QJsonDocument::fromJson(QByteArray::fromStdString(std::string(componentsText())));
    QStringList lines;
    for (const QJsonValue& component : components.array())
        lines << lineOf(component.toObject());
    return html + lines.join(QStringLiteral("<br>")) + QStringLiteral("</p>");
}

void showAboutDialog(QWidget* parent) {
    QMessageBox box(QMessageBox::NoIcon, text("About Rotascope"), aboutHtml(), QMessageBox::Close, parent);
    constexpr int kIconSize = 64;
    box.setIconPixmap(QApplication::windowIcon().pixmap(kIconSize, kIconSize));
    box.setTextFormat(Qt::RichText);
    box.setTextInteractionFlags(Qt::TextBrowserInteraction);
    box.exec();
}

} // namespace rotascope
