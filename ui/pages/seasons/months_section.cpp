#include "ui/pages/seasons/months_section.h"

#include "core/analysis/seasons/seasons_wording.h"
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/season_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/value_field.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rotascope {

namespace {

constexpr int kMonths = 12;
constexpr double kFullColour = 0.06; ///< of a month's spread
constexpr int kLeastYears = 180;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

HeatCell cellOf(const CalendarReturn& period, const SeasonParams& params) {
    return {period.spread(), percentNumber(period.spread()),
            MonthsSection::tr("%1 %2, %3 %4, %5 to %6%7")
                .arg(symbolLabel(params.small), percentLabel(period.small), symbolLabel(params.large),
                     percentLabel(period.large), dateText(period.range.first), dateText(period.range.last),
                     period.isComplete ? QString() : MonthsSection::tr(", not over yet")),
            !period.isComplete};
}

/// Rows of years, the latest first, months and the year itself.
std::vector<HeatRow> yearRows(const Seasons& seasons) {
    std::map<int, HeatRow, std::greater<>> rows;
    const auto rowOf = [&rows](int year) -> HeatRow& {
        HeatRow& row = rows[year];
        if (row.cells.empty()) {
            row.name = QString::number(year);
            row.cells.resize(kMonths + 1, HeatCell{kNaN, {}, {}, false});
        }
        return row;
    };
    for (const CalendarReturn& month : seasons.months)
        rowOf(month.year).cells[month.month - 1] = cellOf(month, seasons.params);
    for (const CalendarReturn& year : seasons.years)
        rowOf(year.year).cells[kMonths] = cellOf(year, seasons.params);
    std::vector<HeatRow> out;
    for (auto& [year, row] : rows)
        out.push_back(std::move(row));
    return out;
}

struct ColumnFacts {
    double sum = 0;
    int count = 0;
    int ahead = 0;
};

ColumnFacts factsOf(const std::vector<HeatRow>& rows, std::size_t column) {
    ColumnFacts facts;
    for (const HeatRow& row : rows) {
        const HeatCell& cell = row.cells[column];
        if (std::isnan(cell.value) || cell.isRunning)
            continue;
        facts.sum += cell.value;
        ++facts.count;
        facts.ahead += cell.value > 0 ? 1 : 0;
    }
    return facts;
}

/// Mean and share of leads over the complete ones.
void addSummaries(std::vector<HeatRow>& rows) {
    HeatRow mean{MonthsSection::tr("mean"), {}, true};
    HeatRow ahead{MonthsSection::tr("ahead"), {}, false};
    for (std::size_t column = 0; column <= kMonths; ++column) {
        const ColumnFacts facts = factsOf(rows, column);
        const double value = facts.count > 0 ? facts.sum / facts.count : kNaN;
        const QString words = MonthsSection::tr("%1 complete ones").arg(facts.count);
        mean.cells.push_back({value, percentNumber(value), words, false});
        const double share = facts.count > 0 ? static_cast<double>(facts.ahead) / facts.count : kNaN;
        ahead.cells.push_back(
            {facts.count > 0 ? 0.0 : kNaN, QStringLiteral("%1/%2").arg(facts.ahead).arg(facts.count),
             MonthsSection::tr("small caps ahead in %1").arg(qtext(plainPercentText(share))), false});
    }
    rows.insert(rows.begin(), {mean, ahead});
    rows[0].isSummary = false;
    if (rows.size() > 2)
        rows[2].isSummary = true;
}

QStringList columnNames() {
    QStringList names;
    for (unsigned month = 1; month <= kMonths; ++month)
        names << qtext(monthName(month)).left(3);
    return names << MonthsSection::tr("Year");
}

} // namespace

MonthsSection::MonthsSection(const PageContext& context)
    : SeasonSection(context, QStringLiteral("season months"))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* map = makeMap();
    m_side = makeSide();
    pageColumn(this, m_headline)->addWidget(new PageBody(map, m_side, this), 1);
}

