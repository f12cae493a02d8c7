#include "ui/pages/playbook/note_dialog.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/widgets/date_field.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kSize{680, 620};
constexpr int kClaimLines = 5;

QPlainTextEdit* textField(const QString& name, const QString& example, QWidget* parent) {
    auto* field = new QPlainTextEdit(parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(example);
    field->setTabChangesFocus(true);
    return field;
}

} // namespace

NoteDialog::NoteDialog(const Note& note, QWidget* parent)
    : CheckedDialog(note.id == 0 ? tr("New note") : tr("Note of %1").arg(dateText(note.date)), kSize, parent)
    , m_note(note)
    , m_title(new QLineEdit(qtext(note.title), this))
    , m_date(new DateField(this))
    , m_source(new QLineEdit(qtext(note.source), this))
    , m_sentiment(new QLineEdit(this))
    , m_about(new QLineEdit(qtext(note.about), this))
    , m_text(textField(tr("Text"), tr("What it says"), this))
    , m_claims(textField(tr("Claims, one a line"),
                         tr("RUT +8.47% 5 sessions 2025-11-28\nRUT +10.85% MTD 2024-11-11\nDGS10 +26bp 2 "
                            "sessions 2022-06-14"),
                         this)) {
    m_date->setDate(qdate(note.date));
    m_date->setAlignment(Qt::AlignLeft);
    connect(m_date, &DateField::dateTyped, m_date, &DateField::setDate);
    connect(m_date, &DateField::stepped, m_date,
            [this](int days) { m_date->setDate(m_date->date().addDays(days)); });
    m_sentiment->setPlaceholderText(tr("−1 bearish to +1 bullish; empty: none"));
    m_about->setPlaceholderText(tr("a symbol; empty: those of the claims"));
    if (note.sentiment)
        m_sentiment->setText(qtext(signedNumber(*note.sentiment, 2)));
    m_text->setPlainText(qtext(note.text));
    QStringList claims;
    for (const std::string& claim : note.claims)
        claims << qtext(claim);
    m_claims->setPlainText(claims.join(QLatin1Char('\n')));
    m_claims->setFixedHeight(m_claims->fontMetrics().lineSpacing() * (kClaimLines + 1));
    auto* form = new QFormLayout;
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Written on"), m_date);
    form->addRow(tr("Source"), m_source);
    form->addRow(tr("Sentiment"), m_sentiment);
    form->addRow(tr("About"), m_about);
    form->addRow(tr("Text"), m_text);
    form->addRow(tr("Claims"), m_claims);
    content()->addLayout(form, 1);
}

Result<Note> NoteDialog::typedNote() const {
    Note note = m_note;
    note.title = utf8(m_title->text().trimmed());
    note.source = utf8(m_source->text().trimmed());
    note.text = utf8(m_text->toPlainText().trimmed());
    note.date = dateOf(m_date->date());
    note.about = canonicalSymbol(utf8(m_about->text().trimmed()));
    QString mood = m_sentiment->text().trimmed();
    mood.replace(QChar(0x2212), QLatin1Char('-'));
    note.sentiment = parseNumber(utf8(mood.startsWith(QLatin1Char('+')) ? mood.mid(1) : mood));
    if (!mood.isEmpty() && !note.sentiment)
        return usageError("bad_note", "A sentiment is a number from −1 to +1.");
    note.claims.clear();
    for (const QString& line : m_claims->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty())
            note.claims.push_back(utf8(line.trimmed()));
    if (const auto sound = checkNote(note); !sound)
        return Failure(sound.error());
    return note;
}

Result<void> NoteDialog::take() {
    auto note = typedNote();
    if (!note)
        return Failure(note.error());
    m_note = std::move(*note);
    return {};
}

} // namespace rotascope
