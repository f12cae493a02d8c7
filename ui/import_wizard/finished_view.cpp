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

FinishedView::FinishedView(DeskWork& work, const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_panel(new Panel(tr("What became of the files"), this))
    , m_table(new DataTable(appearance, DataTable::Height::Scrolls, m_panel))
    , m_note(new QLabel(this))
    , m_undo(new QPushButton(tr("&Undo this import"), this)) {
    setFocusProxy(m_table);
    m_table->stretchColumn(kFinishedOutcomeColumn);
    m_note->setWordWrap(true);
    setTextSize(*m_note, TextSize::Table);
    setInk(*m_note, ColourRole::MutedText);
    m_panel->addContent(m_table, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_note, 1);
    row->addWidget(m_undo);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_panel, 1);
    column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &FinishedView::undoCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &FinishedView::showButton);
    connect(&work, &DeskWork::undone, this, [this](const UndoReceipt& receipt) {
        const auto taken = std::find(m_imports.begin(), m_imports.end(), std::optional(receipt.importId));
        if (taken == m_imports.end())
            return;
        *taken = std::nullopt;
        TableSnapshot table = m_table->snapshot();
        TableCell& what = table.rows[static_cast<std::size_t>(taken - m_imports.begin())].back();
        what = textCell(tr("taken back: %1 rows removed, %2 restored")
                            .arg(qtext(groupedCount(static_cast<long long>(receipt.removed))),
                                 qtext(groupedCount(static_cast<long long>(receipt.restored)))));
        what.ink = ColourRole::Attention;
        m_table->setSnapshot(std::move(table));
        showButton();
    });
    connect(&work, &DeskWork::failed, this, [this](const Error& error) {
        if (isVisible())
            m_note->setText(qtext(error.message));
    });
}

void FinishedView::show(std::span<const ReviewedFile> files) {
    m_imports.clear();
    QStringList notes;
    for (const ReviewedFile& file : files) {
        m_imports.push_back(file.outcome ? file.outcome->importId : std::nullopt);
        if (file.outcome && file.outcome->alreadyImportedAt)
            notes << tr("%1 was imported before, on %2.")
                         .arg(file.name, qtext(*file.outcome->alreadyImportedAt).left(10));
        if (file.outcome)
            for (const std::string& note : file.outcome->notes)
                notes << qtext(note);
        if (file.outcome)
            for (const PeerSummary& peers : file.outcome->peers)
                notes << tr("%1, %2 on %3: %4")
                             .arg(file.name, qtext(peers.heading), dateText(peers.date),
                                  qtext(peerSummaryText(peers)));
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_table->setSnapshot(finishedTable(files));
    if (!m_imports.empty() && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    showButton();
}

void FinishedView::showButton() {
    const auto row = static_cast<std::size_t>(std::max(0, m_table->currentSourceRow()));
    m_undo->setEnabled(row < m_imports.size() && m_imports[row].has_value());
}

void FinishedView::undoCurrent() {
    const auto row = static_cast<std::size_t>(std::max(0, m_table->currentSourceRow()));
    if (row < m_imports.size() && m_imports[row])
        m_work.undoImport(*m_imports[row]);
}

} // namespace rotascope
