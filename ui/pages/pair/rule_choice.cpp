#include "ui/pages/pair/rule_choice.h"

#include "ui/convert/convert.h"
#include "ui/pages/page_parts.h"

namespace rotascope {

namespace {

constexpr int kWidest = 250;

} // namespace

RuleChoice::RuleChoice(Session& session, const QString& name, const QString& none, QWidget* parent)
    : QComboBox(parent)
    , m_session(session)
    , m_rules(RuleSession::of(session))
    , m_none(none) {
    setAccessibleName(name);
    setToolTip(name);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaximumWidth(kWidest);
    addItem(m_none);
    connect(&m_rules, &RuleSession::changed, this, [this] {
        showRules();
        emit daysChanged();
    });
    connect(this, &QComboBox::activated, this, &RuleChoice::daysChanged);
}

void RuleChoice::want() {
    m_rules.want();
    if (count() < 2)
        showRules();
}

void RuleChoice::prefer(const QString& rule) {
    m_preferred = rule;
    showRules();
}

void RuleChoice::showRules() {
    const auto view = m_rules.view();
    if (!view || !view->reading)
        return;
    QStringList names{m_none};
    for (const RuleReading& reading : view->reading->rules)
        names << qtext(reading.rule.name);
    const QString wanted = names.contains(m_preferred) ? m_preferred : currentText();
    m_preferred.clear();
    showChoices(*this, names, wanted);
}

std::string RuleChoice::rule() const {
    return currentIndex() > 0 ? utf8(currentText()) : std::string();
}

std::optional<std::vector<Date>> RuleChoice::days() const {
    const std::string name = rule();
    if (name.empty() && m_preferred.isEmpty())
        return std::vector<Date>{};
    const auto analysis = m_session.analysis();
    const auto view = analysis ? m_rules.viewOf(*analysis) : nullptr;
    if (!view || !view->reading)
        return std::nullopt;
    const RuleReading* reading = view->reading->named(name);
    return reading ? firingDates(*reading, Firing::First) : std::vector<Date>{};
}

} // namespace rotascope
