// The playbook's rules as a list, for what looks at the days on which one fired.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/rule_session.h"

#include <QComboBox>

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

class RuleChoice : public QComboBox {
    Q_OBJECT

public:
    /// `none`: the entry for no rule at all ("any session").
    RuleChoice(Session& session, const QString& name, const QString& none, QWidget* parent = nullptr);

    /// Reads the playbook, once.
    void want();
    /// Chosen as soon as it is there.
    void prefer(const QString& rule);
    /// The rule's name; empty where none is chosen.
    std::string rule() const;
    /// The first sessions of its episodes as of the session's date; none without a rule. nullopt: not known
    /// yet.
    std::optional<std::vector<Date>> days() const;

signals:
    void daysChanged();

private:
    void showRules();

    Session& m_session;
    RuleSession& m_rules;
    QString m_none;
    QString m_preferred;
};

} // namespace rotascope
