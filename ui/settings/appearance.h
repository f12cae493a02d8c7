// The theme in force: the user's choice, or the system's.
#pragma once

#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QObject>

namespace rotascope {

class Appearance : public QObject {
    Q_OBJECT

public:
    /// Applies the theme of the settings and every later choice. `forced` ("dark") wins over the settings.
    Appearance(Settings& settings, const QString& forced, QObject* parent = nullptr);

    const Theme& theme() const { return *m_theme; }

signals:
    void themeChanged();

private:
    void follow();

    Settings& m_settings;
    QString m_forced;
    ThemeId m_system;
    const Theme* m_theme;
};

} // namespace rotascope
