#include "ui/widgets/menu_button.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<int, 3> kOpening{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down};

} // namespace

MenuButton::MenuButton(QWidget* parent)
    : QToolButton(parent) {
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
}

void MenuButton::keyPressEvent(QKeyEvent* event) {
    if (std::find(kOpening.begin(), kOpening.end(), event->key()) != kOpening.end())
        showMenu();
    else
        QToolButton::keyPressEvent(event);
}

} // namespace rotascope
