#include "ui/theme/quiet_style.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QPointer>

#include <utility>

namespace rotascope {

namespace {

struct PaletteRow {
    QPalette::ColorRole paletteRole;
    ColourRole role;
};

constexpr std::array<PaletteRow, 20> kPaletteRows = {{
    {QPalette::Window, ColourRole::Window},
    {QPalette::WindowText, ColourRole::Text},
    {QPalette::Base, ColourRole::Panel},
    {QPalette::AlternateBase, ColourRole::Raised},
    {QPalette::Text, ColourRole::Text},
    {QPalette::PlaceholderText, ColourRole::MutedText},
    {QPalette::Button, ColourRole::Raised},
    {QPalette::ButtonText, ColourRole::Text},
    {QPalette::BrightText, ColourRole::Negative},
    {QPalette::ToolTipBase, ColourRole::Raised},
    {QPalette::ToolTipText, ColourRole::Text},
    {QPalette::Highlight, ColourRole::Selection},
    {QPalette::HighlightedText, ColourRole::Text},
    {QPalette::Link, ColourRole::LargeCap},
    {QPalette::LinkVisited, ColourRole::LargeCap},
    {QPalette::Light, ColourRole::Panel},
    {QPalette::Midlight, ColourRole::Raised},
    {QPalette::Mid, ColourRole::Hairline},
    {QPalette::Dark, ColourRole::Hairline},
    {QPalette::Shadow, ColourRole::Hairline},
}};

constexpr std::array kTextRoles = {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                   QPalette::HighlightedText};

bool g_paused = false;
QString g_held; ///< what applies when the pause ends

} // namespace

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    for (const PaletteRow& row : kPaletteRows)
        palette.setColor(QPalette::All, row.paletteRole, theme.colour(row.role));
    const QColor dimmed = blended(theme.colour(ColourRole::MutedText), theme.colour(ColourRole::Panel), 0.65);
    for (const QPalette::ColorRole role : kTextRoles)
        palette.setColor(QPalette::Disabled, role, dimmed);
    return palette;
}

void applyTheme(const Theme& theme) {
    // The application owns the style; once is enough, since its colours come from the palette.
    static QPointer<QuietStyle> style;
    if (!style)
        QApplication::setStyle(style = new QuietStyle);
    QApplication::setPalette(paletteOf(theme));
    QApplication::setFont(textFont(TextSize::Control));
    if (g_paused)
        g_held = styleSheetOf(theme);
    else
        qApp->setStyleSheet(styleSheetOf(theme));
}

StyleSheetPause::StyleSheetPause() {
    g_paused = true;
    g_held = qApp->styleSheet();
    qApp->setStyleSheet({});
}

StyleSheetPause::~StyleSheetPause() {
    end();
}

void StyleSheetPause::end() {
    if (!std::exchange(g_paused, false))
        return;
    qApp->setStyleSheet(g_held);
    g_held.clear();
}

} // namespace rotascope
