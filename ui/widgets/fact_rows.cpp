#include "ui/widgets/fact_rows.h"

#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>
#include <QMenu>
#include <QToolButton>

namespace rotascope {

namespace {

constexpr int kRowHeight = 26;

} // namespace

FactRows::FactRows(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(12, 0, 12, 6);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
}

void FactRows::setFacts(const std::vector<Fact>& facts) {
    while (m_rows.size() < facts.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        show(m_rows[i], i < facts.size() ? facts[i] : Fact{}, static_cast<int>(i));
    m_facts = facts;
}

QToolButton* FactRows::button(int row) const {
    const auto& facts = m_facts;
    const auto index = static_cast<std::size_t>(row);
    return index < facts.size() && !facts[index].choices.isEmpty() ? m_rows[index].button : nullptr;
}

void FactRows::addRow() {
    const int index = static_cast<int>(m_rows.size());
    Row row{new QLabel(this), new ElidedLabel(this), new QToolButton(this)};
    for (QWidget* widget : {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.value)})
        setTextSize(*widget, TextSize::Table);
    setTextSize(*row.button, TextSize::Table);
    setInk(*row.label, ColourRole::MutedText);
    row.value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row.button->setPopupMode(QToolButton::InstantPopup);
    row.button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row.button->setFocusPolicy(Qt::StrongFocus);
    row.button->setMenu(new QMenu(row.button));
    row.label->setBuddy(row.button);
    connect(row.button->menu(), &QMenu::triggered, this,
            [this, index](const QAction* action) { emit chosen(index, action->data().toInt()); });
    m_grid->addWidget(row.label, index, 0);
    m_grid->addWidget(row.value, index, 1);
    m_grid->addWidget(row.button, index, 2, Qt::AlignTrailing);
    m_grid->setRowMinimumHeight(index, kRowHeight);
    m_rows.push_back(row);
}

void FactRows::show(Row& row, const Fact& fact, int index) {
    const bool offers = !fact.choices.isEmpty();
    const bool shown = !fact.label.isEmpty();
    m_grid->setRowMinimumHeight(index, shown ? kRowHeight : 0);
    row.label->setVisible(shown);
    row.value->setVisible(shown && (!offers || fact.boxed));
    row.button->setVisible(shown && offers);
    row.label->setText(fact.label);
    row.value->setText(fact.value);
    row.value->setToolTip(fact.explanation);
    row.label->setToolTip(fact.explanation);
    row.button->setToolTip(fact.explanation);
    row.button->setAccessibleName(fact.label + QStringLiteral(": ") + fact.value);
    setInk(*row.value, fact.ink);
    setInk(*row.button, fact.ink);
    if (!offers)
        return;
    setDress(*row.button, fact.boxed ? Dress::SegmentOnly : Dress::Flat);
    row.button->setText((fact.boxed ? fact.choices.front() : fact.value) + QStringLiteral(" ▾"));
    row.button->menu()->clear();
    for (int choice = fact.boxed ? 1 : 0; choice < fact.choices.size(); ++choice)
        row.button->menu()->addAction(fact.choices[choice])->setData(choice);
}

} // namespace rotascope
