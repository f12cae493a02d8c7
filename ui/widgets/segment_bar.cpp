#include "ui/widgets/segment_bar.h"

#include "ui/theme/dress.h"
#include "ui/widgets/choice_button.h"

#include <QAbstractButton>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QToolButton>

namespace rotascope {

namespace {

constexpr int kAround = 18; ///< padding and borders

Dress dressAt(qsizetype index, qsizetype count) {
    if (count == 1)
        return Dress::SegmentOnly;
    if (index == 0)
        return Dress::SegmentFirst;
    return index == count - 1 ? Dress::SegmentLast : Dress::Segment;
}

/// As wide as when chosen, so that choosing moves nothing.
int widthOf(const QString& label) {
    return QFontMetrics(textFont(TextSize::Table, QFont::DemiBold)).horizontalAdvance(label) + kAround;
}

} // namespace

SegmentBar::SegmentBar(const QString& name, const QStringList& labels, QWidget* parent)
    : QWidget(parent) {
    // Ranges and numbers run from left to right, as charts do.
    setLayoutDirection(Qt::LeftToRight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    setAccessibleName(name);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(labels.at(i));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(name + QStringLiteral(": ") + labels.at(i));
        setDress(*button, dressAt(i, labels.size()));
        setTextSize(*button, TextSize::Table);
        button->setMinimumWidth(widthOf(labels.at(i)));
        connect(button, &QToolButton::toggled, button, [button](bool checked) {
            setTextSize(*button, TextSize::Table, checked ? QFont::DemiBold : QFont::Normal);
        });
        m_group.addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    connect(&m_group, &QButtonGroup::idClicked, this, &SegmentBar::chosen);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentBar::setCurrent(int index) {
    if (index == current())
        return;
    m_group.setExclusive(false);
    for (QAbstractButton* button : m_group.buttons())
        button->setChecked(m_group.id(button) == index);
    m_group.setExclusive(true);
    if (m_fold)
        m_fold->setCurrent(index);
}

void SegmentBar::makeFold() {
    QStringList labels;
    for (const QAbstractButton* button : m_group.buttons())
        labels << button->text();
    m_fold = new ChoiceButton(accessibleName(), labels, this);
    m_fold->setCurrent(current());
    layout()->addWidget(m_fold);
    connect(m_fold, &ChoiceButton::chosen, this, [this](int index) { m_group.button(index)->click(); });
    connect(&m_group, &QButtonGroup::idClicked, m_fold, &ChoiceButton::setCurrent);
}

void SegmentBar::setFolded(bool folded) {
    if (folded && !m_fold)
        makeFold();
    for (QAbstractButton* button : m_group.buttons())
        button->setVisible(!folded);
    if (m_fold)
        m_fold->setVisible(folded);
}

void SegmentBar::setExplanation(int index, const QString& text) {
    m_group.button(index)->setToolTip(text);
}

} // namespace rotascope
