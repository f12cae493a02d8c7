#include "db/sqlite_market_store.h"

#include "db/automatic_backup.h"
#include "db/desk_place.h"
#include "db/restated.h"
#include "db/sqlite/failure.h"
#include "db/sqlite/transaction.h"
#include "db/sqlite_import.h"
#include "db/tables/import_tables.h"
#include "db/tables/judgement_tables.h"
#include "db/tables/original_table.h"
#include "db/tables/profile_table.h"
#include "db/tables/series_table.h"
#include "db/tables/value_tables.h"
#include "db/undo_import.h"
#include "db/vintages.h"

#include <fmt/format.h>

#include <utility>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::guarded;
using sqlite::ReadTransaction;
using sqlite::StoreFailure;

SeriesSummary summaryOf(const HeldSeries& series) {
    return SeriesSummary{series.cadence,
                         series.field,
                         series.availability,
                         series.fields(),
                         series.range.value_or(DateRange{}),
                         series.observations};
}

/// The series that hold `field`, daily ones first.
std::vector<HeldSeries> seriesHolding(const DeskReader& desk, const HeldInstrument& held, Field field) {
    std::vector<HeldSeries> holding;
    std::string others;
    for (HeldSeries& series : desk.series(held)) {
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

Error noValueOn(const DeskReader& desk, const Symbol& symbol, const HeldSeries& series, Field field,
                Date date) {
    const auto [before, after] = desk.near(series, field, date);
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

ValueOrigin requireOrigin(const Connection& desk, const DeskReader& reader, std::string_view symbol,
                          Date date, Field field) {
    const HeldInstrument held = reader.require(symbol);
    const std::vector<HeldSeries> holding = seriesHolding(reader, held, field);
    for (const HeldSeries& series : holding)
        if (const auto stored = reader.stored(series, field, date))
            return ValueOrigin{held.instrument.symbol,
                               date,
                               field,
                               stored->value,
                               stored->origin.importId,
                               importHeader(desk, stored->origin.importId),
                               stored->origin.line};
    throw StoreFailure(noValueOn(reader, held.instrument.symbol, holding.front(), field, date));
}

Error nothingKnown(const Connection& desk, Date date) {
    const std::string first = desk.text("SELECT min(imported_at) FROM import_file");
    return Error{ErrorKind::Refused, "nothing_known",
                 first.empty()
                     ? fmt::format("{} holds nothing yet. Start with: rota import FILE…", desk.path())
                     : fmt::format("On {} this desk knew nothing yet; its first import was on {}.",
                                   isoText(date), first)};
}

} // namespace

SqliteMarketStore::SqliteMarketStore(std::unique_ptr<Connection> desk, bool readOnly)
    : m_desk(std::move(desk))
    , m_reader(*m_desk)
    , m_readOnly(readOnly) {}

void SqliteMarketStore::requireWritable() {
    if (m_knownOn || m_asOf)
        throw StoreFailure(
            Error{ErrorKind::Usage, "looking_back",
                  fmt::format("The desk is looked at as {} {}: nothing can be changed. Leave {} out.",
                              m_knownOn ? "it was known on" : "of", isoText(m_knownOn ? *m_knownOn : *m_asOf),
                              m_knownOn ? "--known-on" : "--as-of")});
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
        return DeskInfo{m_desk->path(), demo, m_readOnly, clockTick(*m_desk), placeWarning(m_desk->path())};
    });
}

Result<void> SqliteMarketStore::change(const std::function<void()>& work) {
    return write([&] {
        work();
        if (!m_together)
            advanceClock(*m_desk);
    });
}

Result<void> SqliteMarketStore::write(const std::function<void()>& work) {
    return guarded([&] {
        if (m_together)
            return work();
        requireWritable();
        sqlite::WriteTransaction transaction(*m_desk);
        work();
        transaction.commit();
    });
}

