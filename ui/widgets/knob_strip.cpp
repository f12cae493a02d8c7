#include "ui/widgets/knob_strip.h"

#include "ui/theme/dress.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kCellHeight = 36;
constexpr int kCellPadding = 8;
constexpr int kLabelWidth = 132;

QWidget* labelOf(const KnobRow& row, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(12, 2, 4, 2);
    column->setSpacing(0);
    auto* name = new QLabel(row.label, box);
    setTextSize(*name, TextSize::Table);
    auto* note = new QLabel(row.note, box);
    setTextSize(*note, TextSize::Small);
    setInk(*note, ColourRole::MutedText);
    column->addWidget(name);
    column->addWidget(note);
    box->setFixedSize(kLabelWidth, kCellHeight);
    return box;
}

} // namespace

KnobButton::KnobButton(const Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void KnobButton::setCell(const KnobCell& cell) {
    m_cell = cell;
    setToolTip(cell.explanation);
    setAccessibleName(cell.caption + QStringLiteral(": ") + cell.figure + QStringLiteral(", ") + cell.note);
    setFocusPolicy(cell.isChoice ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(cell.isChoice ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize KnobButton::sizeHint() const {
    const QFontMetrics small(textFont(TextSize::Small));
    const QFontMetrics strong(textFont(TextSize::Table, QFont::DemiBold));
    const int first = small.horizontalAdvance(m_cell.caption) + 8 + strong.horizontalAdvance(m_cell.figure);
    return {std::max(first, small.horizontalAdvance(m_cell.note)) + 2 * kCellPadding, kCellHeight};
}

QSize KnobButton::minimumSizeHint() const {
    return sizeHint();
}

void KnobButton::paintEvent(QPaintEvent*) {
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    if (m_cell.inForce)
        painter.fillRect(rect(), theme.colour(ColourRole::Selection));
    else if (m_cell.isChoice && underMouse())
        painter.fillRect(rect(), theme.colour(ColourRole::Raised));
    if (hasFocus()) {
        painter.setPen(theme.colour(ColourRole::LargeCap));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    const QRect room = rect().adjusted(kCellPadding, 2, -kCellPadding, -2);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(ColourRole::MutedText));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, m_cell.caption);
    painter.drawText(room, Qt::AlignRight | Qt::AlignBottom, m_cell.note);
    painter.setFont(textFont(TextSize::Table, QFont::DemiBold));
    painter.setPen(theme.colour(m_cell.ink.value_or(ColourRole::Text)));
    painter.drawText(room, Qt::AlignRight | Qt::AlignTop, m_cell.figure);
}

KnobStrip::KnobStrip(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 4);
    m_grid->setSpacing(0);
}

void KnobStrip::clear() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

/// Cells of every row stand below each other: short rows leave their room free.
QWidget* KnobStrip::cellsOf(int row, std::size_t widest) {
    const std::vector<KnobCell>& shown = m_rows[static_cast<std::size_t>(row)].cells;
    auto* cells = new QWidget(this);
    auto* line = new QHBoxLayout(cells);
    line->setContentsMargins(0, 0, 8, 0);
    line->setSpacing(2);
    for (int cell = 0; cell < static_cast<int>(shown.size()); ++cell) {
        auto* button = new KnobButton(m_appearance, cells);
        button->setCell(shown[static_cast<std::size_t>(cell)]);
        line->addWidget(button, 1);
        if (shown[static_cast<std::size_t>(cell)].isChoice)
            connect(button, &KnobButton::clicked, this, [this, row, cell] { emit chosen(row, cell); });
    }
    if (shown.size() < widest)
        line->addStretch(static_cast<int>(widest - shown.size()));
    return cells;
}

void KnobStrip::setRows(std::vector<KnobRow> rows) {
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    clear();
    std::size_t widest = 0;
    for (const KnobRow& row : m_rows)
        widest = std::max(widest, row.cells.size());
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        m_grid->addWidget(labelOf(m_rows[static_cast<std::size_t>(row)], this), row, 0);
        m_grid->addWidget(cellsOf(row, widest), row, 1);
    }
    m_grid->setColumnStretch(1, 1);
}

} // namespace rotascope
