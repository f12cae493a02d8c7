#include "ui/widgets/two_line_list.h"

#include "ui/theme/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

namespace rotascope {

namespace {

constexpr int kHeight = 44;
constexpr int kMargin = 12;

class TwoLineDelegate : public QStyledItemDelegate {
public:
    TwoLineDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = m_appearance.theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        painter->fillRect(option.rect, theme.colour(selected ? ColourRole::Selection : ColourRole::Panel));
        painter->setPen(theme.colour(focused ? ColourRole::LargeCap : ColourRole::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        const bool strong = index.data(TwoLineModel::StrongRole).toBool();
        const QRect room = option.rect.adjusted(kMargin, 5, -kMargin, -5);
        draw(*painter, option, room, Qt::AlignTop,
             textFont(TextSize::Table, strong ? QFont::DemiBold : QFont::Normal),
             theme.colour(ColourRole::Text), index.data().toString());
        const auto ink = static_cast<ColourRole>(index.data(TwoLineModel::InkRole).toInt());
        draw(*painter, option, room, Qt::AlignBottom, textFont(TextSize::Small), theme.colour(ink),
             index.data(TwoLineModel::SecondRole).toString());
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {80, kHeight}; }

private:
    static void draw(QPainter& painter, const QStyleOptionViewItem& option, const QRect& room,
                     Qt::AlignmentFlag height, const QFont& font, const QColor& ink, const QString& words) {
        painter.setFont(font);
        painter.setPen(ink);
        const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeading | height);
        painter.drawText(room, int(side),
                         painter.fontMetrics().elidedText(
                             words, height == Qt::AlignTop ? Qt::ElideMiddle : Qt::ElideRight, room.width()));
    }

    const Appearance& m_appearance;
};

} // namespace

void TwoLineModel::setItems(std::vector<TwoLines> items) {
    if (items.size() == m_items.size()) {
        if (std::exchange(m_items, std::move(items)) != m_items && !m_items.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int TwoLineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant TwoLineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TwoLines& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.first;
    case Qt::ToolTipRole:
        return item.explanation.isEmpty() ? QVariant(item.first + QLatin1Char('\n') + item.second)
                                          : QVariant(item.explanation);
    case Qt::AccessibleTextRole:
        return QVariant(item.first + QStringLiteral(", ") + item.second);
    case SecondRole:
        return item.second;
    case InkRole:
        return static_cast<int>(item.ink);
    case StrongRole:
        return item.strong;
    default:
        return {};
    }
}

TwoLineList::TwoLineList(const Appearance& appearance, const QString& name, QWidget* parent)
    : QListView(parent) {
    setModel(&m_model);
    setItemDelegate(new TwoLineDelegate(appearance, this));
    setAccessibleName(name);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit rowChosen(index.row()); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { emit currentRowChanged(current.row()); });
    connect(&appearance, &Appearance::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

void TwoLineList::setItems(std::vector<TwoLines> items) {
    m_model.setItems(std::move(items));
}

void TwoLineList::setCurrent(int row) {
    setCurrentIndex(m_model.index(row, 0));
}

void TwoLineList::keyPressEvent(QKeyEvent* event) {
    const int row = current();
    if (row >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit rowChosen(row);
    else if (row >= 0 && event->key() == Qt::Key_Delete)
        emit deletePressed(row);
    else
        QListView::keyPressEvent(event);
}

} // namespace rotascope
