#include "tests/db/desk_fixture.h"

#include <QFile>
#include <QtTest>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope::test {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

QByteArray rowsAsText(sqlite3* desk, const QByteArray& sql) {
    QByteArray out;
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(desk, sql.constData(), -1, &rows, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(rows); ++column)
            out += QByteArray(reinterpret_cast<const char*>(sqlite3_column_text(rows, column))) + '|';
        out += '\n';
    }
    sqlite3_finalize(rows);
    return out;
}

} // namespace

Date day(const char* iso) {
    const auto date = parseIsoDate(iso);
    return date ? *date : Date{};
}

ImportHeader InventedFile::header() const {
    return ImportHeader{path, sha256, rows.size() * 40, "invented", "{}", importedAt};
}

ImportTarget barTarget(const char* symbol, int decimals, Cadence cadence) {
    ImportTarget target;
    target.instrument = describeSymbol(symbol);
    target.cadence = cadence;
    target.decimals.fill(static_cast<std::int8_t>(decimals));
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        target.sourceColumn[slot] = static_cast<std::int32_t>(slot) + 2;
    return target;
}

ImportTarget valueTarget(const char* symbol, Field field, int decimals, Cadence cadence) {
    ImportTarget target = barTarget(symbol, decimals, cadence);
    target.field = field;
    return target;
}

InventedFile closesFile(const char* symbol, const std::vector<std::pair<const char*, double>>& closes) {
    InventedFile file;
    file.targets = {barTarget(symbol)};
    std::uint32_t line = 1;
    for (const auto& [date, close] : closes)
        file.rows.push_back({++line, 0, day(date), {{Field::Close, close}}});
    return file;
}

RecordBlock blockOf(const InventedFile& file, std::size_t first, std::size_t count) {
    RecordBlock block;
    for (std::size_t i = first; i < std::min(first + count, file.rows.size()); ++i) {
        const FileRow& row = file.rows[i];
        std::array<double, kBarFieldCount> bySlot;
        bySlot.fill(kMissing);
        for (const auto& [field, value] : row.values)
            bySlot[isBarField(field) ? indexOf(field) : 0] = value;
        block.append(row.target, dayNumber(row.date), row.line, bySlot);
    }
    return block;
}

Result<ImportReceipt> importInto(MarketStore& store, const InventedFile& file) {
    auto import = store.beginImport(file.header(), file.targets, file.policy);
    if (!import)
        return Failure(import.error());
    for (std::size_t first = 0; first < file.rows.size(); first += file.blockRows)
        if (const auto written = (*import)->write(blockOf(file, first, file.blockRows)); !written)
            return Failure(written.error());
    return (*import)->finish(file.outside, file.issues, file.keep);
}

std::map<ValueKey, double> contentsOf(MarketStore& store) {
    std::map<ValueKey, double> all;
    const auto addBars = [&](const Symbol& symbol, Cadence cadence, const PriceBars& bars) {
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            for (std::size_t i = 0; i < bars.columns[slot].size(); ++i)
                if (!std::isnan(bars.columns[slot][i]))
                    all[{symbol, cadence, static_cast<Field>(slot), bars.dates[i]}] = bars.columns[slot][i];
    };
    const auto held = store.instruments();
    for (const InstrumentSummary& summary : *held) {
        const Symbol& symbol = summary.instrument.symbol;
        for (const Cadence cadence : {Cadence::Daily, Cadence::Weekly})
            addBars(symbol, cadence, *store.readBars(symbol, cadence));
        const auto data = store.read(symbol);
        for (const Series& series : data->series)
            for (std::size_t i = 0; i < series.dates.size(); ++i)
                all[{symbol, series.cadence, series.field, series.dates[i]}] = series.values[i];
    }
    return all;
}

std::string DeskFolder::path(const char* name) const {
    return m_folder.filePath(QString::fromUtf8(name)).toStdString();
}

std::unique_ptr<MarketStore> DeskFolder::open(DeskMode mode, const char* name) const {
    auto store = openDesk(path(name), mode);
    if (!store)
        qFatal("%s", store.error().message.c_str());
    return std::move(*store);
}

QByteArray fileBytes(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void writeFile(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", path.c_str());
}

bool runSql(const std::string& path, const char* sql) {
    sqlite3* desk = nullptr;
    const bool opened = sqlite3_open(path.c_str(), &desk) == SQLITE_OK;
    const bool done = opened && sqlite3_exec(desk, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(desk);
    return done;
}

QByteArray queryAsText(const std::string& path, const QByteArray& sql) {
    sqlite3* desk = nullptr;
    sqlite3_open_v2(path.c_str(), &desk, SQLITE_OPEN_READONLY, nullptr);
    const QByteArray out = rowsAsText(desk, sql);
    sqlite3_close(desk);
    return out;
}

QByteArray tablesAsText(const std::string& path, const QByteArray& without) {
    sqlite3* desk = nullptr;
    sqlite3_open_v2(path.c_str(), &desk, SQLITE_OPEN_READONLY, nullptr);
    QByteArray out;
    const QByteArray names =
        rowsAsText(desk, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (const QByteArray& line : names.split('\n')) {
        const QByteArray name = line.chopped(line.isEmpty() ? 0 : 1);
        if (!name.isEmpty() && !name.startsWith(without))
            out += name + '\n' + rowsAsText(desk, "SELECT * FROM " + name);
    }
    sqlite3_close(desk);
    return out;
}

} // namespace rotascope::test
