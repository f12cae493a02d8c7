#include "ui/widgets/page_scroller.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace rotascope {

PageScroller::PageScroller(QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void PageScroller::setPage(QWidget* page) {
    setWidget(page);
    page->setAutoFillBackground(false);
    page->installEventFilter(this);
    page->show();
    fitPage();
}

void PageScroller::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fitPage();
}

bool PageScroller::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        fitPage();
    return QScrollArea::eventFilter(watched, event);
}

// A resizable scroll area would scroll as soon as a page lacks its preferred height.
void PageScroller::fitPage() {
    const QLayout* layout = widget() ? widget()->layout() : nullptr;
    if (!layout)
        return;
    const QSize least = layout->totalMinimumSize();
    const QSize room = maximumViewportSize();
    const bool tooWide = least.width() > room.width();
    const int bar = tooWide ? horizontalScrollBar()->sizeHint().height() : 0;
    const auto heightAt = [layout, &least](int width) {
        return layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : least.height();
    };
    int width = std::max(room.width(), least.width());
    if (heightAt(width) > room.height() - bar)
        width = std::max(room.width() - verticalScrollBar()->sizeHint().width(), least.width());
    widget()->resize(width, std::max(room.height() - bar, heightAt(width)));
}

} // namespace rotascope
