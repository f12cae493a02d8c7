#include "ui/widgets/choice_button.h"

#include "ui/theme/dress.h"
#include "ui/widgets/menu_sign.h"

#include <QFontMetrics>
#include <QMenu>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kAround = 24; ///< padding and borders

} // namespace

ChoiceButton::ChoiceButton(const QString& name, const QStringList& labels, QWidget* parent)
    : QToolButton(parent)
    , m_name(name) {
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setTextSize(*this, TextSize::Table, QFont::DemiBold);
    auto* menu = new QMenu(this);
    int widest = fontMetrics().horizontalAdvance(name);
    for (int i = 0; i < labels.size(); ++i) {
        QAction* action = menu->addAction(labels.at(i));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i] {
            setCurrent(i);
            emit chosen(i);
        });
        widest = std::max(widest, fontMetrics().horizontalAdvance(labels.at(i)));
    }
    setMenu(menu);
    setFixedWidth(widest + kAround + kMenuSign);
    setCurrent(-1);
}

void ChoiceButton::setCurrent(int index) {
    const QList<QAction*> actions = menu()->actions();
    for (int i = 0; i < actions.size(); ++i)
        actions.at(i)->setChecked(i == index);
    setText(index < 0 ? m_name : actions.at(index)->text());
    setAccessibleName(index < 0 ? m_name : m_name + QStringLiteral(": ") + text());
}

void ChoiceButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    paintMenuSign(*this);
}

} // namespace rotascope
