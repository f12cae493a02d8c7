#include "ui/pages/playbook/flags_dialog.h"

#include "ui/convert/convert.h"
#include "ui/models/rule_tables.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/segment_bar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr QSize kSize{620, 420};
constexpr int kDateWidth = 140;
constexpr int kYes = 0;

} // namespace

FlagsDialog::FlagsDialog(const Appearance& appearance, Playbook playbook, Date today, QWidget* parent)
    : QDialog(parent)
    , m_playbook(std::move(playbook))
    , m_table(new DataTable(appearance, DataTable::Height::Scrolls, this)) {
    setWindowTitle(tr("Flags"));
    resize(kSize);
    auto* words = new QLabel(
        tr("What no series says, noted by hand: yes or no from a day on. Rules and theses name a flag in "
           "quotes, \"Fed cut\". Before its first day a flag is unknown."),
        this);
    words->setWordWrap(true);
    m_table->stretchColumn(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_remove = buttons->addButton(tr("Remove entry"), QDialogButtonBox::ActionRole);
    connect(m_remove, &QPushButton::clicked, this, &FlagsDialog::removeEntry);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_table, 1);
    column->addLayout(makeRow(today));
    column->addWidget(buttons);
    showEntries();
}

QLayout* FlagsDialog::makeRow(Date today) {
    m_name = new QComboBox(this);
    m_name->setEditable(true);
    m_name->setAccessibleName(tr("Flag"));
    m_date = new DateField(this);
    m_date->setAccessibleName(tr("From this day on"));
    m_date->setFixedWidth(kDateWidth);
    m_date->setDate(qdate(today));
    m_value = new SegmentBar(tr("What it is from then on"), {tr("yes"), tr("no")}, this);
    m_value->setCurrent(kYes);
    auto* note = new QPushButton(tr("Note"), this);
    note->setAutoDefault(false);
    connect(m_date, &DateField::dateTyped, m_date, &DateField::setDate);
    connect(m_date, &DateField::stepped, m_date,
            [this](int days) { m_date->setDate(m_date->date().addDays(days)); });
    connect(note, &QPushButton::clicked, this, &FlagsDialog::noteEntry);
    auto* row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_date);
    row->addWidget(m_value);
    row->addWidget(note);
    return row;
}

void FlagsDialog::showEntries() {
    const TableSnapshot table = flagTableOf(m_playbook.flags);
    m_remove->setEnabled(!table.rows.empty());
    m_table->setSnapshot(table);
    const QString typed = m_name->currentText();
    m_name->clear();
    for (const Flag& flag : m_playbook.flags)
        m_name->addItem(qtext(flag.name));
    if (!typed.isEmpty())
        m_name->setCurrentText(typed);
}

void FlagsDialog::noteEntry() {
    const QString name = m_name->currentText().trimmed();
    if (name.isEmpty() || !m_date->date().isValid())
        return;
    noteFlag(m_playbook, utf8(name), {dateOf(m_date->date()), m_value->current() == kYes});
    showEntries();
}

std::optional<Playbook> askFlags(const RuleView& view, const Appearance& appearance, QWidget* parent) {
    const Date today = view.state.asOf.value_or(dateOf(QDate::currentDate()));
    FlagsDialog dialog(appearance, *view.playbook, today, parent);
    if (dialog.exec() != QDialog::Accepted || dialog.playbook() == *view.playbook)
        return std::nullopt;
    return dialog.playbook();
}

/// The entry under the cursor, else the first; a flag without entries is unknown, and stays.
void FlagsDialog::removeEntry() {
    int row = std::max(0, m_table->currentSourceRow());
    for (Flag& flag : m_playbook.flags) {
        const int count = static_cast<int>(flag.entries.size());
        if (row < count) {
            flag.entries.erase(flag.entries.begin() + row);
            break;
        }
        row -= count;
    }
    showEntries();
}

} // namespace rotascope
