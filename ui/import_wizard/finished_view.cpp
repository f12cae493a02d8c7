#include "ui/import_wizard/finished_view.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/import_wizard/review_words.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

QStringList notesOf(const QString& name, const FileImport& outcome) {
    QStringList notes;
    if (outcome.alreadyImportedAt)
        notes << FinishedView::tr("%1 was imported before, on %2.")
                     .arg(name, qtext(*outcome.alreadyImportedAt).left(10));
    for (const std::string& note : outcome.notes)
        notes << qtext(note);
    for (const PeerSummary& peers : outcome.peers)
        notes << FinishedView::tr("%1, %2 on %3: %4")
                     .arg(name, qtext(peers.heading), dateText(peers.date), qtext(peerSummaryText(peers)));
    return notes;
}

} // namespace

FinishedView::FinishedView(DeskWork& work, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_panel(new Panel(tr("What became of the files"), this))
    , m_table(new DataTable(appearance, DataTable::Height::Scrolls, m_panel))
    , m_problemsPanel(new Panel({}, this))
    , m_problems(new TwoLineList(appearance, tr("Problems of the import"), m_problemsPanel))
    , m_note(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo this import"), this)) {
    setFocusProxy(m_table);
    m_table->stretchColumn(kFinishedOutcomeColumn);
    m_note->setWordWrap(true);
    setTextSize(*m_note, TextSize::Table);
    setInk(*m_note, ColourRole::MutedText);
    m_panel->addContent(m_table, 1);
    m_problemsPanel->addContent(m_problems, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_note, 1);
    row->addWidget(m_undo);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_panel, 1);
    column->addWidget(m_problemsPanel, 1);
    column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &FinishedView::undoCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FinishedView::showCurrent);
    connect(&work, &DeskWork::undone, this, [this](const UndoReceipt& receipt) {
        const auto taken = std::find_if(m_outcomes.begin(), m_outcomes.end(), [&](const Outcome& outcome) {
            return outcome.importId == receipt.importId;
        });
        if (taken == m_outcomes.end())
            return;
        taken->importId = std::nullopt;
        TableSnapshot table = m_table->snapshot();
        TableCell& what = table.rows[static_cast<std::size_t>(taken - m_outcomes.begin())].back();
        what = textCell(tr("taken back: %1 rows removed, %2 restored")
                            .arg(qtext(groupedCount(static_cast<long long>(receipt.removed))),
                                 qtext(groupedCount(static_cast<long long>(receipt.restored)))));
        what.ink = ColourRole::Attention;
        m_table->setSnapshot(std::move(table));
        showCurrent();
    });
    connect(&work, &DeskWork::failed, this, [this](const Error& error) {
        if (isVisible())
            m_note->setText(qtext(error.message));
    });
}

void FinishedView::show(std::span<const ReviewedFile> files) {
    m_outcomes.clear();
    QStringList notes;
    for (const ReviewedFile& file : files) {
        Outcome& outcome = m_outcomes.emplace_back();
        outcome.name = file.name;
        if (!file.outcome)
            continue;
        outcome.importId = file.outcome->importId;
        outcome.problems = problemItems(*file.outcome);
        outcome.problemsNote = problemsNote(*file.outcome);
        notes << notesOf(file.name, *file.outcome);
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_table->setSnapshot(finishedTable(files));
    if (!m_outcomes.empty() && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    showCurrent();
}

const FinishedView::Outcome* FinishedView::current() const {
    const auto row = static_cast<std::size_t>(std::max(0, m_table->currentSourceRow()));
    return row < m_outcomes.size() ? &m_outcomes[row] : nullptr;
}

void FinishedView::showCurrent() {
    const Outcome* outcome = current();
    m_undo->setEnabled(outcome && outcome->importId);
    m_problemsPanel->setVisible(outcome && !outcome->problems.empty());
    if (!outcome)
        return;
    m_problemsPanel->setTitle(tr("Problems in %1").arg(outcome->name));
    m_problemsPanel->setNote(outcome->problemsNote);
    m_problems->setItems(outcome->problems);
}

void FinishedView::undoCurrent() {
    if (const Outcome* outcome = current(); outcome && outcome->importId)
        m_work.undoImport(*outcome->importId);
}

} // namespace rotascope
