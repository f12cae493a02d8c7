// The theme in force: the user's choice, or the system's.
#pragma once

#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <functional>

namespace rotascope {

class Appearance : public QObject {
    Q_OBJECT

public:
    /// Applies the theme of the settings and every later choice. `forced` ("dark") wins over the settings.
    /// `system` tells which theme the desktop wants now.
    Appearance(Settings& settings, const QString& forced, QObject* parent = nullptr,
               std::function<ThemeId()> system = systemThemeId);

    const Theme& theme() const { return *m_theme; }

    /// To be called when the desktop's colours may have changed.
    void followSystem();

signals:
    void themeChanged();

private:
    void follow();

    Settings& m_settings;
    QString m_forced;
    std::function<ThemeId()> m_askSystem;
    ThemeId m_system;
    const Theme* m_theme;
};

} // namespace rotascope
