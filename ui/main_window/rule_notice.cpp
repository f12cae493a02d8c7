#include "ui/main_window/rule_notice.h"

#include "core/rules/rule_changes.h"
#include "ui/convert/convert.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>

#include <utility>

namespace rotascope {

namespace {

constexpr int kShown = 10'000; ///< milliseconds
constexpr qsizetype kMostNamed = 3;

QString joined(const QStringList& lines) {
    if (lines.size() <= kMostNamed)
        return lines.join(QLatin1Char('\n'));
    return QStringList(lines.mid(0, kMostNamed)).join(QLatin1Char('\n')) +
           RuleNotice::tr("\nand %1 more").arg(lines.size() - kMostNamed);
}

/// Rules that fire in episodes which began after the last session that was known before.
QStringList newlyFiring(const RuleView& before, const RuleView& now) {
    QStringList lines;
    for (const RuleChange& change : ruleChangesSince(*now.reading, before.reading->asOf))
        if (!change.last && change.first > before.reading->asOf)
            lines << qtext(ruleChangeText(change, before.reading->asOf));
    return lines;
}

} // namespace

RuleNotice::RuleNotice(Session& session, Settings& settings, Deliver deliver, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_rules(RuleSession::of(session))
    , m_deliver(std::move(deliver)) {
    connect(&m_rules, &RuleSession::changed, this, &RuleNotice::compare);
}

RuleNotice::Deliver RuleNotice::desktop() {
    return [](const QString& title, const QString& words) {
        if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
            return;
        auto* tray = new QSystemTrayIcon(QApplication::windowIcon(), qApp);
        tray->show();
        tray->showMessage(title, words, QSystemTrayIcon::Information, kShown);
        QTimer::singleShot(kShown, tray, &QObject::deleteLater);
    };
}

void RuleNotice::compare() {
    const auto now = m_rules.view();
    if (!now || !now->reading || now->state.asOf)
        return; // a look at the past has nothing new
    const auto before = std::exchange(m_before, now);
    const bool isSame = std::exchange(m_desk, m_session.deskPath()) == m_session.deskPath() && before &&
                        before->state.small == now->state.small && before->state.large == now->state.large;
    const QString wanted = m_settings.choice(SettingId::RuleNotices);
    if (!isSame || wanted == QLatin1String("never"))
        return;
    const QStringList lines = newlyFiring(*before, *now);
    if (lines.isEmpty())
        return;
    emit said(joined(lines).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    if (wanted == QLatin1String("desktop"))
        m_deliver(tr("Rotascope: %1 rules began to fire").arg(lines.size()), joined(lines));
}

} // namespace rotascope
