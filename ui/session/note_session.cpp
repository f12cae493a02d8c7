#include "ui/session/note_session.h"

#include "core/workflow/load_market.h"
#include "ui/convert/convert.h"
#include "ui/session/desk_write.h"

#include <array>
#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("note desk");
const QString kReadingSlot = QStringLiteral("notes");
const QString kAuditSlot = QStringLiteral("claim");
const QString kWriteSlot = QStringLiteral("note settings");

TypedClaim audited(MarketStore& store, const MarketClaim& claim, const std::optional<Date>& asOf) {
    auto market = loadMarket(store, std::array{claim.symbol});
    if (!market)
        return {std::nullopt, market.error().message};
    return {auditClaim(viewOf(*market, asOf), claim), {}};
}

} // namespace

NoteSession& NoteSession::of(Session& session) {
    return only<NoteSession>(session);
}

NoteSession::NoteSession(Session& session)
    : DeskFollower(session) {}

void NoteSession::forget(bool another) {
    m_desk.reset();
    if (another)
        m_view.reset();
}

void NoteSession::begin(When when) {
    readFromDesk<NoteDesk>(
        session(), kReadSlot, when, [](MarketStore& store) { return loadNoteDesk(store); },
        [this](const NoteDesk& desk) {
            m_desk = std::make_shared<const NoteDesk>(desk);
            followAnew();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void NoteSession::follow() {
    if (!m_desk || readFrom() != session().desk())
        return;
    session().tasks().run<NoteView>(
        kReadingSlot, {},
        [view = NoteView{session().analysis()->state, m_desk, {}}](ProgressSink&) mutable {
            view.reading = readNotes(viewOf(view.desk->market, view.state.asOf), view.desk->notes,
                                     view.state.small, view.state.large);
            return view;
        },
        [this](std::shared_ptr<const NoteView> view) {
            m_view = std::move(view);
            emit changed();
        });
}

void NoteSession::audit(const std::string& text,
                        std::function<void(std::shared_ptr<const TypedClaim>)> done) {
    session().tasks().run<TypedClaim>(
        kAuditSlot, {},
        [text, asOf = session().state().asOf, opener = session().opener(),
         path = utf8(session().deskPath())](ProgressSink&) -> TypedClaim {
            const auto claim = parseMarketClaim(text);
            if (!claim)
                return {std::nullopt, claim.error().message};
            auto store = opener(path, DeskAccess::Existing);
            return store ? audited(**store, *claim, asOf) : TypedClaim{std::nullopt, store.error().message};
        },
        std::move(done));
}

void NoteSession::keep(std::vector<Note> notes) {
    writeToDesk(
        session(), kWriteSlot,
        [notes = std::move(notes)](MarketStore& store) { return saveNotes(store, notes); },
        [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
