// Flags: what nobody publishes as a series ("Fed cut", "earnings upgrades"), noted by hand as yes or no from
// a day on, for rules to look at.
#pragma once

#include "core/rules/rule.h"
#include "ui/session/rule_session.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QPushButton;

namespace rotascope {

class Appearance;
class DataTable;
class DateField;
class SegmentBar;

class FlagsDialog : public QDialog {
    Q_OBJECT

public:
    /// `today` is what the date stands at to begin with.
    FlagsDialog(const Appearance& appearance, Playbook playbook, Date today, QWidget* parent = nullptr);

    /// The playbook with what was noted; meaningful once the dialog is accepted.
    const Playbook& playbook() const { return m_playbook; }

private:
    QLayout* makeRow(Date today);
    void showEntries();
    void noteEntry();
    void removeEntry();

    Playbook m_playbook;
    DataTable* m_table;
    QComboBox* m_name = nullptr;
    DateField* m_date = nullptr;
    SegmentBar* m_value = nullptr;
    QPushButton* m_remove = nullptr;
};

/// The playbook with the flags that the user noted; nullopt where nothing was changed.
std::optional<Playbook> askFlags(const RuleView& view, const Appearance& appearance, QWidget* parent);

} // namespace rotascope
