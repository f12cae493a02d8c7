#include "ui/session/desk_follower.h"

#include <utility>

namespace rotascope {

DeskFollower::DeskFollower(Session& session)
    : QObject(&session)
    , m_session(session) {
    connect(&session, &Session::deskChanged, this, [this] {
        if (m_wanted)
            read(ReadWhen::Now);
    });
    connect(&session, &Session::analysisChanged, this, [this] {
        if (m_wanted)
            follow();
    });
}

void DeskFollower::want() {
    if (!std::exchange(m_wanted, true))
        read(ReadWhen::Now);
}

void DeskFollower::wantLater() {
    if (!std::exchange(m_wanted, true))
        read(ReadWhen::AfterFirstPicture);
}

void DeskFollower::read(ReadWhen when) {
    const auto desk = m_session.desk();
    const bool another = !m_readFrom || !desk || m_readFrom->info.path != desk->info.path;
    m_readFrom = desk;
    forget(another);
    if (!m_readFrom)
        return emit changed();
    begin(when);
}

} // namespace rotascope
