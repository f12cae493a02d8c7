// The half of the window that takes files in: asked for, dropped, pasted, or appeared in the watched folder.
#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/import_wizard/import_wizard.h"
#include "ui/main_window/ask_for_file.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/page_rail.h"
#include "ui/widgets/start_view.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QStackedWidget>

#include <algorithm>

namespace rotascope {

namespace {

const QString kWatchMemory = QStringLiteral("watch");
const QString kFolderKey = QStringLiteral("folder");

} // namespace

ImportWizard& MainWindow::wizard() {
    if (m_wizard)
        return *m_wizard;
    m_wizard = new ImportWizard(m_session, m_work, m_appearance, m_body);
    m_body->addWidget(m_wizard);
    connect(m_wizard, &ImportWizard::closed, this, &MainWindow::leaveWizard);
    connect(m_wizard, &ImportWizard::addRequested, this, [this] {
        const QStringList paths = askForPriceFiles(this);
        if (!paths.isEmpty())
            importFiles(paths);
    });
    connect(m_wizard, &ImportWizard::pasteRequested, this, &MainWindow::pasteTable);
    connect(&m_wizard->review(), &ImportReview::said, this,
            [this](const QString& sentence) { m_notice->say(sentence); });
    connect(&m_wizard->review(), &ImportReview::stopped, this, &MainWindow::sayLasting);
    return *m_wizard;
}

void MainWindow::connectImports() {
    connect(&m_work, &DeskWork::caredFor, this, &MainWindow::sayLasting);
    connect(&m_work, &DeskWork::undone, this, [this](const UndoReceipt& receipt) {
        if (!m_wizardOpen)
            m_notice->say(
                tr("Import %1 was taken back: %2 rows are gone, %3 have the values again that it had "
                   "replaced. What it held is kept as a vintage.")
                    .arg(receipt.importId)
                    .arg(receipt.removed)
                    .arg(receipt.restored));
    });
    connect(&m_folder, &FolderWatch::appeared, this, &MainWindow::takeAppeared);
    m_folder.watch(m_settings.memory(kWatchMemory).value(kFolderKey).toString());
}

ConflictPolicy MainWindow::conflictPolicy() const {
    const bool replace = m_settings.choice(SettingId::ImportConflicts) == QLatin1String("replace");
    return replace ? ConflictPolicy::Replace : ConflictPolicy::Keep;
}

void MainWindow::showBody() {
    const auto desk = m_session.desk();
    const bool charted = desk && !desk->isEmpty();
    QWidget* shown = m_start;
    if (charted)
        shown = m_pages;
    if (m_wizardOpen)
        shown = &wizard();
    m_body->setCurrentWidget(shown);
}

void MainWindow::openWizard() {
    m_wizardOpen = true;
    m_wizardDesk = m_session.deskPath();
    m_rail->setCurrent(-1);
    showBody();
}

void MainWindow::leaveWizard() {
    if (!m_wizardOpen)
        return;
    m_wizardOpen = false;
    showBody();
    if (m_body->currentWidget() == m_pages)
        m_pages->openPage(m_pages->currentPage());
}

/// Files that wait were compared with another desk.
void MainWindow::forgetImports() {
    leaveWizard();
    wizard().review().clear();
    m_wizardDesk.clear();
}

void MainWindow::importFiles(const QStringList& paths) {
    if (paths.isEmpty())
        return;
    openWizard();
    wizard().review().add(paths, conflictPolicy());
}

/// Files that wait are shown again before others are asked for.
void MainWindow::chooseImport() {
    const ImportReview& review = wizard().review();
    if (!m_wizardOpen && !review.files().empty() && !review.isFinished())
        return openWizard();
    importFiles(askForPriceFiles(this));
}

void MainWindow::pasteTable() {
    // A file that was copied in a file manager is that file, not the text of its path.
    if (const QMimeData* held = QGuiApplication::clipboard()->mimeData(); held && !filesOf(held).isEmpty())
        return importFiles(filesOf(held));
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        m_notice->say(tr("The clipboard holds no table. Copy cells in a spreadsheet, then paste them here."));
        return;
    }
    openWizard();
    wizard().review().addPasted(text, conflictPolicy());
}

