// What a rule is beside its text: name, when it clears, how long it rests, its horizon and source.
#pragma once

#include "core/rules/rule.h"
#include "ui/widgets/checked_dialog.h"

class QLineEdit;

namespace rotascope {

class NumberField;

class RuleDialog : public CheckedDialog {
    Q_OBJECT

public:
    /// `playbook` holds the rule; `names` are what its conditions may name.
    RuleDialog(const Playbook& playbook, const Rule& rule, Vocabulary names, QWidget* parent = nullptr);

    /// What was typed; meaningful once the dialog is accepted.
    const Rule& rule() const { return m_rule; }

protected:
    Result<void> take() override;

private:
    Result<Rule> typedRule() const;

    const Playbook& m_playbook;
    Vocabulary m_names;
    Rule m_rule;
    std::string m_former; ///< the name that it had
    QLineEdit* m_name;
    QLineEdit* m_clearWhen;
    NumberField* m_coolDown;
    QLineEdit* m_horizon;
    QLineEdit* m_source;
};

} // namespace rotascope
