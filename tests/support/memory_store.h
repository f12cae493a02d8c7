// The store port kept in memory: the plainest merge that does what the port promises.
#pragma once

#include "core/store/market_store.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace rotascope::test {

/// Symbol, cadence, field and day name one value.
using ValueKey = std::tuple<Symbol, Cadence, Field, std::int32_t>;

struct KeptValue {
    double value = 0;
    int decimals = 0;
    std::int64_t importId = 0;
    std::uint32_t line = 0;
};

struct MemoryDesk {
    std::map<ValueKey, KeptValue> values;
    std::vector<ImportRecord> imports;
    std::vector<ImportTarget> targets; ///< of every import that was kept
};

class MemoryStore final : public MarketStore {
public:
    const MemoryDesk& desk() const { return m_desk; }
    /// NaN where the desk holds no such value.
    double value(const Symbol& symbol, Field field, Date date, Cadence cadence = Cadence::Daily) const;
    /// The next write fails with this error.
    void failWrites(Error error) { m_writeError = std::move(error); }

    Result<DeskInfo> info() override { return DeskInfo{}; }
    Result<void> markDemo() override { return {}; }
    Result<std::vector<InstrumentSummary>> instruments() override { return std::vector<InstrumentSummary>{}; }
    Result<InstrumentData> read(std::string_view symbol) override;
    Result<PriceBars> readBars(std::string_view symbol, Cadence cadence) override;
    Result<ValueOrigin> origin(std::string_view symbol, Date date, Field field) override;
    Result<std::unique_ptr<ImportTransaction>> beginImport(const ImportHeader& header,
                                                           std::vector<ImportTarget> targets,
                                                           ConflictPolicy policy) override;
    Result<std::vector<ImportRecord>> imports() override { return m_desk.imports; }

private:
    friend class MemoryImport;
    MemoryDesk m_desk;
    std::optional<Error> m_writeError;
};

} // namespace rotascope::test
