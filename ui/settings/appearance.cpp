#include "ui/settings/appearance.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <utility>

namespace rotascope {

Appearance::Appearance(Settings& settings, const QString& forced, QObject* parent,
                       std::function<ThemeId()> system)
    : QObject(parent)
    , m_settings(settings)
    , m_forced(forced)
    , m_askSystem(std::move(system))
    , m_system(m_askSystem())
    , m_theme(&themeOf(m_system)) {
    connect(&settings, &Settings::changed, this, [this](SettingId id) {
        if (id != SettingId::Theme)
            return;
        m_forced.clear();
        follow();
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::followSystem);
#endif
    follow();
}

void Appearance::followSystem() {
    const ThemeId now = m_askSystem();
    if (now == m_system)
        return;
    m_system = now;
    follow();
}

void Appearance::follow() {
    const QString wanted = m_forced.isEmpty() ? m_settings.choice(SettingId::Theme) : m_forced;
    const auto themes = allThemes();
    const auto named = std::find_if(themes.begin(), themes.end(),
                                    [&wanted](const Theme& theme) { return theme.name == wanted; });
    m_theme = named == themes.end() ? &themeOf(m_system) : &*named;
    applyTheme(*m_theme);
    emit themeChanged();
}

} // namespace rotascope
