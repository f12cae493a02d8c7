#include "ui/widgets/start_view.h"

#include "ui/theme/dress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kTextWidth = 560;

} // namespace

StartView::StartView(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_import(addButton(tr("Import CSV…"),
                         tr("Price files as they are downloaded; drop them on the window as well")))
    , m_demo(addButton(tr("Explore the demo market"),
                       tr("A synthetic market from 1987 to 2025, marked DEMO wherever it is shown")))
    , m_open(addButton(tr("Open another desk…"), {}))
    , m_new(addButton(tr("New desk…"), {})) {
    setTextSize(*m_title, TextSize::Tile, QFont::DemiBold);
    setTextSize(*m_sentence, TextSize::Control);
    setInk(*m_sentence, ColourRole::MutedText);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(kTextWidth);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QPushButton* button : {m_import, m_demo, m_open, m_new})
        buttons->addWidget(button);
    buttons->addStretch(1);
    // Beside stretches rather than aligned: an aligned label is given one line too few.
    auto* words = new QHBoxLayout;
    words->addStretch(1);
    words->addWidget(m_sentence);
    words->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addLayout(words);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch(3);
    setDress(*m_import, Dress::Primary);
    connect(m_import, &QPushButton::clicked, this, &StartView::importRequested);
    connect(m_demo, &QPushButton::clicked, this, &StartView::demoRequested);
    connect(m_open, &QPushButton::clicked, this, &StartView::openRequested);
    connect(m_new, &QPushButton::clicked, this, &StartView::newDeskRequested);
}

QPushButton* StartView::addButton(const QString& text, const QString& explanation) {
    auto* button = new QPushButton(text, this);
    button->setToolTip(explanation);
    return button;
}

void StartView::showEmptyDesk(const QString& deskName) {
    m_title->setText(tr("This desk is empty"));
    m_sentence->setText(
        tr("%1 holds no instrument yet. Import price files of a small-cap and a large-cap series "
           "(for example RUT and SPX, or IWM and SPY), or look around in a synthetic market first.")
            .arg(deskName));
    m_import->show();
    m_demo->show();
    m_open->hide();
    m_new->hide();
}

void StartView::showFailure(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_import->hide();
    m_demo->hide();
    m_open->show();
    m_new->show();
}

void StartView::setBusy(bool busy) {
    m_import->setEnabled(!busy);
    m_demo->setEnabled(!busy);
}

QString StartView::sentence() const {
    return m_sentence->text();
}

} // namespace rotascope
