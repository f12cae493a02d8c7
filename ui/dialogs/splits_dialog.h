// Corporate actions of one instrument: the splits that a desk was told of, to add and to take back.
#pragma once

#include "core/market/split.h"
#include "ui/models/table_model.h"
#include "ui/session/desk_work.h"
#include "ui/settings/appearance.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rotascope {

class DataTable;

TableSnapshot splitsTableOf(const std::vector<Split>& splits);

class SplitsDialog : public QDialog {
    Q_OBJECT

public:
    SplitsDialog(const Symbol& symbol, Session& session, DeskWork& work, const Appearance& appearance,
                 QWidget* parent = nullptr);

    /// Of `path`, all or none; a refusal is said in the dialog.
    void importCsv(const QString& path);
    void exportCsv(const QString& path);

private:
    QWidget* makeEntry();
    QWidget* makeFoot();
    void load();
    void add();
    void removeCurrent();
    void say(const QString& sentence);

    Symbol m_symbol;
    Session& m_session;
    DeskWork& m_work;
    std::vector<Split> m_splits; ///< rows of the table
    DataTable* m_table;
    QLineEdit* m_date;
    QLineEdit* m_ratio;
    QComboBox* m_scope;
    QLabel* m_said;
    QPushButton* m_remove;
};

} // namespace rotascope
