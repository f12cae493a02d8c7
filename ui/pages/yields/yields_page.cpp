#include "ui/pages/yields/yields_page.h"

#include "core/analysis/yields/yield_wording.h"
#include "core/figure/yield_figure.h"
#include "ui/convert/convert.h"
#include "ui/models/season_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/side_column.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("yields");
constexpr std::size_t kWeeks = 26;
constexpr int kLeastWeeks = 180;

QString joined(const std::vector<std::string>& sentences) {
    QStringList lines;
    for (const std::string& said : sentences)
        lines << qtext(said);
    return unbroken(lines.join(QLatin1Char('\n')));
}

/// Which series are old and by how much, else what the columns hold.
QString staleNote(const YieldTable& table) {
    QStringList old;
    for (const YieldHistory& history : table.rows)
        if (!history.weeks.empty() && history.sessionsOld >= kStaleSessions)
            old << QStringLiteral("⚑ ") + qtext(history.source) + QLatin1Char(' ') +
                       qtext(ageText(history.sessionsOld));
    return old.isEmpty() ? YieldsPage::tr("%, change in basis points") : old.join(QStringLiteral(" · "));
}

} // namespace

YieldsPage::YieldsPage(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    m_main = makeMain(context);
    m_side = makeSide();
    pageColumn(this, m_headline)->addWidget(new PageBody(m_main, m_side, this), 1);
    adoptChart(*m_chartPanel, *m_chart);
}

QWidget* YieldsPage::makeMain(const PageContext& context) {
    auto* main = new QWidget(this);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_chartPanel = new Panel(tr("Yields over the pair's sessions"), main);
    m_chart = new LinkedChart(context, QStringLiteral("yield figure"), m_chartPanel);
    m_chartPanel->addContent(m_chart, 1);
    column->addWidget(m_chartPanel, 1);
    column->addWidget(makeTables());
    return main;
}

QWidget* YieldsPage::makeTables() {
    auto* tables = new QWidget(this);
    auto* row = new QHBoxLayout(tables);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_weeksPanel = new Panel(tr("By week"), tables);
    m_weeksPanel->setNote(tr("%, change in basis points"));
    m_weeks = tableIn(m_weeksPanel, appearance(), DataTable::Height::Scrolls);
    m_weeks->setMinimumHeight(kLeastWeeks);
    m_weeks->spreadColumns();
    m_bucketsPanel = new Panel(tr("The pair in weeks like these"), tables);
    m_bucketsPanel->setNote(tr("weeks in a row, not overlapping"));
    m_buckets = tableIn(m_bucketsPanel, appearance(), DataTable::Height::FitsRows);
    m_buckets->spreadColumns();
    m_bucketWords = proseIn(m_bucketsPanel, TextSize::Small, ColourRole::Text);
    m_bucketsPanel->addContent(m_bucketWords);
    row->addWidget(m_weeksPanel, 1);
    row->addWidget(m_bucketsPanel, 1);
    return tables;
}

SideColumn* YieldsPage::makeSide() {
    auto* side = new SideColumn(this);
    m_linkPanel = new Panel(tr("How the pair goes with it"), side);
    m_link = proseIn(m_linkPanel, TextSize::Table, ColourRole::Text);
    m_linkPanel->addContent(m_link);
    m_creditPanel = new Panel(tr("Credit spreads"), side);
    m_creditPanel->setNote(tr("changes in basis points"));
    m_credit = tableIn(m_creditPanel, appearance(), DataTable::Height::FitsRows);
    m_credit->stretchColumn(0);
    m_creditWords = proseIn(m_creditPanel, TextSize::Table, ColourRole::Text);
    m_creditPanel->addContent(m_creditWords);
    side->addPanel(m_linkPanel);
    side->addPanel(m_creditPanel);
    return side;
}

void YieldsPage::analyse() {
    askFor(
        kSlot, m_shown,
        [](const UniverseView& view) -> Shown {
            auto study = studyYields(view.market(), {view.state.small, view.state.large});
            if (!study)
                return {{}, study.error().message, view};
            return {std::make_shared<const YieldStudy>(std::move(*study)), {}, view};
        },
        [this] { show(); });
}

void YieldsPage::show() {
    const bool known = m_shown->study != nullptr;
    m_main->setVisible(known);
    m_side->setVisible(known);
    if (!known) {
        m_headline->setHeadline({{m_shown->refusal, Emphasis::Normal}});
        return;
    }
    const YieldStudy& study = *m_shown->study;
    m_headline->setHeadline(yieldHeadline(study));
    m_weeks->setSnapshot(yieldTableOf(study.table, kWeeks));
    m_weeksPanel->setNote(staleNote(study.table));
    showLink(study);
    showCredit(study);
    m_chart->draw([shown = m_shown](const Divergence& divergence, std::size_t) {
        return yieldFigure(*shown->study, shown->view.market(), divergence.pair.dates);
    });
}

void YieldsPage::showLink(const YieldStudy& study) {
    m_bucketsPanel->setVisible(study.link.has_value());
    m_buckets->setSnapshot(bucketTableOf(study));
    m_bucketWords->setProse(joined(bucketsInWords(study)));
    const std::string said = study.link ? sensitivityInWords(study) : study.noLink;
    m_link->setProse(unbroken(qtext(said)));
    m_linkPanel->setVisible(!said.empty());
}

void YieldsPage::showCredit(const YieldStudy& study) {
    m_credit->setVisible(!study.credit.empty());
    m_credit->setSnapshot(creditTableOf(study));
    m_creditWords->setProse(joined(creditInWords(study)));
}

std::vector<PageInput> YieldsPage::inputs() const {
    std::vector<Symbol> symbols{session().state().small, session().state().large};
    for (const YieldInfo& info : kYields)
        symbols.insert(symbols.end(), {Symbol(info.symbol), Symbol(info.less)});
    if (m_shown && m_shown->study)
        for (const CreditRow& row : m_shown->study->credit)
            symbols.push_back(row.instrument.symbol);
    return mainValuesOf(symbols);
}

std::string YieldsPage::command() const {
    return "yields";
}

} // namespace rotascope
