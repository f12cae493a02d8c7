#include "ui/pages/page.h"

#include <utility>

namespace rotascope {

Page::Page(const PageContext& context, QWidget* parent)
    : QWidget(parent ? parent : context.home)
    , m_context(context) {
    connect(&context.session, &Session::analysisChanged, this, &Page::markStale);
    connect(&context.session, &Session::deskChanged, this, &Page::markStale);
}

void Page::openAt(const PagePoint&) {}

void Page::markStale() {
    m_stale = true;
    if (isVisible())
        prepare();
}

void Page::prepare() {
    if (!std::exchange(m_stale, false))
        return;
    refresh();
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    prepare();
}

} // namespace rotascope
