#include "ui/import_wizard/preview_view.h"

#include "ui/theme/typography.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace rotascope {

namespace {

constexpr int kRowHeight = 24;
constexpr int kHeaderHeight = 40;
constexpr int kMargin = 10;
constexpr int kWidestColumn = 220;
constexpr int kNarrowestColumn = 84;

/// In the order in which people look for them.
constexpr std::array kOffered{ColumnRole::Day,   ColumnRole::Ticker, ColumnRole::Open,     ColumnRole::High,
                              ColumnRole::Low,   ColumnRole::Close,  ColumnRole::AdjClose, ColumnRole::Volume,
                              ColumnRole::Value, ColumnRole::Nav,    ColumnRole::Shares,   ColumnRole::Aum,
                              ColumnRole::Flow,  ColumnRole::Named,  ColumnRole::Ignored};

class PreviewDelegate : public QStyledItemDelegate {
public:
    PreviewDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = m_appearance.theme();
        const bool problem = index.data(PreviewModel::ProblemRole).toBool();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme.colour(problem    ? ColourRole::AttentionBackground
                                                    : selected ? ColourRole::Selection
                                                               : ColourRole::Panel));
        const bool marked = option.state.testFlag(QStyle::State_HasFocus) || (problem && selected);
        painter->setPen(theme.colour(marked ? ColourRole::LargeCap : ColourRole::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->setFont(textFont(TextSize::Table));
        painter->setPen(theme.colour(static_cast<ColourRole>(index.data(TableModel::InkRole).toInt())));
        const QRect room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        const auto side = QStyle::visualAlignment(option.direction,
                                                  Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
        painter->drawText(
            room, int(side),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const QFontMetrics metrics(textFont(TextSize::Table));
        return {metrics.horizontalAdvance(index.data().toString()) + 2 * kMargin + 2, kRowHeight};
    }

private:
    const Appearance& m_appearance;
};

class RoleHeader : public QHeaderView {
public:
    RoleHeader(const Appearance& appearance, QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_appearance(appearance) {
        setSectionsClickable(true);
        setHighlightSections(false);
        setFixedHeight(kHeaderHeight);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Theme& theme = m_appearance.theme();
        const auto about = [this, section](int role) {
            return model()->headerData(section, orientation(), role);
        };
        painter->save();
        painter->fillRect(rect, theme.colour(ColourRole::Panel));
        painter->setPen(theme.colour(ColourRole::Hairline));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        const QRect room = rect.adjusted(kMargin, 4, -kMargin, -5);
        const auto side =
            QStyle::visualAlignment(layoutDirection(), Qt::Alignment(about(Qt::TextAlignmentRole).toInt()) &
                                                           Qt::AlignHorizontal_Mask);
        painter->setFont(textFont(TextSize::Small, QFont::DemiBold));
        painter->setPen(theme.colour(static_cast<ColourRole>(about(TableModel::InkRole).toInt())));
        draw(*painter, room, side | Qt::AlignTop, about(Qt::DisplayRole).toString() + QStringLiteral(" ▾"));
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(theme.colour(ColourRole::MutedText));
        draw(*painter, room, side | Qt::AlignBottom, about(PreviewModel::HoldsRole).toString());
        painter->restore();
    }

    QSize sectionSizeFromContents(int section) const override {
        const QFontMetrics metrics(textFont(TextSize::Small, QFont::DemiBold));
        const auto width = [&](int role) {
            return metrics.horizontalAdvance(model()->headerData(section, orientation(), role).toString());
        };
        const int words = std::max(width(Qt::DisplayRole) + metrics.horizontalAdvance(QStringLiteral(" ▾")),
                                   width(PreviewModel::HoldsRole));
        return {std::max(kNarrowestColumn, words + 2 * kMargin + 2), kHeaderHeight};
    }

private:
    static void draw(QPainter& painter, const QRect& room, Qt::Alignment side, const QString& words) {
        painter.drawText(room, int(side),
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
    }

    const Appearance& m_appearance;
};

} // namespace

PreviewView::PreviewView(const Appearance& appearance, QWidget* parent)
    : QTableView(parent) {
    setHorizontalHeader(new RoleHeader(appearance, this));
    setModel(&m_model);
    setItemDelegate(new PreviewDelegate(appearance, this));
    setAccessibleName(tr("Preview"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    horizontalHeader()->setStretchLastSection(true); // the few pixels that do not divide
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &PreviewView::askForRole);
    connect(&appearance, &Appearance::themeChanged, this, [this] {
        viewport()->update();
        horizontalHeader()->viewport()->update();
    });
}

void PreviewView::setPreview(std::shared_ptr<const ImportPreview> preview) {
    m_model.reset(std::move(preview));
    m_needed.clear();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_needed.push_back(std::min(
            std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)), kWidestColumn));
    shareRoom();
}

void PreviewView::shareRoom() {
    const int columns = static_cast<int>(m_needed.size());
    const int needed = std::accumulate(m_needed.begin(), m_needed.end(), 0);
    const int left = std::max(0, viewport()->width() - needed);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, m_needed[static_cast<std::size_t>(column)] + left / columns);
}

void PreviewView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    shareRoom();
}

bool PreviewView::showLine(std::uint32_t line) {
    const int row = m_model.rowOfLine(line);
    if (row < 0)
        return false;
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
    return true;
}

void PreviewView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F4 || event->key() == Qt::Key_Menu)
        askForRole(currentIndex().isValid() ? currentIndex().column() : 0);
    else
        QTableView::keyPressEvent(event);
}

void PreviewView::askForRole(int column) {
    if (!m_rolesOffered || column < 0 || column >= m_model.columnCount())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Role of the column"));
    const ColumnRole held = m_model.preview()->columns[static_cast<std::size_t>(column)].role;
    for (const ColumnRole role : kOffered) {
        QAction* action = menu->addAction(roleLabel(role));
        action->setCheckable(true);
        action->setChecked(role == held);
        connect(action, &QAction::triggered, this, [this, column, role] { emit roleChosen(column, role); });
    }
    const QHeaderView* header = horizontalHeader();
    menu->popup(
        header->viewport()->mapToGlobal(QPoint(header->sectionViewportPosition(column), header->height())));
}

} // namespace rotascope
