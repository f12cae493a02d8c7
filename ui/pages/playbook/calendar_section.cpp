#include "ui/pages/playbook/calendar_section.h"

#include "core/report/catalysts_text.h"
#include "ui/convert/convert.h"
#include "ui/models/catalyst_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/band_calendar.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<int, 3> kSpans{30, 60, 90};
constexpr int kUsualSpan = 1;
constexpr int kInHeadline = 3;
constexpr int kLeastTable = 160;
const QString kTableFiles = QStringLiteral("CSV (*.csv)");

Headline calendarHeadline(const std::vector<Catalyst>& coming, Date today) {
    Headline headline;
    int told = 0;
    for (const Catalyst& row : coming) {
        if (row.days.first < today || told == kInHeadline)
            continue;
        const std::string when = utf8(countdownText(daysUntil(row, today)));
        addSentence(headline, told == 0 ? Emphasis::Strong : Emphasis::Normal,
                    row.name + " " + when + ", " + dayMonthYear(row.days.first) + ".");
        ++told;
    }
    if (told == 0)
        addSentence(headline, Emphasis::Normal,
                    "Nothing is coming that a rule computes, a list holds or a calendar says.");
    return headline;
}

} // namespace

CalendarSection::CalendarSection(const PageContext& context)
    : Page(context)
    , m_session(CatalystSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* left = makeLeft();
    pageColumn(this, m_headline)->addWidget(new PageBody(left, makeSide(), this), 1);
    connect(&m_session, &CatalystSession::changed, this, &CalendarSection::markStale);
    connect(&m_session, &CatalystSession::failed, this, &Page::said);
    connect(m_table, &DataTable::rowActivated, this, &CalendarSection::study);
    connect(m_days, &SegmentBar::chosen, this, &CalendarSection::markStale);
}

QWidget* CalendarSection::makeLeft() {
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* strip = new Panel(tr("The weeks to come"), left);
    QStringList spans;
    for (const int span : kSpans)
        spans << tr("%1 days").arg(span);
    m_days = new SegmentBar(tr("How far to look"), spans, strip);
    m_days->setCurrent(kUsualSpan);
    strip->addHeaderWidget(m_days);
    m_bands = new BandCalendar(appearance(), strip);
    strip->addContent(m_bands);
    auto* list = new Panel(tr("In order"), left);
    list->setNote(tr("double click: what followed such days, in the event study"));
    m_table = tableIn(list, appearance(), DataTable::Height::Scrolls);
    m_table->setMinimumHeight(kLeastTable);
    m_table->stretchColumn(4);
    column->addWidget(strip);
    column->addWidget(list, 1);
    return left;
}

SideColumn* CalendarSection::makeSide() {
    auto* side = new SideColumn(this);
    auto* panel = new Panel(tr("Lists, and where they end"), side);
    m_lists = tableIn(panel, appearance(), DataTable::Height::FitsRows);
    m_gaps = proseIn(panel, TextSize::Table, ColourRole::MutedText);
    panel->addContent(m_gaps);
    auto* foot = new QWidget(panel);
    auto* row = controlRow(foot);
    auto* edit = flatButton(tr("Edit…"), tr("The listed dates as text: category, date, name, source"), foot);
    auto* import = flatButton(tr("Import…"),
                              tr("A CSV file of category, date, name, source takes the list's place"), foot);
    auto* write = flatButton(tr("Export…"), tr("The listed dates in force as a CSV file"), foot);
    m_reset = flatButton(tr("Built-in"), tr("Back to the dates that are built in"), foot);
    for (QToolButton* button : {edit, import, write, m_reset})
        row->addWidget(button);
    row->addStretch(1);
    panel->addContent(foot);
    side->addPanel(panel);
    connect(edit, &QToolButton::clicked, this, &CalendarSection::editTable);
    connect(import, &QToolButton::clicked, this, &CalendarSection::importTable);
    connect(write, &QToolButton::clicked, this, &CalendarSection::exportTable);
    connect(m_reset, &QToolButton::clicked, this, [this] { m_session.keep({}); });
    return side;
}

int CalendarSection::days() const {
    return kSpans[static_cast<std::size_t>(std::max(m_days->current(), 0))];
}

