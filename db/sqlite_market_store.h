// The store port on an open SQLite desk.
#pragma once

#include "core/store/market_store.h"
#include "db/desk_reader.h"
#include "db/sqlite/connection.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

class SqliteMarketStore final : public MarketStore {
public:
    SqliteMarketStore(std::unique_ptr<sqlite::Connection> desk, bool readOnly);

    Result<DeskInfo> info() override;
    Result<void> markDemo() override;
    Result<std::vector<InstrumentSummary>> instruments() override;
    Result<InstrumentData> read(std::string_view symbol) override;
    Result<InstrumentShelf::Shared> readShared(std::string_view symbol) override;
    void shareReads(std::shared_ptr<InstrumentShelf> shelf) override { m_shelf = std::move(shelf); }
    Result<InstrumentData> readUnadjusted(std::string_view symbol) override;
    Result<void> describe(const Instrument& instrument) override;
    Result<void> together(const std::function<Result<void>()>& work) override;
    Result<PriceBars> readBars(std::string_view symbol, Cadence cadence) override;
    Result<PriceBars> readBarsUnadjusted(std::string_view symbol, Cadence cadence) override;
    Result<ValueOrigin> origin(std::string_view symbol, Date date, Field field) override;
    Result<std::vector<ValueVintage>> vintages(std::string_view symbol, Date date, Field field) override;
    Result<void> lookBack(Date knownOn) override;
    Result<void> showKnownBy(Date asOf) override;
    Result<std::vector<RestatedSeries>> restatedSince(const std::string& at) override;
    std::unique_ptr<OriginalText> newOriginal() override;
    Result<std::optional<std::string>> originalText(const std::string& sha256) override;
    Result<std::unique_ptr<ImportTransaction>> beginImport(const ImportHeader& header,
                                                           std::vector<ImportTarget> targets,
                                                           ConflictPolicy policy) override;
    Result<std::unique_ptr<EarlyImport>> beginEarlyImport(const ImportHeader& header,
                                                          ConflictPolicy policy) override;
    Result<std::vector<ImportRecord>> imports() override;
    Result<std::int64_t> setting(DeskSetting setting) override;
    Result<void> setSetting(DeskSetting setting, std::int64_t value) override;
    Result<std::vector<StoredProfile>> profiles() override;
    Result<void> saveProfile(const StoredProfile& profile) override;
    Result<void> removeProfile(const std::string& name) override;
    Result<std::string> text(DeskText which) override;
    Result<void> setText(DeskText which, const std::string& words) override;
    Result<void> setAvailability(const SeriesKey& series, Availability availability) override;
    Result<std::vector<AcceptedFinding>> acceptedFindings() override;
    Result<void> acceptFindings(const std::vector<AcceptedFinding>& accepted) override;
    Result<void> reopenFindings(const std::vector<FindingKey>& findings) override;
    Result<std::vector<Split>> splits(std::string_view symbol) override;
    Result<std::vector<Symbol>> symbolsWithSplits() override;
    Result<void> addSplits(std::string_view symbol, const std::vector<Split>& splits) override;
    Result<void> removeSplits(std::string_view symbol, Date date, std::optional<SplitScope> scope) override;
    Result<std::optional<std::string>> backUpIfDue() override;
    Result<UndoReceipt> undo(std::int64_t importId, const std::string& undoneAt) override;

private:
    void requireWritable();
    /// One committed change of the desk: `work()` in a transaction, and the clock.
    Result<void> change(const std::function<void()>& work);
    /// The same without the clock.
    Result<void> write(const std::function<void()>& work);
    InstrumentData dataOf(std::string_view symbol) const;
    InstrumentData adjusted(std::string_view symbol) const;
    PriceBars barsOf(std::string_view symbol, Cadence cadence) const;
    std::int64_t settingNow(DeskSetting setting) const;
    Result<void> writeSetting(std::string_view name, std::string_view value);

    std::unique_ptr<sqlite::Connection> m_desk;
    DeskReader m_reader;
    bool m_readOnly;
    bool m_together = false; ///< changes belong to one transaction that is open
    std::optional<Date> m_knownOn;
    std::optional<Date> m_asOf;
    bool m_narrowed = false; ///< not everything is seen: what is read is no one else's
    std::shared_ptr<InstrumentShelf> m_shelf;
};

} // namespace rotascope
