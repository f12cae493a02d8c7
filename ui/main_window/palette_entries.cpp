#include "ui/main_window/palette_entries.h"

#include "ui/convert/convert.h"
#include "ui/main_window/commands.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/workspaces.h"
#include "ui/pages/page_catalogue.h"

#include <QCoreApplication>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Palette", source);
}

QString keysOf(const CommandInfo& command) {
    const auto keys = commandKeys(command);
    return keys.isEmpty() ? QString() : keys.front().toString(QKeySequence::NativeText);
}

constexpr std::size_t kKeysShown = 10; ///< longer ones have no room in the rail

QString shownKeys(std::size_t page) {
    return QKeySequence(pageKeys(page)).toString(QKeySequence::NativeText);
}

void addSections(std::vector<PaletteEntry>& entries, MainWindow& window, const PageInfo& page) {
    for (const PageInfo& section : sectionsOf(page))
        entries.push_back(
            {text("Page: %1, %2").arg(pageTitle(page), pageTitle(section)),
             {},
             [&window, id = QString(QLatin1String(page.id)),
              point = PagePoint{{}, {}, QLatin1String(section.id)}] { window.openPage(id, point); }});
}

void addPages(std::vector<PaletteEntry>& entries, MainWindow& window) {
    std::size_t number = 0;
    for (const PageInfo& page : pageCatalogue()) {
        entries.push_back({text("Page: %1").arg(pageTitle(page)), shownKeys(number++),
                           [&window, id = QString(QLatin1String(page.id))] { window.openPage(id); }});
        addSections(entries, window, page);
    }
}

void addCommands(std::vector<PaletteEntry>& entries, MainWindow& window) {
    for (const CommandInfo& command : commandCatalogue())
        if (QLatin1String(command.id) != QLatin1String("palette"))
            entries.push_back({commandGroup(command) + QStringLiteral(": ") + commandTitle(command),
                               keysOf(command), [&window, run = command.run] { run(window); }});
}

void addRanges(std::vector<PaletteEntry>& entries, MainWindow& window) {
    for (const RangeInfo& range : kRanges)
        entries.push_back({text("Range: %1").arg(QLatin1String(range.name)), {}, [&window, id = range.id] {
                               window.session().setRange(id);
                           }});
}

void addSymbols(std::vector<PaletteEntry>& entries, MainWindow& window) {
    const auto desk = window.session().desk();
    if (!desk)
        return;
    Session& session = window.session();
    for (const InstrumentSummary& row : desk->instruments) {
        const Symbol& symbol = row.instrument.symbol;
        const QString words = qtext(symbol) + QStringLiteral(" ") + qtext(row.instrument.name);
        if (symbol != session.state().large)
            entries.push_back({text("Small caps: %1").arg(words), {}, [&session, symbol] {
                                   session.setPair(symbol, session.state().large);
                               }});
        if (symbol != session.state().small)
            entries.push_back({text("Large caps: %1").arg(words), {}, [&session, symbol] {
                                   session.setPair(session.state().small, symbol);
                               }});
    }
}

void addWorkspaces(std::vector<PaletteEntry>& entries, MainWindow& window) {
    for (const QString& name : workspaceNames(window.settings()))
        entries.push_back(
            {text("Workspace: %1").arg(name), {}, [&window, name] { window.openWorkspace(name); }});
}

} // namespace

std::vector<PaletteEntry> paletteEntries(MainWindow& window) {
    std::vector<PaletteEntry> entries;
    addPages(entries, window);
    addWorkspaces(entries, window);
    addCommands(entries, window);
    addRanges(entries, window);
    addSymbols(entries, window);
    return entries;
}

std::optional<PaletteEntry> dateEntry(MainWindow& window, const QString& typed) {
    const auto date = typedDate(typed);
    if (!date)
        return std::nullopt;
    return PaletteEntry{text("As of %1").arg(longDateText(*date)), {}, [&window, day = *date] {
                            window.session().setAsOf(day);
                        }};
}

std::vector<KeyText> keyTexts() {
    std::vector<KeyText> keys;
    std::size_t number = 0;
    for (const PageInfo& page : pageCatalogue())
        keys.push_back({shownKeys(number++), text("Page: %1").arg(pageTitle(page))});
    for (const CommandInfo& command : commandCatalogue())
        if (!keysOf(command).isEmpty())
            keys.push_back({keysOf(command), commandTitle(command)});
    return keys;
}

std::vector<RailEntry> railEntries() {
    std::vector<RailEntry> entries;
    for (const PageInfo& page : pageCatalogue()) {
        const QString keys = entries.size() < kKeysShown ? shownKeys(entries.size()) : QString();
        entries.push_back({pageTitle(page), keys, pageExplanation(page)});
    }
    return entries;
}

} // namespace rotascope
