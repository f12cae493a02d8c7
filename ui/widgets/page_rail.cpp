#include "ui/widgets/page_rail.h"

#include "ui/theme/dress.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kWidth = 160;
constexpr int kRowHeight = 33;
constexpr int kAccentWidth = 3;
constexpr int kShortcutRole = Qt::UserRole;

class RailDelegate : public QStyledItemDelegate {
public:
    RailDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = m_appearance.theme();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool lit = selected || option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, theme.colour(selected ? ColourRole::Selection : ColourRole::Window));
        if (selected)
            painter->fillRect(accentOf(option), theme.colour(ColourRole::LargeCap));
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRect room = option.rect.adjusted(mirrored ? 10 : 16, 0, mirrored ? -16 : -10, 0);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(theme.colour(ColourRole::MutedText));
        const auto side = [&option](Qt::Alignment alignment) {
            return int(QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter));
        };
        painter->setLayoutDirection(Qt::LeftToRight);
        painter->drawText(room, side(Qt::AlignTrailing), index.data(kShortcutRole).toString());
        painter->setFont(textFont(TextSize::Control, selected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(theme.colour(lit ? ColourRole::Text : ColourRole::MutedText));
        painter->drawText(room, side(Qt::AlignLeading), index.data().toString());
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kWidth, kRowHeight};
    }

private:
    static QRect accentOf(const QStyleOptionViewItem& option) {
        QRect accent = option.rect;
        if (option.direction == Qt::RightToLeft)
            accent.setLeft(accent.right() - kAccentWidth + 1);
        else
            accent.setWidth(kAccentWidth);
        return accent;
    }

    const Appearance& m_appearance;
};

/// The keyboard passing through opens no page: a list without a current row would make its first one current.
class RailList : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    void focusInEvent(QFocusEvent* event) override {
        if (currentRow() >= 0)
            return QListWidget::focusInEvent(event);
        const QSignalBlocker quiet(this);
        QListWidget::focusInEvent(event);
        setCurrentRow(-1);
    }
};

} // namespace

PageRail::PageRail(const Appearance& appearance, const std::vector<RailEntry>& entries, QWidget* parent)
    : QFrame(parent)
    , m_list(new RailList(this))
    , m_footer(new QLabel(this)) {
    setDress(*this, Dress::Rail);
    setFixedWidth(kWidth);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setItemDelegate(new RailDelegate(appearance, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);
    for (const RailEntry& entry : entries) {
        auto* item = new QListWidgetItem(entry.title, m_list);
        item->setData(kShortcutRole, entry.shortcut);
        item->setToolTip(entry.explanation);
    }
    setTextSize(*m_footer, TextSize::Small);
    setInk(*m_footer, ColourRole::MutedText);
    m_footer->setWordWrap(true);
    m_footer->setContentsMargins(14, 8, 8, 12);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 1, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    connect(m_list, &QListWidget::currentRowChanged, this, &PageRail::chosen);
    connect(&appearance, &Appearance::themeChanged, m_list->viewport(), qOverload<>(&QWidget::update));
}

void PageRail::setCurrent(int page) {
    m_list->setCurrentRow(page);
}

int PageRail::current() const {
    return m_list->currentRow();
}

void PageRail::setFooter(const QString& text, const QString& explanation) {
    m_footer->setText(text);
    m_footer->setToolTip(explanation);
}

} // namespace rotascope
