// Panels below each other at the side of a page; scrolls where a small window lacks the height.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace rotascope {

class SideColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit SideColumn(QWidget* parent = nullptr);

    void addPanel(QWidget* panel, int stretch = 0);

private:
    QVBoxLayout* m_column;
};

} // namespace rotascope