Result<void> SqliteMarketStore::together(const std::function<Result<void>()>& work) {
    Result<void> outcome;
    const auto done = guarded([&] {
        requireWritable();
        sqlite::WriteTransaction transaction(*m_desk);
        m_together = true;
        outcome = work();
        m_together = false;
        if (!outcome)
            return;
        advanceClock(*m_desk);
        transaction.commit();
    });
    m_together = false;
    return outcome ? done : outcome;
}

Result<void> SqliteMarketStore::markDemo() {
    return change([&] { m_desk->execute("INSERT OR REPLACE INTO setting VALUES ('demo', '1')"); });
}

Result<std::vector<InstrumentSummary>> SqliteMarketStore::instruments() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        std::vector<InstrumentSummary> out;
        for (HeldInstrument& held : m_reader.instruments()) {
            InstrumentSummary summary{held.instrument, {}};
            for (const HeldSeries& series : m_reader.series(held))
                summary.series.push_back(summaryOf(series));
            out.push_back(std::move(summary));
        }
        return out;
    });
}

InstrumentData SqliteMarketStore::dataOf(std::string_view symbol) const {
    const HeldInstrument held = m_reader.require(symbol);
    InstrumentData data{held.instrument, {}, {}};
    for (const HeldSeries& series : m_reader.series(held)) {
        if (!series.isBars())
            data.series.push_back(m_reader.values(series));
        else if (series.cadence == Cadence::Daily)
            data.daily = m_reader.bars(series);
    }
    return data;
}

InstrumentData SqliteMarketStore::adjusted(std::string_view symbol) const {
    InstrumentData data = dataOf(symbol);
    adjustForSplits(data, splitRows(*m_desk, symbol, m_knownOn));
    return data;
}

Result<InstrumentData> SqliteMarketStore::read(std::string_view symbol) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return adjusted(symbol);
    });
}

Result<InstrumentShelf::Shared> SqliteMarketStore::readShared(std::string_view symbol) {
    return guarded([&] {
        const ReadTransaction read(*m_desk); // so that values and version belong together
        if (!m_shelf || m_narrowed)
            return std::make_shared<const MarketInstrument>(adjusted(symbol));
        const std::uint64_t version = clockTick(*m_desk);
        InstrumentShelf::Shared instrument = m_shelf->find(symbol, version);
        if (!instrument) {
            instrument = std::make_shared<const MarketInstrument>(adjusted(symbol));
            m_shelf->put(version, instrument);
        }
        return instrument;
    });
}

Result<InstrumentData> SqliteMarketStore::readUnadjusted(std::string_view symbol) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return dataOf(symbol);
    });
}

PriceBars SqliteMarketStore::barsOf(std::string_view symbol, Cadence cadence) const {
    const HeldInstrument held = m_reader.require(symbol);
    for (const HeldSeries& series : m_reader.series(held))
        if (series.isBars() && series.cadence == cadence)
            return m_reader.bars(series);
    return PriceBars{};
}

Result<PriceBars> SqliteMarketStore::readBars(std::string_view symbol, Cadence cadence) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        PriceBars bars = barsOf(symbol, cadence);
        adjustForSplits(bars, splitRows(*m_desk, symbol, m_knownOn));
        return bars;
    });
}

Result<PriceBars> SqliteMarketStore::readBarsUnadjusted(std::string_view symbol, Cadence cadence) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return barsOf(symbol, cadence);
    });
}

Result<ValueOrigin> SqliteMarketStore::origin(std::string_view symbol, Date date, Field field) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return requireOrigin(*m_desk, m_reader, symbol, date, field);
    });
}

Result<std::vector<ValueVintage>> SqliteMarketStore::vintages(std::string_view symbol, Date date,
                                                              Field field) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return valueVintages(*m_desk, symbol, date, field);
    });
}

Result<void> SqliteMarketStore::lookBack(Date knownOn) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        auto moment = momentOf(*m_desk, knownOn);
        if (!moment)
            throw StoreFailure(nothingKnown(*m_desk, knownOn));
        m_reader.lookBack(std::move(moment));
        m_knownOn = knownOn;
        m_narrowed = true;
    });
}

