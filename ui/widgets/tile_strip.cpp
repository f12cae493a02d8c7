#include "ui/widgets/tile_strip.h"

#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

QLabel* addLine(QVBoxLayout* column, TextSize size, QFont::Weight weight, ColourRole ink) {
    auto* label = new ElidedLabel;
    setTextSize(*label, size, weight);
    setInk(*label, ink);
    column->addWidget(label);
    return label;
}

} // namespace

Tile::Tile(bool last, QWidget* parent)
    : QFrame(parent) {
    setDress(*this, last ? Dress::TileLast : Dress::Tile);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(2);
    m_caption = addLine(column, TextSize::Small, QFont::Normal, ColourRole::MutedText);
    m_value = addLine(column, TextSize::Tile, QFont::DemiBold, ColourRole::Text);
    m_note = addLine(column, TextSize::Small, QFont::Normal, ColourRole::MutedText);
}

void Tile::setText(const TileText& text) {
    m_text = text;
    m_caption->setText(text.caption);
    m_value->setText(text.value);
    m_note->setText(text.note);
    setInk(*m_value, text.ink);
    setToolTip(text.explanation);
    setAccessibleName(text.caption + QStringLiteral(": ") + text.value);
    setAccessibleDescription(text.note);
}

void Tile::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
}

void Tile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else
        QFrame::keyPressEvent(event);
}

void Tile::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Link));
    painter.drawRoundedRect(rect().adjusted(3, 3, -4, -4), 4, 4);
}

void Tile::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    update();
}

void Tile::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    update();
}

TileStrip::TileStrip(int tiles, QWidget* parent)
    : QFrame(parent) {
    setDress(*this, Dress::Panel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    for (int i = 0; i < tiles; ++i) {
        auto* tile = new Tile(i == tiles - 1, this);
        connect(tile, &Tile::activated, this, [this, i] { emit activated(i); });
        row->addWidget(tile, 1);
        m_tiles.push_back(tile);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TileStrip::setTexts(const std::vector<TileText>& texts) {
    const std::size_t count = std::min(texts.size(), m_tiles.size());
    for (std::size_t i = 0; i < count; ++i)
        m_tiles[i]->setText(texts[i]);
}

} // namespace rotascope
