#include "ui/pages/data_page.h"

#include "core/base/text.h"
#include "core/quality/freshness.h"
#include "core/workflow/examine_desk.h"
#include "core/workflow/known_desk.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/pages/findings_panel.h"
#include "ui/theme/dress.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kSideWidth = 310;
constexpr int kNarrowSide = 272;
constexpr int kWidePage = 1300;
const QString kFindingsSlot = QStringLiteral("findings");

QString countText(std::size_t count) {
    return qtext(groupedCount(static_cast<long long>(count)));
}

FindingCounts countsOf(const std::vector<Finding>& findings) {
    FindingCounts counts;
    for (const Finding& finding : findings)
        counts[finding.symbol] += finding.accepted ? 0U : 1U;
    return counts;
}

std::size_t staleSeries(const std::vector<InstrumentSummary>& instruments, Date newest) {
    std::size_t stale = 0;
    for (const InstrumentSummary& row : instruments)
        for (const SeriesSummary& series : row.series)
            stale += periodsMissing(row.instrument, series, newest) > 1 ? 1U : 0U;
    return stale;
}

struct DeskToExamine {
    DeskOpener opener;
    std::string path;
    std::shared_ptr<const DeskSnapshot> desk; ///< a desk that changes is another one

    bool operator==(const DeskToExamine& other) const { return desk == other.desk; }
};

using Found = Result<ExaminedDesk>;

Found examinedAt(const std::shared_ptr<const PairAnalysis>& analysis, const DeskToExamine& from) {
    const auto& asOf = analysis->state.asOf;
    auto store = from.opener(from.path, DeskAccess::Existing);
    if (!store)
        return Failure(store.error());
    auto instruments = knownInstruments(**store, asOf);
    if (!instruments)
        return Failure(instruments.error());
    auto findings = examineDesk(**store, {}, asOf);
    if (!findings)
        return Failure(findings.error());
    return ExaminedDesk{from.desk, asOf, std::move(*instruments), std::move(*findings)};
}

} // namespace

DataPage::DataPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_headline(new QLabel(this))
    , m_warning(new QLabel(this)) {
    setTextSize(*m_headline, TextSize::Sentence);
    m_headline->setWordWrap(true);
    m_headline->setMinimumWidth(1);
    m_warning->setWordWrap(true);
    m_warning->setMargin(8);
    setDress(*m_warning, Dress::BadgeAttention);
    setTextSize(*m_warning, TextSize::Table);
    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->addWidget(makeSeries());
    tables->addWidget(makeImports());
    tables->setHandleWidth(12);
    tables->setChildrenCollapsible(false);
    tables->setStretchFactor(0, 3);
    tables->setStretchFactor(1, 2);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(12);
    parts->addWidget(tables, 1);
    parts->addWidget(makeSide());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_headline);
    column->addWidget(m_warning);
    column->addLayout(parts, 1);
}

QWidget* DataPage::makeSeries() {
    m_seriesPanel = new Panel(tr("Series"), this);
    m_series = new DataTable(appearance(), DataTable::Height::Scrolls, m_seriesPanel);
    m_series->stretchColumn(kSeriesNameColumn);
    m_series->giveWay({kSeriesLesserColumns.begin(), kSeriesLesserColumns.end()});
    m_availability = makeAvailability();
    m_splits = new QPushButton(tr("&Splits…"), m_seriesPanel);
    m_splits->setToolTip(
        tr("Corporate actions of the selected instrument, by which its values are adjusted"));
    m_whereFrom = new QPushButton(tr("&Where from?"), m_seriesPanel);
    m_whereFrom->setToolTip(
        tr("File, line and raw text of any value of the series, and what stood there before"));
    auto* import = new QPushButton(tr("I&mport…"), m_seriesPanel);
    for (QWidget* control : {static_cast<QWidget*>(m_availability), static_cast<QWidget*>(m_splits),
                             static_cast<QWidget*>(m_whereFrom), static_cast<QWidget*>(import)})
        m_seriesPanel->addHeaderWidget(control);
    m_seriesPanel->addContent(m_series, 1);
    connect(m_splits, &QPushButton::clicked, this, [this] { emit splitsRequested(*currentSymbol()); });
    connect(m_whereFrom, &QPushButton::clicked, this, &DataPage::askWhereFrom);
    connect(import, &QPushButton::clicked, this, &DataPage::importRequested);
    connect(m_series, &DataTable::rowActivated, this, &DataPage::askWhereFrom);
    connect(m_series->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showSeriesButtons();
        showFindings();
    });
    return m_seriesPanel;
}

