#include "ui/pages/playbook/notes_section.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/note_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/playbook/note_dialog.h"
#include "ui/session/rule_session.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"

#include <QDate>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr int kTypingPause = 120; ///< milliseconds
constexpr int kListWidth = 560;
constexpr int kLeastList = 420;
constexpr int kLeastTable = 110;

Headline notesHeadline(const NotesReading& reading) {
    const std::size_t count = reading.notes.size();
    if (count == 0 && reading.later == 0)
        return {{"This desk keeps no notes. New note… keeps one, with claims that the data can answer.",
                 Emphasis::Normal}};
    Headline headline{{groupedCount(static_cast<long long>(count)) + (count == 1 ? " note" : " notes") +
                           ". Claims: " + reading.summary + ".",
                       Emphasis::Strong}};
    const std::size_t pairs = reading.contradictions.size();
    if (pairs > 0)
        addSentence(headline, Emphasis::Normal,
                    pairs == 1 ? "One pair of statements contradicts each other."
                               : groupedCount(static_cast<long long>(pairs)) +
                                     " pairs of statements contradict each other.");
    if (reading.later > 0)
        addSentence(headline, Emphasis::Muted,
                    groupedCount(static_cast<long long>(reading.later)) +
                        " written after the as-of date, not shown.");
    return headline;
}

} // namespace

NotesSection::NotesSection(const PageContext& context)
    : Page(context)
    , m_notes(NoteSession::of(context.session))
    , m_rules(RuleSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeList(), 2);
    row->addWidget(makeRight(), 3);
    pageColumn(this, m_headline)->addWidget(content, 1);
    connectParts();
}

QWidget* NotesSection::makeList() {
    m_listPanel = new Panel(tr("Notes"), this);
    m_listPanel->setMinimumWidth(kLeastList);
    m_listPanel->setMaximumWidth(kListWidth);
    m_list = tableIn(m_listPanel, appearance(), DataTable::Height::Scrolls);
    m_list->stretchColumn(1);
    auto* foot = new QWidget(m_listPanel);
    auto* row = controlRow(foot);
    auto* add = flatButton(tr("New note…"), tr("Words, source, sentiment and claims"), foot);
    m_change = flatButton(tr("Change…"), tr("The note that is chosen"), foot);
    m_remove = flatButton(tr("Remove"), tr("The note that is chosen"), foot);
    m_undo = flatButton(tr("Undo"), tr("Takes the last change of notes back"), foot);
    for (QToolButton* button : {add, m_change, m_remove, m_undo})
        row->addWidget(button);
    row->addStretch(1);
    m_listPanel->addContent(foot);
    connect(add, &QToolButton::clicked, this, &NotesSection::addNote);
    return m_listPanel;
}

QWidget* NotesSection::makeTyped() {
    auto* panel = new Panel(tr("Check a claim"), this);
    panel->setNote(tr("series, figure, window, day"));
    auto* line = new QWidget(panel);
    auto* row = controlRow(line);
    m_typed = new QLineEdit(line);
    m_typed->setAccessibleName(tr("A claim to check"));
    m_typed->setPlaceholderText(QStringLiteral("RUT +8.47% 5 sessions 2025-11-28"));
    row->addWidget(m_typed, 1);
    m_typedWords = proseIn(panel, TextSize::Table, ColourRole::Text);
    panel->addContent(line);
    panel->addContent(m_typedWords);
    m_typedTable = tableIn(panel, appearance(), DataTable::Height::FitsRows);
    m_typedTable->stretchColumn(1);
    m_typedTable->hide();
    m_typedWords->hide();
    return panel;
}

