// The pages: one in the window, any of them in windows of their own. Made when first opened.
#pragma once

#include "ui/pages/page.h"

#include <QStackedWidget>

#include <vector>

namespace rotascope {

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
    std::vector<int> detachedPages() const;
    QWidget* windowOf(int index) const;

signals:
    void pageOpened(int index);
    void pageMade(rotascope::Page* page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        QWidget* home = nullptr; ///< in the stack; holds the page or a way to bring it back
        Page* page = nullptr;
        QWidget* window = nullptr;
    };
    QWidget* wayBack(int index);

    PageContext m_context;
    std::vector<Place> m_places;
};

} // namespace rotascope
