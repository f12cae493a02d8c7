#include "app/gui/window_frame.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QWidget>

#include <utility>

#ifdef Q_OS_WIN
// windows.h has to be there before the others.
// clang-format off
#include <windows.h>
#include <dwmapi.h>
// clang-format on
#endif

namespace rotascope {

namespace {

bool isDark(const Theme& theme) {
    return theme.colour(ColourRole::Panel).lightness() < theme.colour(ColourRole::Text).lightness();
}

} // namespace

#ifdef Q_OS_WIN

// Qt 6.4 shows a light palette whatever was chosen in Windows, so the choice itself is read.
ThemeId desktopThemeId() {
    const QSettings chosen(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return chosen.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0 ? ThemeId::Dark : ThemeId::Light;
}

void WindowFrame::dressBySystem(const QWidget& window, bool dark) {
    // DWMWA_USE_IMMERSIVE_DARK_MODE; older headers lack the name, older systems refuse it without harm.
    constexpr DWORD kDarkMode = 20;
    const BOOL value = dark ? TRUE : FALSE;
    DwmSetWindowAttribute(reinterpret_cast<HWND>(window.winId()), kDarkMode, &value, sizeof(value));
}

#else

ThemeId desktopThemeId() {
    return systemThemeId();
}

void WindowFrame::dressBySystem(const QWidget&, bool) {}

#endif

WindowFrame::WindowFrame(Appearance& appearance, Dress dress)
    : m_appearance(appearance)
    , m_dress(std::move(dress)) {
    connect(&appearance, &Appearance::themeChanged, this, &WindowFrame::dressAll);
    qApp->installEventFilter(this);
}

bool WindowFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show && watched->isWidgetType())
        if (const auto* widget = static_cast<QWidget*>(watched); widget->isWindow())
            m_dress(*widget, isDark(m_appearance.theme()));
    return false;
}

void WindowFrame::dressAll() const {
    for (const QWidget* window : QApplication::topLevelWidgets())
        if (window->isVisible())
            m_dress(*window, isDark(m_appearance.theme()));
}

} // namespace rotascope
