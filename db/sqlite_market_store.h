// The store port on an open SQLite desk.
#pragma once

#include "core/store/market_store.h"
#include "db/sqlite/connection.h"

#include <memory>
#include <string_view>
#include <vector>

namespace rotascope {

class SqliteMarketStore final : public MarketStore {
public:
    SqliteMarketStore(std::unique_ptr<sqlite::Connection> desk, bool readOnly);

    Result<DeskInfo> info() override;
    Result<void> markDemo() override;
    Result<std::vector<InstrumentSummary>> instruments() override;
    Result<InstrumentData> read(std::string_view symbol) override;
    Result<PriceBars> readBars(std::string_view symbol, Cadence cadence) override;
    Result<ValueOrigin> origin(std::string_view symbol, Date date, Field field) override;
    Result<std::unique_ptr<ImportTransaction>> beginImport(const ImportHeader& header,
                                                           std::vector<ImportTarget> targets,
                                                           ConflictPolicy policy) override;
    Result<std::vector<ImportRecord>> imports() override;
    Result<UndoReceipt> undo(std::int64_t importId, const std::string& undoneAt) override;

private:
    void requireWritable();
    void requireSound();

    std::unique_ptr<sqlite::Connection> m_desk;
    bool m_readOnly;
    bool m_checked = false; ///< looked through for damage before the first write
};

} // namespace rotascope
