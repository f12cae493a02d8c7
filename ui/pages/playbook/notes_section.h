// Notes with their claims held against the data, what contradicts what, and rules that the words propose.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/note_session.h"

#include <QTimer>

#include <memory>
#include <vector>

class QLineEdit;
class QToolButton;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class Panel;
class ProseLabel;
class RuleSession;

class NotesSection : public Page {
    Q_OBJECT

public:
    explicit NotesSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override { return std::nullopt; }

    std::string command() const override;

protected:
    void refresh() override;
    std::vector<PageInput> inputs() const override;

private:
    QWidget* makeList();
    QWidget* makeRight();
    QWidget* makeTyped();
    void connectParts();
    void showList();
    void showNote();
    /// The note under the list's cursor, else the first; nullptr without any.
    const NoteReading* chosen() const;
    void showTyped();
    void addNote();
    void changeNote();
    void removeNote();
    void undo();
    /// Asks for a name, then adds the rule that the words propose to the playbook.
    void adoptDraft(int row);
    /// Keeps the notes; what was there can be brought back.
    void keep(std::vector<Note> notes);

    NoteSession& m_notes;
    RuleSession& m_rules;
    std::shared_ptr<const NoteView> m_view;
    std::vector<std::vector<Note>> m_before;
    QString m_desk;
    int m_chosen = 0; ///< id of a note
    QTimer m_typing;
    HeadlineLabel* m_headline;
    Panel* m_listPanel = nullptr;
    DataTable* m_list = nullptr;
    QToolButton* m_change = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_undo = nullptr;
    QLineEdit* m_typed = nullptr;
    ProseLabel* m_typedWords = nullptr;
    DataTable* m_typedTable = nullptr;
    Panel* m_notePanel = nullptr;
    ProseLabel* m_words = nullptr;
    DataTable* m_audits = nullptr;
    Panel* m_draftPanel = nullptr;
    DataTable* m_drafts = nullptr;
    Panel* m_contradictionPanel = nullptr;
    DataTable* m_contradictions = nullptr;
};

} // namespace rotascope
