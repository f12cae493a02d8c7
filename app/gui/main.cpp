#include "app/gui/freed_memory.h"
#include "app/gui/open_requests.h"
#include "app/gui/options.h"
#include "app/gui/platform.h"
#include "app/gui/screenshot.h"
#include "app/gui/window_frame.h"
#include "app/gui/window_log.h"
#include "app/log/desk_events.h"
#include "app/log/log_place.h"
#include "core/workflow/default_desk.h"
#include "core/workflow/desk_report/make_report.h"
#include "db/check_desk.h"
#include "db/desk_copy.h"
#include "db/open_desk.h"
#include "ui/convert/convert.h"
#include "ui/main_window/first_show.h"
#include "ui/main_window/main_window.h"
#include "ui/report/report_files.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrapped_tips.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLocale>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdio>

namespace rotascope {

namespace {

constexpr int kWrongUsage = 1;
/// After the last work: what it has left behind in memory is needed again while somebody steps through days.
constexpr std::chrono::seconds kQuiet{3};

UserEnvironment userEnvironment() {
    UserEnvironment environment;
    environment.home = utf8(qEnvironmentVariable("HOME"));
    environment.xdgDataHome = utf8(qEnvironmentVariable("XDG_DATA_HOME"));
    environment.localAppData = utf8(qEnvironmentVariable("LOCALAPPDATA"));
    environment.portableFolder = portableFolderAt(utf8(QCoreApplication::applicationDirPath()));
    return environment;
}

void say(FILE* stream, const QString& text) {
    QTextStream(stream) << text << (text.endsWith(QLatin1Char('\n')) ? "" : "\n");
}

/// What Qt says about a machine without a display or a login, of no use to whoever asked for a picture.
constexpr const char* kNoise[] = {"This plugin does not support propagateSizeHints",
                                  "QStandardPaths: XDG_RUNTIME_DIR not set"};

/// Drawn once for each size, so that small ones stay sharp.
QIcon programIcon() {
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icon/%1.png").arg(size));
    return icon;
}

QtMessageHandler g_sayOtherwise = nullptr;

void sayUnlessNoise(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    for (const char* noise : kNoise)
        if (message.startsWith(QLatin1String(noise)))
            return;
    g_sayOtherwise(type, context, message);
}

Result<std::unique_ptr<MarketStore>> openStore(const std::string& path, DeskAccess access) {
    return openDesk(path, access == DeskAccess::CreateWhenMissing ? DeskMode::Create : DeskMode::Write);
}

DeskCare deskCare() {
    DeskCare care;
    care.backUp = [](const std::string& desk, const std::string& to) -> Result<std::string> {
        const auto copy = backupDesk(desk, to);
        if (!copy)
            return Failure(copy.error());
        return fmt::format("{}: {} instruments and {} imports, checked.", copy->path, copy->instruments,
                           copy->imports);
    };
    care.restore = [](const std::string& desk, const std::string& backup,
                      const std::string& stamp) -> Result<std::string> {
        const auto restored = restoreDesk(backup, desk, stamp);
        if (!restored)
            return Failure(restored.error());
        return fmt::format("The desk is that of {}. What was there before lies in {}.", backup,
                           restored->former);
    };
    care.check = [](const std::string& desk) -> Result<std::string> {
        const auto check = checkDesk(desk);
        if (!check)
            return Failure(check.error());
        std::string found;
        for (const DeskFinding& finding : check->findings)
            found += " " + finding.message;
        return check->findings.empty()
                   ? fmt::format("The desk keeps all {} rules.", check->rules)
                   : fmt::format("The desk breaks {} rules.{}", check->findings.size(), found);
    };
    return care;
}

/// The desk named, or the per-user one in a folder that is made for it.
void openNamedDesk(Session& session, const QString& named) {
    if (!named.isEmpty())
        return session.openDesk(QFileInfo(named).absoluteFilePath(), DeskAccess::Existing);
    const auto path = defaultDeskPath(userEnvironment());
    if (!path)
        return session.openDesk({}, DeskAccess::Existing);
    QDir().mkpath(QFileInfo(qtext(*path)).absolutePath());
    session.openDesk(qtext(*path), DeskAccess::CreateWhenMissing);
}

/// Applies once, when the desk first has something to show.
void whenOpened(MainWindow& window, const WindowOptions& options) {
    auto* once = new QObject(&window);
    QObject::connect(&window.session(), &Session::deskChanged, once, [&window, options, once] {
        once->deleteLater();
        if (!window.session().desk())
            return;
        if (!options.page.isEmpty())
            window.openPage(options.page, {{}, {}, options.section});
        if (options.asOf)
            window.session().setAsOf(options.asOf);
        if (!options.imports.isEmpty())
            window.importAtOnce(options.imports);
    });
}

/// Renders the window without showing it, then ends the program with what became of it.
void takePicture(QApplication& application, MainWindow& window, const QString& path) {
    window.setAttribute(Qt::WA_DontShowOnScreen);
    auto* screenshot = new Screenshot(window, path, &window);
    QObject::connect(screenshot, &Screenshot::finished, &application, [](int code, const QString& message) {
        if (!message.isEmpty())
            say(stderr, message);
        QCoreApplication::exit(code);
    });
}

int runWindow(QApplication& application, const WindowOptions& options) {
    const bool picture = !options.screenshot.isEmpty();
    const auto folder = userDataFolder(userEnvironment());
    // A picture is made afresh: what somebody chose at a screen must not change it.
    StyleSheetPause unstyled;
    Settings settings(picture || !folder ? QString() : qtext(*folder) + QStringLiteral("/settings.json"));
    Appearance appearance(settings, options.theme, nullptr, desktopThemeId);
    const WindowFrame frame(appearance);
    WrappedTips tips;
    application.installEventFilter(&tips);
    MainWindow window(openStore, settings, appearance, nullptr,
                      [&options](Session& session) { openNamedDesk(session, options.desk); });
    window.work().setCare(deskCare());
    QTimer quiet;
    quiet.setSingleShot(true);
    quiet.setInterval(kQuiet);
    QObject::connect(&quiet, &QTimer::timeout,
                     [] { QThreadPool::globalInstance()->start(handBackFreedMemory); });
    QObject::connect(&window.session().tasks(), &TaskRunner::idle, &quiet, qOverload<>(&QTimer::start));
    if (const auto log = log::logPath(picture ? std::string(log::kNone) : utf8(options.log),
                                      folder ? *folder : std::string()))
        new WindowLog(window, *log);
    if (!picture)
        window.restore();
    if (options.size.isValid())
        window.resize(options.size);
    whenOpened(window, options);
    if (picture)
        takePicture(application, window, options.screenshot);
    if (picture) {
        unstyled.end();
        window.show();
    } else {
        showWithFirstPicture(window, unstyled);
    }
    return QApplication::exec();
}

/// Those of rota, in the order of ErrorKind.
constexpr std::array kExitCodes{1, 3, 4};

int exitCodeOf(ErrorKind kind) {
    return kExitCodes[static_cast<std::size_t>(kind)];
}

/// A log that cannot be written to is worth a warning; the report is there.
void note(const WindowOptions& options, const log::Entry& entry) {
    const auto path = log::logPath(utf8(options.log), userDataFolder(userEnvironment()).value_or(""));
    if (!path)
        return;
    const std::string now = utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    const auto done =
        log::File(*path).append(log::lineOf(log::writerHere("rotascope " ROTASCOPE_VERSION), now, entry));
    if (!done)
        say(stderr, qtext(done.error().message));
}

int runReport(const WindowOptions& options) {
    const auto path = options.desk.isEmpty()
                          ? defaultDeskPath(userEnvironment())
                          : Result<std::string>(utf8(QFileInfo(options.desk).absoluteFilePath()));
    auto store = path ? openStore(*path, DeskAccess::Existing)
                      : Result<std::unique_ptr<MarketStore>>(Failure(path.error()));
    if (!store) {
        say(stderr, qtext(store.error().message));
        return exitCodeOf(store.error().kind);
    }
    ReportAsk ask;
    ask.asOf = options.asOf;
    const ReportWriter writer{ROTASCOPE_VERSION, utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)),
                              std::nullopt};
    const auto report = makeReport(**store, ask, writer);
    const auto written =
        report ? writeReport(*report, options.report, Existing::Keep) : Result<void>(Failure(report.error()));
    note(options, written ? log::reportEvent(*path, utf8(options.report), *report)
                          : log::errorEvent(*path, "report", written.error()));
    if (written)
        return 0;
    say(stderr, qtext(written.error().message));
    return exitCodeOf(written.error().kind);
}

