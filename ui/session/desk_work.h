// Work that changes the desk: import of files and the demo market. One at a time, cancellable, never on the
// GUI thread.
#pragma once

#include "core/demo/demo_market.h"
#include "core/workflow/import_files.h"
#include "ui/session/desk_care.h"
#include "ui/session/session.h"

#include <QObject>

#include <vector>

namespace rotascope {

/// A file, how it is to be read, and how much of it there is, for the progress.
struct ImportRequest {
    std::string path;
    ImportOptions options;
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;
};

class DeskWork : public QObject {
    Q_OBJECT

public:
    explicit DeskWork(Session& session, QObject* parent = nullptr);

    /// Imports the files one after the other, each its own transaction; then the session rereads the desk.
    void importFiles(std::vector<ImportRequest> requests);
    /// Takes one import back; then the session rereads the desk.
    void undoImport(std::int64_t importId);
    void fillDemo();
    /// A decision about the data, as one change of the desk; `now` is UTC. Then the session rereads it.
    using Decision = std::function<Result<void>(MarketStore& store, const std::string& now)>;
    void decide(const QString& title, Decision decision);
    /// Without it the desk is not cared for.
    void setCare(DeskCare care) { m_care = std::move(care); }
    void backUp(const QString& to);
    void restore(const QString& backup);
    void check();
    /// Stops after the running transaction was taken back. What is stored already stays.
    void cancel();
    bool isRunning() const;

signals:
    void imported(const std::vector<rotascope::FileImport>& files);
    void demoFilled();
    void undone(const rotascope::UndoReceipt& receipt);
    void decided();
    void caredFor(const QString& sentence);     ///< what was backed up, restored or found
    void failed(const rotascope::Error& error); ///< nothing was stored

private:
    using Care = std::function<Result<std::string>(const std::string& desk)>;
    void careFor(const QString& title, Care care, bool rereads);

    Session& m_session;
    DeskCare m_care;
};

} // namespace rotascope
