#include "ui/dialogs/splits_dialog.h"

#include "core/workflow/splits_csv.h"
#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kSize{720, 420};
const QString kSlot = QStringLiteral("splits");

using Splits = Result<std::vector<Split>>;

} // namespace

TableSnapshot splitsTableOf(const std::vector<Split>& splits) {
    TableSnapshot table;
    table.name = SplitsDialog::tr("Splits");
    table.columns = {{SplitsDialog::tr("first session in new units"), {}, false, std::nullopt},
                     {SplitsDialog::tr("new:old"), {}, false, std::nullopt},
                     {SplitsDialog::tr("What it adjusts"), {}, true, std::nullopt},
                     {SplitsDialog::tr("Noted (UTC)"), {}, true, std::nullopt}};
    for (const Split& split : splits)
        table.rows.push_back(
            {figureCell(dateText(split.date), static_cast<double>(dayNumber(split.date))),
             figureCell(qtext(ratioText(split)), split.ratio()), textCell(qtext(nameOf(split.scope))),
             textCell(qtext(split.notedAt).left(16).replace(QLatin1Char('T'), QLatin1Char(' ')))});
    return table;
}

SplitsDialog::SplitsDialog(const Symbol& symbol, Session& session, DeskWork& work,
                           const Appearance& appearance, QWidget* parent)
    : QDialog(parent)
    , m_symbol(symbol)
    , m_session(session)
    , m_work(work)
    , m_table(new DataTable(appearance, DataTable::Height::Scrolls, this))
    , m_date(new QLineEdit(this))
    , m_ratio(new QLineEdit(this))
    , m_scope(new QComboBox(this))
    , m_said(new QLabel(this))
    , m_remove(new QPushButton(tr("&Take back"), this)) {
    setWindowTitle(tr("Splits of %1").arg(qtext(symbol)));
    m_said->setWordWrap(true);
    setInk(*m_said, ColourRole::MutedText);
    setTextSize(*m_said, TextSize::Table);
    say(tr(
        "Values before a split are read in the units after it and labelled so; what was imported stays as it "
        "is."));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_said);
    column->addWidget(m_table, 1);
    column->addWidget(makeEntry());
    column->addWidget(makeFoot());
    connect(&work, &DeskWork::decided, this, &SplitsDialog::load);
    connect(&work, &DeskWork::failed, this, [this](const Error& error) { say(qtext(error.message)); });
    resize(kSize);
    load();
}

QWidget* SplitsDialog::makeEntry() {
    auto* entry = new QWidget(this);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    auto* add = new QPushButton(tr("&Add"), entry);
    add->setDefault(true);
    m_date->setPlaceholderText(tr("first session, 2025-06-09"));
    m_ratio->setPlaceholderText(tr("new:old, 2:1"));
    m_date->setAccessibleName(tr("First session in new units"));
    m_ratio->setAccessibleName(tr("New units for old ones"));
    m_scope->setAccessibleName(tr("What it adjusts"));
    m_scope->addItem(tr("what jumps that day"));
    for (const std::string_view name : kSplitScopeNames)
        m_scope->addItem(qtext(name));
    for (QWidget* widget : {static_cast<QWidget*>(m_date), static_cast<QWidget*>(m_ratio),
                            static_cast<QWidget*>(m_scope), static_cast<QWidget*>(add)})
        row->addWidget(widget);
    connect(add, &QPushButton::clicked, this, &SplitsDialog::add);
    return entry;
}

QWidget* SplitsDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto* import = new QPushButton(tr("&Import CSV…"), foot);
    auto* out = new QPushButton(tr("&Export CSV…"), foot);
    auto* close = new QPushButton(tr("&Close"), foot);
    for (QPushButton* button : {m_remove, import, out, close})
        button->setAutoDefault(false);
    row->addWidget(m_remove);
    row->addWidget(import);
    row->addWidget(out);
    row->addStretch(1);
    row->addWidget(close);
    connect(m_remove, &QPushButton::clicked, this, &SplitsDialog::removeCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(import, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("Import splits"), {}, tr("CSV (*.csv);;All files (*)"));
        if (!path.isEmpty())
            importCsv(path);
    });
    connect(out, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(
            this, tr("Export splits"), qtext(m_symbol) + tr("-splits.csv"), tr("CSV (*.csv)"));
        if (!path.isEmpty())
            exportCsv(path);
    });
    return foot;
}

