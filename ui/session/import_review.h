// Files on their way into the desk: read and gone through one after the other, shown, decided upon, and only
// then imported.
#pragma once

#include "core/workflow/preview_import.h"
#include "core/workflow/profiles.h"
#include "ui/session/desk_work.h"
#include "ui/session/session.h"

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

enum class ReviewState : std::uint8_t {
    Reading,  ///< or waiting for its turn
    Ready,    ///< nothing to look at
    LookAt,   ///< can be imported; some rows ask to be looked at
    Question, ///< something has to be decided first
    Refused,  ///< cannot be imported
    LeftOut,  ///< by the user
    Imported,
    Failed ///< was refused when it came to it
};

struct ReviewedFile {
    QString path; ///< of a pasted table: what it is called
    QString name; ///< without its folder
    ImportOptions options;
    std::shared_ptr<const ImportPreview> preview; ///< under the options; the one before while `stale`
    std::optional<FileImport> outcome;            ///< of the import itself
    bool stale = true;
    bool leftOut = false;
    int revision = 0; ///< grows with every change of the options
};

ReviewState stateOf(const ReviewedFile& file);
/// Whether an import would take the file in.
bool isImportable(ReviewState state);
/// Whether the file waits for the name of its instrument.
bool needsSymbol(const ReviewedFile& file);
/// Whether it waits for the day of all its rows.
bool needsDay(const ReviewedFile& file);

class ImportReview : public QObject {
    Q_OBJECT

public:
    ImportReview(Session& session, DeskWork& work, QObject* parent = nullptr);

    /// Files that are in the list already are read again.
    void add(const QStringList& paths, ConflictPolicy onConflict);
    /// A table from the clipboard. False where it holds no text.
    bool addPasted(const QString& text, ConflictPolicy onConflict);
    void remove(std::size_t file);
    void clear();

    const std::vector<ReviewedFile>& files() const { return m_files; }
    const KnownProfiles& profiles() const { return m_profiles; }
    bool isReading() const { return m_running >= 0; }
    bool isImporting() const { return !m_importing.empty(); }
    bool isFinished() const { return m_finished; }
    std::size_t importable() const;

    void setReading(std::size_t file, const ReadingChoices& choices);
    void setPolicy(std::size_t file, ConflictPolicy policy);
    void setRole(std::size_t file, const std::string& heading, ColumnRole role);
    void answer(std::size_t file, std::size_t answer);
    void setLeftOut(std::size_t file, bool leftOut);
    /// The profile for every file of the list with this file's header. A symbol in it is this file's alone.
    void useProfile(std::size_t file, const Profile& profile);

    /// Saves the file's choices under a name, for its header.
    void saveProfile(std::size_t file, const QString& name);
    void exportProfile(std::size_t file, const QString& path);
    void takeProfile(const QString& path); ///< from a file into the desk
    void removeProfile(const QString& name);

    /// Imports what can be; the rest stays as it is.
    void startImport();
    /// Stops the import, or the reading of the file that is being read.
    void cancel();

signals:
    void listChanged();         ///< files came or went, or are of another state
    void fileChanged(int file); ///< its preview or its options
    void profilesChanged();
    void pasted(int file);                 ///< a table came in from the clipboard
    void finished();                       ///< an import came to its end
    void stopped(const QString& sentence); ///< an import was cancelled; nothing of its file is stored
    void said(const QString& sentence);

private:
    void addFile(ReviewedFile file);
    void followDesk();
    void change(std::size_t file);
    void readNext();
    void adopt(std::size_t file, int revision, std::shared_ptr<const ImportPreview> preview);
    void adoptImports(const std::vector<FileImport>& imports);
    void loadProfiles();
    using ProfileWork = std::function<Result<void>(MarketStore& store)>;
    void changeProfiles(ProfileWork work, const QString& done);
    Profile profileOf(std::size_t file, const QString& name) const;

    Session& m_session;
    DeskWork& m_work;
    std::vector<ReviewedFile> m_files;
    KnownProfiles m_profiles;
    std::vector<std::size_t> m_importing; ///< files under way, in their order
    std::unique_ptr<QTemporaryDir> m_pasted;
    int m_pastes = 0;
    int m_running = -1; ///< the file that is being read
    int m_nextRevision = 1;
    std::uint64_t m_version = 0; ///< of the desk that the files are compared with
    bool m_finished = false;
};

} // namespace rotascope