/// When the values of single-value series become known; prices are known on their day.
ChoiceButton* DataPage::makeAvailability() {
    QStringList choices;
    for (std::size_t i = 0; i < kAvailabilityNames.size(); ++i)
        choices << tr("known %1").arg(availabilityText(static_cast<Availability>(i)));
    auto* button = new ChoiceButton(tr("&Known from"), choices, m_seriesPanel);
    button->setToolTip(
        tr("The day from which a value of the selected series is known: an as-of date sees none before"));
    connect(button, &ChoiceButton::chosen, this, [this](int index) {
        if (const auto series = currentSeries())
            emit availabilityChosen(*series, static_cast<Availability>(index));
    });
    return button;
}

void DataPage::showSeriesButtons() {
    const auto series = currentSeries();
    m_availability->setEnabled(series && series->field);
    m_availability->setCurrent(-1);
    m_splits->setEnabled(series.has_value());
    for (const InstrumentSummary& row : m_shown)
        for (const SeriesSummary& each : row.series)
            if (series && series->field && row.instrument.symbol == series->symbol &&
                each.cadence == series->cadence && each.field == series->field)
                m_availability->setCurrent(static_cast<int>(each.availability));
}

QWidget* DataPage::makeImports() {
    m_importsPanel = new Panel(tr("Imports"), this);
    m_imports = new DataTable(appearance(), DataTable::Height::Scrolls, m_importsPanel);
    m_imports->stretchColumn(kImportsFileColumn);
    m_imports->giveWay({kImportsLesserColumns.begin(), kImportsLesserColumns.end()});
    m_undo = new QPushButton(tr("&Undo import…"), m_importsPanel);
    m_undo->setToolTip(tr("Takes the selected import back and restores what it replaced"));
    m_importsPanel->addHeaderWidget(m_undo);
    m_importsPanel->addContent(m_imports, 1);
    connect(m_undo, &QPushButton::clicked, this, &DataPage::askToUndo);
    connect(m_imports->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        const ImportRecord* record = currentImport();
        m_undo->setEnabled(record && !record->undone);
    });
    return m_importsPanel;
}

QWidget* DataPage::makeSide() {
    auto* side = new QWidget(this);
    m_side = side;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_findings = new FindingsPanel(appearance(), side);
    m_which = new SegmentBar(tr("Which findings"), {tr("All"), tr("Selected series")}, m_findings);
    m_which->setCurrent(0);
    m_findings->addHeaderWidget(m_which);
    connect(m_which, &SegmentBar::chosen, this, &DataPage::showFindings);
    connect(m_findings, &FindingsPanel::whereFromRequested, this, &DataPage::whereFromRequested);
    connect(m_findings, &FindingsPanel::acceptRequested, this, &DataPage::acceptRequested);
    connect(m_findings, &FindingsPanel::reopenRequested, this, &DataPage::reopenRequested);
    column->addWidget(m_findings, 1);
    column->addWidget(makeDesk());
    return side;
}

