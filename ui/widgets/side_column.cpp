#include "ui/widgets/side_column.h"

#include <QEvent>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kWidth = 376;

/// Spares what Panel::sizeHint() spares.
class Column : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return layout()->sizeHint(); }
};

} // namespace

SideColumn::SideColumn(QWidget* parent)
    : QScrollArea(parent) {
    auto* content = new Column(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    // Takes what is left where no panel does, so that short panels keep their height.
    m_column->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding));
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void SideColumn::setBelow(bool below) {
    m_below = below;
    setMinimumWidth(below ? 0 : kWidth);
    setMaximumWidth(below ? QWIDGETSIZE_MAX : kWidth);
    setVerticalScrollBarPolicy(below ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

QSize SideColumn::minimumSizeHint() const {
    if (!m_below)
        return QScrollArea::minimumSizeHint();
    const int height = m_column->hasHeightForWidth() ? m_column->heightForWidth(std::max(kWidth, width()))
                                                     : m_column->sizeHint().height();
    return {kWidth, height};
}

void SideColumn::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    if (m_below && event->size().width() != event->oldSize().width())
        updateGeometry();
}

// Cards that come, go or grow change how high the whole column is.
bool SideColumn::eventFilter(QObject* watched, QEvent* event) {
    if (m_below && watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void SideColumn::addPanel(QWidget* panel, int stretch) {
    m_column->insertWidget(m_column->count() - 1, panel, stretch);
}

} // namespace rotascope
