#include "core/workflow/import_files.h"

#include "core/csv/unpacked_file.h"
#include "core/import/make_plan.h"
#include "core/import/peer_table.h"
#include "core/import/profile.h"
#include "core/import/record_reader.h"
#include "core/import/single_pass.h"
#include "core/workflow/conflict_issues.h"
#include "core/workflow/desk_book.h"
#include "core/workflow/original_tap.h"
#include "core/workflow/record_queue.h"

#include <exception>
#include <new>

namespace rotascope {

namespace {

ReadingChoices choicesOf(const ImportOptions& options) {
    ReadingChoices choices = options.reading;
    if (choices.symbol)
        choices.symbol = canonicalSymbol(*choices.symbol);
    return choices;
}

/// One file's way into the desk; every step refuses by returning an error.
class FileImporter {
public:
    FileImporter(MarketStore& store, const ImportOptions& options, ProgressSink& sink, FileFacts& facts,
                 FileImport& out)
        : m_store(store)
        , m_options(options)
        , m_choices(choicesOf(options))
        , m_sink(sink)
        , m_facts(facts)
        , m_out(out) {}

    Result<void> run() {
        const auto file = openUnpacked(m_options.readFrom.value_or(m_out.path));
        if (!file)
            return Failure(file.error());
        if (const auto book = deskBookIn(**file); !book || *book)
            return book ? takeDeskBook(m_store, **book, m_options.dryRun, m_out) : Failure(book.error());
        const auto text = m_options.dryRun ? nullptr : m_store.newOriginal();
        OriginalTap bytes(**file, text.get());
        ImportProgress progress(m_sink, bytes.size());
        if (bytes.size() >= m_options.singlePassFrom) {
            const auto done = runOnce(bytes, text.get(), progress);
            if (!done || *done)
                return done.map([](bool) {});
        }
        auto prepared = prepareImport(bytes, m_out.path, m_choices, progress, m_facts);
        take(m_facts, bytes);
        if (!prepared)
            return Failure(prepared.error());
        const auto transaction =
            m_store.beginImport(headerOf(bytes, prepared->plan), prepared->targets, m_options.onConflict);
        if (!transaction)
            return Failure(transaction.error());
        ReadAccount account;
        const auto streamed = stream(bytes, *prepared, progress, account, **transaction);
        return streamed ? finish(bytes, text.get(), *prepared, account, **transaction) : streamed;
    }

private:
    /// In a single pass over the file; false where that cannot be done or did not hold, and nothing is
    /// stored. Whatever goes wrong before the end will do so again on the usual way, and is told there.
    Result<bool> runOnce(OriginalTap& bytes, OriginalText* text, ImportProgress& progress) {
        FileFacts facts;
        const auto plan = startingPlan(bytes, m_choices, facts);
        if (!plan || !maySinglePass(*plan, m_choices))
            return false;
        m_out.format = facts.format;
        const auto transaction = m_store.beginEarlyImport(headerOf(bytes, *plan), m_options.onConflict);
        if (!transaction || !*transaction)
            return false;
        progress.expectOnePass(true);
        ReadAccount account;
        PeerTally peers(*plan);
        auto prepared =
            streamOnce({bytes, *plan, m_choices.today, progress}, facts, account, peers, **transaction);
        progress.expectOnePass(false);
        if (!prepared)
            return false;
        m_facts = facts;
        take(facts, bytes);
        m_out.peers = peers.summaries(*prepared);
        if (!(*transaction)->settle(headerOf(bytes, prepared->plan), prepared->targets))
            return false;
        return finish(bytes, text, *prepared, account, **transaction).map([] { return true; });
    }

    std::optional<PreparedImport> streamOnce(const ImportPass& pass, FileFacts& facts, ReadAccount& account,
                                             PeerTally& peers, ImportTransaction& transaction) const {
        StoreWriter writer(transaction);
        auto prepared = singlePass(pass, m_choices, facts, account, [&](RecordBlock& block) {
            peers.add(block);
            return writer.give(block);
        });
        return writer.finish() ? std::move(prepared) : std::nullopt;
    }

