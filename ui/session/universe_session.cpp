#include "ui/session/universe_session.h"

#include "ui/session/desk_write.h"

#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("universe");
const QString kWriteSlot = QStringLiteral("universe settings");

} // namespace

MarketView UniverseView::market() const {
    return viewOf(universe->market, state.asOf);
}

UniverseSession& UniverseSession::of(Session& session) {
    return only<UniverseSession>(session);
}

UniverseSession::UniverseSession(Session& session)
    : DeskFollower(session) {}

std::optional<UniverseView> UniverseSession::view() const {
    const auto analysis = session().analysis();
    if (!m_universe || !analysis || analysis->desk != readFrom())
        return std::nullopt;
    return UniverseView{m_universe, analysis->state, analysis->divergence, m_coverageList};
}

void UniverseSession::setCoverageList(const std::string& name) {
    const std::string wanted = name.empty() ? std::string(kCoverageList) : name;
    if (wanted == m_coverageList)
        return;
    m_coverageList = wanted;
    if (m_universe)
        emit changed();
}

void UniverseSession::forget(bool) {
    m_universe.reset();
}

void UniverseSession::begin(When when) {
    readFromDesk<Universe>(
        session(), kReadSlot, when, loadUniverse,
        [this](const Universe& universe) {
            m_universe = std::make_shared<const Universe>(universe);
            emit changed();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void UniverseSession::write(std::function<Result<void>(MarketStore&)> change) {
    writeToDesk(session(), kWriteSlot, std::move(change),
                [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
