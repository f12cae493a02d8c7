#include "ui/main_window/main_window.h"

#include "ui/convert/convert.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/conventions_dialog.h"
#include "ui/dialogs/data_dialog.h"
#include "ui/main_window/ask_for_file.h"
#include "ui/main_window/commands.h"
#include "ui/main_window/page_stack.h"
#include "ui/main_window/palette_entries.h"
#include "ui/main_window/rule_notice.h"
#include "ui/main_window/status_text.h"
#include "ui/main_window/top_bar.h"
#include "ui/main_window/window_keeping.h"
#include "ui/pages/data_page.h"
#include "ui/pages/page_catalogue.h"
#include "ui/session/visits.h"
#include "ui/widgets/as_of_bar.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/page_rail.h"
#include "ui/widgets/start_view.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/where_from.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kFirstSize{1600, 1000};
constexpr int kLayoutsAround = 4;

/// What was changed is laid out before it is painted, else most of it is painted twice. A layout whose wishes
/// have changed asks the one around it, which is another round.
void layOutFirst() {
    for (int round = 0; round < kLayoutsAround; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

} // namespace

MainWindow::MainWindow(DeskOpener opener, Settings& settings, Appearance& appearance, QWidget* parent,
                       const std::function<void(Session& session)>& begin)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_session(std::move(opener))
    , m_work(m_session)
    , m_watch(m_session) {
    if (begin)
        begin(m_session);
    setAcceptDrops(true);
    resize(kFirstSize);
    buildFrame();
    buildCommands();
    connectSession();
    connectWork();
    connectStart();
    connectImports();
    connect(new RuleNotice(m_session, m_settings, RuleNotice::desktop(), this), &RuleNotice::said, this,
            &MainWindow::sayLasting);
    applySettings();
    if (!settings.problem().isEmpty())
        m_notice->say(settings.problem());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    m_topBar = new TopBar(m_session, this);
    m_notice = new NoticeBar(this);
    m_rail = new PageRail(m_appearance, railEntries(), this);
    m_start = new StartView(this);
    m_pages = new PageStack({m_session, m_settings, m_appearance}, this);
    m_status = new StatusLine(this);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_pages);
    m_body->addWidget(m_start);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_body, 1);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_notice);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(whole);
    connect(m_pages, &PageStack::pageMade, this, &MainWindow::welcomePage);
    connect(m_pages, &PageStack::pageOpened, m_rail, &PageRail::setCurrent);
    connect(m_rail, &PageRail::chosen, this, [this](int page) {
        if (page < 0)
            return;
        leaveWizard();
        if (page != m_pages->currentPage())
            m_pages->openPage(page);
    });
}

void MainWindow::buildCommands() {
    m_menu = new QMenu(this);
    QString group;
    for (const CommandInfo& command : commandCatalogue()) {
        if (!group.isEmpty() && group != commandGroup(command))
            m_menu->addSeparator();
        group = commandGroup(command);
        QAction* action = m_menu->addAction(commandTitle(command));
        action->setObjectName(QLatin1String(command.id));
        action->setShortcuts(commandKeys(command));
        action->setShortcutContext(Qt::ApplicationShortcut);
        connect(action, &QAction::triggered, this, [this, run = command.run] { run(*this); });
        addAction(action);
    }
    for (int page = 0; page < m_pages->count(); ++page) {
        auto* action = new QAction(pageTitle(pageCatalogue()[static_cast<std::size_t>(page)]), this);
        action->setShortcut(QKeySequence(pageKeys(static_cast<std::size_t>(page))));
        action->setShortcutContext(Qt::ApplicationShortcut);
        connect(action, &QAction::triggered, this, [this, page] { m_pages->openPage(page); });
        addAction(action);
    }
    m_cancel = findChild<QAction*>(QStringLiteral("cancel"));
    m_cancel->setEnabled(false);
    m_topBar->setCommandMenu(m_menu);
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::deskChanged, this, &MainWindow::showDesk);
    connect(&m_session, &Session::analysisChanged, this, &MainWindow::showStatus);
    connect(&m_session, &Session::spanChanged, this, &MainWindow::showStatus);
    connect(&m_session.tasks(), &TaskRunner::progressed, this, &MainWindow::showStatus);
    connect(&m_session, &Session::changedOutside, this, [this] {
        if (m_work.isRunning())
            return;
        if (m_settings.choice(SettingId::OutsideChange) == QLatin1String("reload"))
            return m_session.reload();
        m_notice->say(tr("Another program changed this desk. What you see is as it was before."),
                      tr("Read it again"));
    });
    connect(m_notice, &NoticeBar::actionChosen, &m_session, &Session::reload);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySettings);
    connect(m_topBar, &TopBar::importRequested, this, &MainWindow::chooseImport);
    connect(m_topBar, &TopBar::reportRequested, this, &MainWindow::chooseReport);
    connect(m_topBar, &TopBar::paletteRequested, this, &MainWindow::showPalette);
    connect(m_status, &StatusLine::cancelRequested, this, &MainWindow::cancelJob);
}

void MainWindow::connectWork() {
    connect(&m_work, &DeskWork::failed, this,
            [this](const Error& error) { sayLasting(qtext(error.message)); });
}