QWidget* NotesSection::makeRight() {
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_notePanel = new Panel(tr("The note"), right);
    m_words = proseIn(m_notePanel, TextSize::Control, ColourRole::Text);
    m_notePanel->addContent(m_words);
    m_audits = tableIn(m_notePanel, appearance(), DataTable::Height::FitsRows);
    m_audits->stretchColumn(1);
    m_draftPanel = new Panel(tr("Rules that its words propose"), right);
    m_draftPanel->setNote(tr("double click adds one to the playbook"));
    m_drafts = tableIn(m_draftPanel, appearance(), DataTable::Height::FitsRows);
    m_drafts->stretchColumn(0);
    m_contradictionPanel = new Panel(tr("Side by side: they cannot both be right"), right);
    m_contradictions = tableIn(m_contradictionPanel, appearance(), DataTable::Height::Scrolls);
    m_contradictions->setMinimumHeight(kLeastTable);
    m_contradictions->stretchColumn(2);
    column->addWidget(makeTyped());
    column->addWidget(m_notePanel);
    column->addWidget(m_draftPanel);
    column->addWidget(m_contradictionPanel, 1);
    column->addStretch(0);
    return right;
}

void NotesSection::connectParts() {
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &NotesSection::showTyped);
    connect(m_typed, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&m_notes, &NoteSession::changed, this, &NotesSection::markStale);
    connect(&m_notes, &NoteSession::failed, this, &Page::said);
    connect(m_list, &DataTable::rowActivated, this, &NotesSection::changeNote);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const int row = m_list->currentSourceRow(); m_view && row >= 0)
            m_chosen = m_view->reading.notes[static_cast<std::size_t>(row)].note.id;
        showNote();
    });
    connect(m_change, &QToolButton::clicked, this, &NotesSection::changeNote);
    connect(m_remove, &QToolButton::clicked, this, &NotesSection::removeNote);
    connect(m_undo, &QToolButton::clicked, this, &NotesSection::undo);
    connect(m_drafts, &DataTable::rowActivated, this, &NotesSection::adoptDraft);
}

void NotesSection::refresh() {
    m_notes.want();
    m_rules.want();
    m_view = m_notes.view();
    if (!m_view)
        return;
    if (std::exchange(m_desk, session().deskPath()) != session().deskPath())
        m_before.clear(); // of another desk
    m_headline->setHeadline(notesHeadline(m_view->reading));
    showList();
    showNote();
    m_contradictionPanel->setVisible(!m_view->reading.contradictions.empty());
    m_contradictions->setSnapshot(contradictionTableOf(m_view->reading));
    if (!m_typed->text().trimmed().isEmpty())
        m_typing.start(); // of another date
}

void NotesSection::showList() {
    const auto& notes = m_view->reading.notes;
    const int wanted = m_chosen; // filling the table moves its cursor
    m_list->setSnapshot(noteListOf(m_view->reading));
    m_chosen = wanted;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (notes[i].note.id == m_chosen)
            m_list->selectSourceRow(static_cast<int>(i));
    m_change->setEnabled(!notes.empty());
    m_remove->setEnabled(!notes.empty());
    m_undo->setEnabled(!m_before.empty());
}

const NoteReading* NotesSection::chosen() const {
    if (!m_view || m_view->reading.notes.empty())
        return nullptr;
    const auto& notes = m_view->reading.notes;
    const auto found = std::find_if(notes.begin(), notes.end(),
                                    [this](const NoteReading& row) { return row.note.id == m_chosen; });
    return found == notes.end() ? &notes.front() : &*found;
}

void NotesSection::showNote() {
    const NoteReading* reading = chosen();
    m_notePanel->setVisible(reading != nullptr);
    m_draftPanel->setVisible(reading && !reading->drafts.empty());
    if (!reading)
        return;
    const Note& note = reading->note;
    m_notePanel->setTitle(note.title.empty() ? tr("Note of %1").arg(dateText(note.date)) : qtext(note.title));
    m_notePanel->setNote(note.source.empty() ? dateText(note.date)
                                             : tr("%1, %2").arg(qtext(note.source), dateText(note.date)));
    m_words->setProse(qtext(note.text));
    m_words->setVisible(!note.text.empty());
    m_audits->setSnapshot(auditTableOf(reading->audits));
    m_audits->setVisible(!reading->audits.empty());
    m_drafts->setSnapshot(draftTableOf(*reading));
}

