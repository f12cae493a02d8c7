#include "ui/widgets/notice_bar.h"

#include "ui/theme/dress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace rotascope {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this)) {
    setDress(*this, Dress::TopBarPast);
    setInk(*m_text, ColourRole::Attention);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QPushButton(tr("Dismiss"), this);
    setDress(*close, Dress::Flat);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        emit actionChosen();
    });
    connect(close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    hide();
}

void NoticeBar::say(const QString& sentence, const QString& action) {
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
}

void NoticeBar::dismiss() {
    hide();
    m_text->clear();
}

QString NoticeBar::sentence() const {
    return m_text->text();
}

} // namespace rotascope
