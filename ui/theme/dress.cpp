#include "ui/theme/dress.h"

#include "ui/theme/theme.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>

namespace rotascope {

namespace {

constexpr std::array<const char*, 16> kDressNames = {
    "panel",       "topBar",      "topBarPast", "statusBar",     "rail",    "tile",
    "tileLast",    "rule",        "primary",    "flat",          "segment", "segmentFirst",
    "segmentLast", "segmentOnly", "badge",      "badgeAttention"};

// A style sheet looks at dynamic properties only when a widget is polished.
void setAndPolish(QWidget& widget, const char* property, const QVariant& value) {
    if (widget.property(property) == value)
        return;
    widget.setProperty(property, value);
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
    widget.setFont(textFont(size, weight));
}

} // namespace rotascope
