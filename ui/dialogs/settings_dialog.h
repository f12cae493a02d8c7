// The settings, one row each, narrowed by typing. Every change takes effect at once; those of the desk when
// the dialog is closed.
#pragma once

#include "ui/session/desk_snapshot.h"
#include "ui/settings/settings.h"

#include <QDialog>

#include <map>
#include <memory>
#include <vector>

class QLineEdit;

namespace rotascope {

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// `desk` may be null: then there are no settings of a desk.
    SettingsDialog(Settings& settings, const std::shared_ptr<const DeskSnapshot>& desk, QWidget* parent);

    /// Settings of the desk that were given another value.
    const std::map<DeskSetting, std::int64_t>& deskChanges() const { return m_deskChanges; }

    QLineEdit* searchField() const { return m_search; }
    int visibleRows() const;

private:
    struct Row {
        QWidget* widget;
        QString words; ///< everything that a search looks at
    };
    QWidget* makeRow(const SettingInfo& info);
    QWidget* makeRow(const DeskSettingInfo& info, const DeskSnapshot& desk);
    QWidget* makeRow(const QString& label, const QString& explanation, QWidget* editor, const QString& words);
    QWidget* makeEditor(const DeskSettingInfo& info, std::int64_t value);
    void noteDesk(DeskSetting setting, std::int64_t value, std::int64_t before);
    QWidget* makeEditor(const SettingInfo& info);
    QWidget* makeChoice(const SettingInfo& info);
    QWidget* makeNumber(const SettingInfo& info);
    void narrow(const QString& text);

    Settings& m_settings;
    QLineEdit* m_search;
    std::vector<Row> m_rows;
    std::map<DeskSetting, std::int64_t> m_deskChanges;
};

} // namespace rotascope