void MainWindow::chooseWatchFolder() {
    const QString folder = askForFolder(this, m_folder.folder());
    if (folder.isEmpty()) {
        if (m_folder.folder().isEmpty())
            return;
        m_folder.watch({});
    } else {
        m_folder.watch(folder);
    }
    m_settings.remember(kWatchMemory, {{kFolderKey, folder}});
    m_settings.save();
    m_notice->say(folder.isEmpty()
                      ? tr("No folder is watched any longer.")
                      : tr("New price files in %1 will be shown here before they are imported.").arg(folder));
}

void MainWindow::takeAppeared(const QStringList& paths) {
    if (!m_session.desk())
        return;
    importFiles(paths);
    if (m_settings.choice(SettingId::WatchedFiles) == QLatin1String("import"))
        startOnceRead([](ReviewState state) { return state == ReviewState::Ready; });
}

void MainWindow::importAtOnce(const QStringList& paths) {
    importFiles(paths);
    startOnceRead(isImportable);
}

/// Starts the import when all files are read, if each of them is in a state that `may` start unasked.
void MainWindow::startOnceRead(bool (*may)(ReviewState state)) {
    auto* once = new QObject(this);
    ImportReview& review = wizard().review();
    connect(&review, &ImportReview::listChanged, once, [this, &review, once, may] {
        const auto& files = review.files();
        const auto reading = [](const ReviewedFile& file) { return stateOf(file) == ReviewState::Reading; };
        if (review.isReading() || std::any_of(files.begin(), files.end(), reading))
            return;
        delete once;
        if (!std::all_of(files.begin(), files.end(),
                         [may](const ReviewedFile& file) { return may(stateOf(file)); }))
            return;
        connect(&review, &ImportReview::finished, this, &MainWindow::sayImported, Qt::SingleShotConnection);
        review.startImport();
    });
}

/// What was imported unasked gives way to the desk again; what failed stays in sight.
void MainWindow::sayImported() {
    ImportReview& review = wizard().review();
    std::uint64_t rows = 0;
    std::uint64_t conflicts = 0;
    for (const ReviewedFile& file : review.files()) {
        if (stateOf(file) != ReviewState::Imported)
            return;
        rows += file.outcome->counts.stored + file.outcome->counts.replaced;
        conflicts += file.outcome->counts.conflicts;
    }
    const auto figure = [](std::uint64_t count) {
        return qtext(groupedCount(static_cast<long long>(count)));
    };
    QString sentence =
        review.files().size() == 1
            ? tr("1 file imported, %1 rows new.").arg(figure(rows))
            : tr("%1 files imported, %2 rows new.").arg(review.files().size()).arg(figure(rows));
    if (conflicts > 0)
        sentence += tr(" %1 differ from what the desk holds, which was kept.").arg(figure(conflicts));
    sentence += tr(" The Data page tells more.");
    review.clear();
    leaveWizard();
    sayLasting(sentence);
}

/// Rereading the desk takes a notice away; this one is about what made it be read again.
void MainWindow::sayLasting(const QString& sentence) {
    m_notice->say(sentence);
    if (m_session.tasks().isIdle())
        return;
    connect(
        &m_session, &Session::deskChanged, m_notice, [this, sentence] { m_notice->say(sentence); },
        Qt::SingleShotConnection);
}

void MainWindow::cancelJob() {
    if (m_wizard && (m_wizard->review().isImporting() || m_wizard->review().isReading()))
        m_wizard->review().cancel();
    else
        m_work.cancel();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    importFiles(filesOf(event->mimeData()));
}

} // namespace rotascope
