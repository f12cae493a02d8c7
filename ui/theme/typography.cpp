#include "ui/theme/typography.h"

#include <QEvent>
#include <QGuiApplication>

namespace rotascope {

QFont textFont(TextSize size, QFont::Weight weight) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(size));
    font.setWeight(weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature(QFont::Tag("tnum"), 1);
#endif
    return font;
}

bool changesTextSize(const QEvent& event) {
    switch (event.type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::ContentsRectChange:
    case QEvent::Polish:
        return true;
    default:
        return false;
    }
}

} // namespace rotascope
