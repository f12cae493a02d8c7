#include "ui/session/import_review.h"

#include "core/workflow/desk_book.h"
#include "ui/convert/convert.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

const QString kPreviewSlot = QStringLiteral("import preview");

bool rereads(const std::vector<ReviewedFile>& files, const QString& path) {
    return std::any_of(files.begin(), files.end(),
                       [&path](const ReviewedFile& file) { return file.path == path && !file.outcome; });
}

ImportPreview failedPreview(const std::string& path, const Error& error) {
    ImportPreview preview;
    preview.outcome.path = path;
    preview.outcome.error = error;
    return preview;
}

} // namespace

bool needsSymbol(const ReviewedFile& file) {
    return file.preview && file.preview->outcome.error && file.preview->outcome.error->code == "no_symbol";
}

bool needsDay(const ReviewedFile& file) {
    return file.preview && file.preview->outcome.error &&
           file.preview->outcome.error->code == "undated_table";
}

ReviewState stateOf(const ReviewedFile& file) {
    if (file.outcome)
        return file.outcome->error ? ReviewState::Failed : ReviewState::Imported;
    if (file.leftOut)
        return ReviewState::LeftOut;
    if (file.stale || !file.preview)
        return ReviewState::Reading;
    if (file.preview->question || needsSymbol(file) || needsDay(file))
        return ReviewState::Question;
    if (file.preview->outcome.error)
        return ReviewState::Refused;
    return thingsToLookAt(file.preview->outcome) > 0 ? ReviewState::LookAt : ReviewState::Ready;
}

bool isImportable(ReviewState state) {
    return state == ReviewState::Ready || state == ReviewState::LookAt;
}

ImportReview::ImportReview(Session& session, DeskWork& work, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_work(work)
    , m_version(session.desk() ? session.desk()->info.version : 0) {
    connect(&session, &Session::deskChanged, this, &ImportReview::followDesk);
    connect(&work, &DeskWork::imported, this, &ImportReview::adoptImports);
    connect(&work, &DeskWork::failed, this, [this] {
        if (std::exchange(m_importing, {}).empty())
            return;
        emit listChanged();
    });
}

/// What would happen is counted against the desk: when that changes, it is counted again.
void ImportReview::followDesk() {
    const auto desk = m_session.desk();
    if (!desk || std::exchange(m_version, desk->info.version) == desk->info.version || m_finished ||
        isImporting())
        return;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        if (!m_files[i].outcome && !m_files[i].leftOut)
            change(i);
}

void ImportReview::add(const QStringList& paths, ConflictPolicy onConflict) {
    if (m_finished)
        clear();
    for (const QString& path : paths) {
        const QString whole = QFileInfo(path).absoluteFilePath();
        if (rereads(m_files, whole))
            continue;
        ReviewedFile file;
        file.path = whole;
        file.name = QFileInfo(whole).fileName();
        file.options.onConflict = onConflict;
        addFile(std::move(file));
    }
    loadProfiles();
    emit listChanged();
    readNext();
}

bool ImportReview::addPasted(const QString& text, ConflictPolicy onConflict) {
    if (text.trimmed().isEmpty())
        return false;
    if (m_finished)
        clear();
    if (!m_pasted)
        m_pasted = std::make_unique<QTemporaryDir>();
    ++m_pastes;
    const QString place = m_pasted->filePath(QStringLiteral("%1.csv").arg(m_pastes));
    QFile out(place);
    const QByteArray bytes = text.toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        emit said(tr("What was pasted could not be kept in a file: %1.").arg(out.errorString()));
        return true;
    }
    ReviewedFile file;
    file.path = file.name = m_pastes == 1 ? tr("pasted table") : tr("pasted table %1").arg(m_pastes);
    file.options.onConflict = onConflict;
    file.options.readFrom = utf8(place);
    addFile(std::move(file));
    loadProfiles();
    emit listChanged();
    emit pasted(static_cast<int>(m_files.size()) - 1);
    out.close();
    readNext();
    return true;
}

void ImportReview::addFile(ReviewedFile file) {
    file.options.reading.today = dateOf(QDate::currentDate());
    file.revision = m_nextRevision++;
    m_files.push_back(std::move(file));
}

void ImportReview::remove(std::size_t file) {
    if (isImporting())
        return;
    m_session.tasks().cancel(kPreviewSlot);
    m_running = -1;
    m_files.erase(m_files.begin() + static_cast<std::ptrdiff_t>(file));
    emit listChanged();
    readNext();
}

void ImportReview::clear() {
    m_session.tasks().cancel(kPreviewSlot);
    m_running = -1;
    m_files.clear();
    m_finished = false;
    emit listChanged();
}

std::size_t ImportReview::importable() const {
    return static_cast<std::size_t>(
        std::count_if(m_files.begin(), m_files.end(),
                      [](const ReviewedFile& file) { return isImportable(stateOf(file)); }));
}

void ImportReview::change(std::size_t index) {
    ReviewedFile& file = m_files[index];
    file.stale = true;
    file.leftOut = false;
    file.revision = m_nextRevision++;
    if (m_running == static_cast<int>(index))
        m_session.tasks().cancel(kPreviewSlot, true);
    emit fileChanged(static_cast<int>(index));
    emit listChanged();
    readNext();
}

void ImportReview::setReading(std::size_t file, const ReadingChoices& choices) {
    if (isImporting() || m_files[file].options.reading == choices)
        return;
    m_files[file].options.reading = choices;
    change(file);
}

