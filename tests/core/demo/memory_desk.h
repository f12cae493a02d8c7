// A desk in memory, as far as filling it needs one: what a finished import wrote, and nothing of an
// unfinished one.
#pragma once

#include "core/store/market_store.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rotascope::test {

/// The values of one field in the order in which they came.
struct StoredColumn {
    std::vector<std::int32_t> days;
    std::vector<double> values;
};

struct DeskContents {
    std::vector<ImportHeader> imports;
    std::vector<ImportTarget> targets;
    std::vector<std::array<StoredColumn, kBarFieldCount>> columns; ///< per target, per slot
    std::uint32_t lastLine = 0;
    bool demo = false;
};

class MemoryImport : public ImportTransaction {
public:
    MemoryImport(DeskContents& desk, ImportHeader header, std::vector<ImportTarget> targets)
        : m_desk(desk)
        , m_pending(desk) {
        m_pending.imports.push_back(std::move(header));
        m_pending.targets = std::move(targets);
        m_pending.columns.resize(m_pending.targets.size());
    }

    Result<void> write(const RecordBlock& block) override {
        for (std::size_t i = 0; i < block.size(); ++i) {
            if (block.line[i] != ++m_pending.lastLine)
                return deskError("line", "Lines do not count up from 1.");
            for (std::size_t slot = 0; slot < kBarFieldCount; ++slot) {
                StoredColumn& column = m_pending.columns[block.target[i]][slot];
                const double value = block.values[slot][i];
                if (value != value)
                    continue;
                if (!column.days.empty() && column.days.back() >= block.day[i])
                    return deskError("order", "A series' days do not ascend.");
                column.days.push_back(block.day[i]);
                column.values.push_back(value);
            }
        }
        return {};
    }

    Result<ImportReceipt> finish(const RowCounts&, const std::vector<ImportIssue>&, bool keep) override {
        if (keep)
            m_desk = std::move(m_pending);
        ImportReceipt receipt;
        receipt.importId = 1;
        return receipt;
    }

private:
    DeskContents& m_desk;
    DeskContents m_pending;
};

class MemoryDesk : public MarketStore {
public:
    DeskContents contents;

    Result<DeskInfo> info() override {
        return DeskInfo{"memory", contents.demo, false, contents.imports.size(), {}};
    }
    Result<void> markDemo() override {
        contents.demo = true;
        return {};
    }
    Result<std::vector<InstrumentSummary>> instruments() override {
        std::map<Symbol, InstrumentSummary> held;
        for (const ImportTarget& target : contents.targets)
            held[target.instrument.symbol].instrument = target.instrument;
        std::vector<InstrumentSummary> out;
        for (auto& [symbol, summary] : held)
            out.push_back(std::move(summary));
        return out;
    }
    Result<InstrumentData> read(std::string_view) override { return notHere(); }
    Result<PriceBars> readBars(std::string_view, Cadence) override { return notHere(); }
    Result<ValueOrigin> origin(std::string_view, Date, Field) override { return notHere(); }
    Result<std::unique_ptr<ImportTransaction>>
    beginImport(const ImportHeader& header, std::vector<ImportTarget> targets, ConflictPolicy) override {
        return std::make_unique<MemoryImport>(contents, header, std::move(targets));
    }
    Result<std::vector<ImportRecord>> imports() override { return std::vector<ImportRecord>{}; }

private:
    static Failure notHere() { return deskError("not_here", "This desk only takes values in."); }
};

} // namespace rotascope::test
