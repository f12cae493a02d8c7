// ui/theme: what colour roles, text sizes and widget dresses look like. May include core/figure and
// core/base. A new theme is one row of the table in theme.cpp; a new dress is one row and one rule in
// style_sheet.cpp. Nothing outside this room names a colour.
#pragma once

#include "core/figure/figure.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>
#include <cstdint>
#include <span>

namespace rotascope {

enum class ThemeId : std::uint8_t { Light, Dark, Contrast, Print };

constexpr std::size_t kColourRoleCount = 18;

/// An immutable table of colours.
struct Theme {
    ThemeId id = ThemeId::Light;
    QString name; ///< for settings files ("light"), never translated
    std::array<QColor, kColourRoleCount> colours;

    const QColor& colour(ColourRole role) const { return colours[static_cast<std::size_t>(role)]; }
    bool operator==(const Theme&) const = default;
};

const Theme& themeOf(ThemeId id);
/// Every theme, in the order of ThemeId.
std::span<const Theme> allThemes();
/// "SmallCap" for ColourRole::SmallCap; the name under which the style sheet knows a role.
QLatin1String nameOf(ColourRole role);

/// Light or dark, whichever the desktop's own palette is. Where Qt cannot be asked (before 6.5) a palette of
/// ours is taken off for a moment to look below it.
ThemeId systemThemeId();

/// WCAG 2.1 contrast of two opaque colours, from 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
/// The colour for text on a filled tag: whichever of panel and text stands out more.
QColor inkOn(const Theme& theme, const QColor& fill);
/// `colour` laid over `ground` with `opacity` from 0 to 1, as one opaque colour.
QColor blended(const QColor& colour, const QColor& ground, double opacity);

/// Fusion's palette and the one style sheet, both made from the roles.
QPalette paletteOf(const Theme& theme);
QString styleSheetOf(const Theme& theme);

/// Fusion, palette, style sheet and base font for the whole application.
void applyTheme(const Theme& theme);

/// From its making to end() no style sheet is in force. Widgets built meanwhile are styled once, before they
/// are shown, instead of at every move to another parent: a third of a start's work. One at a time.
class StyleSheetPause {
public:
    StyleSheetPause();
    ~StyleSheetPause();
    StyleSheetPause(const StyleSheetPause&) = delete;
    StyleSheetPause& operator=(const StyleSheetPause&) = delete;

    /// The sheet of the theme that was applied last is in force.
    void end();
};

} // namespace rotascope
