#include "ui/dialogs/command_palette.h"

#include "ui/theme/dress.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStringList>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr QSize kSize{560, 420};
constexpr int kTop = 80;

QWidget* rowWidget(const PaletteEntry& entry) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(12, 4, 12, 4);
    auto* title = new QLabel(entry.title, row);
    auto* keys = new QLabel(entry.keys, row);
    setTextSize(*keys, TextSize::Small);
    setInk(*keys, ColourRole::MutedText);
    line->addWidget(title, 1);
    line->addWidget(keys);
    return row;
}

} // namespace

std::vector<std::size_t> matchingEntries(const std::vector<PaletteEntry>& entries, const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (std::all_of(words.begin(), words.end(), [&title = entries[i].title](const QString& word) {
                return title.contains(word, Qt::CaseInsensitive);
            }))
            found.push_back(i);
    const auto begins = [&entries, &text](std::size_t i) {
        const QString& title = entries[i].title;
        const auto colon = title.indexOf(QStringLiteral(": "));
        return title.startsWith(text, Qt::CaseInsensitive) ||
               (colon > 0 && title.mid(colon + 2).startsWith(text, Qt::CaseInsensitive));
    };
    std::stable_partition(found.begin(), found.end(), begins);
    return found;
}

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, TypedEntry typed, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_typed(std::move(typed))
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this)) {
    setWindowTitle(tr("Command palette"));
    setDress(*this, Dress::Panel);
    m_text->setPlaceholderText(tr("A command, a page, a symbol or a date"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->installEventFilter(this);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_text, &QLineEdit::returnPressed, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemClicked, this, &QDialog::accept);
    resize(kSize);
    if (parent)
        move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, kTop)));
    narrow({});
}

void CommandPalette::narrow(const QString& text) {
    m_shown.clear();
    if (const auto typed = m_typed ? m_typed(text.trimmed()) : std::nullopt)
        m_shown.push_back(*typed);
    for (const std::size_t index : matchingEntries(m_entries, text.trimmed()))
        m_shown.push_back(m_entries[index]);
    m_list->clear();
    for (const PaletteEntry& entry : m_shown) {
        auto* item = new QListWidgetItem(m_list);
        QWidget* row = rowWidget(entry);
        item->setData(Qt::AccessibleTextRole, entry.title);
        item->setSizeHint(row->sizeHint());
        m_list->setItemWidget(item, row);
    }
    m_list->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
    return true;
}

void CommandPalette::done(int result) {
    const int row = m_list->currentRow();
    QDialog::done(result);
    if (result == Accepted && row >= 0)
        QTimer::singleShot(0, parent(), m_shown[static_cast<std::size_t>(row)].run);
}

} // namespace rotascope
