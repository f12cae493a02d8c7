#include "ui/widgets/data_table.h"

#include "ui/theme/dress.h"
#include "ui/widgets/where_from.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStaticText>
#include <QStyledItemDelegate>
#include <QTextOption>

#include <algorithm>
#include <array>
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

/// Words laid out once: a table shows the same figures again and again, and shaping them costs more than all
/// other painting.
class ShapedWords {
public:
    const QStaticText& of(const QString& words, bool strong) {
        Weight& weight = m_weights[strong ? 1 : 0];
        const QFont font = textFont(TextSize::Table, strong ? QFont::DemiBold : QFont::Normal);
        if (weight.font != font || weight.shaped.size() >= kMostWords)
            weight = {font, {}};
        const auto known = weight.shaped.constFind(words);
        return known != weight.shaped.constEnd() ? *known : *weight.shaped.insert(words, shaped(words, font));
    }

private:
    struct Weight {
        QFont font;
        QHash<QString, QStaticText> shaped;
    };
    static QStaticText shaped(const QString& words, const QFont& font) {
        QStaticText text(words);
        text.setTextFormat(Qt::PlainText);
        QTextOption oneLine;
        oneLine.setTextDirection(Qt::LeftToRight);
        oneLine.setWrapMode(QTextOption::NoWrap);
        text.setTextOption(oneLine);
        text.prepare({}, font);
        return text;
    }

    static constexpr int kMostWords = 4096;
    std::array<Weight, 2> m_weights;
};

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
        if (selected)
            painter->fillRect(option.rect, theme.colour(ColourRole::Selection));
        painter->setPen(theme.colour(option.state.testFlag(QStyle::State_HasFocus) ? ColourRole::LargeCap
                                                                                   : ColourRole::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->setPen(inkOf(m_appearance, index.data(TableModel::InkRole), ColourRole::Text));
        const QRect room = seen(option).adjusted(kCellMargin, 0, -kCellMargin, 0);
        if (const QVariant bar = index.data(TableModel::BarRole); bar.isValid())
            return drawBar(*painter, room, bar.toDouble());
        drawWords(*painter, room, option.direction, index);
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        if (index.data(TableModel::BarRole).isValid())
            return {kBarWidth, kRowHeight};
        return {int(std::ceil(shaped(index).size().width())) + 2 * kCellMargin + 2, kRowHeight};
    }

private:
    /// The part of a cell between the table's sides. A figure that is cut there would be read as another one.
    static QRect seen(const QStyleOptionViewItem& option) {
        QRect rect = option.rect;
        if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget)) {
            rect.setLeft(std::max(rect.left(), 0));
            rect.setRight(std::min(rect.right(), view->viewport()->width() - 1));
        }
        return rect;
    }

    void drawWords(QPainter& painter, const QRect& room, Qt::LayoutDirection frame,
                   const QModelIndex& index) const {
        const QStaticText& words = shaped(index);
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        painter.setFont(fontOf(index));
        if (words.size().width() > room.width())
            return drawLine(painter, room, frame, alignment, words.text());
        const QRect place = QStyle::alignedRect(frame, Qt::Alignment(alignment), words.size().toSize(), room);
        painter.drawStaticText(place.topLeft(), words);
    }

    const QStaticText& shaped(const QModelIndex& index) const {
        return m_words.of(index.data().toString(), index.data(TableModel::StrongRole).toBool());
    }

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
    mutable ShapedWords m_words;
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
        viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // nothing below it needs to be painted
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter(viewport()).fillRect(event->rect(), m_appearance.theme().colour(ColourRole::Panel));
        QHeaderView::paintEvent(event);
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Theme& theme = m_appearance.theme();
        painter->save();
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

SaveTableEvent::SaveTableEvent(const DataTable& table)
    : QEvent(eventType())
    , m_table(table) {}

QEvent::Type SaveTableEvent::eventType() {
    static const auto type = static_cast<Type>(registerEventType());
    return type;
}

