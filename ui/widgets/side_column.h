// Panels below each other at the side of a page; scrolls where a small window lacks the height. Below the
// page's main part it is as high as its panels.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace rotascope {

class SideColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit SideColumn(QWidget* parent = nullptr);

    void addPanel(QWidget* panel, int stretch = 0);
    void setBelow(bool below);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QVBoxLayout* m_column;
    bool m_below = false;
};

} // namespace rotascope
