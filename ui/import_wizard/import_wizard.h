// ui/import_wizard: files before they are imported: list, question, preview, what was understood and what
// would happen. May include every room of ui but pages, dialogs and main_window. It shows an ImportReview
// and passes on what the user decides; nothing here reads a file.
//
// The whole of it: files at the left, the question and the preview in the middle, what was understood and
// what would happen at the right, profiles above, the decision below.
#pragma once

#include "ui/session/import_review.h"
#include "ui/settings/appearance.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace rotascope {

class FactRows;
class FinishedView;
class Panel;
class PreviewView;
class ProfileBar;
class QuestionPanel;
class TwoLineList;

class ImportWizard : public QWidget {
    Q_OBJECT

public:
    ImportWizard(Session& session, DeskWork& work, const Appearance& appearance, QWidget* parent = nullptr);

    ImportReview& review() { return m_review; }
    int currentFile() const { return m_current; }

signals:
    void addRequested();
    void pasteRequested();
    void closed(); ///< the user is done here

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeReview();
    QWidget* makeFiles();
    QWidget* makeMiddle();
    QWidget* makeSide();
    QWidget* makeFoot();
    void connectReview();
    void connectPanels();
    void connectButtons();
    void showList();
    void showFile();
    void showNothing();
    void showUnread(const QString& why);
    void orderKeys();
    void showFoot();
    void offerChoices(bool offered);
    void showProgress();
    void choose(int file);
    void choosePolicy(int choice);
    void chooseSetting(int row, int choice);
    void nameSymbol(const QString& symbol);
    void nameDay(const QString& text);
    void jumpToProblem(int problem);
    const ReviewedFile* file() const;
    std::size_t index() const { return static_cast<std::size_t>(m_current); }

    const Appearance& m_appearance;
    Session& m_session;
    ImportReview m_review;
    int m_current = -1;
    QElapsedTimer m_since; ///< of the running job
    QString m_timed;       ///< what that job is called

    QLabel* m_title = nullptr;
    QLabel* m_summary = nullptr;
    ProfileBar* m_profiles = nullptr;
    QStackedWidget* m_body = nullptr;
    FinishedView* m_finishedView = nullptr;
    TwoLineList* m_files = nullptr;
    QuestionPanel* m_question = nullptr;
    Panel* m_previewPanel = nullptr;
    PreviewView* m_preview = nullptr;
    FactRows* m_understood = nullptr;
    Panel* m_outcomePanel = nullptr;
    FactRows* m_outcome = nullptr;
    Panel* m_problemsPanel = nullptr;
    TwoLineList* m_problems = nullptr;
    QLabel* m_promise = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_paste = nullptr;
    QPushButton* m_stop = nullptr; ///< the running import
    QPushButton* m_cancel = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace rotascope
