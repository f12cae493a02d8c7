#include "ui/theme/dress.h"

#include "ui/theme/theme.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>

namespace rotascope {

namespace {

constexpr const char* kKeptFont = "_q_styleSheetWidgetFont";

constexpr std::array<const char*, 19> kDressNames = {
    "panel",        "topBar",      "topBarPast",  "statusBar", "rail",          "tile",   "tileLast",
    "question",     "rule",        "button",      "primary",   "flat",          "corner", "segment",
    "segmentFirst", "segmentLast", "segmentOnly", "badge",     "badgeAttention"};

// A style sheet looks at dynamic properties only when a widget is polished.
void setAndPolish(QWidget& widget, const char* property, const QVariant& value) {
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
    // Before it is shown it will be polished anyway; to do so twice would lose a font set in between.
    if (!widget.testAttribute(Qt::WA_WState_Polished))
        return;
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.update();
}

} // namespace

QLatin1String nameOf(Dress dress) {
    return QLatin1String(kDressNames[static_cast<std::size_t>(dress)]);
}

void setDress(QWidget& widget, Dress dress) {
    setAndPolish(widget, "dress", QString(nameOf(dress)));
}

void setInk(QWidget& widget, ColourRole role) {
    setAndPolish(widget, "ink", QString(nameOf(role)));
}

void setTextSize(QWidget& widget, TextSize size, QFont::Weight weight) {
    const QFont font = textFont(size, weight);
    if (widget.font() == font)
        return;
    widget.setFont(font);
    // The style sheet keeps the font it found and brings it back with the next theme.
    if (widget.property(kKeptFont).isValid())
        widget.setProperty(kKeptFont, font);
}

} // namespace rotascope
