// What became of the files, and the way back.
#pragma once

#include "ui/session/import_review.h"
#include "ui/settings/appearance.h"

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
    void showButton();

    DeskWork& m_work;
    std::vector<std::optional<std::int64_t>> m_imports; ///< by row; empty where nothing stands
    Panel* m_panel;
    DataTable* m_table;
    QLabel* m_note;
    QPushButton* m_undo;
};

} // namespace rotascope
