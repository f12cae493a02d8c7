#include "ui/theme/theme.h"

#include <QApplication>
#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::array<const char*, kColourRoleCount> kRoleNames = {
    "Window",    "Panel",    "Raised",   "Hairline",  "Grid",      "Text",
    "MutedText", "SmallCap", "LargeCap", "Ratio",     "Average1",  "Average2",
    "Positive",  "Negative", "Event",    "Selection", "Attention", "AttentionBackground"};

struct ThemeRow {
    ThemeId id;
    const char* name;
    std::array<QRgb, kColourRoleCount> colours;
};

// Columns in the order of ColourRole.
// Contrast: inks at least 7:1 on black, lines between areas as strong as text. Print: ink on white paper, no
// fills that drink toner; every ink still dark enough when the printer knows only grey.
constexpr std::array<ThemeRow, 4> kThemes = {{
    {ThemeId::Light,
     "light",
     {0xFFF2F3F1, 0xFFFFFFFF, 0xFFF8F9F7, 0xFFD9DCD6, 0xFFECEEEA, 0xFF15181B, 0xFF5C646B, 0xFFB85A06,
      0xFF1F62AE, 0xFF15181B, 0xFF8A9299, 0xFFB9BFC4, 0xFF08705F, 0xFFAD1F3A, 0xFF7440B5, 0xFFE4ECF6,
      0xFF8A5A00, 0xFFFFF3D4}},
    {ThemeId::Dark,
     "dark",
     {0xFF101214, 0xFF171A1D, 0xFF1D2125, 0xFF2D3238, 0xFF22262B, 0xFFE8EAEB, 0xFF9CA5AD, 0xFFF2983F,
      0xFF74ADF0, 0xFFE8EAEB, 0xFF7E8890, 0xFF505960, 0xFF43C4AE, 0xFFF5788A, 0xFFC196F5, 0xFF22303F,
      0xFFF0C469, 0xFF33290F}},
    {ThemeId::Contrast,
     "contrast",
     {0xFF000000, 0xFF000000, 0xFF141414, 0xFFB8B8B8, 0xFF3C3C3C, 0xFFFFFFFF, 0xFFDADADA, 0xFFFFAA3C,
      0xFF8CC8FF, 0xFFFFFFFF, 0xFFB4B4B4, 0xFF8C8C8C, 0xFF4CF0D4, 0xFFFF97A6, 0xFFDDBBFF, 0xFF1B3F66,
      0xFFFFE14A, 0xFF3A3000}},
    {ThemeId::Print,
     "print",
     {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFB4B4B4, 0xFFE2E2E2, 0xFF000000, 0xFF454545, 0xFF9A4A00,
      0xFF10509A, 0xFF000000, 0xFF707070, 0xFFA0A0A0, 0xFF005E4F, 0xFF96102C, 0xFF5C2A9E, 0xFFE6EDF5,
      0xFF6E4700, 0xFFFFF7E3}},
}};

std::array<Theme, kThemes.size()> themesFromRows() {
    std::array<Theme, kThemes.size()> themes;
    for (std::size_t i = 0; i < kThemes.size(); ++i) {
        themes[i].id = kThemes[i].id;
        themes[i].name = QString::fromLatin1(kThemes[i].name);
        std::transform(kThemes[i].colours.begin(), kThemes[i].colours.end(), themes[i].colours.begin(),
                       [](QRgb rgb) { return QColor::fromRgb(rgb); });
    }
    return themes;
}

/// The palette that is in force without one of ours.
QPalette desktopPalette() {
    const QPalette ours = QGuiApplication::palette();
    if (ours.resolveMask() == 0)
        return ours;
    QPalette nothing;
    nothing.setResolveMask(0);
    QApplication::setPalette(nothing);
    const QPalette theirs = QGuiApplication::palette();
    QApplication::setPalette(ours);
    return theirs;
}

double linearChannel(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double relativeLuminance(const QColor& colour) {
    return 0.2126 * linearChannel(colour.redF()) + 0.7152 * linearChannel(colour.greenF()) +
           0.0722 * linearChannel(colour.blueF());
}

} // namespace

std::span<const Theme> allThemes() {
    static const std::array<Theme, kThemes.size()> kAll = themesFromRows();
    return kAll;
}

const Theme& themeOf(ThemeId id) {
    return allThemes()[static_cast<std::size_t>(id)];
}

QLatin1String nameOf(ColourRole role) {
    return QLatin1String(kRoleNames[static_cast<std::size_t>(role)]);
}

ThemeId systemThemeId() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? ThemeId::Dark : ThemeId::Light;
#endif
    const QPalette palette = desktopPalette();
    const bool dark =
        palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
    return dark ? ThemeId::Dark : ThemeId::Light;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor inkOn(const Theme& theme, const QColor& fill) {
    const QColor& panel = theme.colour(ColourRole::Panel);
    const QColor& text = theme.colour(ColourRole::Text);
    return contrastRatio(panel, fill) >= contrastRatio(text, fill) ? panel : text;
}

QColor blended(const QColor& colour, const QColor& ground, double opacity) {
    const float over = static_cast<float>(std::clamp(opacity, 0.0, 1.0));
    const auto mix = [over](float top, float under) { return top * over + under * (1.0F - over); };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

} // namespace rotascope