QWidget* DataPage::makeDesk() {
    auto* panel = new Panel(tr("This desk"), this);
    auto* content = new QWidget(panel);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 12, 10);
    m_place = new QLabel(content);
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextSize(*m_place, TextSize::Small);
    setInk(*m_place, ColourRole::MutedText);
    auto* buttons = new QGridLayout;
    buttons->setSpacing(6);
    const auto button = [&](const QString& words, const QString& explanation, void (DataPage::*asked)()) {
        auto* made = new QPushButton(words, content);
        made->setToolTip(explanation);
        const int place = buttons->count();
        buttons->addWidget(made, place / 2, place % 2);
        connect(made, &QPushButton::clicked, this, asked);
    };
    button(tr("&Back up…"), tr("A checked copy of the desk in a new file"), &DataPage::backupRequested);
    button(tr("&Restore…"), tr("Puts a backup in the desk's place; what is there now is kept beside it"),
           &DataPage::restoreRequested);
    button(tr("&Check"), tr("Looks the whole desk through: file, references, books"),
           &DataPage::checkRequested);
    button(tr("S&ettings…"), tr("How the desk is kept: texts of files, backups, flows to believe first"),
           &DataPage::settingsRequested);
    column->addWidget(m_place);
    column->addLayout(buttons);
    panel->addContent(content);
    return panel;
}

void DataPage::refresh() {
    const auto desk = session().desk();
    if (!desk)
        return;
    if (isExamined())
        showSeries(m_examined->instruments);
    else if (!session().state().asOf)
        showSeries(desk->instruments);
    showImports(*desk);
    m_place->setText(session().deskPath());
    m_warning->setText(desk->info.placeWarning ? qtext(*desk->info.placeWarning) : QString());
    m_warning->setVisible(desk->info.placeWarning.has_value());
    if (isExamined())
        showFindings();
    else
        examine();
}

void DataPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    m_side->setFixedWidth(width() < kWidePage ? kNarrowSide : kSideWidth);
}

/// What is shown follows the as-of date: ranges, ages and findings of what was known by then.
bool DataPage::isExamined() const {
    return m_examined && m_examined->desk == session().desk() && m_examined->asOf == session().state().asOf;
}

void DataPage::showSeries(const std::vector<InstrumentSummary>& instruments) {
    const auto newest = newestDateOf(instruments);
    m_shown = instruments;
    const FindingCounts counts = isExamined() ? countsOf(m_examined->findings) : FindingCounts{};
    const auto& asOf = session().state().asOf;
    m_series->setSnapshot(seriesTableOf(m_shown, isExamined() ? &counts : nullptr, newest.value_or(Date{})));
    m_seriesPanel->setNote(!newest ? QString()
                           : asOf ? tr("known on %1: newest value %2").arg(dateText(*asOf), dateText(*newest))
                                  : tr("newest value %1").arg(dateText(*newest)));
    showSeriesButtons();
    if (newest)
        showHeadline(m_shown, *newest);
    else
        m_headline->setText(
            tr("On %1 nothing of this desk was known yet.").arg(asOf ? dateText(*asOf) : QString()));
}

void DataPage::showHeadline(const std::vector<InstrumentSummary>& instruments, Date newest) {
    const std::size_t stale = staleSeries(instruments, newest);
    QString sentence = tr("<b>%1 series of %2 instruments</b>, ")
                           .arg(countText(seriesKeys(instruments).size()), countText(instruments.size()));
    if (const auto& asOf = session().state().asOf)
        sentence.prepend(tr("As of %1: ").arg(dateText(*asOf)));
    sentence += stale == 0 ? tr("all as new as the newest value, %1.").arg(dateText(newest))
                           : tr("<b>%1 older</b> than their own calendar lets expect by %2.")
                                 .arg(countText(stale), dateText(newest));
    m_headline->setText(sentence);
}

void DataPage::showImports(const DeskSnapshot& desk) {
    m_imports->setSnapshot(importsTableOf(desk.imports));
    const auto taken = std::count_if(desk.imports.begin(), desk.imports.end(),
                                     [](const ImportRecord& record) { return record.undone; });
    QString note = taken == 0 ? tr("%1 in all").arg(desk.imports.size())
                              : tr("%1 in all, %2 taken back").arg(desk.imports.size()).arg(taken);
    if (session().state().asOf)
        note += tr(", whatever the as-of date");
    m_importsPanel->setNote(note);
    const ImportRecord* record = currentImport();
    m_undo->setEnabled(record && !record->undone);
}

