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

} // namespace

KnobButton::KnobButton(const Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
}

void KnobButton::setCell(const KnobCell& cell) {
    if (m_cell == cell)
        return;
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

QWidget* KnobStrip::makeLabel(Line& line) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(12, 2, 4, 2);
    column->setSpacing(0);
    line.label = new QLabel(box);
    setTextSize(*line.label, TextSize::Table);
    line.note = new QLabel(box);
    setTextSize(*line.note, TextSize::Small);
    setInk(*line.note, ColourRole::MutedText);
    column->addWidget(line.label);
    column->addWidget(line.note);
    box->setFixedSize(kLabelWidth, kCellHeight);
    return box;
}

/// Cells of every row stand below each other: short rows leave their room free.
QWidget* KnobStrip::makeCells(Line& line, int row, std::size_t widest) {
    const int count = static_cast<int>(m_rows[static_cast<std::size_t>(row)].cells.size());
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(2);
    for (int cell = 0; cell < count; ++cell) {
        auto* button = new KnobButton(m_appearance, box);
        layout->addWidget(button, 1);
        connect(button, &KnobButton::clicked, this, [this, row, cell] {
            if (m_rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(cell)].isChoice)
                emit chosen(row, cell);
        });
        line.cells.push_back(button);
    }
    if (const int free = static_cast<int>(widest) - count; free > 0)
        layout->addStretch(free);
    return box;
}

void KnobStrip::build() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    std::size_t widest = 0;
    for (const KnobRow& row : m_rows)
        widest = std::max(widest, row.cells.size());
    m_lines.assign(m_rows.size(), {});
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        Line& line = m_lines[static_cast<std::size_t>(row)];
        m_grid->addWidget(makeLabel(line), row, 0);
        m_grid->addWidget(makeCells(line, row, widest), row, 1);
    }
    m_grid->setColumnStretch(1, 1);
}

void KnobStrip::fill(const Line& line, const KnobRow& row) {
    line.label->setText(row.label);
    line.note->setText(row.note);
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell)
        line.cells[cell]->setCell(row.cells[cell]);
}

void KnobStrip::setRows(std::vector<KnobRow> rows) {
    const bool fits = std::equal(
        rows.begin(), rows.end(), m_lines.begin(), m_lines.end(),
        [](const KnobRow& row, const Line& line) { return row.cells.size() == line.cells.size(); });
    m_rows = std::move(rows);
    if (!fits)
        build();
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        fill(m_lines[row], m_rows[row]);
}

} // namespace rotascope
