#include "ui/widgets/fact_rows.h"

#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/menu_button.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kRowHeight = 26;
// What a button keeps free beside its words, so that values stand below each other.
constexpr int kButtonMargin = 13;
constexpr int kPartSpacing = 8;
constexpr int kButtonAround = 26; // padding and border of a button

} // namespace

FactRows::FactRows(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(12, 0, 12, 6);
    m_column->setSpacing(0);
}

void FactRows::setFacts(const std::vector<Fact>& facts) {
    while (m_rows.size() < facts.size())
        addRow();
    const bool menus = std::any_of(facts.begin(), facts.end(),
                                   [](const Fact& fact) { return !fact.choices.isEmpty() && !fact.boxed; });
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        show(m_rows[i], i < facts.size() ? facts[i] : Fact{}, static_cast<int>(i));
        m_rows[i].value->setContentsMargins(0, 0, menus ? kButtonMargin : 0, 0);
    }
    m_facts = facts;
}

void FactRows::setChoosable(bool choosable) {
    m_choosable = choosable;
    for (const Row& row : m_rows)
        row.button->setEnabled(choosable);
}

MenuButton* FactRows::button(int row) const {
    const auto& facts = m_facts;
    const auto index = static_cast<std::size_t>(row);
    return index < facts.size() && !facts[index].choices.isEmpty() ? m_rows[index].button : nullptr;
}

void FactRows::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    for (std::size_t i = 0; i < m_facts.size(); ++i)
        if (!m_facts[i].choices.isEmpty())
            fit(m_rows[i], m_facts[i]);
}

void FactRows::fit(const Row& row, const Fact& fact) const {
    const QString sign = QStringLiteral(" ▾");
    const QString words = fact.boxed ? fact.choices.front() : fact.value;
    const QFontMetrics metrics = row.button->fontMetrics();
    const QMargins around = m_column->contentsMargins();
    const int room = width() - around.left() - around.right() - row.label->sizeHint().width() - kPartSpacing -
                     kButtonAround - metrics.horizontalAdvance(sign);
    const bool cut = !fact.boxed && room > 0 && metrics.horizontalAdvance(words) > room;
    row.button->setText((cut ? metrics.elidedText(words, Qt::ElideRight, room) : words) + sign);
    row.button->setToolTip(cut ? words + QLatin1Char('\n') + fact.explanation : fact.explanation);
}

void FactRows::addRow() {
    const int index = static_cast<int>(m_rows.size());
    Row row{new QWidget(this), new QFrame(this), nullptr, nullptr, nullptr};
    row.label = new QLabel(row.line);
    row.value = new ElidedLabel(row.line);
    row.button = new MenuButton(row.line);
    for (QWidget* widget : {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.value)})
        setTextSize(*widget, TextSize::Table);
    setTextSize(*row.button, TextSize::Table);
    setInk(*row.label, ColourRole::MutedText);
    row.value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row.button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row.button->setMenu(new QMenu(row.button));
    row.button->setEnabled(m_choosable);
    connect(row.button->menu(), &QMenu::triggered, this,
            [this, index](const QAction* action) { emit chosen(index, action->data().toInt()); });
    auto* parts = new QHBoxLayout(row.line);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(kPartSpacing);
    parts->addWidget(row.label);
    parts->addWidget(row.value, 1);
    parts->addWidget(row.button);
    row.line->setFixedHeight(kRowHeight);
    row.rule->setFixedHeight(1);
    setDress(*row.rule, Dress::Rule);
    m_column->addWidget(row.rule);
    m_column->addWidget(row.line);
    m_rows.push_back(row);
}

void FactRows::show(Row& row, const Fact& fact, int index) {
    const bool offers = !fact.choices.isEmpty();
    const bool shown = !fact.label.isEmpty();
    row.line->setVisible(shown);
    row.rule->setVisible(shown && index > 0);
    // The empty value pushes a button to the far end.
    row.button->setVisible(offers);
    row.label->setText(fact.label);
    row.value->setText(offers && !fact.boxed ? QString() : fact.value);
    row.value->setToolTip(fact.explanation);
    row.label->setToolTip(fact.explanation);
    row.button->setToolTip(fact.explanation);
    row.button->setAccessibleName(fact.label + QStringLiteral(": ") + fact.value);
    setInk(*row.value, fact.ink);
    setInk(*row.button, fact.ink);
    if (!offers)
        return;
    setDress(*row.button, fact.boxed ? Dress::SegmentOnly : Dress::Flat);
    fit(row, fact);
    row.button->menu()->clear();
    for (int choice = fact.boxed ? 1 : 0; choice < fact.choices.size(); ++choice)
        row.button->menu()->addAction(fact.choices[choice])->setData(choice);
}

} // namespace rotascope
