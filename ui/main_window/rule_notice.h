// Says which rules began to fire once an import has brought new data.
#pragma once

#include "ui/session/rule_session.h"
#include "ui/settings/settings.h"

#include <QObject>

#include <functional>
#include <memory>

namespace rotascope {

class RuleNotice : public QObject {
    Q_OBJECT

public:
    /// Shows words outside the window.
    using Deliver = std::function<void(const QString& title, const QString& words)>;

    RuleNotice(Session& session, Settings& settings, Deliver deliver, QObject* parent);

    /// Through the desktop's tray; nothing where it has none.
    static Deliver desktop();

signals:
    void said(const QString& sentence); ///< for the notice line

private:
    void compare();

    Session& m_session;
    Settings& m_settings;
    RuleSession& m_rules;
    Deliver m_deliver;
    std::shared_ptr<const RuleView> m_before; ///< the latest reading of the desk, not of a past date
    QString m_desk;
};

} // namespace rotascope
