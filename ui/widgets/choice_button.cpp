#include "ui/widgets/choice_button.h"

#include "ui/theme/dress.h"
#include "ui/widgets/menu_sign.h"

#include <QFontMetrics>
#include <QMenu>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kAround = 24; ///< padding and borders
constexpr int kWidestWords = 96;

} // namespace

ChoiceButton::ChoiceButton(const QString& name, const QStringList& choices, QWidget* parent)
    : MenuButton(parent)
    , m_name(name) {
    setTextSize(*this, TextSize::Table, QFont::DemiBold);
    setMenu(new QMenu(this));
    menu()->setToolTipsVisible(true);
    setChoices(choices);
}

// As wide as the widest of them: the row does not move when another one is chosen.
void ChoiceButton::setChoices(const QStringList& choices) {
    if (!m_choices.isEmpty() && m_choices == choices)
        return;
    m_choices = choices;
    menu()->clear();
    m_widest = 0;
    for (int index = 0; index < static_cast<int>(choices.size()); ++index) {
        QAction* action = menu()->addAction(choices.at(index));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, index] {
            setCurrent(index);
            emit chosen(index);
        });
        m_widest = std::max(m_widest, fontMetrics().horizontalAdvance(choices.at(index)));
    }
    m_widest = std::min(m_widest, kWidestWords);
    showCurrent();
}

void ChoiceButton::setCurrent(int index) {
    m_current = index;
    showCurrent();
}

void ChoiceButton::setExplanation(int index, const QString& text) {
    menu()->actions().at(index)->setToolTip(text);
}

void ChoiceButton::showCurrent() {
    const bool chosenOne = m_current >= 0 && m_current < static_cast<int>(m_choices.size());
    const QString words = chosenOne ? m_choices.at(m_current) : m_name;
    setText(fontMetrics().elidedText(words, Qt::ElideRight, kWidestWords));
    setFixedWidth(std::max(m_widest, fontMetrics().horizontalAdvance(text())) + kAround + kMenuSign);
    setAccessibleName(chosenOne ? m_name + QStringLiteral(": ") + words : m_name);
    const QList<QAction*> actions = menu()->actions();
    for (int index = 0; index < static_cast<int>(actions.size()); ++index)
        actions.at(index)->setChecked(index == m_current);
}

void ChoiceButton::paintEvent(QPaintEvent* event) {
    MenuButton::paintEvent(event);
    paintMenuSign(*this);
}

} // namespace rotascope
