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

/// One of several files as a part of all of them.
class PartOfAll final : public ProgressSink {
public:
    PartOfAll(ProgressSink& all, std::uint64_t bytes, std::uint64_t rows)
        : m_all(all)
        , m_bytes(bytes)
        , m_rows(rows) {}

    void next(const ImportRequest& request) {
        m_doneBytes += m_fileBytes;
        m_doneRows += m_fileRows;
        m_fileBytes = request.bytes;
        m_fileRows = request.rows;
    }
    void report(std::uint64_t done, std::uint64_t total, std::uint64_t) override {
        const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
        m_all.report(m_doneBytes + part(m_fileBytes, share), m_bytes, m_doneRows + part(m_fileRows, share));
    }
    bool cancelled() const override { return m_all.cancelled(); }

private:
    static std::uint64_t part(std::uint64_t whole, double share) {
        return static_cast<std::uint64_t>(static_cast<double>(whole) * share);
    }

    ProgressSink& m_all;
    std::uint64_t m_bytes;
    std::uint64_t m_rows;
    std::uint64_t m_doneBytes = 0;
    std::uint64_t m_doneRows = 0;
    std::uint64_t m_fileBytes = 0;
    std::uint64_t m_fileRows = 0;
};

Imports importAll(const DeskOpener& opener, const std::string& desk,
                  const std::vector<ImportRequest>& requests, ProgressSink& progress) {
    auto store = opener(desk, DeskAccess::Existing);
    if (!store)
        return Failure(store.error());
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;
    for (const ImportRequest& request : requests) {
        bytes += request.bytes;
        rows += request.rows;
    }
    PartOfAll part(progress, bytes, rows);
    std::vector<FileImport> files;
    for (const ImportRequest& request : requests) {
        if (progress.cancelled())
            break;
        part.next(request);
        files.push_back(importFile(**store, request.path, request.options, part));
    }
    return files;
}

QString titleOf(const std::vector<ImportRequest>& requests) {
    if (requests.size() == 1)
        return DeskWork::tr("Importing %1").arg(QFileInfo(qtext(requests.front().path)).fileName());
    return DeskWork::tr("Importing %1 files").arg(requests.size());
}

} // namespace

DeskWork::DeskWork(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

void DeskWork::importFiles(std::vector<ImportRequest> requests) {
    if (requests.empty() || isRunning())
        return;
    for (ImportRequest& request : requests) {
        request.options.reading.today = dateOf(QDate::currentDate());
        request.options.importedAt = utcNow();
    }
    const QString title = titleOf(requests);
    m_session.tasks().run<Imports>(
        kWorkSlot, title,
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), requests = std::move(requests)](
            ProgressSink& progress) { return importAll(opener, desk, requests, progress); },
        [this](const std::shared_ptr<const Imports>& outcome) {
            m_session.reload();
            if (*outcome)
                emit imported(**outcome);
            else
                emit failed(outcome->error());
        });
}

void DeskWork::undoImport(std::int64_t importId) {
    if (isRunning())
        return;
    using Undo = Result<UndoReceipt>;
    m_session.tasks().run<Undo>(
        kWorkSlot, tr("Taking import %1 back").arg(importId),
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), importId,
         now = utcNow()](ProgressSink&) -> Undo {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return (*store)->undo(importId, now);
        },
        [this](const std::shared_ptr<const Undo>& receipt) {
            m_session.reload();
            if (*receipt)
                emit undone(**receipt);
            else
                emit failed(receipt->error());
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

void DeskWork::backUp(const QString& to) {
    if (m_care.backUp)
        careFor(
            tr("Backing up the desk"),
            [backUp = m_care.backUp, file = utf8(to)](const std::string& desk) { return backUp(desk, file); },
            false);
}

void DeskWork::restore(const QString& backup) {
    if (m_care.restore)
        careFor(
            tr("Restoring the desk"),
            [restore = m_care.restore, file = utf8(backup),
             stamp = utf8(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")))](
                const std::string& desk) { return restore(desk, file, stamp); },
            true);
}

void DeskWork::check() {
    if (m_care.check)
        careFor(tr("Looking the desk through"), m_care.check, false);
}

void DeskWork::careFor(const QString& title, Care care, bool rereads) {
    if (isRunning())
        return;
    using Done = Result<std::string>;
    m_session.tasks().run<Done>(
        kWorkSlot, title,
        [care = std::move(care), desk = utf8(m_session.deskPath())](ProgressSink&) { return care(desk); },
        [this, rereads](const std::shared_ptr<const Done>& done) {
            if (rereads)
                m_session.reload();
            if (*done)
                emit caredFor(qtext(**done));
            else
                emit failed(done->error());
        });
}

void DeskWork::decide(const QString& title, Decision decision) {
    using Done = Result<void>;
    if (isRunning()) {
        emit failed(Error{ErrorKind::Desk, "desk_busy",
                          utf8(tr("The desk is being changed. Try again when that is done."))});
        return;
    }
    m_session.tasks().run<Done>(
        kWorkSlot, title,
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), decision = std::move(decision),
         now = utcNow()](ProgressSink&) -> Done {
            auto store = opener(desk, DeskAccess::Existing);
            return store ? decision(**store, now) : Done(Failure(store.error()));
        },
        [this](const std::shared_ptr<const Done>& done) {
            m_session.reload();
            if (*done)
                emit decided();
            else
                emit failed(done->error());
        });
}

void DeskWork::cancel() {
    m_session.tasks().cancel(kWorkSlot, true);
}

bool DeskWork::isRunning() const {
    return m_session.tasks().isRunning(kWorkSlot);
}

} // namespace rotascope