/// What is printed instead of opening a window; empty for nothing.
QString textAskedFor(const WindowOptions& options) {
    if (options.showHelp)
        return helpText();
    if (options.showMan)
        return manPage(QStringLiteral(ROTASCOPE_VERSION));
    return options.showVersion ? QStringLiteral("rotascope " ROTASCOPE_VERSION) : QString();
}

int run(int argc, char** argv) {
    useCallersConsole();
    ParsedOptions parsed = parseOptions(argumentsOf(argc, argv));
    if (!parsed.problem.isEmpty()) {
        say(stderr, parsed.problem);
        return kWrongUsage;
    }
    if (const QString text = textAskedFor(parsed.options); !text.isEmpty()) {
        say(stdout, text);
        return 0;
    }
    const bool picture = !parsed.options.screenshot.isEmpty() || !parsed.options.report.isEmpty();
    choosePlatform(picture);
    if (picture)
        g_sayOtherwise = qInstallMessageHandler(sayUnlessNoise);
    // Every word and number of the program is English, whatever the desktop speaks.
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Rotascope"));
    QApplication::setApplicationVersion(QStringLiteral(ROTASCOPE_VERSION));
    QApplication::setWindowIcon(programIcon());
    QGuiApplication::setDesktopFileName(QStringLiteral("org.rotascope.Rotascope"));
    OpenRequests requests;
    if (const QString asked = requests.firstFile(); parsed.options.desk.isEmpty())
        parsed.options.desk = asked;
    return parsed.options.report.isEmpty() ? runWindow(application, parsed.options)
                                           : runReport(parsed.options);
}

} // namespace

} // namespace rotascope

int main(int argc, char** argv) {
    rotascope::keepFreedMemory();
    return rotascope::run(argc, argv);
}
