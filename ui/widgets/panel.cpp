#include "ui/widgets/panel.h"

#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

Panel::Panel(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout(this))
    , m_title(new ElidedLabel(this))
    , m_note(new ElidedLabel(this)) {
    setDress(*this, Dress::Panel);
    setTextSize(*m_title, TextSize::Table, QFont::DemiBold);
    setTextSize(*m_note, TextSize::Small);
    setInk(*m_note, ColourRole::MutedText);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_header->setContentsMargins(12, 8, 12, 4);
    m_header->setSpacing(8);
    m_header->addWidget(m_title);
    m_header->addWidget(m_note, 1);
    m_body->setContentsMargins(1, 1, 1, 1);
    m_body->setSpacing(0);
    m_body->addLayout(m_header);
    setTitle(title);
}

void Panel::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void Panel::setNote(const QString& note) {
    m_note->setText(note);
}

QString Panel::note() const {
    return m_note->text();
}

void Panel::addHeaderWidget(QWidget* widget) {
    m_header->addWidget(widget);
}

void Panel::addContent(QWidget* widget, int stretch) {
    m_body->addWidget(widget, stretch);
}

QSize Panel::sizeHint() const {
    return m_body->sizeHint();
}

void Panel::addStretch() {
    m_body->addStretch(1);
}

} // namespace rotascope
