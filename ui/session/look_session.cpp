#include "ui/session/look_session.h"

#include "core/workflow/desk_report/take_look.h"

#include <QDateTime>

#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("look");

Result<LookView> viewOf(MarketStore& store, const ReportAsk& ask, const std::string& at,
                        const std::optional<DeskLook>& before) {
    const auto ground = groundOf(store, ask);
    if (!ground)
        return Failure(ground.error());
    auto look = takeLook(*ground, at);
    if (!look)
        return Failure(look.error());
    LookView view{*look, {}};
    if (!before)
        return view;
    const auto news = newsSince(*ground, *before, std::move(*look));
    if (news)
        view.changes = changesSince(*before, *news);
    else if (news.error().kind == ErrorKind::Desk)
        return Failure(news.error());
    return view;
}

} // namespace

LookSession& LookSession::of(Session& session) {
    return only<LookSession>(session);
}

LookSession::LookSession(Session& session)
    : DeskFollower(session) {}

std::shared_ptr<const LookView> LookSession::view() const {
    const ViewState& state = session().state();
    const bool belongs = readFrom() == session().desk() && state.small == m_small && state.large == m_large;
    return belongs ? m_view : nullptr;
}

void LookSession::forget(bool) {
    m_view.reset();
}

void LookSession::begin(When when) {
    const ViewState& state = session().state();
    m_small = state.small;
    m_large = state.large;
    ReportAsk ask;
    ask.small = m_small;
    ask.large = m_large;
    readFromDesk<LookView>(
        session(), kSlot, when,
        [ask, before = m_before ? m_before(session().deskPath()) : std::nullopt,
         at = utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate))](MarketStore& store) {
            return viewOf(store, ask, at, before);
        },
        [this](const LookView& view) {
            m_view = std::make_shared<const LookView>(view);
            emit changed();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void LookSession::follow() {
    const ViewState& state = session().state();
    if (readFrom() && (state.small != m_small || state.large != m_large))
        read(When::AfterFirstPicture);
}

} // namespace rotascope
