#include "ui/pages/data_page.h"

#include "core/base/text.h"
#include "core/quality/freshness.h"
#include "core/quality/quality_rules.h"
#include "core/workflow/examine_desk.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/two_line_list.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kSideWidth = 310;
const QString kFindingsSlot = QStringLiteral("findings");

using Findings = Result<std::vector<Finding>>;

QString countText(std::size_t count) {
    return qtext(groupedCount(static_cast<long long>(count)));
}

FindingCounts countsOf(const std::vector<Finding>& findings) {
    FindingCounts counts;
    for (const Finding& finding : findings)
        ++counts[finding.symbol];
    return counts;
}

TwoLines itemOf(const Finding& finding) {
    const QualityRule* rule = qualityRuleNamed(finding.rule);
    const bool warning = finding.severity == Severity::Warning;
    QString when = dateText(finding.first);
    if (finding.last != finding.first)
        when += QStringLiteral(" – ") + dateText(finding.last);
    TwoLines item;
    const bool main = finding.field == Field::Close || finding.field == Field::Value;
    const QString series = main ? qtext(finding.symbol)
                                : qtext(finding.symbol) + QLatin1Char(' ') + qtext(nameOf(finding.field));
    item.first = series + QStringLiteral(" · ") +
                 (rule ? qtext(rule->title) : DataPage::tr("Same values under two symbols")) +
                 QStringLiteral(" · ") + when;
    item.second = qtext(finding.message);
    item.ink = warning ? ColourRole::Attention : ColourRole::MutedText;
    item.explanation = item.first + QLatin1Char('\n') + item.second;
    return item;
}

std::size_t staleSeries(const DeskSnapshot& desk, Date newest) {
    std::size_t stale = 0;
    for (const InstrumentSummary& row : desk.instruments)
        for (const SeriesSummary& series : row.series)
            stale += periodsMissing(row.instrument, series, newest) > 1 ? 1U : 0U;
    return stale;
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
    m_whereFrom = new QPushButton(tr("&Where from?"), m_seriesPanel);
    m_whereFrom->setToolTip(
        tr("File, line and raw text of any value of the series, and what stood there before"));
    auto* import = new QPushButton(tr("I&mport…"), m_seriesPanel);
    m_seriesPanel->addHeaderWidget(m_whereFrom);
    m_seriesPanel->addHeaderWidget(import);
    m_seriesPanel->addContent(m_series, 1);
    connect(m_whereFrom, &QPushButton::clicked, this, &DataPage::askWhereFrom);
    connect(import, &QPushButton::clicked, this, &DataPage::importRequested);
    connect(m_series, &DataTable::rowActivated, this, &DataPage::askWhereFrom);
    connect(m_series->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DataPage::showFindings);
    return m_seriesPanel;
}

QWidget* DataPage::makeImports() {
    m_importsPanel = new Panel(tr("Imports"), this);
    m_imports = new DataTable(appearance(), DataTable::Height::Scrolls, m_importsPanel);
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
    side->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_findingsPanel = new Panel(tr("Findings"), side);
    m_which = new SegmentBar(tr("Which findings"), {tr("All"), tr("Selected series")}, m_findingsPanel);
    m_which->setCurrent(0);
    m_findingsPanel->addHeaderWidget(m_which);
    connect(m_which, &SegmentBar::chosen, this, &DataPage::showFindings);
    m_findings = new TwoLineList(appearance(), tr("Findings"), m_findingsPanel);
    m_findingsPanel->addContent(m_findings, 1);
    connect(m_findings, &TwoLineList::rowChosen, this, [this](int row) {
        const Finding& finding = m_shown[static_cast<std::size_t>(row)];
        emit whereFromRequested(finding.symbol, finding.first);
    });
    column->addWidget(m_findingsPanel, 1);
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
    auto* buttons = new QHBoxLayout;
    const auto button = [&](const QString& words, const QString& explanation, void (DataPage::*asked)()) {
        auto* made = new QPushButton(words, content);
        made->setToolTip(explanation);
        buttons->addWidget(made);
        connect(made, &QPushButton::clicked, this, asked);
    };
    button(tr("&Back up…"), tr("A checked copy of the desk in a new file"), &DataPage::backupRequested);
    button(tr("&Restore…"), tr("Puts a backup in the desk's place; what is there now is kept beside it"),
           &DataPage::restoreRequested);
    button(tr("&Check"), tr("Looks the whole desk through: file, references, books"),
           &DataPage::checkRequested);
    column->addWidget(m_place);
    column->addLayout(buttons);
    panel->addContent(content);
    return panel;
}

