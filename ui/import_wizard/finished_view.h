// What became of the files, and the way back.
#pragma once

#include "ui/session/import_review.h"
#include "ui/settings/appearance.h"
#include "ui/widgets/two_line_list.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace rotascope {

class DataTable;
class Panel;

class FinishedView : public QWidget {
    Q_OBJECT

public:
    FinishedView(DeskWork& work, const Appearance& appearance, QWidget* parent = nullptr);

    void show(std::span<const ReviewedFile> files);
    QPushButton* undoButton() const { return m_undo; }

private:
    void undoCurrent();
    void showCurrent();

    /// Of one row.
    struct Outcome {
        std::optional<std::int64_t> importId; ///< none where nothing stands
        QString name;
        std::vector<TwoLines> problems;
        QString problemsNote;
    };
    const Outcome* current() const;

    DeskWork& m_work;
    std::vector<Outcome> m_outcomes;
    Panel* m_panel;
    DataTable* m_table;
    Panel* m_problemsPanel;
    TwoLineList* m_problems;
    QLabel* m_note;
    QPushButton* m_undo;
};

} // namespace rotascope