void DataPage::examine() {
    m_findings->setNote(tr("looking…"));
    const auto desk = session().desk();
    if (desk->isEmpty())
        return adopt({desk, session().state().asOf, {}, {}});
    // Where there is no analysis yet, it comes, and asks again.
    session().ask<Found>(kFindingsSlot, DeskToExamine{session().opener(), utf8(session().deskPath()), desk},
                         examinedAt, [this](const std::shared_ptr<const Found>& found) {
                             if (*found)
                                 adopt(**found);
                             else
                                 m_findings->setNote(qtext(found->error().message));
                         });
}

void DataPage::adopt(const ExaminedDesk& examined) {
    m_examined = std::make_shared<const ExaminedDesk>(examined);
    if (!isExamined())
        return;
    showSeries(m_examined->instruments);
    showFindings();
}

/// Those of the selected series, or all.
void DataPage::showFindings() {
    if (isExamined())
        m_findings->show(m_examined->findings, m_which->current() == 1 ? currentSymbol() : std::nullopt);
}

std::optional<SeriesKey> DataPage::currentSeries() const {
    const int row = m_series->currentSourceRow();
    const std::vector<SeriesKey> keys = seriesKeys(m_shown);
    return row >= 0 && row < static_cast<int>(keys.size())
               ? std::optional(keys[static_cast<std::size_t>(row)])
               : std::nullopt;
}

std::optional<Symbol> DataPage::currentSymbol() const {
    const auto series = currentSeries();
    return series ? std::optional(series->symbol) : std::nullopt;
}

const ImportRecord* DataPage::currentImport() const {
    const auto desk = session().desk();
    const int row = m_imports->currentSourceRow();
    if (!desk || row < 0 || static_cast<std::size_t>(row) >= desk->imports.size())
        return nullptr;
    return &desk->imports[desk->imports.size() - 1 - static_cast<std::size_t>(row)];
}

void DataPage::askToUndo() {
    const ImportRecord* record = currentImport();
    if (!record)
        return;
    const qint64 id = record->id;
    const QString file = QFileInfo(qtext(record->header.path)).fileName();
    const auto answer = QMessageBox::question(
        this, tr("Undo import"),
        tr("Take back import %1 of %2?\n\n%3 new and %4 replaced rows go; what it replaced comes back. The "
           "file "
           "itself stays, and can be imported again.")
            .arg(id)
            .arg(file, countText(record->counts.stored), countText(record->counts.replaced)),
        QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer == QMessageBox::Yes)
        emit undoRequested(id);
}

void DataPage::askWhereFrom() {
    const Symbol symbol = currentSymbol().value_or(session().state().small);
    const auto held = std::find_if(m_shown.begin(), m_shown.end(), [&symbol](const InstrumentSummary& row) {
        return row.instrument.symbol == symbol;
    });
    const auto range = held == m_shown.end() ? std::nullopt : rangeOf(*held);
    emit whereFromRequested(symbol, range ? range->last : newestDateOf(m_shown).value_or(Date{}));
}

void DataPage::openAt(const PagePoint& point) {
    const std::vector<SeriesKey> keys = seriesKeys(m_shown);
    const auto found = std::find_if(keys.begin(), keys.end(),
                                    [&point](const SeriesKey& key) { return key.symbol == point.symbol; });
    if (found == keys.end())
        return;
    m_series->selectSourceRow(static_cast<int>(found - keys.begin()));
    m_which->setCurrent(1);
    showFindings();
}

std::optional<TableSnapshot> DataPage::chartData() const {
    return m_imports->hasFocus() ? m_imports->snapshot() : m_series->snapshot();
}

} // namespace rotascope