    /// Also of a file that is then refused: all of its rows are rejected.
    void take(const FileFacts& facts, const ByteSource& bytes) {
        m_out.sha256 = bytes.packedFile() ? bytes.packedFile()->sha256 : facts.sha256;
        m_out.format = facts.format;
        m_out.range = facts.range;
        m_out.symbols = facts.symbols;
        if (facts.plan)
            m_out.columnsNotRead = headingsNotRead(*facts.plan);
        m_out.counts.rowsRead = facts.rows;
        m_out.counts.rejected = facts.rows;
    }

    ImportHeader headerOf(const ByteSource& bytes, const ReadingPlan& plan) const {
        ImportHeader header;
        header.path = m_options.readFrom ? m_out.path : absolutePath(m_out.path);
        header.sha256 = m_out.sha256;
        header.bytes = bytes.packedFile() ? bytes.packedFile()->bytes : bytes.size();
        header.format = m_out.format;
        header.settings = settingsText(plan, m_options.profile);
        header.importedAt = m_options.importedAt;
        return header;
    }

    Result<void> stream(ByteSource& bytes, PreparedImport& prepared, ImportProgress& progress,
                        ReadAccount& account, ImportTransaction& transaction) {
        StoreWriter writer(transaction);
        PeerTally peers(prepared);
        const auto read =
            readRecords(bytes, prepared, m_choices.today, progress, account, [&](RecordBlock& block) {
                peers.add(block);
                return writer.give(block);
            });
        m_out.peers = peers.summaries(prepared);
        const auto written = writer.finish();
        if (!written)
            return written;
        return read;
    }

    Result<void> finish(OriginalTap& bytes, OriginalText* text, const PreparedImport& prepared,
                        const ReadAccount& account, ImportTransaction& transaction) {
        if (const auto kept = keep(bytes, text, transaction); !kept)
            return kept;
        const auto receipt = transaction.finish(account.outside, account.issues.listed(), !m_options.dryRun);
        if (!receipt)
            return Failure(receipt.error());
        report(bytes, prepared, account, *receipt);
        return {};
    }

    static Result<void> keep(OriginalTap& bytes, OriginalText* text, ImportTransaction& transaction) {
        return bytes.finish() ? transaction.keepOriginal(*text) : Result<void>{};
    }

    void report(ByteSource& bytes, const PreparedImport& prepared, const ReadAccount& account,
                const ImportReceipt& receipt) {
        m_out.counts = receipt.counts;
        m_out.cellsRejected = account.cellsRejected;
        m_out.importId = receipt.importId;
        m_out.alreadyImportedAt = receipt.alreadyImportedAt;
        m_out.issues = mergedIssues(account.issues.listed(),
                                    conflictIssues(bytes, prepared, receipt.conflicts, m_options.onConflict));
        const std::uint64_t lines = receipt.counts.conflicts + receipt.counts.replaced;
        m_out.issueCount = account.issues.total() + std::max<std::uint64_t>(lines, receipt.conflicts.size());
    }

    MarketStore& m_store;
    const ImportOptions& m_options;
    ReadingChoices m_choices;
    ProgressSink& m_sink;
    FileFacts& m_facts;
    FileImport& m_out;
};

/// The import stands, whatever becomes of the backup.
void noteBackup(MarketStore& store, FileImport& out) {
    const auto made = store.backUpIfDue();
    if (!made)
        out.notes.push_back("The backup that was due could not be made: " + made.error().message);
    else if (*made)
        out.notes.push_back("Backup written: " + **made);
}

} // namespace

FileImport importFile(MarketStore& store, const std::string& path, const ImportOptions& options,
                      ProgressSink& progress, FileFacts* facts) {
    FileImport out;
    out.path = path;
    FileFacts own;
    try {
        const auto done = FileImporter(store, options, progress, facts ? *facts : own, out).run();
        if (!done)
            out.error = done.error();
    } catch (const std::bad_alloc&) {
        out.error = Error{ErrorKind::Desk, "out_of_memory", "There is not enough memory to import the file."};
    } catch (const std::exception& failure) {
        out.error = Error{ErrorKind::Desk, "import_failed",
                          std::string("The import failed: ") + failure.what() + "."};
    }
    if (out.error)
        out.importId.reset();
    else if (out.importId)
        noteBackup(store, out);
    return out;
}

} // namespace rotascope
