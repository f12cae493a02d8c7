// ui/main_window: the frame. May include every room of ui. It places things and passes requests on; what a
// thing is lives in its own room. A new command is one row of commands.cpp.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/desk_watch.h"
#include "ui/session/desk_work.h"
#include "ui/session/folder_watch.h"
#include "ui/session/import_review.h"
#include "ui/session/session.h"
#include "ui/settings/appearance.h"

#include <QMainWindow>

#include <functional>

class QMenu;
class QStackedWidget;

namespace rotascope {

class DataPage;
class ImportWizard;
class NoticeBar;
class PageRail;
class PageStack;
class StartView;
class StatusLine;
class TopBar;

struct DeskReport;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `begin` is called before the frame is built, so that a desk asked for there is read meanwhile.
    MainWindow(DeskOpener opener, Settings& settings, Appearance& appearance, QWidget* parent = nullptr,
               const std::function<void(Session& session)>& begin = {});
    ~MainWindow() override;

    Session& session() { return m_session; }
    DeskWork& work() { return m_work; }
    PageStack& pages() { return *m_pages; }

    /// Geometry, page, range and pair of the last session, where the settings ask for it.
    void restore();
    void openPage(const QString& id, const PagePoint& point = {});
    /// The sentence in force when there is nothing to chart ("This desk is empty…"); empty while there is.
    QString startSentence() const;

    /// Shows the files in the wizard; nothing is stored before the user says so.
    void importFiles(const QStringList& paths);
    /// The same, and imports them as soon as they are read, unless one of them asks a question or is refused.
    void importAtOnce(const QStringList& paths);
    void pasteTable();
    void chooseWatchFolder();
    void cancelJob();
    void showWhereFrom(const Symbol& symbol, Date date);
    void showDerivation(const Derivation& derivation);
    /// Of the figure at the cursor, else of the page that is seen.
    void askWhereFrom();
    /// Made when it is first asked for: most starts import nothing.
    ImportWizard& wizard();
    void chooseDesk();
    void chooseNewDesk();
    void chooseImport();
    /// Asks for a file, then writes the report of the date and pair in force.
    void chooseReport();
    void writeReportTo(const QString& path);
    void saveWorkspace();
    void openWorkspace(const QString& name);
    void chooseWorkspace();
    void forgetWorkspace();
    const Settings& settings() const { return m_settings; }
    void showPalette();
    void showConventions();
    void showAbout();
    void showSettings();
    void showChartData();
    void toggleDetached();
    void focusDate();

signals:
    void reportWritten(const QString& path, const rotascope::DeskReport& report);
    void reportFailed(const rotascope::Error& error);

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildFrame();
    void buildCommands();
    void connectSession();
    void connectWork();
    void connectStart();
    void connectImports();
    void showBody();
    void openWizard();
    void leaveWizard();
    void forgetImports();
    void startOnceRead(bool (*may)(ReviewState state));
    void sayImported();
    void sayLasting(const QString& sentence);
    void takeAppeared(const QStringList& paths);
    ConflictPolicy conflictPolicy() const;
    void showDesk();
    void showStatus();
    void applySettings();
    void welcomePage(Page* page);
    void welcomeDataPage(DataPage& page);
    void connectDecisions(DataPage& page);
    void showSplits(const Symbol& symbol);
    QString askForWorkspace(const QString& title);

    Settings& m_settings;
    Appearance& m_appearance;
    Session m_session;
    DeskWork m_work;
    DeskWatch m_watch;
    FolderWatch m_folder;
    TopBar* m_topBar = nullptr;
    NoticeBar* m_notice = nullptr;
    PageRail* m_rail = nullptr;
    QStackedWidget* m_body = nullptr;
    StartView* m_start = nullptr;
    ImportWizard* m_wizard = nullptr;
    bool m_wizardOpen = false;
    QString m_wizardDesk; ///< the desk that its files were compared with
    PageStack* m_pages = nullptr;
    StatusLine* m_status = nullptr;
    QMenu* m_menu = nullptr;
    QAction* m_cancel = nullptr;
};

} // namespace rotascope
