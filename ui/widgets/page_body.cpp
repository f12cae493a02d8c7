#include "ui/widgets/page_body.h"

#include "ui/widgets/side_column.h"

#include <QHBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kSpacing = 12;
constexpr int kLeastBeside = 860; ///< below this width a chart beside the cards would be a stamp
constexpr int kStackedHeight = 320;

} // namespace

PageBody::PageBody(QWidget* main, SideColumn* side, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_main(main)
    , m_side(side) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpacing);
    m_layout->addWidget(main, 1);
    m_layout->addWidget(side);
}

// Beside each other they would ask for a width at which they need not be stacked.
QSize PageBody::minimumSizeHint() const {
    const int widest = std::max(
        {m_main->minimumSizeHint().width(), m_side->minimumWidth(), m_side->minimumSizeHint().width()});
    return {widest, m_layout->totalMinimumSize().height()};
}

void PageBody::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool stacked = width() < kLeastBeside;
    if (stacked == m_stacked)
        return;
    m_stacked = stacked;
    m_side->setBelow(stacked);
    m_main->setMinimumHeight(stacked ? kStackedHeight : 0);
    m_layout->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace rotascope
