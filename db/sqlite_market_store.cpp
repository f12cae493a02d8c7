#include "db/sqlite_market_store.h"

#include "db/sqlite/failure.h"
#include "db/sqlite/transaction.h"
#include "db/sqlite_import.h"
#include "db/tables/import_tables.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"
#include "db/undo_import.h"

#include <fmt/format.h>

#include <utility>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::guarded;
using sqlite::ReadTransaction;
using sqlite::StoreFailure;

/// A damaged desk must not be written to. Looking through this much takes some 20 ms; in larger desks damage
/// shows when its pages are met.
constexpr std::int64_t kCheckedBytes = 16 << 20;

HeldInstrument requireInstrument(const Connection& desk, std::string_view symbol) {
    if (auto held = findInstrument(desk, symbol))
        return std::move(*held);
    std::vector<Symbol> symbols;
    for (HeldInstrument& other : heldInstruments(desk))
        symbols.push_back(std::move(other.instrument.symbol));
    throw StoreFailure(unknownSymbol(symbol, symbols).value());
}

SeriesSummary summaryOf(const HeldSeries& series) {
    return SeriesSummary{series.cadence,
                         series.field,
                         series.availability,
                         series.fields(),
                         series.range.value_or(DateRange{}),
                         series.observations};
}

/// The series that hold `field`, daily ones first.
std::vector<HeldSeries> seriesHolding(const Connection& desk, const HeldInstrument& held, Field field) {
    std::vector<HeldSeries> holding;
    std::string others;
    for (HeldSeries& series : seriesOf(desk, held.id)) {
        for (const Field other : series.fields())
            others +=
                fmt::format("{}{} {}", others.empty() ? "" : ", ", nameOf(series.cadence), nameOf(other));
        if (series.observations > 0 && series.holds(field))
            holding.push_back(std::move(series));
    }
    if (holding.empty())
        throw StoreFailure(Error{ErrorKind::Refused, "no_data",
                                 fmt::format("{} has no {} in this desk. It has: {}.", held.instrument.symbol,
                                             nameOf(field), others)});
    return holding;
}

Error noValueOn(const Connection& desk, const Symbol& symbol, const HeldSeries& series, Field field,
                Date date) {
    const auto [before, after] = nearDates(desk, series, field, date);
    std::string near;
    if (before && after)
        near = fmt::format("the nearest are {} and {}", isoText(*before), isoText(*after));
    else if (before)
        near = fmt::format("the last is {}", isoText(*before));
    else if (after)
        near = fmt::format("the first is {}", isoText(*after));
    return Error{ErrorKind::Refused, "no_value",
                 fmt::format("{} has no {} {} on {}; {}.", symbol, nameOf(series.cadence), nameOf(field),
                             isoText(date), near)};
}

ValueOrigin requireOrigin(const Connection& desk, std::string_view symbol, Date date, Field field) {
    const HeldInstrument held = requireInstrument(desk, symbol);
    const std::vector<HeldSeries> holding = seriesHolding(desk, held, field);
    for (const HeldSeries& series : holding)
        if (const auto stored = storedValue(desk, series, field, date))
            return ValueOrigin{held.instrument.symbol,
                               date,
                               field,
                               stored->value,
                               stored->origin.importId,
                               importHeader(desk, stored->origin.importId),
                               stored->origin.line};
    throw StoreFailure(noValueOn(desk, held.instrument.symbol, holding.front(), field, date));
}

} // namespace

SqliteMarketStore::SqliteMarketStore(std::unique_ptr<Connection> desk, bool readOnly)
    : m_desk(std::move(desk))
    , m_readOnly(readOnly) {}

void SqliteMarketStore::requireWritable() {
    if (m_readOnly)
        throw StoreFailure(sqlite::readOnlyError(m_desk->path()));
    if (m_desk->inTransaction())
        throw StoreFailure(
            Error{ErrorKind::Desk, "desk_locked",
                  m_desk->path() + " is locked: an import is running. Wait until it is done."});
}

Result<DeskInfo> SqliteMarketStore::info() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        const bool demo = m_desk->integer("SELECT count(*) FROM setting WHERE name = 'demo'") > 0;
        return DeskInfo{m_desk->path(), demo, m_readOnly, clockTick(*m_desk)};
    });
}

Result<void> SqliteMarketStore::markDemo() {
    return guarded([&] {
        requireWritable();
        sqlite::WriteTransaction transaction(*m_desk);
        m_desk->execute("INSERT OR REPLACE INTO setting VALUES ('demo', '1')");
        advanceClock(*m_desk);
        transaction.commit();
    });
}

Result<std::vector<InstrumentSummary>> SqliteMarketStore::instruments() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        std::vector<InstrumentSummary> out;
        for (HeldInstrument& held : heldInstruments(*m_desk)) {
            InstrumentSummary summary{std::move(held.instrument), {}};
            for (const HeldSeries& series : seriesOf(*m_desk, held.id))
                summary.series.push_back(summaryOf(series));
            out.push_back(std::move(summary));
        }
        return out;
    });
}

Result<InstrumentData> SqliteMarketStore::read(std::string_view symbol) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        HeldInstrument held = requireInstrument(*m_desk, symbol);
        InstrumentData data{std::move(held.instrument), {}, {}};
        for (const HeldSeries& series : seriesOf(*m_desk, held.id)) {
            if (!series.isBars())
                data.series.push_back(readSeriesValues(*m_desk, series));
            else if (series.cadence == Cadence::Daily)
                data.daily = readBarValues(*m_desk, series);
        }
        return data;
    });
}

Result<PriceBars> SqliteMarketStore::readBars(std::string_view symbol, Cadence cadence) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        const HeldInstrument held = requireInstrument(*m_desk, symbol);
        for (const HeldSeries& series : seriesOf(*m_desk, held.id))
            if (series.isBars() && series.cadence == cadence)
                return readBarValues(*m_desk, series);
        return PriceBars{};
    });
}

Result<ValueOrigin> SqliteMarketStore::origin(std::string_view symbol, Date date, Field field) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return requireOrigin(*m_desk, symbol, date, field);
    });
}

Result<std::unique_ptr<ImportTransaction>> SqliteMarketStore::beginImport(const ImportHeader& header,
                                                                          std::vector<ImportTarget> targets,
                                                                          ConflictPolicy policy) {
    return guarded([&]() -> std::unique_ptr<ImportTransaction> {
        requireWritable();
        return std::make_unique<SqliteImport>(*m_desk, header, std::move(targets), policy);
    });
}

Result<UndoReceipt> SqliteMarketStore::undo(std::int64_t importId, const std::string& undoneAt) {
    return guarded([&] {
        requireWritable();
        sqlite::WriteTransaction transaction(*m_desk);
        const UndoReceipt receipt = undoImport(*m_desk, importId, undoneAt);
        transaction.commit();
        return receipt;
    });
}

Result<std::vector<ImportRecord>> SqliteMarketStore::imports() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return importRecords(*m_desk);
    });
}

} // namespace rotascope