void ImportReview::setPolicy(std::size_t file, ConflictPolicy policy) {
    if (isImporting() || m_files[file].options.onConflict == policy)
        return;
    m_files[file].options.onConflict = policy;
    change(file);
}

void ImportReview::setRole(std::size_t file, const std::string& heading, ColumnRole role) {
    ReadingChoices choices = m_files[file].options.reading;
    std::erase_if(choices.roles, [&](const RoleChoice& choice) { return choice.heading == heading; });
    choices.roles.push_back({heading, role});
    setReading(file, choices);
}

void ImportReview::answer(std::size_t file, std::size_t answer) {
    const auto& preview = m_files[file].preview;
    if (!preview || !preview->question)
        return;
    ReadingChoices choices = m_files[file].options.reading;
    answerQuestion(choices, preview->question->about, answer);
    setReading(file, choices);
}

void ImportReview::setLeftOut(std::size_t file, bool leftOut) {
    if (isImporting())
        return;
    m_files[file].leftOut = leftOut;
    if (!leftOut)
        return change(file);
    emit fileChanged(static_cast<int>(file));
    emit listChanged();
}

void ImportReview::useProfile(std::size_t file, const Profile& profile) {
    if (isImporting())
        return;
    const std::string header = m_files[file].preview ? m_files[file].preview->header : std::string{};
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        const auto& preview = m_files[i].preview;
        const bool same = i == file || (preview && !header.empty() && preview->header == header);
        if (!same || m_files[i].outcome)
            continue;
        const std::optional<Symbol> named = m_files[i].options.reading.symbol;
        m_files[i].options = under(profile, m_files[i].options);
        if (i != file)
            m_files[i].options.reading.symbol = named;
        change(i);
    }
}

void ImportReview::readNext() {
    if (m_running >= 0 || isImporting())
        return;
    const auto next = std::find_if(m_files.begin(), m_files.end(), [](const ReviewedFile& file) {
        return file.stale && !file.leftOut && !file.outcome;
    });
    if (next == m_files.end()) {
        emit listChanged();
        return;
    }
    const auto index = static_cast<std::size_t>(next - m_files.begin());
    m_running = static_cast<int>(index);
    m_session.tasks().run<ImportPreview>(
        kPreviewSlot, tr("Reading %1").arg(next->name),
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), path = utf8(next->path),
         options = next->options](ProgressSink& progress) {
            auto store = opener(desk, DeskAccess::Existing);
            return store ? previewImport(**store, path, options, progress)
                         : failedPreview(path, store.error());
        },
        [this, index, revision = next->revision](std::shared_ptr<const ImportPreview> preview) {
            adopt(index, revision, std::move(preview));
        });
}

void ImportReview::adopt(std::size_t index, int revision, std::shared_ptr<const ImportPreview> preview) {
    m_running = -1;
    if (index < m_files.size() && m_files[index].revision == revision) {
        m_files[index].preview = std::move(preview);
        m_files[index].stale = false;
        emit fileChanged(static_cast<int>(index));
        emit listChanged();
    }
    readNext();
}

void ImportReview::startImport() {
    if (isReading() || isImporting() || importable() == 0)
        return;
    if (m_work.isRunning()) {
        emit said(tr("The desk is being changed. Import the files when that is done."));
        return;
    }
    std::vector<ImportRequest> requests;
    for (std::size_t i = 0; i < m_files.size(); ++i)
        if (isImportable(stateOf(m_files[i])))
            m_importing.push_back(i);
    // A desk's book speaks of values that the other files bring.
    std::stable_partition(m_importing.begin(), m_importing.end(), [this](std::size_t i) {
        return m_files[i].preview->outcome.format != kDeskBookFormat;
    });
    for (const std::size_t i : m_importing) {
        const ReviewedFile& file = m_files[i];
        const QString bytes = file.options.readFrom ? qtext(*file.options.readFrom) : file.path;
        requests.push_back({utf8(file.path), file.options,
                            static_cast<std::uint64_t>(QFileInfo(bytes).size()),
                            file.preview->outcome.counts.rowsRead});
    }
    m_work.importFiles(std::move(requests));
    emit listChanged();
}

void ImportReview::adoptImports(const std::vector<FileImport>& imports) {
    const auto under = std::exchange(m_importing, {});
    if (under.empty())
        return;
    // The one that was running, or the first that did not begin.
    const ReviewedFile* stoppedAt = imports.size() < under.size() ? &m_files[under[imports.size()]] : nullptr;
    for (std::size_t i = 0; i < std::min(under.size(), imports.size()); ++i)
        if (!imports[i].error || imports[i].error->code != "cancelled")
            m_files[under[i]].outcome = imports[i];
        else
            stoppedAt = &m_files[under[i]];
    m_finished = std::any_of(m_files.begin(), m_files.end(),
                             [](const ReviewedFile& file) { return file.outcome.has_value(); });
    loadProfiles();
    emit listChanged();
    if (m_finished)
        emit finished();
    if (stoppedAt)
        emit stopped(tr("Stopped. Nothing of %1 was stored.").arg(stoppedAt->name));
}

void ImportReview::cancel() {
    if (isImporting())
        m_work.cancel();
    else if (m_running >= 0)
        setLeftOut(static_cast<std::size_t>(m_running), true);
    if (m_running >= 0)
        m_session.tasks().cancel(kPreviewSlot, true);
}

} // namespace rotascope
