// A page's main part with its column of cards beside it, or below it where there is no room for both.
#pragma once

#include <QWidget>

class QBoxLayout;

namespace rotascope {

class SideColumn;

class PageBody : public QWidget {
    Q_OBJECT

public:
    PageBody(QWidget* main, SideColumn* side, QWidget* parent = nullptr);

    bool isStacked() const { return m_stacked; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_layout;
    QWidget* m_main;
    SideColumn* m_side;
    bool m_stacked = false;
};

} // namespace rotascope
