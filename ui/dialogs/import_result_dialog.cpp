#include "ui/dialogs/import_result_dialog.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include <array>

namespace rotascope {

namespace {

constexpr QSize kSize{860, 520};

struct CountWord {
    std::uint64_t RowCounts::*count;
    const char* words;
};

constexpr std::array<CountWord, 6> kCountWords{{
    {&RowCounts::stored, QT_TRANSLATE_NOOP("Import", "%1 stored")},
    {&RowCounts::unchanged, QT_TRANSLATE_NOOP("Import", "%1 unchanged")},
    {&RowCounts::replaced, QT_TRANSLATE_NOOP("Import", "%1 replaced")},
    {&RowCounts::conflicts, QT_TRANSLATE_NOOP("Import", "%1 in conflict (kept as they were)")},
    {&RowCounts::rejected, QT_TRANSLATE_NOOP("Import", "%1 rejected")},
    {&RowCounts::ignored, QT_TRANSLATE_NOOP("Import", "%1 ignored")},
}};

QString text(const char* source) {
    return QCoreApplication::translate("Import", source);
}

QString countText(std::uint64_t count) {
    return qtext(groupedCount(static_cast<long long>(count)));
}

QString countsText(const RowCounts& counts) {
    QStringList parts;
    for (const CountWord& row : kCountWords)
        if (counts.*row.count > 0)
            parts << text(row.words).arg(countText(counts.*row.count));
    return parts.join(QStringLiteral(", "));
}

QString subjectText(const FileImport& file) {
    QStringList symbols;
    for (const Symbol& symbol : file.symbols)
        symbols << qtext(symbol);
    QString subject =
        text("%1 rows read for %2").arg(countText(file.counts.rowsRead), symbols.join(QStringLiteral(", ")));
    if (file.range)
        subject +=
            text(", %1 to %2").arg(qtext(isoText(file.range->first)), qtext(isoText(file.range->last)));
    return subject;
}

} // namespace

QString importSentence(const FileImport& file) {
    const QString name = QFileInfo(qtext(file.path)).fileName();
    if (file.error)
        return text("%1: nothing was stored. %2").arg(name, qtext(file.error->message));
    QString sentence = text("%1: %2. %3.").arg(name, subjectText(file), countsText(file.counts));
    if (file.alreadyImportedAt)
        sentence += QLatin1Char(' ') +
                    text("The same file was imported on %1.").arg(qtext(*file.alreadyImportedAt).left(10));
    if (file.issueCount > file.issues.size())
        sentence += QLatin1Char(' ') + text("The first %1 of %2 problems are listed.")
                                           .arg(countText(file.issues.size()), countText(file.issueCount));
    return sentence;
}

ImportResultDialog::ImportResultDialog(const std::vector<FileImport>& files, const Appearance& appearance,
                                       QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Import"));
    QStringList sentences;
    for (const FileImport& file : files)
        sentences << importSentence(file);
    auto* words = new QLabel(sentences.join(QStringLiteral("\n")), this);
    words->setObjectName(QStringLiteral("sentences"));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(words);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* table = new DataTable(appearance, DataTable::Height::Scrolls, this);
    table->setSnapshot(importIssuesOf(files));
    table->setVisible(!table->snapshot().rows.empty());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(table, 2);
    column->addWidget(buttons);
    resize(kSize);
}

} // namespace rotascope