void NotesSection::showTyped() {
    const QString text = m_typed->text().trimmed();
    if (text.isEmpty()) {
        m_typedTable->hide();
        m_typedWords->hide();
        return;
    }
    m_notes.audit(utf8(text), [this](const std::shared_ptr<const TypedClaim>& claim) {
        m_typedWords->show();
        setInk(*m_typedWords, claim->audit ? ColourRole::Text : ColourRole::Negative);
        m_typedWords->setProse(unbroken(qtext(claim->audit ? claim->audit->sentence : claim->error)));
        m_typedTable->setVisible(claim->audit && !claim->audit->readings.empty());
        if (claim->audit)
            m_typedTable->setSnapshot(auditTableOf({*claim->audit}));
    });
}

void NotesSection::addNote() {
    if (!m_view)
        return;
    Note note;
    note.date = m_view->state.asOf.value_or(dateOf(QDate::currentDate()));
    NoteDialog dialog(note, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<Note> notes = m_view->desk->notes;
    const auto id = rotascope::addNote(notes, dialog.note());
    if (!id)
        return emit said(qtext(id.error().message));
    m_chosen = *id;
    keep(std::move(notes));
}

void NotesSection::changeNote() {
    const NoteReading* reading = chosen();
    if (!reading)
        return;
    NoteDialog dialog(reading->note, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<Note> notes = m_view->desk->notes;
    for (Note& note : notes)
        if (note.id == dialog.note().id)
            note = dialog.note();
    keep(std::move(notes));
}

void NotesSection::removeNote() {
    const NoteReading* reading = chosen();
    if (!reading)
        return;
    std::vector<Note> notes = m_view->desk->notes;
    if (const auto done = rotascope::removeNote(notes, reading->note.id); !done)
        return emit said(qtext(done.error().message));
    keep(std::move(notes));
}

void NotesSection::keep(std::vector<Note> notes) {
    m_before.push_back(m_view->desk->notes);
    m_notes.keep(std::move(notes));
}

void NotesSection::undo() {
    if (m_before.empty())
        return;
    m_notes.keep(std::move(m_before.back()));
    m_before.pop_back();
}

void NotesSection::adoptDraft(int row) {
    const NoteReading* reading = chosen();
    const auto rules = m_rules.view();
    if (!reading || !rules || row < 0 || std::cmp_greater_equal(row, reading->drafts.size()))
        return;
    const RuleDraft& draft = reading->drafts[static_cast<std::size_t>(row)];
    bool agreed = false;
    const QString question =
        draft.question.empty() ? tr("Its name:") : qtext(draft.question) + tr("\nIts name:");
    const QString name = QInputDialog::getText(this, tr("Add %1").arg(qtext(draft.expression)), question,
                                               QLineEdit::Normal, {}, &agreed)
                             .trimmed();
    if (!agreed || name.isEmpty())
        return;
    if (ruleNamed(*rules->playbook, utf8(name)))
        return emit said(tr("There is a rule named \"%1\" already.").arg(name));
    Rule rule;
    rule.name = utf8(name);
    rule.expression = draft.expression;
    rule.source = draftWords(reading->note, draft);
    rule.born = dateOf(QDate::currentDate());
    Playbook playbook = *rules->playbook;
    playbook.rules.push_back(std::move(rule));
    m_rules.keep(std::move(playbook));
    emit pageRequested(QStringLiteral("playbook"), {std::nullopt, utf8(name), QStringLiteral("rules")});
}

std::vector<PageInput> NotesSection::inputs() const {
    const NoteReading* reading = chosen();
    return reading ? mainValuesOf(subjectsOf(reading->note)) : std::vector<PageInput>();
}

std::string NotesSection::command() const {
    return "notes audit";
}

} // namespace rotascope