void CalendarSection::refresh() {
    m_session.want();
    const auto desk = m_session.desk();
    if (!desk)
        return;
    const Date today = m_session.today();
    const Date last = today + std::chrono::days{days()};
    // Events of a calendar are known beforehand: the as-of date says from where to look, not what is known.
    m_coming = catalystsIn(MarketView::latest(desk->market), {today, last}, desk->own);
    const auto lists = catalystLists(desk->own);
    m_headline->setHeadline(calendarHeadline(m_coming, today));
    m_table->setSnapshot(catalystTableOf(m_coming, today));
    m_lists->setSnapshot(catalystListsOf(lists));
    QStringList gaps;
    for (const std::string& gap : catalystGaps(lists, last))
        gaps << qtext(gap);
    m_gaps->setProse(gaps.join(QLatin1Char('\n')));
    m_gaps->setVisible(!gaps.isEmpty());
    m_reset->setEnabled(!desk->own.empty());
    showBands();
}

/// One row for each category or list, in the order in which they come first.
void CalendarSection::showBands() {
    std::vector<CalendarRow> rows;
    std::vector<std::string> names;
    for (const Catalyst& catalyst : m_coming) {
        const bool hasList =
            catalyst.category == CatalystCategory::Listed || catalyst.category == CatalystCategory::Imported;
        const std::string name = hasList ? catalyst.list : std::string(infoOf(catalyst.category).label);
        auto at = std::find(names.begin(), names.end(), name);
        if (at == names.end()) {
            names.push_back(name);
            rows.push_back({qtext(name), {}});
            at = names.end() - 1;
        }
        const QString days =
            catalyst.days.first == catalyst.days.last
                ? longDateText(catalyst.days.first)
                : tr("%1 to %2").arg(longDateText(catalyst.days.first), longDateText(catalyst.days.last));
        rows[static_cast<std::size_t>(at - names.begin())].bands.push_back(
            {qdate(catalyst.days.first), qdate(catalyst.days.last),
             tr("%1, %2").arg(qtext(catalyst.name), days)});
    }
    m_bands->setRows(qdate(m_session.today()), days() + 1, std::move(rows));
}

void CalendarSection::study(int row) {
    const auto desk = m_session.desk();
    const auto analysis = session().analysis();
    if (!desk || !analysis || !analysis->divergence || row < 0 ||
        std::cmp_greater_equal(row, m_coming.size()))
        return;
    const Catalyst& catalyst = m_coming[static_cast<std::size_t>(row)];
    EventChoice choice = session().state().events;
    choice.event.clear();
    choice.dates.reset();
    const std::vector<Date>& sessions = analysis->divergence->pair.dates;
    if (catalyst.category == CatalystCategory::Imported)
        choice.event = catalyst.list;
    else
        choice.dates = catalystEvents(MarketView::latest(desk->market), catalyst.list,
                                      {sessions.front(), sessions.back()}, desk->own);
    session().setEventChoice(choice);
    emit pageRequested(QStringLiteral("events"));
}

void CalendarSection::keepTable(const std::string& csv) {
    auto table = parseCatalystsCsv(csv);
    if (!table)
        return emit said(qtext(table.error().message));
    m_session.keep(std::move(*table));
}

void CalendarSection::editTable() {
    const auto desk = m_session.desk();
    if (!desk)
        return;
    bool agreed = false;
    const QString text =
        QInputDialog::getMultiLineText(this, tr("Listed dates"),
                                       tr("One a line: category, date, name, source. Any category, such as "
                                          "cpi. A category's rows take the place of "
                                          "its other dates from the month of the first to that of the last."),
                                       qtext(catalystsCsv(catalystsInForce(desk->own))), &agreed);
    if (agreed)
        keepTable(utf8(text));
}

void CalendarSection::importTable() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import listed dates"), {}, kTableFiles);
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return emit said(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    keepTable(file.read(static_cast<qint64>(kLongestCatalystTable) + 1).toStdString());
}

void CalendarSection::exportTable() {
    const auto desk = m_session.desk();
    if (!desk)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the listed dates"),
                                                      QStringLiteral("catalysts.csv"), kTableFiles);
    if (!path.isEmpty())
        saveText(*this, path, catalystsCsv(catalystsInForce(desk->own)));
}

std::vector<PageInput> CalendarSection::inputs() const {
    std::vector<Symbol> symbols;
    for (const Catalyst& row : m_coming)
        if (row.category == CatalystCategory::Imported)
            symbols.push_back(row.list);
    return mainValuesOf(symbols);
}

std::string CalendarSection::command() const {
    return "calendar";
}

} // namespace rotascope
