#include "ui/session/catalyst_session.h"

#include "ui/convert/convert.h"
#include "ui/session/desk_write.h"

#include <QDate>

#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("catalysts");
const QString kWriteSlot = QStringLiteral("catalyst settings");

} // namespace

CatalystSession& CatalystSession::of(Session& session) {
    return only<CatalystSession>(session);
}

CatalystSession::CatalystSession(Session& session)
    : DeskFollower(session) {}

Date CatalystSession::today() const {
    return session().state().asOf.value_or(dateOf(QDate::currentDate()));
}

void CatalystSession::forget(bool another) {
    if (another)
        m_desk.reset();
}

void CatalystSession::begin(When when) {
    readFromDesk<CatalystDesk>(
        session(), kReadSlot, when, [](MarketStore& store) { return loadCatalystDesk(store); },
        [this](const CatalystDesk& desk) {
            m_desk = std::make_shared<const CatalystDesk>(desk);
            emit changed();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void CatalystSession::keep(CatalystTable table) {
    writeToDesk(
        session(), kWriteSlot,
        [table = std::move(table)](MarketStore& store) { return saveCatalysts(store, table); },
        [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
