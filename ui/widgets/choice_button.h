// One button that shows the choice in force and drops the others down.
#pragma once

#include <QStringList>
#include <QToolButton>

namespace rotascope {

class ChoiceButton : public QToolButton {
    Q_OBJECT

public:
    ChoiceButton(const QString& name, const QStringList& labels, QWidget* parent = nullptr);

    /// −1: none of them; the button then shows its name.
    void setCurrent(int index);

signals:
    void chosen(int index); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
};

} // namespace rotascope
