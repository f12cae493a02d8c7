#include "ui/session/universe_session.h"

#include "ui/session/desk_write.h"

#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("universe");
const QString kWriteSlot = QStringLiteral("universe settings");

} // namespace

MarketView UniverseView::market() const {
    return state.asOf ? MarketView::asOf(universe->market, *state.asOf)
                      : MarketView::latest(universe->market);
}

UniverseSession& UniverseSession::of(Session& session) {
    if (auto* existing = session.findChild<UniverseSession*>(QString(), Qt::FindDirectChildrenOnly))
        return *existing;
    return *new UniverseSession(session);
}

UniverseSession::UniverseSession(Session& session)
    : QObject(&session)
    , m_session(session) {
    connect(&session, &Session::deskChanged, this, [this] {
        if (m_wanted)
            read(ReadWhen::Now);
    });
}

void UniverseSession::want() {
    if (!std::exchange(m_wanted, true))
        read(ReadWhen::Now);
}

void UniverseSession::wantLater() {
    if (!std::exchange(m_wanted, true))
        read(ReadWhen::AfterFirstPicture);
}

std::optional<UniverseView> UniverseSession::view() const {
    const auto analysis = m_session.analysis();
    if (!m_universe || !analysis || analysis->desk != m_readFrom)
        return std::nullopt;
    return UniverseView{m_universe, analysis->state, analysis->divergence};
}

void UniverseSession::read(ReadWhen when) {
    m_readFrom = m_session.desk();
    m_universe.reset();
    if (!m_readFrom)
        return emit changed();
    readFromDesk<Universe>(
        m_session, kReadSlot, when, loadUniverse,
        [this](const Universe& universe) {
            m_universe = std::make_shared<const Universe>(universe);
            emit changed();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void UniverseSession::write(std::function<Result<void>(MarketStore&)> change) {
    writeToDesk(m_session, kWriteSlot, std::move(change),
                [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
