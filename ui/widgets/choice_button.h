// One button that shows the choice in force and drops the others down.
#pragma once

#include "ui/widgets/menu_button.h"

#include <QStringList>

namespace rotascope {

class ChoiceButton : public MenuButton {
    Q_OBJECT

public:
    /// `name` is what people hear who cannot see it, and what the button shows while nothing is chosen.
    ChoiceButton(const QString& name, const QStringList& choices, QWidget* parent = nullptr);

    /// −1: none of them. Does not emit chosen().
    void setCurrent(int index);
    int current() const { return m_current; }
    void setChoices(const QStringList& choices);
    void setExplanation(int index, const QString& text);

signals:
    void chosen(int index); ///< by the user, also when it is the same again

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showCurrent();

    QString m_name;
    QStringList m_choices;
    int m_widest = 0; ///< of the choices' words, pixels
    int m_current = -1;
};

} // namespace rotascope
