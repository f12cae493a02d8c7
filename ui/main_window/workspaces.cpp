#include "ui/main_window/workspaces.h"

namespace rotascope {

namespace {

const QString kPart = QStringLiteral("workspaces");

} // namespace

QStringList workspaceNames(const Settings& settings) {
    return settings.memory(kPart).keys();
}

std::optional<QJsonObject> workspaceNamed(const Settings& settings, const QString& name) {
    const QJsonObject kept = settings.memory(kPart);
    return kept.value(name).isObject() ? std::optional(kept.value(name).toObject()) : std::nullopt;
}

void keepWorkspace(Settings& settings, const QString& name, const QJsonObject& view) {
    QJsonObject kept = settings.memory(kPart);
    kept.insert(name, view);
    settings.remember(kPart, kept);
}

void removeWorkspace(Settings& settings, const QString& name) {
    QJsonObject kept = settings.memory(kPart);
    kept.remove(name);
    settings.remember(kPart, kept);
}

} // namespace rotascope
