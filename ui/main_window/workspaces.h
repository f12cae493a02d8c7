// Named views: pair, range, scale, page, pages in windows of their own, and what is studied.
#pragma once

#include "ui/settings/settings.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace rotascope {

/// In the order of their names.
QStringList workspaceNames(const Settings& settings);
/// nullopt where there is none of that name.
std::optional<QJsonObject> workspaceNamed(const Settings& settings, const QString& name);
/// Keeps a view under a name, in place of the one before.
void keepWorkspace(Settings& settings, const QString& name, const QJsonObject& view);
void removeWorkspace(Settings& settings, const QString& name);

} // namespace rotascope
