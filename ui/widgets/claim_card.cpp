#include "ui/widgets/claim_card.h"

#include "ui/theme/dress.h"
#include "ui/widgets/headline_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kAccent = 3; ///< the bar at the leading edge

} // namespace

ClaimCard::ClaimCard(const Appearance& appearance, QWidget* parent)
    : QFrame(parent)
    , m_appearance(appearance)
    , m_quote(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_button(new QToolButton(this))
    , m_sentences(new HeadlineLabel(appearance, this)) {
    setDress(*this, Dress::Panel);
    setAccessibleName(tr("Claim"));
    setTextSize(*m_quote, TextSize::Table);
    setInk(*m_quote, ColourRole::MutedText);
    m_quote->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_quote->setWordWrap(true);
    setTextSize(*m_field, TextSize::Table);
    m_field->setAccessibleName(tr("Claim, as text"));
    m_field->installEventFilter(this);
    setDress(*m_button, Dress::Flat);
    setTextSize(*m_button, TextSize::Table);
    setTextSize(*m_sentences, TextSize::Control);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_quote, 1);
    top->addWidget(m_field, 1);
    top->addWidget(m_button, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 4, 8, 8);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_sentences);
    connect(m_button, &QToolButton::clicked, this, [this] { isEditing() ? take() : edit(true); });
    connect(m_field, &QLineEdit::returnPressed, this, &ClaimCard::take);
    edit(false);
}

bool ClaimCard::isEditing() const {
    return m_field->isVisibleTo(this);
}

void ClaimCard::edit(bool on) {
    m_field->setVisible(on);
    m_quote->setVisible(!on);
    m_button->setText(on ? tr("Check it") : m_claim.isEmpty() ? tr("Enter a claim") : tr("Edit"));
    m_button->setToolTip(tr("What, threshold, since, as of, then values with their horizons: \"spread z >= 3 "
                            "since 1980 as of 2024-11-06: 7 % in 6 months, 14 % in 12 months\""));
    if (!on)
        return;
    m_field->setText(m_claim);
    m_field->setFocus();
    m_field->selectAll();
}

void ClaimCard::take() {
    const QString claim = m_field->text().trimmed();
    edit(false);
    emit claimTyped(claim);
}

void ClaimCard::setClaim(const QString& claim) {
    m_claim = claim;
    m_quote->setText(claim.isEmpty() ? tr("No claim. Enter a published sentence about such events to hold it "
                                          "against your data.")
                                     : tr("Claim: “%1”").arg(claim));
    m_sentences->setVisible(!claim.isEmpty());
    if (!isEditing())
        edit(false);
}

void ClaimCard::setSentences(Headline sentences) {
    m_sentences->setHeadline(std::move(sentences));
}

void ClaimCard::setProblem(const QString& problem) {
    m_sentences->setHeadline({{problem.toStdString(), Emphasis::Normal}});
}

bool ClaimCard::eventFilter(QObject* watched, QEvent* event) {
    const bool escape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched == m_field && escape) {
        edit(false);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ClaimCard::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    const int left = isRightToLeft() ? width() - kAccent : 0;
    painter.fillRect(QRect(left, 4, kAccent, height() - 8), m_appearance.theme().colour(ColourRole::Event));
}

} // namespace rotascope
