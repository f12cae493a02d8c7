#include "ui/session/desk_work.h"

#include "ui/convert/convert.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace rotascope {

namespace {

const QString kWorkSlot = QStringLiteral("desk work");

std::string utcNow() {
    return utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
}

using Imports = Result<std::vector<FileImport>>;

Imports importAll(const DeskOpener& opener, const std::string& desk, const std::vector<std::string>& paths,
                  const ImportOptions& options, ProgressSink& progress) {
    auto store = opener(desk, DeskAccess::Existing);
    if (!store)
        return Failure(store.error());
    std::vector<FileImport> files;
    for (const std::string& path : paths) {
        if (progress.cancelled())
            break;
        files.push_back(importFile(**store, path, options, progress));
    }
    return files;
}

QString titleOf(const QStringList& paths) {
    if (paths.size() == 1)
        return DeskWork::tr("Importing %1").arg(QFileInfo(paths.front()).fileName());
    return DeskWork::tr("Importing %n file(s)", nullptr, static_cast<int>(paths.size()));
}

} // namespace

DeskWork::DeskWork(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void DeskWork::importFiles(const QStringList& paths, ConflictPolicy onConflict) {
    if (paths.isEmpty() || isRunning())
        return;
    ImportOptions options;
    options.onConflict = onConflict;
    options.today = dateOf(QDate::currentDate());
    options.importedAt = utcNow();
    std::vector<std::string> files;
    for (const QString& path : paths)
        files.push_back(utf8(QFileInfo(path).absoluteFilePath()));
    m_session.tasks().run<Imports>(
        kWorkSlot, titleOf(paths),
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), files = std::move(files),
         options](ProgressSink& progress) { return importAll(opener, desk, files, options, progress); },
        [this](const std::shared_ptr<const Imports>& outcome) {
            m_session.reload();
            if (*outcome)
                emit imported(**outcome);
            else
                emit failed(outcome->error());
        });
}

void DeskWork::fillDemo() {
    if (isRunning())
        return;
    using Fill = Result<DemoFill>;
    m_session.tasks().run<Fill>(
        kWorkSlot, tr("Making the demo market"),
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()),
         now = utcNow()](ProgressSink& progress) -> Fill {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return fillDemoDesk(**store, now, progress);
        },
        [this](const std::shared_ptr<const Fill>& fill) {
            m_session.reload();
            if (*fill)
                emit demoFilled();
            else
                emit failed(fill->error());
        });
}

void DeskWork::cancel() {
    m_session.tasks().cancel(kWorkSlot, true);
}

bool DeskWork::isRunning() const {
    return m_session.tasks().isRunning(kWorkSlot);
}

} // namespace rotascope
