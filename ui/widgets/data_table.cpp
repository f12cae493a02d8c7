#include "ui/widgets/data_table.h"

#include "ui/theme/dress.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr int kRowHeight = 24;
constexpr int kHeaderHeight = 26;
constexpr int kScrollBar = 10;
constexpr int kCellMargin = 10;
constexpr int kWidestHeading = 140;
constexpr int kBarWidth = 104;
constexpr int kBarHeight = 8;
constexpr std::size_t kColumnsThatFit = 5;

QColor inkOf(const Appearance& appearance, const QVariant& role, ColourRole otherwise) {
    return appearance.theme().colour(role.isValid() ? static_cast<ColourRole>(role.toInt()) : otherwise);
}

/// One line on the side that `alignment` means in a frame of that direction; figures read from left to right
/// in each.
void drawLine(QPainter& painter, const QRect& room, Qt::LayoutDirection frame, int alignment,
              const QString& words) {
    const auto side = QStyle::visualAlignment(frame, Qt::Alignment(alignment));
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(room, int(side), painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
}

class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance) {}

    // Painted here: a style sheet would override the palette's ink cell by cell.
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = m_appearance.theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme.colour(selected ? ColourRole::Selection : ColourRole::Panel));
        painter->setPen(theme.colour(option.state.testFlag(QStyle::State_HasFocus) ? ColourRole::LargeCap
                                                                                   : ColourRole::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->setFont(fontOf(index));
        painter->setPen(inkOf(m_appearance, index.data(TableModel::InkRole), ColourRole::Text));
        const QRect room = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
        if (const QVariant bar = index.data(TableModel::BarRole); bar.isValid())
            return drawBar(*painter, room, bar.toDouble());
        drawLine(*painter, room, option.direction, index.data(Qt::TextAlignmentRole).toInt(),
                 index.data().toString());
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        if (index.data(TableModel::BarRole).isValid())
            return {kBarWidth, kRowHeight};
        const QFontMetrics metrics(fontOf(index));
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * kCellMargin + 2, kRowHeight};
    }

private:
    void drawBar(QPainter& painter, const QRect& room, double share) const {
        const double middle = room.left() + room.width() / 2.0;
        const double length = std::max(1.0, std::abs(share) * room.width() / 2);
        const QRectF bar(share < 0 ? middle - length : middle, room.center().y() - kBarHeight / 2.0, length,
                         kBarHeight);
        painter.fillRect(
            bar, m_appearance.theme().colour(share < 0 ? ColourRole::Negative : ColourRole::Positive));
    }

    static QFont fontOf(const QModelIndex& index) {
        const bool strong = index.data(TableModel::StrongRole).toBool();
        return textFont(TextSize::Table, strong ? QFont::DemiBold : QFont::Normal);
    }

    const Appearance& m_appearance;
};

class TableHeader : public QHeaderView {
public:
    TableHeader(const Appearance& appearance, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_appearance(appearance) {
        setSectionsClickable(true);
        setHighlightSections(false);
        setFixedHeight(kHeaderHeight);
        setMinimumSectionSize(24);
        setSortIndicatorShown(true);
        setSortIndicatorClearable(true);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Theme& theme = m_appearance.theme();
        painter->save();
        painter->fillRect(rect, theme.colour(ColourRole::Panel));
        painter->setPen(theme.colour(ColourRole::Hairline));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(textFont(TextSize::Small));
        const auto about = [this, section](int role) {
            return model()->headerData(section, orientation(), role);
        };
        painter->setPen(inkOf(m_appearance, about(TableModel::InkRole), ColourRole::MutedText));
        const QRect room = rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
        const QString words = about(Qt::DisplayRole).toString() + arrow(section);
        drawLine(*painter, room, layoutDirection(), about(Qt::TextAlignmentRole).toInt(), words);
        painter->restore();
    }

    QSize sectionSizeFromContents(int section) const override {
        const QFontMetrics metrics(textFont(TextSize::Small));
        const QString text = model()->headerData(section, orientation()).toString() + arrow(section);
        return {std::min(metrics.horizontalAdvance(text), kWidestHeading) + 2 * kCellMargin + 2,
                kHeaderHeight};
    }

private:
    QString arrow(int section) const {
        if (sortIndicatorSection() != section)
            return {};
        return sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ▲") : QStringLiteral(" ▼");
    }

    const Appearance& m_appearance;
};

} // namespace

DataTable::DataTable(const Appearance& appearance, Height height, QWidget* parent)
    : QTableView(parent)
    , m_height(height) {
    m_sorted.setSourceModel(&m_model);
    setHorizontalHeader(new TableHeader(appearance, this));
    setModel(&m_sorted);
    setItemDelegate(new CellDelegate(appearance, this));
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    if (height == Height::FitsRows) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    }
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit rowActivated(m_sorted.mapToSource(index).row()); });
    connect(&appearance, &Appearance::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

void DataTable::setSnapshot(TableSnapshot snapshot) {
    const int row = currentIndex().row();
    const int scrolled = verticalScrollBar()->value();
    setAccessibleName(snapshot.name);
    m_model.reset(std::move(snapshot));
    fitColumns();
    if (row >= 0 && row < m_sorted.rowCount())
        setCurrentIndex(m_sorted.index(row, 0));
    verticalScrollBar()->setValue(scrolled);
    updateGeometry();
}

void DataTable::selectSourceRow(int row) {
    setCurrentIndex(m_sorted.mapFromSource(m_model.index(row, 0)));
}

/// The last column of words takes the room that is left; a wide table of figures scrolls instead.
int DataTable::stretchedColumn() const {
    const auto& columns = m_model.snapshot().columns;
    if (columns.size() > kColumnsThatFit)
        return -1;
    const auto words = std::find_if(columns.rbegin(), columns.rend(),
                                    [](const TableColumn& column) { return column.isText; });
    return static_cast<int>(columns.rend() - words) - 1;
}

void DataTable::fitColumns() {
    if (m_spread)
        return shareRoom();
    const int stretched = stretchedColumn();
    for (int column = 0; column < m_model.columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                             : QHeaderView::ResizeToContents);
}

void DataTable::spreadColumns() {
    m_spread = true;
    fitColumns();
}

void DataTable::shareRoom() {
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    resizeColumnsToContents();
    const int left = std::max(0, viewport()->width() - horizontalHeader()->length());
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, columnWidth(column) + left / columns + (column < left % columns ? 1 : 0));
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (m_spread)
        shareRoom();
}

int DataTable::contentHeight() const {
    const int bar = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff ? 0 : kScrollBar;
    return kHeaderHeight + kRowHeight * m_model.rowCount() + 4 + bar;
}

QSize DataTable::sizeHint() const {
    const QSize usual = QTableView::sizeHint();
    return m_height == Height::FitsRows ? QSize(usual.width(), contentHeight()) : usual;
}

QSize DataTable::minimumSizeHint() const {
    const QSize usual = QTableView::minimumSizeHint();
    return m_height == Height::FitsRows ? QSize(usual.width(), contentHeight()) : usual;
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void DataTable::copySelection() const {
    const auto line = [this](const auto& textAt) {
        QStringList cells;
        for (int column = 0; column < m_sorted.columnCount(); ++column)
            cells << textAt(column);
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines{
        line([this](int column) { return m_sorted.headerData(column, Qt::Horizontal).toString(); })};
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        lines << line(
            [this, &row](int column) { return m_sorted.index(row.row(), column).data().toString(); });
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace rotascope
