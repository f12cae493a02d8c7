#include "ui/import_wizard/import_wizard.h"

#include "ui/convert/convert.h"
#include "ui/import_wizard/finished_view.h"
#include "ui/import_wizard/preview_view.h"
#include "ui/import_wizard/profile_bar.h"
#include "ui/import_wizard/question_panel.h"
#include "ui/import_wizard/review_words.h"
#include "ui/import_wizard/setting_choices.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/panel.h"

#include <QInputDialog>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace rotascope {

const ReviewedFile* ImportWizard::file() const {
    const auto& files = m_review.files();
    return m_current >= 0 && index() < files.size() ? &files[index()] : nullptr;
}

void ImportWizard::connectReview() {
    connect(&m_review, &ImportReview::listChanged, this, &ImportWizard::showList);
    connect(&m_review, &ImportReview::fileChanged, this, [this](int changed) {
        if (changed == m_current)
            showFile();
    });
    connect(&m_review, &ImportReview::profilesChanged, this, [this] {
        if (const ReviewedFile* shown = file())
            m_profiles->show(*shown, m_review.profiles());
    });
    // What was just pasted is what the user looks for; behind another file its question would stay unseen.
    connect(&m_review, &ImportReview::pasted, this, &ImportWizard::choose);
    connect(&m_review, &ImportReview::finished, this, [this] { m_finishedView->setFocus(); });
    connect(&m_review, &ImportReview::stopped, this, [this] { m_files->setFocus(); });
    connect(&m_session.tasks(), &TaskRunner::progressed, this, &ImportWizard::showProgress);
}

void ImportWizard::connectPanels() {
    connect(m_files, &TwoLineList::currentRowChanged, this, &ImportWizard::choose);
    connect(m_files, &TwoLineList::deletePressed, this,
            [this](int row) { m_review.remove(static_cast<std::size_t>(row)); });
    // The question goes when it is answered; the keys are wanted where the next file is chosen.
    connect(m_question, &QuestionPanel::answered, this, [this](std::size_t answer) {
        m_files->setFocus();
        m_review.answer(index(), answer);
    });
    connect(m_question, &QuestionPanel::named, this, [this](const QString& text) {
        m_files->setFocus();
        if (file() && needsDay(*file()))
            nameDay(text);
        else
            nameSymbol(text);
    });
    connect(m_question, &QuestionPanel::leftOut, this, [this] {
        if (const ReviewedFile* shown = file())
            m_review.setLeftOut(index(), !shown->leftOut);
    });
    connect(m_preview, &PreviewView::roleChosen, this, [this](int column, ColumnRole role) {
        const auto& columns = m_preview->previewModel().preview()->columns;
        m_review.setRole(index(), columns[static_cast<std::size_t>(column)].normalised, role);
    });
    connect(m_understood, &FactRows::chosen, this, &ImportWizard::chooseSetting);
    connect(m_outcome, &FactRows::chosen, this, [this](int, int choice) { choosePolicy(choice); });
    connect(m_problems, &TwoLineList::rowChosen, this, &ImportWizard::jumpToProblem);
    connect(m_problems, &TwoLineList::currentRowChanged, this, &ImportWizard::jumpToProblem);
    connect(m_profiles, &ProfileBar::profileChosen, this, [this](const Profile& profile) {
        if (file())
            m_review.useProfile(index(), profile);
    });
    connect(m_profiles, &ProfileBar::saveRequested, this,
            [this](const QString& name) { m_review.saveProfile(index(), name); });
    connect(m_profiles, &ProfileBar::exportRequested, this,
            [this](const QString& path) { m_review.exportProfile(index(), path); });
    connect(m_profiles, &ProfileBar::fileGiven, &m_review, &ImportReview::takeProfile);
    connect(m_profiles, &ProfileBar::removeRequested, &m_review, &ImportReview::removeProfile);
}

