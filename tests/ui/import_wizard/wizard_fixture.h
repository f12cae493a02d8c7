// A window on a real desk in a scratch folder, and files to import into it.
#pragma once

#include "db/open_desk.h"
#include "ui/import_wizard/import_wizard.h"
#include "ui/main_window/main_window.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace rotascope::test {

struct WizardFixture {
    QTemporaryDir folder;
    Settings settings{QString()};
    Appearance appearance{settings, QStringLiteral("light")};
    std::unique_ptr<MainWindow> window;

    WizardFixture() {
        const QString desk = path("desk.rota");
        if (!openDesk(desk.toStdString(), DeskMode::Create))
            qFatal("no desk");
        window = std::make_unique<MainWindow>(
            [](const std::string& file, DeskAccess) { return openDesk(file, DeskMode::Write); }, settings,
            appearance);
        window->session().openDesk(desk, DeskAccess::Existing);
        window->resize(1600, 1000);
        window->show();
        settle();
    }

    QString path(const char* name) const { return folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, const QByteArray& text) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", name);
        return file.fileName();
    }
    void settle() const {
        for (int quiet = 0; quiet < 3; ++quiet) {
            QTRY_VERIFY_WITH_TIMEOUT(window->session().tasks().isIdle(), 30000);
            QCoreApplication::processEvents();
        }
    }
    ImportReview& review() const { return window->wizard().review(); }
    void add(const QStringList& paths) const {
        window->importFiles(paths);
        settle();
    }
    Result<std::unique_ptr<MarketStore>> store() const {
        return openDesk(path("desk.rota").toStdString(), DeskMode::Write);
    }
    template <class T>
    T* shown() const {
        for (T* widget : window->findChildren<T*>())
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
};

inline const QByteArray kPlain =
    "Date,Open,High,Low,Close,Adj Close,Volume\n2025-01-02,10,11,9.5,10.5,10.5,1000\n"
    "2025-01-03,10.5,12,10,11.25,11.25,1500\n2025-01-06,11,11.5,10.75,11,11,900\n";
inline const QByteArray kAmbiguous = "Date,Price\n03/04/2025,10.5\n03/05/2025,10.75\n03/06/2025,11\n";

} // namespace rotascope::test
