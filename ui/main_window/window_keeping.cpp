#include "ui/main_window/window_keeping.h"

#include "ui/convert/convert.h"
#include "ui/main_window/page_stack.h"
#include "ui/main_window/window_memory.h"
#include "ui/pages/page_catalogue.h"
#include "ui/session/universe_session.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QMainWindow>
#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace rotascope {

namespace {

const QString kPart = QStringLiteral("window");
const QString kEventsPart = QStringLiteral("events");

/// Where the inside of a window may lie: its title needs room above it.
QList<QRect> screenAreas() {
    const int title = QApplication::style()->pixelMetric(QStyle::PM_TitleBarHeight);
    QList<QRect> areas;
    for (const QScreen* screen : QGuiApplication::screens())
        areas << screen->availableGeometry().adjusted(0, title, 0, 0);
    return areas;
}

/// Of a window that nobody has placed yet.
QRect centred(QSize size, const QList<QRect>& screens) {
    QRect place({}, size);
    if (!screens.isEmpty())
        place.moveCenter(screens.front().center());
    return place;
}

void restoreView(const WindowMemory& memory, Session& session) {
    for (const RangeInfo& range : kRanges)
        if (memory.range == QLatin1String(range.name))
            session.setRange(range.id);
    for (std::size_t scale = 0; scale < kScaleNames.size(); ++scale)
        if (memory.scale == QLatin1String(kScaleNames[scale]))
            session.setScale(static_cast<ScaleMode>(scale));
    session.setCalendarAxis(memory.calendarAxis);
    UniverseSession::of(session).setCoverageList(utf8(memory.coverage));
    if (!memory.small.isEmpty() && !memory.large.isEmpty())
        session.setPair(utf8(memory.small), utf8(memory.large));
}

QString pageId(int index) {
    return QLatin1String(pageCatalogue()[static_cast<std::size_t>(index)].id);
}

} // namespace

void showView(const QJsonObject& view, PageStack& pages, Session& session) {
    const WindowMemory memory = windowMemoryOf(view.value(kPart).toObject());
    const QList<QRect> screens = screenAreas();
    restoreView(memory, session);
    if (view.contains(kEventsPart))
        session.setEventChoice(eventChoiceOf(view.value(kEventsPart).toObject()));
    for (const int page : pages.detachedPages())
        if (!memory.detached.contains(pageId(page)))
            pages.bringBack(page);
    pages.openPage(std::max(0, pageIndex(memory.page)));
    for (auto place = memory.pageWindows.begin(); place != memory.pageWindows.end(); ++place)
        if (pageIndex(place.key()) >= 0)
            pages.setWindowPlace(pageIndex(place.key()), clampedTo(place.value(), screens));
    for (const QString& id : memory.detached)
        if (pageIndex(id) >= 0)
            pages.detach(pageIndex(id));
}

QJsonObject viewAsItIs(const QMainWindow& window, const PageStack& pages, Session& session) {
    WindowMemory memory;
    memory.geometry = window.isMaximized() ? window.normalGeometry() : window.geometry();
    memory.maximised = window.isMaximized();
    memory.page = pageId(std::max(0, pages.currentPage()));
    for (const int page : pages.detachedPages())
        memory.detached << pageId(page);
    for (int page = 0; page < pages.count(); ++page)
        if (const QRect place = pages.windowPlace(page); !place.isNull())
            memory.pageWindows.insert(pageId(page), place);
    const ViewState& state = session.state();
    memory.calendarAxis = state.calendarAxis;
    memory.range = QLatin1String(infoOf(state.range).name);
    memory.scale = QLatin1String(kScaleNames[static_cast<std::size_t>(state.scale)]);
    memory.small = qtext(state.small);
    memory.large = qtext(state.large);
    memory.coverage = qtext(UniverseSession::of(session).coverageList());
    return {{kPart, toJson(memory)}, {kEventsPart, toJson(state.events)}};
}

void restoreWindow(QMainWindow& window, PageStack& pages, Session& session, const Settings& settings) {
    const WindowMemory memory = windowMemoryOf(settings.memory(kPart));
    const QList<QRect> screens = screenAreas();
    if (memory.geometry.isNull())
        window.setGeometry(clampedTo(centred(window.size(), screens), screens));
    else
        window.setGeometry(clampedTo(memory.geometry, screens));
    if (memory.maximised)
        window.setWindowState(Qt::WindowMaximized);
    if (settings.choice(SettingId::RestoreView) == QLatin1String("restore"))
        showView({{kPart, settings.memory(kPart)}, {kEventsPart, settings.memory(kEventsPart)}}, pages,
                 session);
}

void rememberWindow(const QMainWindow& window, const PageStack& pages, Session& session, Settings& settings) {
    const QJsonObject view = viewAsItIs(window, pages, session);
    for (const QString& part : {kPart, kEventsPart})
        settings.remember(part, view.value(part).toObject());
}

} // namespace rotascope
