// Brings the window back as it was left, and notes how it is left.
#pragma once

class QMainWindow;

namespace rotascope {

class PageStack;
class Session;
class Settings;

void restoreWindow(QMainWindow& window, PageStack& pages, Session& session, const Settings& settings);
void rememberWindow(const QMainWindow& window, const PageStack& pages, const Session& session,
                    Settings& settings);

} // namespace rotascope
