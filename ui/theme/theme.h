// ui/theme: what each colour role looks like. May include core/figure. A new theme is one row of the table in theme.cpp.
#pragma once

#include "core/figure/figure.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>
#include <cstdint>

namespace rotascope {

enum class ThemeId : std::uint8_t { Light, Dark, Contrast, Print };

constexpr std::size_t kColourRoleCount = 18;

/// An immutable table of colours.
struct Theme {
    ThemeId id = ThemeId::Light;
    QString name;
    std::array<QColor, kColourRoleCount> colours;

    const QColor& colour(ColourRole role) const { return colours[static_cast<std::size_t>(role)]; }
};

const Theme& themeOf(ThemeId id);

/// Fusion's palette and the one style sheet, both made from the roles.
QPalette paletteOf(const Theme& theme);
QString styleSheetOf(const Theme& theme);

} // namespace rotascope