QWidget* MonthsSection::makeMap() {
    m_mapPanel = new Panel(tr("Spread by month"), this);
    auto* scroll = new QScrollArea(m_mapPanel);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_map = new HeatMap(appearance(), scroll);
    scroll->setWidget(m_map);
    m_map->setAutoFillBackground(false); // which setWidget() turned on
    m_mapPanel->addContent(scroll, 1);
    return m_mapPanel;
}

SideColumn* MonthsSection::makeSide() {
    auto* side = new SideColumn(this);
    auto* streaksPanel = new Panel(tr("Years won"), side);
    m_streaks = proseIn(streaksPanel, TextSize::Table, ColourRole::Text);
    streaksPanel->addContent(m_streaks);
    m_yearsPanel = new Panel(tr("Calendar years"), side);
    m_years = tableIn(m_yearsPanel, appearance(), DataTable::Height::Scrolls);
    m_years->setMinimumHeight(kLeastYears);
    side->addPanel(streaksPanel);
    side->addPanel(makeClaim());
    side->addPanel(m_yearsPanel, 1);
    return side;
}

QWidget* MonthsSection::makeClaim() {
    auto* panel = new Panel(tr("A claim about years"), this);
    auto* controls = new QWidget(panel);
    auto* row = controlRow(controls);
    m_first = new ValueField(tr("First year"), QStringLiteral("2099"), controls);
    m_last = new ValueField(tr("Last year"), QStringLiteral("2099"), controls);
    m_first->setValue(QString::number(m_claimed.first));
    m_last->setValue(QString::number(m_claimed.last));
    row->addWidget(caption(tr("Large caps led from"), controls));
    row->addWidget(m_first);
    row->addWidget(caption(tr("to"), controls));
    row->addWidget(m_last);
    row->addStretch(1);
    m_verdicts = proseIn(panel, TextSize::Table, ColourRole::Text);
    panel->addContent(controls);
    panel->addContent(m_verdicts);
    const auto wire = [this](ValueField* field, int YearRange::*year) {
        connect(field, &ValueField::typed, this, [this, year](const QString& text) { takeYear(year, text); });
        connect(field, &ValueField::stepped, this, [this, year](int direction) {
            takeYear(year, QString::number(m_claimed.*year + direction));
        });
    };
    wire(m_first, &YearRange::first);
    wire(m_last, &YearRange::last);
    return panel;
}

void MonthsSection::takeYear(int YearRange::*year, const QString& text) {
    bool isNumber = false;
    const int value = text.trimmed().toInt(&isNumber);
    YearRange wanted = m_claimed;
    wanted.*year = value;
    if (isNumber && value >= 1800 && value <= 2200 && wanted.first <= wanted.last)
        m_claimed = wanted;
    else
        emit said(tr("A claim runs from a year to the same or a later one, such as 2011 to 2024."));
    m_first->setValue(QString::number(m_claimed.first));
    m_last->setValue(QString::number(m_claimed.last));
    ask();
}

SeasonParams MonthsSection::params() const {
    SeasonParams params;
    params.dominance = m_claimed;
    return params;
}

void MonthsSection::show(const Seasons& seasons) {
    m_headline->setHeadline(seasonsHeadline(seasons));
    std::vector<HeatRow> rows = yearRows(seasons);
    addSummaries(rows);
    m_map->setRows(tr("Spread of the pair by month and year, percentage points"), columnNames(),
                   std::move(rows), kFullColour);
    m_mapPanel->setNote(tr("%1 − %2, points; dotted: not over yet")
                            .arg(symbolLabel(seasons.params.small), symbolLabel(seasons.params.large)));
    QStringList lines;
    for (const std::string& said : streaksInWords(seasons))
        lines << qtext(said);
    if (const std::string month = monthInWords(seasons); !month.empty())
        lines << qtext(month);
    m_streaks->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    lines.clear();
    if (seasons.claim)
        for (const std::string& said : seasons.claim->verdicts(seasons.params.small, seasons.params.large))
            lines << qtext(said);
    m_verdicts->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    m_years->setSnapshot(yearTableOf(seasons));
    m_side->show();
}

void MonthsSection::refuse(const QString& sentence) {
    m_headline->setHeadline({{utf8(sentence), Emphasis::Normal}});
    m_map->setRows(sentence, {}, {}, kFullColour);
    m_side->hide();
}

} // namespace rotascope
