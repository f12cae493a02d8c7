#include "ui/main_window/window_memory.h"

#include <QJsonArray>

#include <algorithm>

namespace rotascope {

namespace {

constexpr QSize kSmallest{640, 480};

QJsonArray toJson(const QRect& rect) {
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QRect rectOf(const QJsonArray& numbers) {
    if (numbers.size() != 4 || numbers.at(2).toInt() <= 0 || numbers.at(3).toInt() <= 0)
        return {};
    return {numbers.at(0).toInt(), numbers.at(1).toInt(), numbers.at(2).toInt(), numbers.at(3).toInt()};
}

QStringList textsOf(const QJsonArray& values) {
    QStringList texts;
    for (const QJsonValue& value : values)
        texts << value.toString();
    return texts;
}

QJsonObject toJson(const QMap<QString, QRect>& windows) {
    QJsonObject json;
    for (auto window = windows.begin(); window != windows.end(); ++window)
        json.insert(window.key(), toJson(window.value()));
    return json;
}

QMap<QString, QRect> windowsOf(const QJsonObject& json) {
    QMap<QString, QRect> windows;
    for (auto window = json.begin(); window != json.end(); ++window)
        if (const QRect rect = rectOf(window.value().toArray()); !rect.isNull())
            windows.insert(window.key(), rect);
    return windows;
}

int areaOf(const QRect& rect) {
    return std::max(0, rect.width()) * std::max(0, rect.height());
}

} // namespace

QJsonObject toJson(const WindowMemory& memory) {
    return {{QStringLiteral("geometry"), toJson(memory.geometry)},
            {QStringLiteral("maximised"), memory.maximised},
            {QStringLiteral("page"), memory.page},
            {QStringLiteral("detached"), QJsonArray::fromStringList(memory.detached)},
            {QStringLiteral("page_windows"), toJson(memory.pageWindows)},
            {QStringLiteral("range"), memory.range},
            {QStringLiteral("scale"), memory.scale},
            {QStringLiteral("calendar_axis"), memory.calendarAxis},
            {QStringLiteral("small"), memory.small},
            {QStringLiteral("large"), memory.large},
            {QStringLiteral("coverage"), memory.coverage}};
}

WindowMemory windowMemoryOf(const QJsonObject& json) {
    WindowMemory memory;
    memory.geometry = rectOf(json.value(QLatin1String("geometry")).toArray());
    memory.maximised = json.value(QLatin1String("maximised")).toBool();
    memory.page = json.value(QLatin1String("page")).toString();
    memory.detached = textsOf(json.value(QLatin1String("detached")).toArray());
    memory.pageWindows = windowsOf(json.value(QLatin1String("page_windows")).toObject());
    memory.range = json.value(QLatin1String("range")).toString();
    memory.scale = json.value(QLatin1String("scale")).toString();
    memory.calendarAxis = json.value(QLatin1String("calendar_axis")).toBool();
    memory.small = json.value(QLatin1String("small")).toString();
    memory.large = json.value(QLatin1String("large")).toString();
    memory.coverage = json.value(QLatin1String("coverage")).toString();
    return memory;
}

QRect clampedTo(const QRect& wanted, const QList<QRect>& screens) {
    if (screens.isEmpty())
        return wanted;
    const QRect screen =
        *std::max_element(screens.begin(), screens.end(), [&wanted](const QRect& a, const QRect& b) {
            return areaOf(a.intersected(wanted)) < areaOf(b.intersected(wanted));
        });
    QRect placed(wanted.topLeft(), wanted.size().expandedTo(kSmallest).boundedTo(screen.size()));
    placed.moveLeft(std::clamp(placed.left(), screen.left(), screen.right() - placed.width() + 1));
    placed.moveTop(std::clamp(placed.top(), screen.top(), screen.bottom() - placed.height() + 1));
    return placed;
}

} // namespace rotascope