DataTable::DataTable(const Appearance& appearance, Height height, QWidget* parent)
    : QTableView(parent)
    , m_appearance(appearance)
    , m_height(height) {
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // nothing below it needs to be painted
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
    // What stands in a cell at the edge depends on how much of it is seen.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void DataTable::setSnapshot(TableSnapshot snapshot) {
    if (m_model.columnCount() > 0 && snapshot.looksLike(m_model.snapshot()))
        return m_model.replaceAlike(std::move(snapshot)); // as on most days that one steps through
    const int row = currentIndex().row();
    const int scrolled = verticalScrollBar()->value();
    setAccessibleName(snapshot.name);
    m_model.reset(std::move(snapshot));
    horizontalHeader()->setVisible(hasHeadings());
    fitColumns();
    if (row >= 0 && row < m_sorted.rowCount())
        setCurrentIndex(m_sorted.index(row, 0));
    verticalScrollBar()->setValue(scrolled);
    executeDelayedItemsLayout(); // else it comes after the next picture and asks for another
    updateGeometry();
}

void DataTable::paintEvent(QPaintEvent* event) {
    QPainter(viewport()).fillRect(event->rect(), m_appearance.theme().colour(ColourRole::Panel));
    QTableView::paintEvent(event);
}

void DataTable::selectSourceRow(int row) {
    setCurrentIndex(m_sorted.mapFromSource(m_model.index(row, 0)));
}

int DataTable::contentHeight() const {
    const int bar = horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff ? 0 : kScrollBar;
    return (hasHeadings() ? kHeaderHeight : 0) + kRowHeight * m_model.rowCount() + 4 + bar;
}

bool DataTable::hasHeadings() const {
    const auto& columns = m_model.snapshot().columns;
    return std::any_of(columns.begin(), columns.end(),
                       [](const TableColumn& column) { return !column.heading.isEmpty(); });
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

std::vector<int> DataTable::rowsAsShown() const {
    std::vector<int> rows;
    for (int row = 0; row < m_sorted.rowCount(); ++row)
        rows.push_back(rowAt(m_sorted.index(row, 0)));
    return rows;
}

std::optional<Derivation> DataTable::derivationAt(const QModelIndex& index) const {
    const QModelIndex source = m_sorted.mapToSource(index);
    return source.isValid() ? derivationOf(m_model.snapshot(), static_cast<std::size_t>(source.row()),
                                           static_cast<std::size_t>(source.column()))
                            : std::nullopt;
}

bool DataTable::event(QEvent* event) {
    if (event->type() != FigureAtCursorEvent::eventType())
        return QTableView::event(event);
    if (auto derivation = derivationAt(currentIndex())) {
        askWhereFrom(*this, std::move(*derivation));
        event->accept();
    }
    return true;
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    QMenu menu(this);
    if (auto derivation = derivationAt(index))
        addWhereFrom(menu, *this, std::move(*derivation));
    menu.addAction(tr("Copy the rows that are chosen"), QKeySequence(QKeySequence::Copy), this,
                   &DataTable::copySelection);
    menu.addAction(tr("Copy the whole table"), this, [this] { copyRows({}); });
    menu.addAction(tr("Save the table as CSV…"), this, [this] {
        SaveTableEvent save(*this);
        sendUpwards(this, save);
    });
    menu.exec(event->globalPos());
}

void DataTable::copySelection() const {
    copyRows(selectionModel()->selectedRows());
}

void DataTable::copyRows(const QModelIndexList& rows) const {
    const auto line = [this](const auto& textAt) {
        QStringList cells;
        for (int column = 0; column < m_sorted.columnCount(); ++column)
            cells << textAt(column);
        return cells.join(QLatin1Char('\t'));
    };
    const auto rowLine = [&](int row) {
        return line([&](int column) { return m_sorted.index(row, column).data().toString(); });
    };
    QStringList lines{
        line([this](int column) { return m_sorted.headerData(column, Qt::Horizontal).toString(); })};
    for (const QModelIndex& row : rows)
        lines << rowLine(row.row());
    for (int row = 0; rows.isEmpty() && row < m_sorted.rowCount(); ++row)
        lines << rowLine(row);
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace rotascope
