// The pages: one in the window, any of them in windows of their own. Made when first opened.
#pragma once

#include "ui/pages/page.h"

#include <QRect>
#include <QStackedWidget>

#include <vector>

namespace rotascope {

class PageScroller;

class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(const PageContext& context, QWidget* parent = nullptr);
    ~PageStack() override;

    int currentPage() const { return currentIndex(); }
    void openPage(int index);
    /// The page at `index`, made if need be.
    Page* page(int index);

    bool isDetached(int index) const;
    /// Puts the page into a window of its own; closing that window brings it back.
    QWidget* detach(int index);
    void bringBack(int index);
    /// Where the page's own window stands, or stood last; null when it never had one.
    QRect windowPlace(int index) const;
    /// Where the page's next own window will stand.
    void setWindowPlace(int index, const QRect& place);
    std::vector<int> detachedPages() const;
    QWidget* windowOf(int index) const;

signals:
    void pageOpened(int index);
    void pageMade(rotascope::Page* page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        QWidget* home = nullptr; ///< in the stack; holds the scroller or a way to bring it back
        Page* page = nullptr;
        PageScroller* scroller = nullptr; ///< around the page
        QWidget* window = nullptr;
        QRect windowPlace; ///< of the last window
    };
    QWidget* wayBack(int index);

    PageContext m_context;
    std::vector<Place> m_places;
};

} // namespace rotascope
