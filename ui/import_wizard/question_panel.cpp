#include "ui/import_wizard/question_panel.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rotascope {

namespace {

constexpr int kFieldWidth = 190;

QString capitalised(const std::string& words) {
    QString text = qtext(words);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// The letter that tells an answer from the other one, and is none of the wizard's own keys.
qsizetype keyOf(const QString& words, const QString& other) {
    const QString taken = QStringLiteral("apilst");
    for (qsizetype at = 0; at < words.size(); ++at)
        if (words[at].isLetter() && words[at] != other.mid(at, 1) && !taken.contains(words[at].toLower()))
            return at;
    return 0;
}

TableCell readingCell(const QuestionRow& row, std::size_t reading) {
    TableCell cell{qtext(row.readings[reading]), qtext(row.readings[reading]), std::nullopt, false, {}};
    if (row.odd[reading]) {
        cell.ink = ColourRole::Negative;
        cell.explanation = QuestionPanel::tr("no session on that day");
    }
    return cell;
}

TableSnapshot tableOf(const ImportQuestion& question) {
    TableSnapshot table;
    table.name = QuestionPanel::tr("Rows under both readings");
    table.columns = {{QuestionPanel::tr("Text"), {}, true, std::nullopt},
                     {qtext(question.answers[0]), {}, false, std::nullopt},
                     {qtext(question.answers[1]), {}, false, std::nullopt}};
    for (const QuestionRow& row : question.rows) {
        TableCell text = textCell(qtext(row.text));
        text.explanation = QuestionPanel::tr("line %1").arg(row.line);
        table.rows.push_back({text, readingCell(row, 0), readingCell(row, 1)});
    }
    return table;
}

} // namespace

QuestionPanel::QuestionPanel(const Appearance& appearance, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_evidence(new QLabel(this))
    , m_rows(new DataTable(appearance, DataTable::Height::FitsRows, this))
    , m_field(new QLineEdit(this))
    , m_name(new QPushButton(this))
    , m_leaveOut(new QPushButton(tr("&Leave this file out"), this)) {
    setDress(*this, Dress::Question);
    setTextSize(*m_title, TextSize::Control, QFont::DemiBold);
    setTextSize(*m_evidence, TextSize::Table);
    setInk(*m_evidence, ColourRole::MutedText);
    // Words that wrap need no width of their own.
    for (QLabel* words : {m_title, m_evidence}) {
        words->setWordWrap(true);
        words->setMinimumWidth(1);
    }
    m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows->setSortingEnabled(false);
    m_field->setFixedWidth(kFieldWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_evidence);
    column->addWidget(m_rows);
    column->addLayout(makeButtons());
    hide();
}

QHBoxLayout* QuestionPanel::makeButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field);
    row->addWidget(m_name);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        m_answers[i] = new QPushButton(this);
        row->addWidget(m_answers[i]);
        connect(m_answers[i], &QPushButton::clicked, this, [this, i] { emit answered(i); });
    }
    row->addWidget(m_leaveOut);
    row->addStretch(1);
    setDress(*m_name, Dress::Primary);
    const auto name = [this] {
        if (!m_field->text().trimmed().isEmpty())
            emit named(m_field->text());
    };
    connect(m_name, &QPushButton::clicked, this, name);
    connect(m_field, &QLineEdit::returnPressed, this, name);
    connect(m_leaveOut, &QPushButton::clicked, this, &QuestionPanel::leftOut);
    return row;
}

void QuestionPanel::show(const ReviewedFile& file) {
    const ReviewState state = stateOf(file);
    const bool asks = state == ReviewState::Question;
    const bool out = state == ReviewState::LeftOut;
    const bool question = asks && file.preview->question;
    setVisible(asks || out || state == ReviewState::Refused);
    m_rows->setVisible(question);
    for (QPushButton* button : m_answers)
        button->setVisible(question);
    m_field->setVisible(asks && !question);
    m_name->setVisible(asks && !question);
    m_leaveOut->setText(out ? tr("&Take this file in again") : tr("&Leave this file out"));
    if (question)
        showQuestion(*file.preview->question);
    else if (out)
        say(tr("This file is left out."), tr("Nothing of it will be stored."));
    else if (asks)
        askForName(file);
    else if (state == ReviewState::Refused)
        say(tr("This file cannot be imported."), qtext(file.preview->outcome.error->message));
}

void QuestionPanel::askForName(const ReviewedFile& file) {
    const bool day = needsDay(file);
    // What was typed for another file is no answer here.
    const QString asked = file.path + (day ? QLatin1Char('d') : QLatin1Char('s'));
    if (std::exchange(m_asked, asked) != asked)
        m_field->clear();
    m_field->setPlaceholderText(day ? tr("such as 2025-11-28") : tr("such as RUT"));
    m_field->setAccessibleName(day ? tr("Day of all rows") : tr("Symbol of the file's instrument"));
    m_name->setText(day ? tr("Use this day") : tr("Use this symbol"));
    if (day)
        say(tr("Which day are these values of?"),
            tr("The table does not say of which day its values are: name the day of all rows."));
    else
        say(tr("Which instrument is this?"),
            tr("Neither the file's columns nor its name say which symbol it holds."));
}

void QuestionPanel::say(const QString& title, const QString& evidence) {
    m_title->setText(title);
    m_evidence->setText(evidence);
}

void QuestionPanel::showQuestion(const ImportQuestion& question) {
    say(qtext(question.title), qtext(question.evidence));
    m_rows->setSnapshot(tableOf(question));
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const bool suggested = question.suggested == i;
        const QString words = capitalised(question.answers[i]);
        const QString other = capitalised(question.answers[1 - i]);
        const qsizetype key = keyOf(words, other);
        const QString keyed = words.left(key) + QLatin1Char('&') + words.mid(key);
        m_answers[i]->setText(suggested ? tr("%1 (suggested)").arg(keyed) : keyed);
        setDress(*m_answers[i], suggested ? Dress::Primary : Dress::Button);
    }
}

} // namespace rotascope
