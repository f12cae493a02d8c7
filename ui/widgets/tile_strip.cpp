#include "ui/widgets/tile_strip.h"

#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/where_from.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kNarrowestTile = 128;
constexpr int kMarginLeft = 12;
constexpr int kMarginRight = 8;

ElidedLabel* addLine(QVBoxLayout* column, TextSize size, QFont::Weight weight, ColourRole ink) {
    auto* label = new ElidedLabel;
    setTextSize(*label, size, weight);
    setInk(*label, ink);
    column->addWidget(label);
    return label;
}

/// As many of `parts` on each line as fit into `room` pixels, with `between` where two meet.
QStringList brokenLines(const QStringList& parts, const QString& between, const QFontMetricsF& metrics,
                        int room) {
    QStringList lines;
    for (const QString& part : parts) {
        const QString longer = lines.isEmpty() ? part : lines.back() + between + part;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= room)
            lines.back() = longer;
        else
            lines << part;
    }
    return lines;
}

/// Broken between the note's parts; a part too long for a line between its words.
QString brokenNote(const QString& note, const QFontMetricsF& metrics, int room) {
    const QString between = QStringLiteral(" · ");
    const QString space = QStringLiteral(" ");
    QStringList lines;
    for (const QString& line : brokenLines(note.split(between), between, metrics, room))
        if (metrics.horizontalAdvance(line) <= room)
            lines << line;
        else
            lines << brokenLines(line.split(space), space, metrics, room);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Tile::Tile(QWidget* parent)
    : QFrame(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMarginLeft, 8, kMarginRight, 8);
    column->setSpacing(2);
    m_caption = addLine(column, TextSize::Small, QFont::Normal, ColourRole::MutedText);
    m_value = addLine(column, TextSize::Tile, QFont::DemiBold, ColourRole::Text);
    m_note = addLine(column, TextSize::Small, QFont::Normal, ColourRole::MutedText);
    column->addStretch(1);
}

void Tile::setText(const TileText& text) {
    m_text = text;
    m_caption->setText(text.caption);
    m_value->setText(text.value);
    fit();
    setInk(*m_value, text.ink);
    setToolTip(text.explanation);
    setAccessibleName(text.caption + QStringLiteral(": ") + text.value);
    setAccessibleDescription(text.note);
}

// Words move to a line of their own, and a value shrinks, before anything is cut.
void Tile::fit() {
    const int room = width() - kMarginLeft - kMarginRight - 1;
    m_note->setText(brokenNote(m_text.note, QFontMetricsF(textFont(TextSize::Small)), room));
    TextSize size = TextSize::Tile;
    for (const TextSize smaller : {TextSize::Sentence, TextSize::Control})
        if (QFontMetricsF(textFont(size, QFont::DemiBold)).horizontalAdvance(m_text.value) > room)
            size = smaller;
    setTextSize(*m_value, size, QFont::DemiBold);
}

void Tile::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

Derivation Tile::derivation() const {
    Derivation out = m_text.from ? *m_text.from : Derivation();
    out.figure = m_text.caption.toStdString();
    out.value = m_text.value.toStdString();
    out.note = m_text.note.toStdString();
    if (out.formula.empty())
        out.formula = m_text.explanation.toStdString();
    return out;
}

bool Tile::event(QEvent* event) {
    if (event->type() != FigureAtCursorEvent::eventType())
        return QFrame::event(event);
    askWhereFrom(*this, derivation());
    event->accept();
    return true;
}

void Tile::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    addWhereFrom(menu, *this, derivation());
    menu.exec(event->globalPos());
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
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
    , m_between(new QFrame(this)) {
    setDress(*this, Dress::Panel);
    setDress(*m_between, Dress::Rule);
    m_between->setFixedHeight(1);
    m_grid->setContentsMargins(1, 1, 1, 1);
    m_grid->setSpacing(0);
    for (int i = 0; i < tiles; ++i) {
        auto* tile = new Tile(this);
        connect(tile, &Tile::activated, this, [this, i] { emit activated(i); });
        m_tiles.push_back(tile);
    }
    arrange(tiles);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// One row, or two with a hairline between them.
void TileStrip::arrange(int columns) {
    if (columns == m_columns)
        return;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    const int count = static_cast<int>(m_tiles.size());
    m_between->setVisible(columns < count);
    if (columns < count)
        m_grid->addWidget(m_between, 1, 0, 1, columns);
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_tiles[static_cast<std::size_t>(i)], i / columns * 2, i % columns);
    dressTiles();
}

/// No hairline at the strip's own edge.
void TileStrip::dressTiles() {
    const int edge = isRightToLeft() ? 0 : m_columns - 1;
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
        setDress(*m_tiles[static_cast<std::size_t>(i)],
                 i % m_columns == edge ? Dress::TileLast : Dress::Tile);
}

void TileStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        dressTiles();
}

void TileStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        setMinimumHeight(0);
    const int count = static_cast<int>(m_tiles.size());
    arrange(width() >= count * kNarrowestTile ? count : (count + 1) / 2);
}

void TileStrip::setTexts(const std::vector<TileText>& texts) {
    const std::size_t count = std::min(texts.size(), m_tiles.size());
    for (std::size_t i = 0; i < count; ++i)
        m_tiles[i]->setText(texts[i]);
    setMinimumHeight(std::max(minimumHeight(), sizeHint().height()));
}

} // namespace rotascope
