// A button that drops a menu down: by click, Space, Return or the arrow.
#pragma once

#include <QToolButton>

namespace rotascope {

class MenuButton : public QToolButton {
    Q_OBJECT

public:
    /// Without a menu: setMenu() gives it one.
    explicit MenuButton(QWidget* parent = nullptr);

protected:
    /// Qt's own opens by Space alone.
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace rotascope
