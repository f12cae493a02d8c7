// The settings, one row each, narrowed by typing. Every change takes effect at once.
#pragma once

#include "ui/settings/settings.h"

#include <QDialog>

#include <vector>

class QLineEdit;

namespace rotascope {

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(Settings& settings, QWidget* parent);

    QLineEdit* searchField() const { return m_search; }
    int visibleRows() const;

private:
    struct Row {
        QWidget* widget;
        QString words; ///< everything that a search looks at
    };
    QWidget* makeRow(const SettingInfo& info);
    QWidget* makeEditor(const SettingInfo& info);
    QWidget* makeChoice(const SettingInfo& info);
    QWidget* makeNumber(const SettingInfo& info);
    void narrow(const QString& text);

    Settings& m_settings;
    QLineEdit* m_search;
    std::vector<Row> m_rows;
};

} // namespace rotascope
