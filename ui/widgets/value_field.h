// A value that is typed: taken with Return or when the field is left, stepped with ↑ and ↓, given up with
// Esc.
#pragma once

#include <QLineEdit>

namespace rotascope {

class ValueField : public QLineEdit {
    Q_OBJECT

public:
    /// `name` is what people hear who cannot see it; `widest` is a text that it must have room for.
    ValueField(const QString& name, const QString& widest, QWidget* parent = nullptr);

    /// What is in force; what is being typed gives way to it.
    void setValue(const QString& text);

signals:
    void typed(const QString& text); ///< another value than the one in force
    void stepped(int direction);     ///< +1 or −1

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take();

    QString m_value;
};

} // namespace rotascope
