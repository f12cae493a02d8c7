// The port through which the program reaches a desk. db/ implements it on SQLite; tests may do so in memory.
#pragma once

#include "core/base/result.h"
#include "core/market/market.h"
#include "core/market/split.h"
#include "core/store/desk_settings.h"
#include "core/store/instrument_shelf.h"
#include "core/store/judgements.h"
#include "core/store/records.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

/// A file's text on its way into the desk, handed over in pieces while the file is read.
class OriginalText {
public:
    virtual ~OriginalText() = default;
    /// Longer texts are not kept, bytes.
    virtual std::uint64_t limit() const = 0;
    virtual void add(std::string_view piece) = 0;
    /// Forgets all pieces.
    virtual void restart() = 0;
};

/// One file's import: a single transaction. Destroying it unfinished leaves the desk as it was.
class ImportTransaction {
public:
    virtual ~ImportTransaction() = default;

    /// Merges a block by natural key (instrument, cadence, field, date): new values are stored, values that
    /// agree are left alone, values that differ are kept or replaced by policy. Under Keep, fields the desk
    /// lacks are stored even where another field of the row conflicts. A key met twice in one import is the
    /// caller's error.
    virtual Result<void> write(const RecordBlock& block) = 0;

    /// Keeps the file's whole text with its hash, packed. A store that keeps no texts does nothing.
    virtual Result<void> keepOriginal(OriginalText& text);

    /// Commits, or rolls back when `keep` is false (a dry run). `outside` holds the rows that never reached
    /// write(): its rejected and ignored join the receipt's counts, and rowsRead becomes the sum. `issues`
    /// are kept with it.
    virtual Result<ImportReceipt> finish(const RowCounts& outside, const std::vector<ImportIssue>& issues,
                                         bool keep) = 0;
};

/// An import that began before its file was read to its end: what only the end tells is settled before
/// finish(). Its targets come with the blocks that hold their first rows.
class EarlyImport : public ImportTransaction {
public:
    /// `header` with the file's hash and settings, `targets` in their order with the decimals of the whole
    /// file. Refuses where a value was judged by decimals that were not final; the import must then start
    /// over.
    virtual Result<void> settle(const ImportHeader& header, const std::vector<ImportTarget>& targets) = 0;
};

/// What taking an import back did to the rows of its file; a row counts once, in the first that fits.
struct UndoReceipt {
    std::int64_t importId = 0;
    std::uint64_t restored = 0; ///< have the values again that the import had replaced
    std::uint64_t removed = 0;  ///< are gone
    std::uint64_t kept = 0;     ///< stand as they did, since a later import holds them too or replaced them
};

/// Two values agree when they differ by at most 1e-6 relative, or by at most half a unit of the coarser
/// column's last decimal (decimals: the most seen in that column of each file).
bool valuesAgree(double a, int decimalsOfA, double b, int decimalsOfB);

class MarketStore {
public:
    virtual ~MarketStore() = default;

    virtual Result<DeskInfo> info() = 0;
    virtual Result<void> markDemo() = 0;

    /// Everything the desk holds, by symbol.
    virtual Result<std::vector<InstrumentSummary>> instruments() = 0;

    /// All daily bars and single-value series of one instrument, adjusted for the splits that the desk was
    /// told of. Refuses an unknown symbol, naming the nearest.
    virtual Result<InstrumentData> read(std::string_view symbol) = 0;
    /// The same, taken from the shelf where it lies there.
    virtual Result<InstrumentShelf::Shared> readShared(std::string_view symbol);
    /// What readShared() reads from now on lies on `shelf`, for other stores of the same desk.
    virtual void shareReads(std::shared_ptr<InstrumentShelf> shelf);
    /// The same as imported, without adjustment.
    virtual Result<InstrumentData> readUnadjusted(std::string_view symbol) { return read(symbol); }
    /// The bars of one cadence, adjusted likewise.
    virtual Result<PriceBars> readBars(std::string_view symbol, Cadence cadence) = 0;
    virtual Result<PriceBars> readBarsUnadjusted(std::string_view symbol, Cadence cadence) {
        return readBars(symbol, cadence);
    }

    /// Name, kind and unit of a held instrument. Refuses an unknown symbol.
    virtual Result<void> describe(const Instrument& instrument);
    /// Runs `work` so that its changes are one: all of them stand, or none where it returns an error.
    virtual Result<void> together(const std::function<Result<void>()>& work) { return work(); }

    /// Where one daily value came from. Refuses what the desk does not hold, naming what is near.
    virtual Result<ValueOrigin> origin(std::string_view symbol, Date date, Field field) = 0;

