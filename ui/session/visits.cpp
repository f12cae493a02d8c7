#include "ui/session/visits.h"

#include "ui/convert/convert.h"

#include <QDateTime>

#include <cmath>

namespace rotascope {

namespace {

const QString kPart = QStringLiteral("visits");

// JSON has no NaN.
QJsonValue numberOrNull(double value) {
    return std::isnan(value) ? QJsonValue() : QJsonValue(value);
}

double numberOf(const QJsonValue& value) {
    return value.isDouble() ? value.toDouble() : std::nan("");
}

QJsonObject toJson(const LastLook& look) {
    return {{QStringLiteral("at"), qtext(look.at)},
            {QStringLiteral("import"), static_cast<qint64>(look.importId)},
            {QStringLiteral("small"), qtext(look.small)},
            {QStringLiteral("large"), qtext(look.large)},
            {QStringLiteral("session"), qtext(isoText(look.lastSession))},
            {QStringLiteral("spread"), numberOrNull(look.spread)},
            {QStringLiteral("z"), numberOrNull(look.z)},
            {QStringLiteral("percentile"), numberOrNull(look.percentile)}};
}

} // namespace

std::optional<LastLook> lastVisit(const Settings& settings, const QString& deskPath) {
    const QJsonObject kept = settings.memory(kPart).value(deskPath).toObject();
    const auto session = parseIsoDate(utf8(kept.value(QLatin1String("session")).toString()));
    if (!session)
        return std::nullopt;
    LastLook look;
    look.at = utf8(kept.value(QLatin1String("at")).toString());
    look.importId = kept.value(QLatin1String("import")).toInteger();
    look.small = utf8(kept.value(QLatin1String("small")).toString());
    look.large = utf8(kept.value(QLatin1String("large")).toString());
    look.lastSession = *session;
    look.spread = numberOf(kept.value(QLatin1String("spread")));
    look.z = numberOf(kept.value(QLatin1String("z")));
    look.percentile = numberOf(kept.value(QLatin1String("percentile")));
    return look;
}

void noteVisit(Settings& settings, const Session& session) {
    const auto analysis = session.analysis();
    if (!analysis || !analysis->divergence || analysis->isPast())
        return;
    const std::string now = utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    QJsonObject visits = settings.memory(kPart);
    visits.insert(session.deskPath(), toJson(lookNow(*analysis->divergence, analysis->desk->imports, now)));
    settings.remember(kPart, visits);
}

} // namespace rotascope