void SplitsDialog::say(const QString& sentence) {
    m_said->setText(sentence);
}

void SplitsDialog::load() {
    m_session.tasks().run<Splits>(
        kSlot, {},
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()),
         symbol = m_symbol](ProgressSink&) -> Splits {
            auto store = opener(desk, DeskAccess::Existing);
            return store ? (*store)->splits(symbol) : Splits(Failure(store.error()));
        },
        [guard = QPointer<SplitsDialog>(this)](const std::shared_ptr<const Splits>& splits) {
            if (!guard)
                return;
            if (!*splits)
                guard->say(qtext(splits->error().message));
            guard->m_splits = *splits ? **splits : std::vector<Split>{};
            guard->m_table->setSnapshot(splitsTableOf(guard->m_splits));
            guard->m_remove->setEnabled(!guard->m_splits.empty());
        });
}

void SplitsDialog::add() {
    const auto date = typedDate(m_date->text());
    const auto ratio = splitRatioIn(utf8(m_ratio->text()));
    if (!date)
        return say(tr("\"%1\" is not a date. Write it as 2025-06-09.").arg(m_date->text()));
    if (!ratio)
        return say(
            tr("\"%1\" is not a ratio. Write it as 2:1, or 1:10 for a reverse split.").arg(m_ratio->text()));
    StatedSplit stated;
    stated.symbol = m_symbol;
    stated.date = *date;
    stated.newUnits = ratio->first;
    stated.oldUnits = ratio->second;
    if (m_scope->currentIndex() > 0)
        stated.scopes = {static_cast<SplitScope>(m_scope->currentIndex() - 1)};
    m_work.decide(tr("Noting the split"),
                  [stated](MarketStore& store, const std::string& now) mutable -> Result<void> {
                      stated.notedAt = now;
                      const auto recorded = recordSplit(store, stated);
                      return recorded ? Result<void>{} : Result<void>(Failure(recorded.error()));
                  });
}

void SplitsDialog::removeCurrent() {
    const int row = m_table->currentSourceRow();
    if (row < 0 || row >= static_cast<int>(m_splits.size()))
        return say(tr("Select the split that is to be taken back."));
    const Split split = m_splits[static_cast<std::size_t>(row)];
    m_work.decide(tr("Taking the split back"),
                  [symbol = m_symbol, split](MarketStore& store, const std::string&) {
                      return store.removeSplits(symbol, split.date, split.scope);
                  });
}

void SplitsDialog::importCsv(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return say(tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    m_work.decide(tr("Noting splits"),
                  [csv = file.readAll().toStdString(),
                   symbol = m_symbol](MarketStore& store, const std::string& now) -> Result<void> {
                      const auto stated = splitsInCsv(csv, symbol, now);
                      if (!stated)
                          return Failure(stated.error());
                      const auto recorded = recordSplits(store, *stated);
                      return recorded ? Result<void>{} : Result<void>(Failure(recorded.error()));
                  });
}

void SplitsDialog::exportCsv(const QString& path) {
    using Csv = Result<std::string>;
    m_session.tasks().run<Csv>(
        kSlot, {},
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()),
         symbol = m_symbol](ProgressSink&) -> Csv {
            auto store = opener(desk, DeskAccess::Existing);
            return store ? splitsCsv(**store, symbol) : Csv(Failure(store.error()));
        },
        [guard = QPointer<SplitsDialog>(this), path](const std::shared_ptr<const Csv>& csv) {
            if (!guard)
                return;
            if (!*csv)
                return guard->say(qtext(csv->error().message));
            QFile file(path);
            const auto size = static_cast<qint64>((*csv)->size());
            const bool written =
                file.open(QIODevice::WriteOnly) && file.write((*csv)->data(), size) == size && file.flush();
            guard->say(written ? tr("Written to %1.").arg(path)
                               : tr("%1 could not be written: %2.").arg(path, file.errorString()));
        });
}

} // namespace rotascope
