#include "ui/pages/trend/groups_section.h"

#include "core/analysis/relative/chain_wording.h"
#include "core/analysis/wording.h"
#include "core/figure/relative_figures.h"
#include "ui/convert/convert.h"
#include "ui/models/relative_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/side_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("groups");
const QString kFirst = QStringLiteral("Cyclicals");
const QString kSecond = QStringLiteral("Defensives");

/// "IWM VB AVUV; without closes: IJR"
QString membersText(const BasketIndex& index, const Basket& basket) {
    std::vector<std::string> held;
    for (const Symbol& symbol : basket.funds)
        if (std::find(index.missing.begin(), index.missing.end(), symbol) == index.missing.end())
            held.push_back(symbol);
    QString text = QObject::tr("%1: %2, since %3.")
                       .arg(qtext(index.name), qtext(listed(held)), dateText(index.dates.front()));
    if (!index.missing.empty())
        text += QObject::tr(" Without closes: %1.").arg(qtext(listed(index.missing)));
    return text;
}

} // namespace

GroupsSection::GroupsSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* chart = makeChart(context);
    pageColumn(this, m_headline)->addWidget(new PageBody(chart, makeSide(), this), 1);
    connect(m_first, &QComboBox::activated, this, &GroupsSection::ask);
    connect(m_second, &QComboBox::activated, this, &GroupsSection::ask);
    adoptChart(*m_chartPanel, *m_chart);
}

QWidget* GroupsSection::makeChart(const PageContext& context) {
    m_chartPanel = new Panel(tr("Groups"), this);
    auto* controls = new QWidget(m_chartPanel);
    auto* row = controlRow(controls);
    m_first = choiceList(tr("First group"), controls);
    m_second = choiceList(tr("Second group"), controls);
    auto* against = new QLabel(tr("against"), controls);
    setTextSize(*against, TextSize::Table);
    setInk(*against, ColourRole::MutedText);
    row->addWidget(m_first);
    row->addWidget(against);
    row->addWidget(m_second);
    row->addStretch(1);
    m_chart = new LinkedChart(context, QStringLiteral("group figure"), m_chartPanel);
    m_chartPanel->addContent(controls);
    m_chartPanel->addContent(m_chart, 1);
    return m_chartPanel;
}

SideColumn* GroupsSection::makeSide() {
    auto* side = new SideColumn(this);
    m_tablePanel = new Panel(tr("Performance"), side);
    m_tablePanel->setNote(tr("equal weights, %"));
    m_table = tableIn(m_tablePanel, appearance(), DataTable::Height::FitsRows);
    m_membersPanel = new Panel(tr("Who is in them"), side);
    m_members = proseIn(m_membersPanel, TextSize::Table, ColourRole::Text);
    m_membersPanel->addContent(m_members);
    side->addPanel(m_tablePanel);
    side->addPanel(m_membersPanel);
    return side;
}

void GroupsSection::showChoicesOf(const Universe& universe) {
    QStringList names;
    for (const Basket& basket : universe.baskets)
        names << qtext(basket.name);
    const bool isNew = m_first->count() == 0;
    showChoices(*m_first, names, isNew ? kFirst : m_first->currentText());
    showChoices(*m_second, names, isNew ? kSecond : m_second->currentText());
    if (isNew && m_first->currentIndex() == m_second->currentIndex())
        m_second->setCurrentIndex(std::min(1, m_second->count() - 1));
}

GroupsSection::Groups GroupsSection::groupsOf(const UniverseView& view, const Names& names) {
    Groups groups;
    const auto one = basketNamed(view.universe->baskets, names.first);
    const auto other = basketNamed(view.universe->baskets, names.second);
    if (!one || !other) {
        groups.refusal = one ? other.error().message : one.error().message;
        return groups;
    }
    auto ratio = groupRatio(view.market(), **one, **other);
    if (!ratio) {
        groups.refusal = ratio.error().message;
        return groups;
    }
    groups.table = performanceTable(ratio->pair, false);
    groups.ratio = std::make_shared<const GroupRatio>(std::move(*ratio));
    return groups;
}

void GroupsSection::analyse() {
    showChoicesOf(*universe().universe());
    askFor(kSlot, m_groups, Names{utf8(m_first->currentText()), utf8(m_second->currentText())}, groupsOf,
           [this] { show(); });
}

void GroupsSection::show() {
    const bool known = m_groups->ratio != nullptr;
    m_chart->setVisible(known);
    m_tablePanel->setVisible(known);
    m_membersPanel->setVisible(known);
    if (!known) {
        m_headline->setHeadline({{m_groups->refusal, Emphasis::Normal}});
        return;
    }
    const GroupRatio& ratio = *m_groups->ratio;
    m_headline->setHeadline(groupHeadline(ratio, session().state().days));
    m_chartPanel->setTitle(qtext(ratio.first.name) + QStringLiteral(" / ") + qtext(ratio.second.name));
    m_table->setSnapshot(groupTableOf(m_groups->table, qtext(ratio.first.name), qtext(ratio.second.name)));
    const auto& baskets = universe().universe()->baskets;
    QStringList lines;
    for (const BasketIndex* index : {&ratio.first, &ratio.second})
        if (const auto basket = basketNamed(baskets, index->name))
            lines << membersText(*index, **basket);
    m_members->setProse(lines.join(QLatin1Char('\n')));
    draw();
}

void GroupsSection::draw() {
    m_chart->draw([ratio = m_groups->ratio, days = session().state().days](const Divergence& divergence,
                                                                           std::size_t base) {
        return groupFigure(*ratio, divergence.pair.dates, base, days);
    });
}

std::vector<PageInput> GroupsSection::inputs() const {
    std::vector<Symbol> symbols;
    if (const auto held = universe().universe())
        for (const QComboBox* list : {m_first, m_second})
            if (const auto basket = basketNamed(held->baskets, utf8(list->currentText())))
                symbols.insert(symbols.end(), (*basket)->funds.begin(), (*basket)->funds.end());
    return mainValuesOf(symbols);
}

std::string GroupsSection::command() const {
    return "groups \"" + utf8(m_first->currentText()) + "\" \"" + utf8(m_second->currentText()) + "\"";
}

} // namespace rotascope
