// A note to write or to change: its words, where they come from, its mood, and claims that data can answer.
#pragma once

#include "core/base/result.h"
#include "core/notes/note.h"
#include "ui/widgets/checked_dialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace rotascope {

class DateField;

class NoteDialog : public CheckedDialog {
    Q_OBJECT

public:
    /// `note` is what stands there to begin with.
    explicit NoteDialog(const Note& note, QWidget* parent = nullptr);

    /// What was typed; meaningful once the dialog is accepted.
    const Note& note() const { return m_note; }

protected:
    Result<void> take() override;

private:
    Result<Note> typedNote() const;

    Note m_note;
    QLineEdit* m_title;
    DateField* m_date;
    QLineEdit* m_source;
    QLineEdit* m_sentiment;
    QLineEdit* m_about;
    QPlainTextEdit* m_text;
    QPlainTextEdit* m_claims;
};

} // namespace rotascope
