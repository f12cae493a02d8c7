// soak_desk [ROUNDS [SEED [PART]]]: a child process imports, undoes, migrates, backs up and restores, and is
// killed (SIGKILL) at a random moment; then the desk must be sound and hold the whole change or nothing of
// it. PART: only the scenarios whose name contains it ("undo").
#include "core/workflow/import_files.h"
#include "db/check_desk.h"
#include "db/desk_copy.h"
#include "db/migrations/migrations.h"
#include "db/open_desk.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace rotascope;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kSymbols = 40;
constexpr int kSessions = 1500;
constexpr int kFirstDay = 11000;
constexpr const char* kNow = "2025-11-28T21:05:00Z";

[[noreturn]] void die(const std::string& sentence) {
    fmt::print(stderr, "soak_desk: {}\n", sentence);
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result)
        die(result.error().message);
    return std::move(*result);
}

class Silence : public ProgressSink {
public:
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

void writeCsv(const fs::path& path, int raise, int from) {
    std::ofstream out(path, std::ios::binary);
    out << "Symbol,Date,Open,High,Low,Close,Volume\n";
    for (int symbol = 0; symbol < kSymbols; ++symbol)
        for (int row = from; row < from + kSessions; ++row) {
            const int cents = 5000 + (symbol * 7919 + row * 104729) % 100000 + (row % 3 == 0 ? raise : 0);
            out << fmt::format("S{:03},{},{:.2f},{:.2f},{:.2f},{:.2f},{}\n", symbol,
                               isoText(dateFromDayNumber(kFirstDay + row)), cents / 100.0, cents / 100.0 + 2,
                               cents / 100.0 - 2, cents / 100.0 + 1, 1000 + row);
        }
}

void importCsv(const std::string& desk, const fs::path& csv, ConflictPolicy policy) {
    const auto store = must(openDesk(desk, DeskMode::Create));
    ImportOptions options;
    options.reading.today = dateFromDayNumber(kFirstDay + 20000);
    options.importedAt = kNow;
    options.onConflict = policy;
    Silence silence;
    if (const FileImport done = importFile(*store, csv.string(), options, silence); done.error)
        die(done.error->message);
}

/// Rows that are loaded past the write-ahead log, as those of a huge file are.
void importHuge(const std::string& desk) {
    const auto store = must(openDesk(desk, DeskMode::Create));
    std::vector<ImportTarget> targets(1);
    targets[0].instrument = describeSymbol("HUGE");
    const auto import = must(
        store->beginImport({"/huge.csv", "ff", 1u << 30, "long", "{}", kNow}, targets, ConflictPolicy::Keep));
    for (int from = 0; from < 60'000; from += 2000) {
        RecordBlock block;
        for (int row = from; row < from + 2000; ++row)
            block.append(0, row, static_cast<std::uint32_t>(row + 2), {1, 2, 0.5, 1.5 + row, 1, 7});
        if (!import->write(block))
            die("the huge import failed");
    }
    must(import->finish({}, {}, true));
}

void makeVersionOne(const std::string& desk) {
    sqlite3* file = nullptr;
    const std::string sql = std::string("PRAGMA page_size = 16384; BEGIN;") + migrations().front().sql +
                            R"(PRAGMA application_id = 1383036001; PRAGMA user_version = 1;
        INSERT INTO instrument VALUES (1, 'SPX', 'S&P 500', 'index', 'index');
        INSERT INTO series VALUES (1, 1, 'daily', NULL, 'same_day', 1, 60000, 60000, 8);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
          INSERT INTO bar SELECT 1, i, NULL, NULL, NULL, i * 0.25, NULL, NULL, 1, i FROM n;
        INSERT INTO bar_origin SELECT 1, date, 'close', 2, line FROM bar;
        INSERT INTO import_file VALUES (1, '/a.csv', 'aa', 10, 'x', '{}', '2025-01-01T00:00:00Z', 60000, 60000, 0, 0, 0, 0, 0, NULL);
        INSERT INTO import_file VALUES (2, '/b.csv', 'bb', 10, 'x', '{}', '2025-02-01T00:00:00Z', 60000, 0, 0, 60000, 0, 0, 0, NULL);
        INSERT INTO import_series VALUES (1, 1, 'SPX', 'daily', NULL, 1, 60000), (2, 1, 'SPX', 'daily', NULL, 1, 60000);
        INSERT INTO import_replaced SELECT 2, 1, date, 'close', close + 1, 1, line FROM bar;
        UPDATE import_clock SET tick = 2; COMMIT;)";
    if (sqlite3_open(desk.c_str(), &file) != SQLITE_OK ||
        sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        die("no desk of version 1 could be made");
    sqlite3_close(file);
}

/// A number that changes with any value, date or count of the desk.
std::uint64_t digestOf(const std::string& desk) {
    const auto store = must(openDesk(desk, DeskMode::Write));
    std::uint64_t digest = 14695981039346656037u;
    const auto add = [&](const void* bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            digest = (digest ^ static_cast<const unsigned char*>(bytes)[i]) * 1099511628211u;
    };
    for (const InstrumentSummary& held : must(store->instruments())) {
        const InstrumentData data = must(store->read(held.instrument.symbol));
        add(data.daily.dates.data(), data.daily.dates.size() * sizeof(Date));
        for (const auto& column : data.daily.columns)
            add(column.data(), column.size() * sizeof(double));
    }
    for (const ImportRecord& record : must(store->imports()))
        add(&record.undone, sizeof record.undone);
    return digest;
}

struct Scenario {
    const char* name;
    std::function<void(const std::string& desk)> prepare;
    std::function<void(const std::string& desk)> change;
};

/// Runs `change` in a child; kills it after `delay` when that is not negative. The child's time.
double runChild(const Scenario& scenario, const std::string& desk, double delay) {
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        scenario.change(desk);
        _exit(0);
    }
    if (delay >= 0) {
        std::this_thread::sleep_for(std::chrono::duration<double>(delay));
        kill(child, SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (delay < 0 && status != 0)
        die(fmt::format("{}: the change fails without being killed", scenario.name));
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void copyFolder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

std::string problemOf(const std::string& desk) {
    const auto check = checkDesk(desk);
    if (!check)
        return check.error().message;
    return check->findings.empty() ? std::string() : check->findings.front().message;
}

/// How many rounds broke something.
int soak(const Scenario& scenario, const fs::path& folder, int rounds, std::mt19937& random) {
    const fs::path base = folder / "base";
    const fs::path work = folder / "work";
    const std::string desk = (work / "desk.rota").string();
    fs::remove_all(base);
    fs::create_directories(base);
    scenario.prepare((base / "desk.rota").string());
    copyFolder(base, work);
    const double whole = runChild(scenario, desk, -1);
    const std::uint64_t after = digestOf(desk);
    copyFolder(base, work);
    const std::uint64_t before = digestOf(desk);
    int done = 0;
    int absent = 0;
    int broken = 0;
    for (int round = 0; round < rounds; ++round) {
        copyFolder(base, work);
        const double delay = std::uniform_real_distribution<double>(0, whole)(random);
        runChild(scenario, desk, delay);
        const std::string problem = problemOf(desk);
        const std::uint64_t now = problem.empty() ? digestOf(desk) : 0;
        done += problem.empty() && now == after ? 1 : 0;
        absent += problem.empty() && now == before && before != after ? 1 : 0;
        if (problem.empty() && (now == after || now == before))
            continue;
        ++broken;
        fmt::print("  {} killed after {:.1f} ms: {}\n", scenario.name, delay * 1e3,
                   problem.empty() ? "half of the change is there" : problem);
    }
    fmt::print("{:<34} {:>4} kills within {:>6.1f} ms: {:>3} whole, {:>3} absent, {} broken\n", scenario.name,
               rounds, whole * 1e3, done, absent, broken);
    std::fflush(stdout);
    return broken;
}

std::vector<Scenario> scenarios(const fs::path& first, const fs::path& second) {
    const auto withFirst = [=](const std::string& desk) { importCsv(desk, first, ConflictPolicy::Keep); };
    const auto withBoth = [=](const std::string& desk) {
        withFirst(desk);
        importCsv(desk, second, ConflictPolicy::Replace);
    };
    const auto backedUp = [=](const std::string& desk) {
        withFirst(desk);
        must(backupDesk(desk, desk + ".copy"));
        importCsv(desk, second, ConflictPolicy::Replace);
    };
    const auto undo = [](std::int64_t id) {
        return [id](const std::string& desk) { must(must(openDesk(desk, DeskMode::Write))->undo(id, kNow)); };
    };
    return {
        {"import into an empty desk", [](const std::string& desk) { must(openDesk(desk, DeskMode::Create)); },
         withFirst},
        {"import that replaces", withFirst,
         [=](const std::string& desk) { importCsv(desk, second, ConflictPolicy::Replace); }},
        {"import of a huge file", withFirst, importHuge},
        {"undo of the first of two", withBoth, undo(1)},
        {"undo of the second of two", withBoth, undo(2)},
        {"migration from version 1", makeVersionOne,
         [](const std::string& desk) { must(openDesk(desk, DeskMode::Write)); }},
        {"restore of a backup", backedUp,
         [](const std::string& desk) { must(restoreDesk(desk + ".copy", desk, "soak")); }},
    };
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 100;
    const auto seed = static_cast<unsigned>(argc > 2 ? std::atoi(argv[2]) : 1);
    const char* part = argc > 3 ? argv[3] : "";
    const fs::path folder = fs::temp_directory_path() / fmt::format("rotascope-soak-{}", getpid());
    fs::create_directories(folder);
    writeCsv(folder / "first.csv", 0, 0);
    writeCsv(folder / "second.csv", 7, 500);
    std::mt19937 random(seed);
    int broken = 0;
    int tried = 0;
    for (const Scenario& scenario : scenarios(folder / "first.csv", folder / "second.csv")) {
        if (std::strstr(scenario.name, part) == nullptr)
            continue;
        broken += soak(scenario, folder, rounds, random);
        ++tried;
    }
    fs::remove_all(folder);
    if (tried == 0)
        die(fmt::format("no scenario's name contains \"{}\"", part));
    fmt::print("soak_desk: {}\n",
               broken == 0 ? "nothing broke" : fmt::format("{} rounds broke the desk", broken));
    return broken == 0 ? 0 : 1;
}
