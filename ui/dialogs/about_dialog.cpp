#include "ui/dialogs/about_dialog.h"

#include <QCoreApplication>
#include <QMessageBox>

#include <array>

namespace rotascope {

namespace {

struct Library {
    const char* name;
    const char* licence;
};

constexpr std::array<Library, 9> kLibraries{{
    {"QCustomPlot", "GPL-3.0-or-later"},
    {"SQLite", "public domain"},
    {"{fmt}", "MIT"},
    {"tl::expected", "CC0-1.0"},
    {"fast_float", "MIT or Apache-2.0"},
    {"Boost.Math", "BSL-1.0"},
    {"JSON for Modern C++", "MIT"},
    {"zlib", "Zlib"},
    {"CLI11", "BSD-3-Clause"},
}};

QString text(const char* source) {
    return QCoreApplication::translate("About", source);
}

} // namespace

QString aboutHtml() {
    QString html =
        QStringLiteral("<h3>Rotascope %1</h3><p>%2</p><p>%3</p><p>Qt %4 (LGPL-3.0)")
            .arg(QCoreApplication::applicationVersion(),
                 text("The rotation between small and large caps: what it is doing, how unusual it is."),
                 text("Free software under the GNU General Public License, version 3 or later, without any "
                      "warranty. It describes the past; it does not advise."),
                 QString::fromLatin1(qVersion()));
    for (const Library& library : kLibraries)
        html +=
            QStringLiteral("<br>%1 (%2)").arg(QLatin1String(library.name), QLatin1String(library.licence));
    return html + QStringLiteral("</p>");
}

void showAboutDialog(QWidget* parent) {
    QMessageBox box(QMessageBox::NoIcon, text("About Rotascope"), aboutHtml(), QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.setTextInteractionFlags(Qt::TextBrowserInteraction);
    box.exec();
}

} // namespace rotascope