    /// What once stood there, newest first; empty for a store that keeps no history.
    virtual Result<std::vector<ValueVintage>> vintages(std::string_view symbol, Date date, Field field);

    /// From now on everything is read as the desk knew it at the end of `knownOn` (UTC): later imports are
    /// not there, values replaced since have their old value, and an import that was taken back is there for
    /// as long as it stood. Refuses a date before the first import ("nothing_known").
    virtual Result<void> lookBack(Date knownOn);

    /// From now on instruments and series of which nothing was published by `asOf` are not there, as in a
    /// desk that ends on that day; where that leaves nothing, all stay, so that a refusal can name the range
    /// there is. A store that cannot hide anything does nothing.
    virtual Result<void> showKnownBy(Date asOf);

    /// Series with values that are others now (or at the moment looked back to) than they were at `at` (UTC,
    /// "2025-11-28T21:05:00Z"), as imported; by symbol. Empty for a store that keeps no history, and for a
    /// moment before the first import.
    virtual Result<std::vector<RestatedSeries>> restatedSince(const std::string& at);

    /// Null for a store that keeps no texts.
    virtual std::unique_ptr<OriginalText> newOriginal() { return nullptr; }
    /// The kept text of a file; nullopt where it was not kept.
    virtual Result<std::optional<std::string>> originalText(const std::string& sha256);

    /// `targets` stay valid until the transaction ends. Takes the desk's write lock.
    virtual Result<std::unique_ptr<ImportTransaction>>
    beginImport(const ImportHeader& header, std::vector<ImportTarget> targets, ConflictPolicy policy) = 0;
    /// The same without targets; null for a store that needs to know them all at the beginning.
    virtual Result<std::unique_ptr<EarlyImport>> beginEarlyImport(const ImportHeader& header,
                                                                  ConflictPolicy policy);
    /// Oldest first.
    virtual Result<std::vector<ImportRecord>> imports() = 0;

    /// How the desk is kept; the usual value where the desk says nothing.
    virtual Result<std::int64_t> setting(DeskSetting setting);
    /// Refuses a value outside the setting's range.
    virtual Result<void> setSetting(DeskSetting setting, std::int64_t value);

    /// Saved profiles of imports, by name; none for a store that keeps none.
    virtual Result<std::vector<StoredProfile>> profiles();
    /// In place of one with the same name.
    virtual Result<void> saveProfile(const StoredProfile& profile);
    virtual Result<void> removeProfile(const std::string& name);

    /// A text that the desk keeps; empty where there is none.
    virtual Result<std::string> text(DeskText which);
    virtual Result<void> setText(DeskText which, const std::string& words);

    /// When the values of a single-value series become known. Refuses bars, whose prices are known on their
    /// day, and a series that the desk does not hold.
    virtual Result<void> setAvailability(const SeriesKey& series, Availability availability);

    /// The findings that were accepted, by symbol.
    virtual Result<std::vector<AcceptedFinding>> acceptedFindings();
    /// Accepts findings, all or none; one that was accepted before gets the new reason.
    virtual Result<void> acceptFindings(const std::vector<AcceptedFinding>& accepted);
    /// Opens accepted findings again, all or none. Refuses one that is not accepted.
    virtual Result<void> reopenFindings(const std::vector<FindingKey>& findings);

    /// The splits of one instrument, by date.
    virtual Result<std::vector<Split>> splits(std::string_view symbol);
    /// Symbols with splits.
    virtual Result<std::vector<Symbol>> symbolsWithSplits();
    /// Records splits of one instrument; one of the same date and scope is replaced.
    virtual Result<void> addSplits(std::string_view symbol, const std::vector<Split>& splits);
    /// Takes a date's splits back, in all scopes or one. Refuses a date without any.
    virtual Result<void> removeSplits(std::string_view symbol, Date date, std::optional<SplitScope> scope);

    /// Makes the backup that is due after this many imports, and removes those beyond the number to keep. Its
    /// path; nullopt when none is due.
    virtual Result<std::optional<std::string>> backUpIfDue();

    /// Takes one import back, in one transaction: the desk then holds what it would hold had the file never
    /// been imported and all others had. `undoneAt`: UTC, "2025-11-28T21:05:00Z". Refuses an unknown import
    /// and one that was taken back before.
    virtual Result<UndoReceipt> undo(std::int64_t importId, const std::string& undoneAt);
};

/// Opens a desk of its own for each thread that needs one.
using StoreFactory = std::function<Result<std::unique_ptr<MarketStore>>()>;

} // namespace rotascope
