// The frame that Windows draws around our windows, in the theme's lightness. Elsewhere the system's own rule
// holds.
#pragma once

#include "ui/settings/appearance.h"

#include <QObject>

#include <functional>

namespace rotascope {

/// The theme that the desktop asks programs for.
ThemeId desktopThemeId();

/// Follows `appearance` for every window that is there or shown later, dialogs included.
class WindowFrame : public QObject {
    Q_OBJECT

public:
    /// Asks the system for a dark frame, or a light one.
    using Dress = std::function<void(const QWidget& window, bool dark)>;
    static void dressBySystem(const QWidget& window, bool dark);

    explicit WindowFrame(Appearance& appearance, Dress dress = dressBySystem);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dressAll() const;

    Appearance& m_appearance;
    Dress m_dress;
};

} // namespace rotascope