void ImportWizard::connectButtons() {
    connect(m_add, &QPushButton::clicked, this, &ImportWizard::addRequested);
    connect(m_paste, &QPushButton::clicked, this, &ImportWizard::pasteRequested);
    connect(m_import, &QPushButton::clicked, this, [this] {
        if (m_review.isFinished()) {
            m_review.clear();
            emit closed();
            return;
        }
        m_review.startImport();
    });
    connect(m_stop, &QPushButton::clicked, &m_review, &ImportReview::cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_review.clear();
        emit closed();
    });
}

void ImportWizard::showList() {
    const auto& files = m_review.files();
    std::vector<TwoLines> items;
    for (const ReviewedFile& each : files)
        items.push_back(fileItem(each));
    m_files->setItems(std::move(items));
    m_title->setText(m_review.isFinished() ? tr("Imported") : reviewTitle(files));
    m_summary->setText(m_review.isFinished() || files.empty() ? QString()
                                                              : QStringLiteral("· ") + reviewSummary(files));
    m_body->setCurrentIndex(m_review.isFinished() ? 1 : 0);
    if (m_review.isFinished())
        m_finishedView->show(files);
    const bool isThere = m_current >= 0 && index() < files.size();
    choose(isThere ? m_current : files.empty() ? -1 : 0);
    showFoot();
}

void ImportWizard::choose(int chosen) {
    if (m_current != chosen)
        m_current = chosen;
    if (m_files->current() != chosen)
        m_files->setCurrent(chosen);
    showFile();
}

void ImportWizard::showNothing() {
    m_question->hide();
    m_understood->setFacts({});
    m_outcome->setFacts({});
    m_outcomePanel->setNote({});
    showUnread(tr("no file: add files or paste a table"));
}

void ImportWizard::showUnread(const QString& why) {
    if (m_preview->previewModel().preview())
        m_preview->setPreview(nullptr);
    m_problems->setItems({});
    m_problemsPanel->setNote({});
    m_previewPanel->setNote(why);
}

// As the eye goes: what offers a choice is made later than what stands below it.
void ImportWizard::orderKeys() {
    QWidget* last = m_preview;
    for (const FactRows* rows : {m_understood, m_outcome})
        for (int row = 0; row < static_cast<int>(rows->facts().size()); ++row)
            if (MenuButton* button = rows->button(row)) {
                setTabOrder(last, button);
                last = button;
            }
    setTabOrder(last, m_problems);
}

void ImportWizard::showFile() {
    const ReviewedFile* shown = file();
    if (!shown)
        return showNothing();
    m_profiles->show(*shown, m_review.profiles());
    m_question->show(*shown);
    m_understood->setFacts(understoodFacts(*shown));
    m_outcome->setFacts(outcomeFacts(*shown));
    m_outcomePanel->setNote(outcomeNote(*shown, m_review.files().size()));
    orderKeys();
    if (!shown->preview)
        return showUnread(tr("being read"));
    if (m_preview->previewModel().preview() == shown->preview.get())
        return;
    m_preview->setPreview(shown->preview);
    m_problems->setItems(problemItems(expectedOutcome(*shown->preview)));
    m_problemsPanel->setNote(problemsNote(*shown));
    m_previewPanel->setNote(previewNote(*shown->preview));
}

void ImportWizard::showFoot() {
    const std::size_t ready = m_review.importable();
    const bool finished = m_review.isFinished();
    const bool importing = m_review.isImporting();
    m_add->setVisible(!importing);
    m_paste->setVisible(!importing && !finished);
    // Where it stood stands something harmless afterwards, for whoever presses twice.
    m_stop->setVisible(importing);
    m_cancel->setVisible(!finished);
    m_cancel->setEnabled(!importing);
    m_import->setText(finished     ? tr("&Done")
                      : ready == 0 ? tr("&Import")
                      : ready == 1 ? tr("&Import 1 file")
                                   : tr("&Import %1 files").arg(ready));
    m_import->setEnabled(finished || (ready > 0 && !m_review.isReading() && !importing));
    if (!importing)
        m_promise->setText(finished
                               ? tr("Every import can be taken back here or on the Data page.")
                               : tr("One transaction per file. Every import can be undone; what it replaces "
                                    "is kept."));
    offerChoices(!importing);
    showProgress();
}

