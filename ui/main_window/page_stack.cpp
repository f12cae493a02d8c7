#include "ui/main_window/page_stack.h"

#include "ui/pages/page_catalogue.h"
#include "ui/theme/dress.h"
#include "ui/widgets/page_scroller.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kDetachedSize{1200, 800};

// What stands in a place goes; the page itself is taken out before.
void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

PageStack::PageStack(const PageContext& context, QWidget* parent)
    : QStackedWidget(parent)
    , m_context(context)
    , m_places(pageCatalogue().size()) {
    for (Place& place : m_places) {
        place.home = new QWidget(this);
        auto* column = new QVBoxLayout(place.home);
        column->setContentsMargins(0, 0, 0, 0);
        addWidget(place.home);
    }
}

PageStack::~PageStack() {
    for (Place& place : m_places) {
        if (place.window)
            place.window->removeEventFilter(this);
        delete place.window;
    }
}

Page* PageStack::page(int index) {
    Place& place = m_places[static_cast<std::size_t>(index)];
    if (!place.page) {
        PageContext context = m_context;
        context.home = place.home;
        const PageInfo& info = pageCatalogue()[static_cast<std::size_t>(index)];
        place.page = info.make(info, context).release();
        place.scroller = new PageScroller(place.home);
        place.scroller->setPage(place.page);
        place.home->layout()->addWidget(place.scroller);
        emit pageMade(place.page);
    }
    return place.page;
}

void PageStack::openPage(int index) {
    if (index < 0 || index >= count())
        return;
    page(index);
    setCurrentIndex(index);
    if (QWidget* window = windowOf(index)) {
        window->raise();
        window->activateWindow();
    }
    emit pageOpened(index);
}

bool PageStack::isDetached(int index) const {
    return windowOf(index) != nullptr;
}

QWidget* PageStack::windowOf(int index) const {
    return m_places[static_cast<std::size_t>(index)].window;
}

std::vector<int> PageStack::detachedPages() const {
    std::vector<int> detached;
    for (int index = 0; index < count(); ++index)
        if (isDetached(index))
            detached.push_back(index);
    return detached;
}

QWidget* PageStack::detach(int index) {
    Place& place = m_places[static_cast<std::size_t>(index)];
    page(index);
    if (place.window)
        return place.window;
    // Without a parent: it must not lie above the window it came from.
    place.window = new QWidget(nullptr, Qt::Window);
    place.window->setWindowTitle(
        tr("%1 – Rotascope").arg(pageTitle(pageCatalogue()[static_cast<std::size_t>(index)])));
    place.window->setLayoutDirection(layoutDirection());
    auto* column = new QVBoxLayout(place.window);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(place.scroller);
    place.window->resize(kDetachedSize);
    if (!place.windowPlace.isNull())
        place.window->setGeometry(place.windowPlace);
    place.window->installEventFilter(this);
    place.home->layout()->addWidget(wayBack(index));
    place.scroller->show();
    place.window->show();
    return place.window;
}

void PageStack::bringBack(int index) {
    Place& place = m_places[static_cast<std::size_t>(index)];
    if (!place.window)
        return;
    place.windowPlace = windowPlace(index);
    place.window->removeEventFilter(this);
    place.window->layout()->removeWidget(place.scroller);
    clear(place.home->layout());
    place.home->layout()->addWidget(place.scroller);
    place.scroller->show();
    place.window->hide();
    place.window->deleteLater();
    place.window = nullptr;
}

QRect PageStack::windowPlace(int index) const {
    const Place& place = m_places[static_cast<std::size_t>(index)];
    if (!place.window)
        return place.windowPlace;
    const bool filled = place.window->isMaximized() || place.window->isFullScreen();
    return filled ? place.window->normalGeometry() : place.window->geometry();
}

void PageStack::setWindowPlace(int index, const QRect& place) {
    m_places[static_cast<std::size_t>(index)].windowPlace = place;
}

QWidget* PageStack::wayBack(int index) {
    auto* note = new QWidget;
    auto* column = new QVBoxLayout(note);
    auto* text = new QLabel(tr("This page is in a window of its own."), note);
    text->setAlignment(Qt::AlignCenter);
    setInk(*text, ColourRole::MutedText);
    auto* button = new QPushButton(tr("Bring it back"), note);
    column->addStretch(1);
    column->addWidget(text);
    column->addWidget(button, 0, Qt::AlignHCenter);
    column->addStretch(2);
    // Queued: the button is deleted by what it asks for.
    connect(
        button, &QPushButton::clicked, this, [this, index] { bringBack(index); }, Qt::QueuedConnection);
    return note;
}

bool PageStack::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Close)
        for (int index = 0; index < count(); ++index)
            if (windowOf(index) == watched) {
                bringBack(index);
                return false;
            }
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace rotascope
