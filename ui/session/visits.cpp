#include "ui/session/visits.h"

#include "core/report/look_json.h"
#include "ui/convert/convert.h"
#include "ui/session/look_session.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace rotascope {

namespace {

const QString kPart = QStringLiteral("visits");

DeskLook pairLook(const PairAnalysis& analysis) {
    const Divergence& divergence = *analysis.divergence;
    DeskLook look;
    look.at = utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    look.importId = analysis.desk->imports.empty() ? 0 : analysis.desk->imports.back().id;
    look.pair = {divergence.params.small,
                 divergence.params.large,
                 divergence.asOf,
                 divergence.spread,
                 divergence.zSpread[indexOf(SigmaMode::Expanding)].z,
                 divergence.percentile};
    return look;
}

} // namespace

std::optional<DeskLook> lastVisit(const Settings& settings, const QString& deskPath) {
    const QJsonObject kept = settings.memory(kPart).value(deskPath).toObject();
    const QByteArray text = QJsonDocument(kept).toJson(QJsonDocument::Compact);
    return lookFromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

void noteVisit(Settings& settings, Session& session) {
    const auto analysis = session.analysis();
    if (!analysis || !analysis->divergence || analysis->isPast())
        return;
    const auto whole = LookSession::of(session).view();
    const std::string text = lookText(whole ? whole->look : pairLook(*analysis));
    QJsonObject visits = settings.memory(kPart);
    visits.insert(session.deskPath(), QJsonDocument::fromJson(QByteArray::fromStdString(text)).object());
    settings.remember(kPart, visits);
}

std::vector<Change> firstChanges(const DeskLook& before, const PairAnalysis& analysis) {
    DeskNews news{pairLook(analysis), analysis.desk->imports, {}, 0, {}, {}};
    const auto& dates = analysis.divergence->pair.dates;
    const auto later = std::ranges::upper_bound(dates, before.pair.session);
    news.sessionsSince = static_cast<std::size_t>(dates.end() - later);
    return changesSince(before, news);
}

} // namespace rotascope
