// The frame that Windows draws around our windows, in the theme's lightness. Elsewhere the system's own rule
// holds.
#pragma once

#include "ui/settings/appearance.h"

#include <QObject>

namespace rotascope {

/// The theme that the desktop asks programs for.
ThemeId desktopThemeId();

/// Follows `appearance` for every window that is there or shown later, dialogs included.
class WindowFrame : public QObject {
    Q_OBJECT

public:
    explicit WindowFrame(Appearance& appearance);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dressAll() const;

    Appearance& m_appearance;
};

} // namespace rotascope
