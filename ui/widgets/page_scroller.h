// Holds a page; a window that is smaller than what the page needs scrolls it instead of cutting it.
#pragma once

#include <QScrollArea>

namespace rotascope {

class PageScroller : public QScrollArea {
    Q_OBJECT

public:
    explicit PageScroller(QWidget* parent = nullptr);

    void setPage(QWidget* page);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitPage();
};

} // namespace rotascope
