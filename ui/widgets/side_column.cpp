#include "ui/widgets/side_column.h"

#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kWidth = 376;

} // namespace

SideColumn::SideColumn(QWidget* parent)
    : QScrollArea(parent) {
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void SideColumn::addPanel(QWidget* panel, int stretch) {
    m_column->addWidget(panel, stretch);
}

} // namespace rotascope
