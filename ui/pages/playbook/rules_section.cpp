#include "ui/pages/playbook/rules_section.h"

#include "core/base/text.h"
#include "core/figure/rule_figure.h"
#include "core/report/rules_text.h"
#include "ui/convert/convert.h"
#include "ui/models/rule_tables.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kTypingPause = 5; ///< milliseconds: keys that come at once are read as one

Headline playbookHeadline(const RuleView& view) {
    const auto& rules = view.reading->rules;
    std::vector<std::string> names;
    for (const RuleReading& rule : rules)
        if (rule.state() == RuleState::Firing)
            names.push_back(rule.rule.name);
    const std::string count = groupedCount(static_cast<long long>(names.size())) + " of " +
                              groupedCount(static_cast<long long>(rules.size())) + " rules fire";
    if (names.empty())
        return {{count + ".", Emphasis::Strong}};
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? ": " : "; ") + name;
    return {{count, Emphasis::Strong}, {list + ".", Emphasis::Normal}};
}

} // namespace

RulesSection::RulesSection(const PageContext& context)
    : Page(context)
    , m_rules(RuleSession::of(context.session))
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    build(context);
    connectParts();
}

void RulesSection::connectParts() {
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &RulesSection::study);
    connect(&m_rules, &RuleSession::changed, this, &RulesSection::markStale);
    connect(&m_rules, &RuleSession::failed, this, &Page::said);
    connect(m_list, &DataTable::rowActivated, this, &RulesSection::choose);
    connect(m_list, &DataTable::clicked, this,
            [this](const QModelIndex& index) { choose(m_list->rowAt(index)); });
    connect(m_editor, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_editor, &QLineEdit::returnPressed, this, &RulesSection::saveDraft);
    connect(m_save, &QToolButton::clicked, this, &RulesSection::saveDraft);
    wireChart(*this, *m_chartPanel, *m_chart);
    connect(&m_chart->view(), &FigureView::markerActivated, this,
            [this](Date date) { session().setAsOf(date); });
}

void RulesSection::openAt(const PagePoint& point) {
    if (point.symbol.empty())
        return;
    m_chosen = point.symbol;
    m_editor->clear();
    markStale();
}

const Rule* RulesSection::chosen() const {
    return m_view && m_view->playbook ? ruleNamed(*m_view->playbook, m_chosen) : nullptr;
}

void RulesSection::refresh() {
    m_rules.want();
    const auto analysis = session().analysis();
    if (analysis && m_rules.isFollowing(*analysis))
        return; // one picture per step: the rules come next, and with them another call
    m_view = m_rules.view();
    if (!m_view)
        return;
    if (std::exchange(m_desk, session().deskPath()) != session().deskPath())
        m_before.clear(); // of another desk
    m_undo->setEnabled(!m_before.empty());
    m_content->setVisible(m_view->reading != nullptr);
    if (!m_view->reading) {
        m_headline->setHeadline({{m_view->error, Emphasis::Normal}});
        return;
    }
    m_headline->setHeadline(playbookHeadline(*m_view));
    showList();
    study();
}

void RulesSection::showList() {
    const PlaybookReading& reading = *m_view->reading;
    m_list->setSnapshot(ruleTableOf(reading));
    m_listPanel->setNote(tr("%1 firing of %2").arg(m_view->firing()).arg(reading.rules.size()));
    if (reading.rules.empty())
        return;
    if (ruleNamed(*m_view->playbook, m_awaited))
        m_chosen = std::exchange(m_awaited, {});
    if (!chosen())
        m_chosen = reading.rules[ruleOrder(reading).front()].rule.name;
    for (std::size_t i = 0; i < reading.rules.size(); ++i)
        if (reading.rules[i].rule.name == m_chosen)
            m_list->selectSourceRow(static_cast<int>(i));
    // What is typed stays until it is kept: a change that the desk refuses loses nothing.
    if (m_editor->text().isEmpty() || !m_editor->isModified())
        m_editor->setText(qtext(chosen()->expression));
    else if (utf8(m_editor->text().trimmed()) == chosen()->expression)
        m_editor->setModified(false);
}

void RulesSection::choose(int row) {
    if (!m_view || !m_view->reading || row < 0 || std::cmp_greater_equal(row, m_view->reading->rules.size()))
        return;
    m_awaited.clear();
    m_chosen = m_view->reading->rules[static_cast<std::size_t>(row)].rule.name;
    m_editor->setText(qtext(chosen()->expression));
    study();
}

/// The kept rule with the text that stands in the editor.
Rule RulesSection::draft() const {
    Rule rule;
    if (const Rule* kept = chosen())
        rule = *kept;
    rule.expression = utf8(m_editor->text().trimmed());
    return rule;
}

void RulesSection::study() {
    m_rules.study(draft(), [this](std::shared_ptr<const RuleStudy> study) {
        m_study = std::move(study);
        showStudy();
    });
}

void RulesSection::showStudy() {
    const Rule* kept = chosen();
    const RuleReading* reading = m_study->reading();
    const bool isChanged = kept && kept->expression != utf8(m_editor->text().trimmed());
    m_save->setEnabled(reading && isChanged);
    m_remove->setEnabled(kept != nullptr);
    m_details->setEnabled(kept != nullptr);
    setInk(*m_words, reading ? ColourRole::Text : ColourRole::Negative);
    if (!reading)
        return showNothing();
    QStringList words{qtext(ruleStateText(*reading))};
    if (kept && !isChanged && !kept->horizon.empty())
        words << qtext(kept->horizon);
    if (kept && !isChanged && !kept->source.empty())
        words << QStringLiteral("“%1”").arg(qtext(kept->source));
    m_words->setProse(unbroken(words.join(QStringLiteral(" · "))));
    m_chartPanel->setTitle(isChanged ? tr("When it would have fired") : tr("When it fired"));
    m_ledgerPanel->setNote(qtext(ruleBirthText(*reading, m_study->ledger)));
    m_ledger->setSnapshot(ledgerTableOf(*reading, m_study->ledger));
    m_followed->setSnapshot(followedTableOf(m_study->ledger));
    m_summary->setProse(qtext(ledgerSummary(*reading, m_study->ledger)));
    draw();
}

// The history of another text must not stand below words that say there is none.
void RulesSection::showNothing() {
    m_words->setProse(qtext(m_study->error));
    m_summary->setProse({});
    m_ledgerPanel->setNote({});
    m_ledger->setSnapshot({tr("Ledger"), {}, {}});
    m_followed->setSnapshot({tr("What followed"), {}, {}});
    m_chart->draw([words = m_study->error](const Divergence&, std::size_t) {
        Figure nothing;
        nothing.summary = words;
        return nothing;
    });
}

void RulesSection::draw() {
    m_chart->draw([study = m_study](const Divergence& divergence, std::size_t) {
        return ruleFigure(*study->reading(), divergence.pair.dates);
    });
}

std::optional<TableSnapshot> RulesSection::chartData() const {
    return shownData(m_chart->view());
}

std::vector<PageInput> RulesSection::inputs() const {
    const RuleReading* reading = m_study ? m_study->reading() : nullptr;
    return reading ? mainValuesOf(reading->symbols) : Page::inputs();
}

std::string RulesSection::command() const {
    return m_chosen.empty() ? std::string("rules check") : "rules ledger \"" + m_chosen + "\"";
}

} // namespace rotascope
