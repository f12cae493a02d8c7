// What has to be decided before a file can be imported: the evidence, rows under both readings, an answer.
#pragma once

#include "ui/session/import_review.h"
#include "ui/settings/appearance.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rotascope {

class DataTable;

class QuestionPanel : public QFrame {
    Q_OBJECT

public:
    explicit QuestionPanel(const Appearance& appearance, QWidget* parent = nullptr);

    /// The file's question, why it is refused, or that it is left out; hides itself when there is nothing.
    void show(const ReviewedFile& file);
    /// The button of an answer, 0 or 1.
    QPushButton* answerButton(std::size_t answer) const { return m_answers.at(answer); }
    /// Where the symbol, or the day of all rows, is named.
    QLineEdit* nameField() const { return m_field; }

signals:
    void answered(std::size_t answer);
    void named(const QString& text);
    void leftOut(); ///< or taken in again

private:
    QHBoxLayout* makeButtons();
    void say(const QString& title, const QString& evidence);
    void askForName(const ReviewedFile& file);
    void showQuestion(const ImportQuestion& question);

    QLabel* m_title;
    QLabel* m_evidence;
    DataTable* m_rows;
    QLineEdit* m_field;
    QString m_asked; ///< what the field was last shown for
    QPushButton* m_name;
    std::array<QPushButton*, 2> m_answers{};
    QPushButton* m_leaveOut;
};

} // namespace rotascope
