#include "ui/widgets/menu_sign.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace rotascope {

namespace {

constexpr int kEdge = 5;

} // namespace

void paintMenuSign(QWidget& button) {
    QPainter painter(&button);
    QStyleOption option;
    option.initFrom(&button);
    const int left = button.isRightToLeft() ? kEdge : button.width() - kEdge - kMenuSign;
    option.rect = QRect(left, (button.height() - kMenuSign) / 2, kMenuSign, kMenuSign);
    option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
    option.palette.setBrush(QPalette::WindowText, option.palette.placeholderText());
    button.style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &option, &painter, &button);
}

} // namespace rotascope