void MainWindow::connectStart() {
    connect(m_start, &StartView::importRequested, this, &MainWindow::chooseImport);
    connect(m_start, &StartView::demoRequested, &m_work, &DeskWork::fillDemo);
    connect(m_start, &StartView::openRequested, this, &MainWindow::chooseDesk);
    connect(m_start, &StartView::newDeskRequested, this, &MainWindow::chooseNewDesk);
}

void MainWindow::showDesk() {
    const QString name = QFileInfo(m_session.deskPath()).fileName();
    const auto desk = m_session.desk();
    setWindowTitle(tr("%1 – Rotascope").arg(name));
    if (m_notice->sentence() != m_settings.problem())
        m_notice->dismiss();
    if (!desk)
        m_start->showFailure(tr("%1 did not open").arg(name), qtext(m_session.deskError()->message));
    else if (desk->isEmpty())
        m_start->showEmptyDesk(name);
    const bool charted = desk && !desk->isEmpty();
    if (!m_wizardDesk.isEmpty() && m_wizardDesk != m_session.deskPath())
        forgetImports();
    showBody();
    m_rail->setEnabled(charted);
    m_rail->setFooter(name + QLatin1Char('\n') + footerText(desk.get()), m_session.deskPath());
    if (charted && !m_wizardOpen && m_rail->current() < 0)
        m_pages->openPage(0);
    showStatus();
}

void MainWindow::showStatus() {
    m_status->setConventions(conventionsText(m_session));
    const auto jobs = m_session.tasks().visibleJobs();
    m_status->setJobs(jobs, idleText(m_session));
    m_cancel->setEnabled(!jobs.empty());
    m_start->setBusy(!jobs.empty());
}

void MainWindow::applySettings() {
    m_session.setDays(static_cast<int>(m_settings.number(SettingId::MoveSessions)));
    m_session.setSigma(*sigmaModeNamed(utf8(m_settings.choice(SettingId::SigmaMode))));
    m_session.setEvents(m_settings.number(SettingId::EventThreshold),
                        static_cast<int>(m_settings.number(SettingId::EventGap)));
}

void MainWindow::welcomePage(Page* page) {
    connect(page, &Page::pageRequested, this, &MainWindow::openPage);
    connect(page, &Page::dataRequested, this, &MainWindow::showChartData);
    connect(page, &Page::whereFromRequested, this, &MainWindow::showDerivation);
    if (auto* dataPage = qobject_cast<DataPage*>(page))
        welcomeDataPage(*dataPage);
    connect(page, &Page::said, this, [this](const QString& sentence) { m_notice->say(sentence); });
}

void MainWindow::openPage(const QString& id, const PagePoint& point) {
    const int index = pageIndex(id);
    m_pages->openPage(index);
    if (index >= 0 && point != PagePoint())
        m_pages->page(index)->openAt(point);
}

QString MainWindow::startSentence() const {
    return m_body->currentWidget() == m_start ? m_start->sentence() : QString();
}

void MainWindow::chooseDesk() {
    const QString path = askForDesk(this, m_session.deskPath());
    if (!path.isEmpty())
        m_session.openDesk(path, DeskAccess::Existing);
}

void MainWindow::chooseNewDesk() {
    const QString path = askForNewDesk(this, m_session.deskPath());
    if (!path.isEmpty())
        m_session.openDesk(path, DeskAccess::CreateWhenMissing);
}

void MainWindow::showPalette() {
    const auto typed = [this](const QString& text) { return dateEntry(*this, text); };
    CommandPalette(paletteEntries(*this), typed, this).exec();
}

void MainWindow::showConventions() {
    showConventionsDialog(keyTexts(), this);
}

void MainWindow::showAbout() {
    showAboutDialog(this);
}

void MainWindow::showChartData() {
    if (m_pages->currentPage() < 0 || !startSentence().isEmpty())
        return;
    const Page* page = m_pages->page(m_pages->currentPage());
    if (const auto table = page->chartData())
        showDataDialog(*table, m_appearance, this);
}

void MainWindow::toggleDetached() {
    const int page = m_pages->currentPage();
    if (m_pages->isDetached(page))
        m_pages->bringBack(page);
    else
        m_pages->detach(page);
}

void MainWindow::focusDate() {
    m_topBar->asOf().dateField()->setFocus(Qt::ShortcutFocusReason);
    m_topBar->asOf().dateField()->selectAll();
}

void MainWindow::restore() {
    restoreWindow(*this, *m_pages, m_session, m_settings);
}

// Before Qt 6.5 the platform tells windows alone that the desktop's theme changed.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ThemeChange)
        m_appearance.followSystem();
    if (event->type() == QEvent::UpdateRequest)
        layOutFirst();
    // A table in a dialog: it belongs to the page that the dialog was opened from.
    const bool isOfTable =
        event->type() == WhereFromEvent::eventType() || event->type() == SaveTableEvent::eventType();
    if (isOfTable && m_pages->currentPage() >= 0)
        return QApplication::sendEvent(m_pages->page(m_pages->currentPage()), event);
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    rememberWindow(*this, *m_pages, m_session, m_settings);
    noteVisit(m_settings, m_session);
    m_settings.save();
    // The program ends with its last window, and pages of their own are windows.
    for (const int page : m_pages->detachedPages())
        m_pages->bringBack(page);
    QMainWindow::closeEvent(event);
}

} // namespace rotascope