void DataPage::refresh() {
    const auto desk = session().desk();
    if (!desk)
        return;
    showSeries(*desk);
    showImports(*desk);
    m_place->setText(session().deskPath());
    m_warning->setText(desk->info.placeWarning ? qtext(*desk->info.placeWarning) : QString());
    m_warning->setVisible(desk->info.placeWarning.has_value());
    if (m_lookedAt != desk)
        lookThrough();
    else
        showFindings();
}

void DataPage::showSeries(const DeskSnapshot& desk) {
    const auto newest = newestDateOf(desk.instruments);
    if (!newest)
        return;
    const bool looked = m_found && m_lookedAt.get() == &desk;
    const FindingCounts counts = looked ? countsOf(*m_found) : FindingCounts{};
    m_series->setSnapshot(seriesTableOf(desk.instruments, looked ? &counts : nullptr, *newest));
    m_seriesPanel->setNote(tr("newest value %1").arg(dateText(*newest)));
    const std::size_t stale = staleSeries(desk, *newest);
    QString sentence =
        tr("<b>%1 series of %2 instruments</b>, ")
            .arg(countText(seriesSymbols(desk.instruments).size()), countText(desk.instruments.size()));
    sentence += stale == 0 ? tr("all as new as the newest value, %1.").arg(dateText(*newest))
                           : tr("<b>%1 older</b> than their own calendar lets expect by %2.")
                                 .arg(countText(stale), dateText(*newest));
    m_headline->setText(sentence);
}

void DataPage::showImports(const DeskSnapshot& desk) {
    m_imports->setSnapshot(importsTableOf(desk.imports));
    const auto taken = std::count_if(desk.imports.begin(), desk.imports.end(),
                                     [](const ImportRecord& record) { return record.undone; });
    m_importsPanel->setNote(taken == 0 ? tr("%1 in all").arg(desk.imports.size())
                                       : tr("%1 in all, %2 taken back").arg(desk.imports.size()).arg(taken));
    const ImportRecord* record = currentImport();
    m_undo->setEnabled(record && !record->undone);
}

void DataPage::lookThrough() {
    m_found.reset();
    m_lookedAt = session().desk();
    m_findingsPanel->setNote(tr("looking…"));
    session().tasks().run<Findings>(
        kFindingsSlot, {},
        [opener = session().opener(), desk = utf8(session().deskPath())](ProgressSink&) -> Findings {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return examineDesk(**store, {}, std::nullopt);
        },
        [this](const std::shared_ptr<const Findings>& findings) {
            if (!*findings)
                return m_findingsPanel->setNote(qtext(findings->error().message));
            m_found = std::make_shared<const std::vector<Finding>>(**findings);
            if (m_lookedAt == session().desk())
                showSeries(*m_lookedAt);
            showFindings();
        });
}

/// Those of the selected series, or all.
void DataPage::showFindings() {
    if (!m_found)
        return;
    const std::optional<Symbol> symbol = m_which->current() == 1 ? currentSymbol() : std::nullopt;
    m_shown.clear();
    for (const Finding& finding : *m_found)
        if (!symbol || finding.symbol == *symbol)
            m_shown.push_back(finding);
    std::vector<TwoLines> items;
    for (const Finding& finding : m_shown)
        items.push_back(itemOf(finding));
    m_findings->setItems(std::move(items));
    m_findingsPanel->setTitle(symbol ? tr("Findings about %1").arg(qtext(*symbol)) : tr("Findings"));
    m_findingsPanel->setNote(m_shown.empty() ? tr("none") : QString::number(m_shown.size()));
}

std::optional<Symbol> DataPage::currentSymbol() const {
    const auto desk = session().desk();
    const auto row = static_cast<std::size_t>(m_series->currentSourceRow());
    if (!desk || m_series->currentSourceRow() < 0)
        return std::nullopt;
    const std::vector<Symbol> symbols = seriesSymbols(desk->instruments);
    return row < symbols.size() ? std::optional(symbols[row]) : std::nullopt;
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
    const auto symbol = currentSymbol();
    const InstrumentSummary* held = symbol ? session().desk()->find(*symbol) : nullptr;
    const auto range = held ? rangeOf(*held) : std::nullopt;
    emit whereFromRequested(symbol.value_or(session().state().small),
                            range ? range->last
                                  : newestDateOf(session().desk()->instruments).value_or(Date{}));
}

void DataPage::openAt(const PagePoint& point) {
    const auto desk = session().desk();
    if (!desk || point.symbol.empty())
        return;
    const std::vector<Symbol> symbols = seriesSymbols(desk->instruments);
    const auto found = std::find(symbols.begin(), symbols.end(), point.symbol);
    if (found == symbols.end())
        return;
    m_series->selectSourceRow(static_cast<int>(found - symbols.begin()));
    m_which->setCurrent(1);
    showFindings();
}

std::optional<TableSnapshot> DataPage::chartData() const {
    return m_imports->hasFocus() ? m_imports->snapshot() : m_series->snapshot();
}

} // namespace rotascope
