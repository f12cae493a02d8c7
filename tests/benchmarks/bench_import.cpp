// bench_import [ROWS]: long-format OHLCV rows into a desk, beside the sqlite3 shell's .import of the same
// file, and one instrument read back. Medians of three, taken in turns; nothing is asserted.
#include "core/store/market_store.h"
#include "core/workflow/import_files.h"
#include "db/open_desk.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace rotascope;

namespace {

namespace fs = std::filesystem;

constexpr int kSessions = 5000; ///< rows of each symbol
constexpr std::size_t kBlockRows = 8192;
constexpr int kReadSessions = 12000;
constexpr int kFirstDay = 11000; ///< 13 Feb 2000

struct Bar {
    double open, high, low, close, volume;
};

/// Prices in whole cents, so that the file's text and these numbers are the same.
Bar barOf(int symbol, int session) {
    const int cents = 5000 + static_cast<int>((symbol * 7919LL + session * 104729LL) % 100000);
    return {cents / 100.0, (cents + 130) / 100.0, (cents - 120) / 100.0, (cents + 25) / 100.0,
            1000.0 * (1 + session % 977)};
}

std::string symbolOf(int symbol) {
    return fmt::format("S{:05}", symbol);
}

void writeCsv(const fs::path& path, int symbols, bool newestFirst) {
    std::ofstream out(path, std::ios::binary);
    std::string text = "Symbol,Date,Open,High,Low,Close,Adj Close,Volume\n";
    for (int symbol = 0; symbol < symbols; ++symbol) {
        for (int row = 0; row < kSessions; ++row) {
            const int session = newestFirst ? kSessions - 1 - row : row;
            const Bar bar = barOf(symbol, session);
            fmt::format_to(std::back_inserter(text), "{},{},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f},{:.0f}\n",
                           symbolOf(symbol), isoText(dateFromDayNumber(kFirstDay + session)), bar.open,
                           bar.high, bar.low, bar.close, bar.close, bar.volume);
        }
        out << text;
        text.clear();
    }
}

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

template <class T>
T must(Result<T> result) {
    if (result)
        return std::move(*result);
    fmt::print(stderr, "{}\n", result.error().message);
    std::exit(1);
}

void removeDesk(const fs::path& desk) {
    for (const char* beside : {"", "-wal", "-shm", "-journal"})
        fs::remove(desk.string() + beside);
}

std::vector<ImportTarget> targetsOf(int symbols) {
    std::vector<ImportTarget> targets(static_cast<std::size_t>(symbols));
    for (int symbol = 0; symbol < symbols; ++symbol) {
        ImportTarget& target = targets[static_cast<std::size_t>(symbol)];
        target.instrument = describeSymbol(symbolOf(symbol));
        target.decimals = {2, 2, 2, 2, 2, 0};
        target.sourceColumn = {3, 4, 5, 6, 7, 8};
    }
    return targets;
}

/// Rows that never were text: what the desk alone costs.
void storeRows(const fs::path& desk, int symbols, int sessions, std::uint64_t bytes) {
    const auto store = must(openDesk(desk.string(), DeskMode::Create));
    const ImportHeader header{"rows.csv", "", bytes, "long", "{}", "2025-11-28T21:05:00Z"};
    const auto import = must(store->beginImport(header, targetsOf(symbols), ConflictPolicy::Keep));
    RecordBlock block;
    block.reserve(kBlockRows);
    std::uint32_t line = 1;
    for (int row = 0; row < symbols * sessions; ++row) {
        const int session = row % sessions;
        const Bar bar = barOf(row / sessions, session);
        block.append(static_cast<std::uint32_t>(row / sessions), kFirstDay + session, ++line,
                     {bar.open, bar.high, bar.low, bar.close, bar.close, bar.volume});
        if (block.size() == kBlockRows) {
            must(import->write(block).map([] { return 0; }));
            block.clear();
        }
    }
    must(import->write(block).map([] { return 0; }));
    must(import->finish({}, {}, true));
}

class Silence : public ProgressSink {
public:
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

/// The whole way: detection over the whole file, hash, checks, accounting, provenance.
void importCsv(const fs::path& csv, const fs::path& desk) {
    const auto store = must(openDesk(desk.string(), DeskMode::Create));
    ImportOptions options;
    options.reading.today = dateFromDayNumber(kFirstDay + 2 * kReadSessions);
    options.importedAt = "2025-11-28T21:05:00Z";
    Silence silence;
    const FileImport done = importFile(*store, csv.string(), options, silence);
    if (done.error || done.counts.stored + done.counts.unchanged != done.counts.rowsRead) {
        fmt::print(stderr, "The import went wrong: {}\n",
                   done.error ? done.error->message : "not every row was stored");
        std::exit(1);
    }
}

bool importWithShell(const fs::path& csv, const fs::path& desk) {
    const std::string command =
        fmt::format("sqlite3 '{}' 'PRAGMA page_size=4096' 'CREATE TABLE bar(s TEXT,d TEXT,o REAL,h REAL,l "
                    "REAL,c REAL,a REAL,v REAL,"
                    "PRIMARY KEY(s,d)) WITHOUT ROWID' '.mode csv' '.import --skip 1 {} bar'",
                    desk.string(), csv.string());
    return std::system(command.c_str()) == 0;
}

/// Peak resident memory of this process so far, in MB; 0 where the system does not say.
double peakMegabytes() {
#if defined(__linux__)
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
#else
    return 0;
#endif
}

void printRow(const char* what, double seconds, std::int64_t rows, double shellSeconds) {
    fmt::print("{:<44} {:>7.2f} s {:>7.2f} M rows/s {:>8}\n", what, seconds,
               static_cast<double>(rows) / seconds / 1e6,
               shellSeconds > 0 ? fmt::format("{:.2f}x", shellSeconds / seconds) : "");
}

struct Times {
    std::vector<double> shell, oldest, again, newest, deskAlone;
};

void runOnce(const fs::path& folder, int symbols, Times& times) {
    const fs::path csv = folder / "rows.csv";
    const fs::path desk = folder / "rows.rota";
    bool shellRan = false;
    const double shell = secondsOf([&] { shellRan = importWithShell(csv, folder / "peer.db"); });
    if (shellRan)
        times.shell.push_back(shell);
    fs::remove(folder / "peer.db");
    times.oldest.push_back(secondsOf([&] { importCsv(csv, desk); }));
    times.again.push_back(secondsOf([&] { importCsv(csv, desk); }));
    removeDesk(desk);
    times.newest.push_back(secondsOf([&] { importCsv(folder / "newest_first.csv", desk); }));
    removeDesk(desk);
    times.deskAlone.push_back(secondsOf([&] { storeRows(desk, symbols, kSessions, fs::file_size(csv)); }));
    removeDesk(desk);
}

/// The same rows through SQLite's own interface, row by row and column by column.
std::vector<double> closesRowByRow(sqlite3* desk) {
    sqlite3_stmt* rows = nullptr;
    sqlite3_prepare_v2(desk,
                       "SELECT date, open, high, low, close, adj_close, volume FROM bar "
                       "WHERE series_id = 1 ORDER BY date",
                       -1, &rows, nullptr);
    std::vector<std::int32_t> dates;
    std::array<std::vector<double>, 6> columns;
    dates.reserve(kReadSessions);
    for (auto& column : columns)
        column.reserve(kReadSessions);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        dates.push_back(sqlite3_column_int(rows, 0));
        for (int i = 0; i < 6; ++i)
            columns[static_cast<std::size_t>(i)].push_back(sqlite3_column_double(rows, i + 1));
    }
    sqlite3_finalize(rows);
    return columns[3];
}

void benchReading(const fs::path& folder) {
    const fs::path desk = folder / "read.rota";
    storeRows(desk, 1, kReadSessions, 0);
    const auto store = must(openDesk(desk.string(), DeskMode::Read));
    sqlite3* peer = nullptr;
    sqlite3_open_v2(desk.string().c_str(), &peer, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    std::vector<double> times;
    std::vector<double> peerTimes;
    for (int i = 0; i < 51; ++i) {
        times.push_back(secondsOf([&] { must(store->read(symbolOf(0))); }));
        peerTimes.push_back(secondsOf([&] {
            if (closesRowByRow(peer).size() != kReadSessions)
                std::exit(1);
        }));
    }
    sqlite3_close(peer);
    const double opening = secondsOf([&] { must(openDesk(desk.string(), DeskMode::Read)); });
    fmt::print("{:<44} {:>7.2f} ms (goal 2.5)\n", "one instrument read, 12,000 bars x 6",
               median(times) * 1e3);
    fmt::print("{:<44} {:>7.2f} ms\n", "the same by SQLite's interface, row by row", median(peerTimes) * 1e3);
    fmt::print("{:<44} {:>7.2f} ms\n", "a desk opened", opening * 1e3);
}

} // namespace

int main(int argc, char** argv) {
    const std::int64_t wanted = argc > 1 ? std::atoll(argv[1]) : 2'000'000;
    const int symbols = static_cast<int>(std::max<std::int64_t>(1, wanted / kSessions));
    const std::int64_t rows = std::int64_t{symbols} * kSessions;
    const fs::path folder =
        fs::temp_directory_path() /
        fmt::format("rotascope-bench-{}", std::chrono::steady_clock::now().time_since_epoch().count());
    fs::create_directories(folder);
    writeCsv(folder / "rows.csv", symbols, false);
    writeCsv(folder / "newest_first.csv", symbols, true);

    Times times;
    for (int i = 0; i < 3; ++i)
        runOnce(folder, symbols, times);
    const double shell = median(times.shell);
    fmt::print("Import of {} long-format rows, medians of 3\n", rows);
    if (times.shell.empty())
        fmt::print("sqlite3 shell: not found, so there is nothing to compare with\n");
    else
        printRow("sqlite3 shell, .import into a keyed table", shell, rows, shell);
    printRow("import, oldest first", median(times.oldest), rows, shell);
    printRow("import, newest first", median(times.newest), rows, shell);
    printRow("import, the same file again", median(times.again), rows, shell);
    printRow("the desk's part alone", median(times.deskAlone), rows, shell);
    fmt::print("{:<44} {:>7.0f} MB\n", "peak resident memory", peakMegabytes());
    benchReading(folder);
    fs::remove_all(folder);
    return 0;
}
