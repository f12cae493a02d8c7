#include "ui/pages/figure_explainer.h"

#include "core/figure/figure_derivation.h"
#include "ui/widgets/where_from.h"

namespace rotascope {

FigureExplainer::FigureExplainer(FigureView& view)
    : QObject(&view)
    , m_view(view) {
    view.installEventFilter(this);
    connect(&view, &FigureView::whereFromRequested, this, &FigureExplainer::explain);
}

bool FigureExplainer::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != FigureAtCursorEvent::eventType())
        return QObject::eventFilter(watched, event);
    const int last = m_view.sessionsInSight().second;
    explain(m_view.cursorSession().value_or(last));
    event->accept();
    return true;
}

void FigureExplainer::explain(int session) {
    if (const auto figure = m_view.figure())
        askWhereFrom(m_view, derivationAt(*figure, session));
}

} // namespace rotascope
