// The half of the window that carries out what the Data page and the settings decide about the desk.
#include "ui/convert/convert.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/splits_dialog.h"
#include "ui/dialogs/where_from_dialog.h"
#include "ui/main_window/ask_for_file.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/data_page.h"
#include "ui/widgets/where_from.h"

#include <QApplication>

#include <algorithm>

namespace rotascope {

void MainWindow::welcomeDataPage(DataPage& page) {
    connect(&page, &DataPage::importRequested, this, &MainWindow::chooseImport);
    connect(&page, &DataPage::undoRequested, &m_work, &DeskWork::undoImport);
    connect(&page, &DataPage::whereFromRequested, this, &MainWindow::showWhereFrom);
    connect(&page, &DataPage::splitsRequested, this, &MainWindow::showSplits);
    connect(&page, &DataPage::settingsRequested, this, &MainWindow::showSettings);
    connect(&page, &DataPage::checkRequested, &m_work, &DeskWork::check);
    connect(&page, &DataPage::backupRequested, this, [this] {
        const QString path = askForBackup(this, m_session.deskPath());
        if (!path.isEmpty())
            m_work.backUp(path);
    });
    connect(&page, &DataPage::restoreRequested, this, [this] {
        const QString path = askForDesk(this, m_session.deskPath());
        if (!path.isEmpty())
            m_work.restore(path);
    });
    connectDecisions(page);
}

void MainWindow::connectDecisions(DataPage& page) {
    connect(&page, &DataPage::acceptRequested, this,
            [this](const std::vector<FindingKey>& findings, const QString& reason) {
                m_work.decide(tr("Accepting findings"),
                              [findings, words = utf8(reason)](MarketStore& store, const std::string& now) {
                                  std::vector<AcceptedFinding> accepted;
                                  for (const FindingKey& finding : findings)
                                      accepted.push_back({finding, words, now});
                                  return store.acceptFindings(accepted);
                              });
            });
    connect(&page, &DataPage::reopenRequested, this, [this](const std::vector<FindingKey>& findings) {
        m_work.decide(tr("Opening findings again"), [findings](MarketStore& store, const std::string&) {
            return store.reopenFindings(findings);
        });
    });
    connect(&page, &DataPage::availabilityChosen, this,
            [this](const SeriesKey& series, Availability availability) {
                m_work.decide(tr("Noting when values are known"),
                              [series, availability](MarketStore& store, const std::string&) {
                                  return store.setAvailability(series, availability);
                              });
            });
}

void MainWindow::showSplits(const Symbol& symbol) {
    auto* dialog = new SplitsDialog(symbol, m_session, m_work, m_appearance, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showSettings() {
    SettingsDialog dialog(m_settings, m_session.desk(), this);
    dialog.exec();
    m_settings.save();
    if (dialog.deskChanges().empty())
        return;
    m_work.decide(tr("Noting how the desk is kept"),
                  [changes = dialog.deskChanges()](MarketStore& store, const std::string&) -> Result<void> {
                      for (const auto& [setting, value] : changes)
                          if (const auto done = store.setSetting(setting, value); !done)
                              return done;
                      return {};
                  });
}

void MainWindow::showWhereFrom(const Symbol& symbol, Date date) {
    auto* dialog = new WhereFromDialog(m_session, m_appearance, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::show();
    dialog->ask(symbol, date);
}

void MainWindow::showDerivation(const Derivation& derivation) {
    auto* dialog = new WhereFromDialog(m_session, m_appearance, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::show();
    dialog->explain(derivation);
}

void MainWindow::askWhereFrom() {
    FigureAtCursorEvent atCursor;
    if (sendUpwards(QApplication::focusWidget(), atCursor) || !startSentence().isEmpty())
        return;
    sendUpwards(m_pages->page(std::max(m_pages->currentPage(), 0)), atCursor);
}

} // namespace rotascope
