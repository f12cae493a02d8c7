#include "ui/session/universe_session.h"

#include "ui/convert/convert.h"
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
            read(false);
    });
}

void UniverseSession::want() {
    if (!std::exchange(m_wanted, true))
        read(false);
}

void UniverseSession::wantLater() {
    if (!std::exchange(m_wanted, true))
        read(true);
}

std::optional<UniverseView> UniverseSession::view() const {
    const auto analysis = m_session.analysis();
    if (!m_universe || !analysis || analysis->desk != m_readFrom)
        return std::nullopt;
    return UniverseView{m_universe, analysis->state, analysis->divergence};
}

void UniverseSession::read(bool later) {
    m_readFrom = m_session.desk();
    m_universe.reset();
    if (!m_readFrom)
        return emit changed();
    using Read = Result<Universe>;
    const auto work = [opener = m_session.opener(),
                       path = utf8(m_session.deskPath())](ProgressSink&) -> Read {
        auto store = opener(path, DeskAccess::Existing);
        if (!store)
            return Failure(store.error());
        return loadUniverse(**store);
    };
    const auto done = [this](const std::shared_ptr<const Read>& read) {
        if (!*read)
            return emit failed(qtext(read->error().message));
        m_universe = std::make_shared<const Universe>(**read);
        emit changed();
    };
    if (later)
        m_session.tasks().runLater<Read>(kReadSlot, work, done);
    else
        m_session.tasks().run<Read>(kReadSlot, {}, work, done);
}

void UniverseSession::write(std::function<Result<void>(MarketStore&)> change) {
    writeToDesk(m_session, kWriteSlot, std::move(change),
                [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
