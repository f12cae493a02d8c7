#include "ui/pages/playbook/theses_section.h"

#include "ui/convert/convert.h"
#include "ui/models/rule_tables.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/playbook/flags_dialog.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace rotascope {

ThesesSection::ThesesSection(const PageContext& context)
    : Page(context)
    , m_rules(RuleSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this))
    , m_column(pageColumn(this, m_headline)) {
    m_column->addStretch(1);
    connect(&m_rules, &RuleSession::changed, this, &ThesesSection::markStale);
}

void ThesesSection::refresh() {
    m_rules.want();
    const auto analysis = session().analysis();
    if (analysis && m_rules.isFollowing(*analysis))
        return; // one picture per step
    const auto view = m_rules.view();
    if (!view)
        return;
    Headline headline;
    for (const ThesisReading& thesis : view->theses)
        headline.push_back({(headline.empty() ? "" : " ") + thesis.thesis.name + ": " + thesis.sentence(),
                            headline.empty() ? Emphasis::Strong : Emphasis::Normal});
    if (headline.empty())
        headline.push_back({view->error.empty()
                                ? "The playbook holds no thesis. Packs can bring some: Rules, Import pack."
                                : view->error,
                            Emphasis::Normal});
    m_headline->setHeadline(headline);
    for (std::size_t i = 0; i < view->theses.size(); ++i)
        showThesis(i, view->theses[i]);
    for (std::size_t i = view->theses.size(); i < m_cards.size(); ++i)
        m_cards[i].panel->hide();
}

void ThesesSection::showThesis(std::size_t index, const ThesisReading& reading) {
    if (index == m_cards.size()) {
        auto* panel = new Panel({}, this);
        auto* flags = flatButton(tr("Flags…"), tr("Yes and no from a day on, noted by hand"), panel);
        panel->addHeaderWidget(flags);
        connect(flags, &QToolButton::clicked, this, &ThesesSection::noteFlags);
        auto* table = tableIn(panel, appearance(), DataTable::Height::FitsRows);
        table->stretchColumn(5);
        m_column->insertWidget(m_column->count() - 1, panel);
        m_cards.push_back({panel, table});
    }
    Card& card = m_cards[index];
    card.panel->setTitle(qtext(reading.thesis.name));
    card.panel->setNote(qtext(reading.sentence()));
    card.table->setSnapshot(thesisTableOf(reading));
    card.panel->show();
}

void ThesesSection::noteFlags() {
    const auto view = m_rules.view();
    if (!view || !view->playbook)
        return;
    if (auto playbook = askFlags(*view, appearance(), this))
        m_rules.keep(std::move(*playbook));
}

std::vector<PageInput> ThesesSection::inputs() const {
    std::vector<Symbol> symbols;
    if (const auto view = m_rules.view(); view && view->reading)
        for (const RuleReading& rule : view->reading->rules)
            symbols.insert(symbols.end(), rule.symbols.begin(), rule.symbols.end());
    return mainValuesOf(symbols);
}

} // namespace rotascope