/// How a file is read is settled once the import runs.
void ImportWizard::offerChoices(bool offered) {
    m_profiles->setEnabled(offered);
    m_question->setEnabled(offered);
    m_understood->setChoosable(offered);
    m_outcome->setChoosable(offered);
    m_preview->offerRoles(offered);
}

void ImportWizard::showProgress() {
    const auto jobs = m_session.tasks().visibleJobs();
    const bool busy = !jobs.empty() && (m_review.isImporting() || m_review.isReading());
    m_bar->setVisible(busy);
    if (!busy)
        return m_timed.clear();
    constexpr int kPermille = 1000;
    const JobProgress& job = jobs.front();
    if (std::exchange(m_timed, job.title) != job.title) // each file has a rate of its own
        m_since.start();
    const double share = job.total > 0 ? static_cast<double>(job.done) / static_cast<double>(job.total) : 0;
    m_bar->setRange(0, job.total > 0 ? kPermille : 0);
    m_bar->setValue(static_cast<int>(share * kPermille));
    m_promise->setText(m_review.isImporting()
                           ? progressText(job, share, static_cast<double>(m_since.elapsed()) / 1000)
                           : job.title);
}

void ImportWizard::choosePolicy(int choice) {
    // The first choice is the one in force, see outcomeFacts().
    const ReviewedFile* shown = file();
    if (!shown || choice != 1)
        return;
    const bool keep = shown->options.onConflict == ConflictPolicy::Keep;
    m_review.setPolicy(index(), keep ? ConflictPolicy::Replace : ConflictPolicy::Keep);
}

void ImportWizard::chooseSetting(int row, int choice) {
    const ReviewedFile* shown = file();
    if (!shown || !shown->preview)
        return;
    const SettingOf setting = shown->preview->settings[static_cast<std::size_t>(row)].setting;
    const bool day = setting == SettingOf::Day;
    if ((setting != SettingOf::Instrument && !day) || choice == 0)
        return m_review.setReading(index(), withChoice(shown->options.reading, setting, choice));
    bool named = false;
    if (day) {
        const QString date = QInputDialog::getText(
            this, tr("Day of all rows"), tr("Day that the rows are of:"), QLineEdit::Normal, {}, &named);
        return named ? nameDay(date) : void();
    }
    const QString symbol = QInputDialog::getText(this, tr("Instrument"), tr("Symbol of what the file holds:"),
                                                 QLineEdit::Normal, {}, &named);
    if (named)
        nameSymbol(symbol);
}

void ImportWizard::nameSymbol(const QString& symbol) {
    const ReviewedFile* shown = file();
    const Symbol canonical = canonicalSymbol(utf8(symbol));
    if (!shown || canonical.empty())
        return;
    ReadingChoices choices = shown->options.reading;
    choices.symbol = canonical;
    m_review.setReading(index(), choices);
}

void ImportWizard::nameDay(const QString& text) {
    const ReviewedFile* shown = file();
    const auto date = typedDate(text);
    if (!shown)
        return;
    if (!date) {
        emit m_review.said(tr("\"%1\" is not a date. Write it as 2025-11-28 or 28 Nov 2025.").arg(text));
        return;
    }
    ReadingChoices choices = shown->options.reading;
    choices.date = date;
    m_review.setReading(index(), choices);
}

void ImportWizard::jumpToProblem(int problem) {
    const ReviewedFile* shown = file();
    if (!shown || !shown->preview || problem < 0)
        return;
    const ImportIssue& issue = expectedOutcome(*shown->preview).issues[static_cast<std::size_t>(problem)];
    if (!m_preview->showLine(issue.line))
        m_previewPanel->setNote(tr("line %1 lies behind the rows shown").arg(issue.line));
}

void ImportWizard::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste)) {
        if (!m_review.isImporting())
            emit pasteRequested();
        return;
    }
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_review.isImporting() || m_review.isReading())
        m_review.cancel();
    else
        emit closed();
}

void ImportWizard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!m_review.isFinished())
        m_files->setFocus();
}

} // namespace rotascope
