// Takes one import out of one series.
#pragma once

#include "core/store/market_store.h"
#include "db/sqlite/connection.h"
#include "db/tables/claim_table.h"
#include "db/tables/import_tables.h"
#include "db/tables/past_table.h"
#include "db/tables/series_table.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace rotascope {

/// What an undo needs to know of another import.
struct StandingImport {
    std::uint64_t tick = 0;
    bool standing = true;
    ConflictPolicy policy = ConflictPolicy::Replace;
};

/// What became of each line of the undone file, weakest first.
enum class Undone : std::uint8_t { Untouched, Kept, Removed, Restored };

class LineFates {
public:
    void mark(std::uint32_t line, Undone fate);
    void addTo(UndoReceipt& receipt) const;

private:
    std::vector<Undone> m_fates; ///< by line
};

/// One undo's view of all imports, and what it needs for every series.
struct UndoWork {
    const sqlite::Connection& desk;
    std::int64_t importId = 0;
    std::uint64_t tick = 0; ///< the desk's after the undo
    std::map<std::int64_t, StandingImport> imports;
    LineFates fates;
};

class SeriesUndo {
public:
    SeriesUndo(UndoWork& work, const HeldSeries& series);
    void run();

private:
    using Values = std::array<std::optional<StoredValue>, kBarFieldCount>;

    /// What one import said of a date.
    struct Said {
        std::int64_t importId = 0;
        std::uint32_t line = 0;
        std::array<double, kBarFieldCount> values{};
    };
    struct Row {
        std::int32_t day = 0;
        OriginLine origin;
        Values now;
        std::vector<PastRow> past; ///< oldest first
        std::vector<Said> said;    ///< by all standing imports but the one that goes
    };

    bool standsAlone() const;
    void removeAll();
    std::size_t slots() const { return m_series.isBars() ? kBarFieldCount : 1; }
    Field fieldOf(std::size_t slot) const {
        return m_series.field ? *m_series.field : static_cast<Field>(slot);
    }
    bool isOther(std::int64_t importId) const;
    std::vector<std::int64_t> others() const;

    void readRows();
    void readOrigins();
    void readPastRows();
    void keepTouched();
    bool touched(const Row& row) const;
    Row* rowOn(std::int32_t day);
    Said& saidBy(Row& row, std::int64_t importId, std::uint32_t line) const;
    void gatherWritten(Row& row) const;
    void gatherClaims(std::int64_t importId);
    double valueBefore(const Row& row, std::size_t slot, std::uint64_t tick) const;

    Values retold(const Row& row);
    bool agree(std::size_t slot, const StoredValue& was, const StoredValue& here);
    void settle(const Row& row);
    void markFates(const Row& row, const Values& after);
    void write(const Row& row, const Values& after);
    void writeBar(const Row& row, const Values& after);

    UndoWork& m_work;
    const HeldSeries m_series;
    std::vector<Row> m_rows; ///< by day
    ColumnDecimals m_decimals;
    PastValues m_past;
    sqlite::Statement m_dropRow;
    sqlite::Statement m_dropOrigins;
    sqlite::Statement m_putBar;
    sqlite::Statement m_putOrigin;
    sqlite::Statement m_putObservation;
};

} // namespace rotascope