Result<void> SqliteMarketStore::showKnownBy(Date asOf) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        m_reader.showKnownBy(asOf);
        m_asOf = asOf;
        m_narrowed = true;
    });
}

Result<std::vector<RestatedSeries>> SqliteMarketStore::restatedSince(const std::string& at) {
    return guarded([&]() -> std::vector<RestatedSeries> {
        const ReadTransaction read(*m_desk);
        const auto then = momentOf(*m_desk, at);
        const auto now = m_knownOn ? momentOf(*m_desk, *m_knownOn) : latestMoment(*m_desk);
        return then && now ? restatedBetween(*m_desk, *then, *now) : std::vector<RestatedSeries>{};
    });
}

std::unique_ptr<OriginalText> SqliteMarketStore::newOriginal() {
    return std::make_unique<PackedOriginal>(static_cast<std::uint64_t>(settingNow(DeskSetting::KeepText))
                                            << 20);
}

Result<std::optional<std::string>> SqliteMarketStore::originalText(const std::string& sha256) {
    return guarded([&] { return keptOriginal(*m_desk, sha256); });
}

Result<std::unique_ptr<ImportTransaction>> SqliteMarketStore::beginImport(const ImportHeader& header,
                                                                          std::vector<ImportTarget> targets,
                                                                          ConflictPolicy policy) {
    return guarded([&]() -> std::unique_ptr<ImportTransaction> {
        requireWritable();
        return std::make_unique<SqliteImport>(*m_desk, header, std::move(targets), policy);
    });
}

Result<std::unique_ptr<EarlyImport>> SqliteMarketStore::beginEarlyImport(const ImportHeader& header,
                                                                         ConflictPolicy policy) {
    return guarded([&]() -> std::unique_ptr<EarlyImport> {
        requireWritable();
        return std::make_unique<SqliteImport>(*m_desk, header, std::vector<ImportTarget>{}, policy);
    });
}

std::int64_t SqliteMarketStore::settingNow(DeskSetting setting) const {
    sqlite::Statement row = m_desk->prepare("SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?");
    return row.with(infoOf(setting).name).step() ? row.integer(0) : infoOf(setting).usual;
}

Result<std::int64_t> SqliteMarketStore::setting(DeskSetting setting) {
    return guarded([&] { return settingNow(setting); });
}

Result<void> SqliteMarketStore::setSetting(DeskSetting setting, std::int64_t value) {
    const DeskSettingInfo& info = infoOf(setting);
    if (value < 0 || value > info.most)
        return usageError("bad_setting",
                          fmt::format("{} is a whole number from 0 to {}.", info.name, info.most));
    return writeSetting(info.name, std::to_string(value));
}

Result<void> SqliteMarketStore::writeSetting(std::string_view name, std::string_view value) {
    return change(
        [&] { m_desk->prepare("INSERT OR REPLACE INTO setting VALUES (?, ?)").with(name, value).run(); });
}

Result<std::vector<StoredProfile>> SqliteMarketStore::profiles() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return storedProfiles(*m_desk);
    });
}

// Profiles are no part of what is analysed: the clock stays.
Result<void> SqliteMarketStore::saveProfile(const StoredProfile& profile) {
    return write([&] { putProfile(*m_desk, profile); });
}

Result<void> SqliteMarketStore::removeProfile(const std::string& name) {
    return write([&] { rotascope::removeProfile(*m_desk, name); });
}

Result<std::string> SqliteMarketStore::text(DeskText which) {
    return guarded([&]() -> std::string {
        sqlite::Statement row = m_desk->prepare("SELECT value FROM setting WHERE name = ?");
        return row.with(nameOf(which)).step() ? row.text(0) : std::string();
    });
}

Result<void> SqliteMarketStore::setText(DeskText which, const std::string& words) {
    return writeSetting(nameOf(which), words);
}

Result<std::optional<std::string>> SqliteMarketStore::backUpIfDue() {
    return guarded([&] {
        requireWritable();
        return backUpAfterImports(*m_desk, settingNow(DeskSetting::BackupEvery),
                                  settingNow(DeskSetting::BackupKeep));
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
