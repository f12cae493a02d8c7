#include "tests/support/memory_store.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope::test {

namespace {

/// What became of a line, the strongest of its values.
enum class Fate : std::uint8_t { Ignored, Unchanged, Stored, Replaced, Conflict };

} // namespace

class MemoryImport final : public ImportTransaction {
public:
    MemoryImport(MemoryStore& store, ImportHeader header, std::vector<ImportTarget> targets,
                 ConflictPolicy policy)
        : m_store(store)
        , m_desk(store.m_desk)
        , m_header(std::move(header))
        , m_targets(std::move(targets))
        , m_policy(policy) {}

    Result<void> write(const RecordBlock& block) override {
        if (m_store.m_writeError)
            return Failure(*m_store.m_writeError);
        for (std::size_t i = 0; i < block.size(); ++i)
            for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
                if (!std::isnan(block.values[slot][i]))
                    merge(block, i, slot);
        return {};
    }

    Result<ImportReceipt> finish(const RowCounts& outside, const std::vector<ImportIssue>& issues,
                                 bool keep) override {
        (void)issues;
        ImportReceipt receipt;
        receipt.counts.rejected = outside.rejected;
        receipt.counts.ignored = outside.ignored;
        for (const auto& [line, fate] : m_fates)
            ++countOf(receipt.counts, fate);
        receipt.counts.rowsRead = m_fates.size() + outside.rejected + outside.ignored;
        receipt.conflicts = m_conflicts;
        for (const ImportRecord& record : m_store.m_desk.imports)
            if (record.header.sha256 == m_header.sha256)
                receipt.alreadyImportedAt = record.header.importedAt;
        if (!keep)
            return receipt;
        receipt.importId = static_cast<std::int64_t>(m_desk.imports.size()) + 1;
        m_desk.imports.push_back({*receipt.importId, m_header, {}, {}, receipt.counts, false, {}});
        m_desk.targets.insert(m_desk.targets.end(), m_targets.begin(), m_targets.end());
        m_store.m_desk = std::move(m_desk);
        return receipt;
    }

private:
    static std::uint64_t& countOf(RowCounts& counts, Fate fate) {
        switch (fate) {
        case Fate::Conflict:
            return counts.conflicts;
        case Fate::Replaced:
            return counts.replaced;
        case Fate::Stored:
            return counts.stored;
        case Fate::Unchanged:
            return counts.unchanged;
        case Fate::Ignored:
            break;
        }
        return counts.ignored;
    }

    void merge(const RecordBlock& block, std::size_t row, std::size_t slot) {
        const ImportTarget& target = m_targets[block.target[row]];
        const Field field = target.fieldOfSlot(slot);
        const ValueKey key{target.instrument.symbol, target.cadence, field, block.day[row]};
        const KeptValue here{block.values[slot][row], target.decimals[slot],
                             static_cast<std::int64_t>(m_desk.imports.size()) + 1, block.line[row]};
        const auto [held, isNew] = m_desk.values.try_emplace(key, here);
        if (isNew)
            return note(here.line, Fate::Stored);
        if (valuesAgree(here.value, here.decimals, held->second.value, held->second.decimals))
            return note(here.line, Fate::Unchanged);
        const KeptValue& stored = held->second;
        const std::string path = m_desk.imports[static_cast<std::size_t>(stored.importId) - 1].header.path;
        m_conflicts.push_back({here.line, block.target[row], field, dateFromDayNumber(block.day[row]),
                               here.value, stored.value, path, stored.line});
        note(here.line, m_policy == ConflictPolicy::Keep ? Fate::Conflict : Fate::Replaced);
        if (m_policy == ConflictPolicy::Replace)
            held->second = here;
    }

    void note(std::uint32_t line, Fate fate) { m_fates[line] = std::max(m_fates[line], fate); }

    MemoryStore& m_store;
    MemoryDesk m_desk;
    ImportHeader m_header;
    std::vector<ImportTarget> m_targets;
    ConflictPolicy m_policy;
    std::map<std::uint32_t, Fate> m_fates;
    std::vector<ValueConflict> m_conflicts;
};

double MemoryStore::value(const Symbol& symbol, Field field, Date date, Cadence cadence) const {
    const auto held = m_desk.values.find({symbol, cadence, field, dayNumber(date)});
    return held == m_desk.values.end() ? std::numeric_limits<double>::quiet_NaN() : held->second.value;
}

Result<InstrumentData> MemoryStore::read(std::string_view symbol) {
    return refused("unknown_symbol", std::string(symbol) + " is not asked of this store.");
}

Result<PriceBars> MemoryStore::readBars(std::string_view symbol, Cadence cadence) {
    (void)cadence;
    return refused("unknown_symbol", std::string(symbol) + " is not asked of this store.");
}

Result<ValueOrigin> MemoryStore::origin(std::string_view symbol, Date date, Field field) {
    const auto held = m_desk.values.find({Symbol(symbol), Cadence::Daily, field, dayNumber(date)});
    if (held == m_desk.values.end())
        return refused("no_data", "The desk holds no such value.");
    const auto& header = m_desk.imports[static_cast<std::size_t>(held->second.importId) - 1].header;
    return ValueOrigin{Symbol(symbol),   date, field, held->second.value, held->second.importId, header,
                       held->second.line};
}

Result<std::unique_ptr<ImportTransaction>> MemoryStore::beginImport(const ImportHeader& header,
                                                                    std::vector<ImportTarget> targets,
                                                                    ConflictPolicy policy) {
    return std::make_unique<MemoryImport>(*this, header, std::move(targets), policy);
}

} // namespace rotascope::test
