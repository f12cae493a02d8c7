// Brings the window back as it was left, and notes how it is left.
#pragma once

#include <QJsonObject>

class QMainWindow;

namespace rotascope {

class PageStack;
class Session;
class Settings;

/// Pair, range, scale, page and the pages in windows of their own, as they are; for a workspace.
QJsonObject viewAsItIs(const QMainWindow& window, const PageStack& pages, Session& session);
/// Brings such a view back, with every window on a screen that exists. What is damaged stays as it is.
void showView(const QJsonObject& view, PageStack& pages, Session& session);

void restoreWindow(QMainWindow& window, PageStack& pages, Session& session, const Settings& settings);
void rememberWindow(const QMainWindow& window, const PageStack& pages, Session& session, Settings& settings);

} // namespace rotascope
