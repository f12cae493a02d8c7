#include "ui/pages/playbook/rule_dialog.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/number_field.h"

#include <QDate>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <utility>

namespace rotascope {

namespace {

constexpr QSize kSize{620, 320};

} // namespace

RuleDialog::RuleDialog(const Playbook& playbook, const Rule& rule, Vocabulary names, QWidget* parent)
    : CheckedDialog(tr("Details of the rule"), kSize, parent)
    , m_playbook(playbook)
    , m_names(std::move(names))
    , m_rule(rule)
    , m_former(rule.name)
    , m_name(new QLineEdit(qtext(rule.name), this))
    , m_clearWhen(new QLineEdit(qtext(rule.clearWhen), this))
    , m_coolDown(
          new NumberField(tr("Cool-down, sessions"), {0, kLongestCoolDown, 1, true}, rule.coolDown, this))
    , m_horizon(new QLineEdit(qtext(rule.horizon), this))
    , m_source(new QLineEdit(qtext(rule.source), this)) {
    m_clearWhen->setPlaceholderText(tr("empty: when the rule no longer holds"));
    m_clearWhen->setToolTip(tr("An episode lasts until this holds, such as ret(RUT, 5) - ret(SPX, 5) < 1pp"));
    m_coolDown->setToolTip(tr("Sessions after an episode on which no new one starts"));
    m_horizon->setPlaceholderText(QStringLiteral("5 sessions"));
    m_source->setPlaceholderText(tr("the sentence that it was made from"));
    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Clears when"), m_clearWhen);
    form->addRow(tr("Cool-down"), m_coolDown);
    form->addRow(tr("Horizon"), m_horizon);
    form->addRow(tr("Source"), m_source);
    auto* words = new QLabel(
        rule.born ? tr("Written on %1: episodes from then on are record, earlier ones hindsight. A "
                       "changed condition is written today.")
                        .arg(dateText(*rule.born))
                  : tr("It has no date of birth: all of its history is hindsight."),
        this);
    words->setWordWrap(true);
    setInk(*words, ColourRole::MutedText);
    content()->addLayout(form);
    content()->addWidget(words);
    content()->addStretch(1);
}

Result<Rule> RuleDialog::typedRule() const {
    Rule rule = m_rule;
    rule.name = utf8(m_name->text().trimmed());
    rule.clearWhen = utf8(m_clearWhen->text().trimmed());
    rule.coolDown = static_cast<int>(m_coolDown->number());
    rule.horizon = utf8(m_horizon->text().trimmed());
    rule.source = utf8(m_source->text().trimmed());
    if (const Rule* other = ruleNamed(m_playbook, rule.name);
        other && other != ruleNamed(m_playbook, m_former))
        return usageError("name_taken", fmt::format("There is a rule named \"{}\" already.", other->name));
    if (const auto sound = checkRuleIsSound(rule, m_names); !sound)
        return Failure(sound.error());
    // What fires on other days is another rule: what it did before today is hindsight.
    if (rule.clearWhen != m_rule.clearWhen || rule.coolDown != m_rule.coolDown)
        rule.born = dateOf(QDate::currentDate());
    return rule;
}

Result<void> RuleDialog::take() {
    auto rule = typedRule();
    if (!rule)
        return Failure(rule.error());
    m_rule = std::move(*rule);
    return {};
}

} // namespace rotascope
