#include "ui/pages/page.h"

namespace rotascope {

Page::Page(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context) {
    connect(&context.session, &Session::analysisChanged, this, &Page::markStale);
    connect(&context.session, &Session::deskChanged, this, &Page::markStale);
}

void Page::markStale() {
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    refresh();
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        markStale();
}

} // namespace rotascope
