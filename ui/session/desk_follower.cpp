#include "ui/session/desk_follower.h"

#include <utility>

namespace rotascope {

DeskFollower::DeskFollower(Session& session)
    : QObject(&session)
    , m_session(session) {
    connect(&session, &Session::deskChanged, this, [this] {
        if (m_wanted)
            read(When::Now);
    });
    connect(&session, &Session::analysisChanged, this, [this] {
        // Notices and the log look at the latest session, whichever page is seen.
        if (m_wanted && !m_session.analysis()->state.asOf)
            catchUp();
    });
}

void DeskFollower::want() {
    want(When::Now);
}

void DeskFollower::wantLater() {
    want(When::AfterFirstPicture);
}

void DeskFollower::want(When when) {
    if (!std::exchange(m_wanted, true))
        return read(when);
    catchUp();
}

void DeskFollower::catchUp() {
    if (m_followed != m_session.analysis())
        followAnew();
}

void DeskFollower::followAnew() {
    m_followed = m_session.analysis();
    if (m_followed)
        follow();
}

void DeskFollower::read(When when) {
    const auto desk = m_session.desk();
    const bool another = !m_readFrom || !desk || m_readFrom->info.path != desk->info.path;
    m_readFrom = desk;
    forget(another);
    if (!m_readFrom)
        return emit changed();
    begin(when);
}

} // namespace rotascope
