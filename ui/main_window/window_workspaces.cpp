// The half of the window that keeps and brings back workspaces.
#include "ui/main_window/main_window.h"
#include "ui/main_window/window_keeping.h"
#include "ui/main_window/workspaces.h"
#include "ui/widgets/notice_bar.h"

#include <QInputDialog>

namespace rotascope {

void MainWindow::saveWorkspace() {
    bool agreed = false;
    const QString name =
        QInputDialog::getText(this, tr("Save as a workspace"),
                              tr("Pair, range, page and windows as they are, under the name:"),
                              QLineEdit::Normal, {}, &agreed)
            .trimmed();
    if (!agreed || name.isEmpty())
        return;
    keepWorkspace(m_settings, name, viewAsItIs(*this, *m_pages, m_session));
    m_settings.save();
    m_notice->say(tr("The workspace \"%1\" is kept. Ctrl+K finds it by its name.").arg(name));
}

void MainWindow::openWorkspace(const QString& name) {
    if (const auto view = workspaceNamed(m_settings, name))
        showView(*view, *m_pages, m_session);
}

void MainWindow::chooseWorkspace() {
    if (const QString name = askForWorkspace(tr("Open a workspace")); !name.isEmpty())
        openWorkspace(name);
}

void MainWindow::forgetWorkspace() {
    const QString name = askForWorkspace(tr("Remove a workspace"));
    if (name.isEmpty())
        return;
    removeWorkspace(m_settings, name);
    m_settings.save();
}

/// Empty when there is none, which is said, or the user thought better of it.
QString MainWindow::askForWorkspace(const QString& title) {
    const QStringList names = workspaceNames(m_settings);
    if (names.isEmpty()) {
        m_notice->say(tr("There is no workspace yet. \"Save as a workspace…\" keeps the window as it is."));
        return {};
    }
    bool agreed = false;
    const QString name = QInputDialog::getItem(this, title, tr("Workspace:"), names, 0, false, &agreed);
    return agreed ? name : QString();
}

} // namespace rotascope
