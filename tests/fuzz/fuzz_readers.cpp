// Readers of foreign bytes held against what they promise, under any bytes.
//   fuzz_readers TARGET CORPUS_FOLDER SECONDS [SEED]
// A broken promise aborts and keeps its input in the file fuzz_TARGET.bin. Run it under the sanitizers: ./dev
// fuzz.
#include "core/csv/date_text.h"
#include "core/csv/dialect.h"
#include "core/csv/layout.h"
#include "core/csv/number_text.h"
#include "core/import/prepared_import.h"
#include "core/import/profile.h"
#include "core/import/record_reader.h"
#include "core/notes/contradictions.h"
#include "core/notes/note_book.h"
#include "core/report/desk/read_report.h"
#include "core/report/desk/value_differences.h"
#include "core/rules/pack/rule_pack.h"
#include "core/rules/playbook_reading.h"
#include "core/workflow/desk_book.h"
#include "core/workflow/load_catalysts.h"
#include "core/workflow/splits_csv.h"
#include "tests/fuzz/mutator.h"
#include "tests/support/invented_market.h"
#include "tests/support/memory_store.h"

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace rotascope;

namespace {

void require(bool kept, const char* promise) {
    if (kept)
        return;
    std::fprintf(stderr, "broken: %s\n", promise);
    std::abort();
}

/// Cells as the reader hands them over: at least eight readable bytes behind them.
std::string padded(std::string_view text) {
    return std::string(text) + std::string(16, '\0');
}

void fuzzNumber(std::string_view text) {
    const std::string memory = padded(text);
    const std::string_view cell(memory.data(), text.size());
    for (const char decimal : {'.', ','})
        for (const bool blanks : {false, true}) {
            const NumberCell read = readNumber(cell, NumberStyle{decimal, blanks});
            require(read.kind != NumberCell::Kind::Number || std::isfinite(read.value), "a number is finite");
        }
    signUseOf(cell);
}

void fuzzDate(std::string_view text) {
    const DateReading reading = readDate(text);
    for (const std::int32_t day : {reading.monthFirst, reading.dayFirst, reading.yearFirst})
        require(day == kNoDay || std::abs(static_cast<long long>(day)) < 4'000'000,
                "a day lies within 10,000 years");
}

void fuzzReader(std::string_view text) {
    Dialect dialect;
    for (const char delimiter : {',', ';', '\t'}) {
        dialect.delimiter = delimiter;
        const auto bytes = bytesInMemory(std::string(text));
        TextSource source(*bytes, dialect.encoding);
        CsvReader reader(source, dialect);
        std::uint32_t line = 0;
        while (reader.next() == CsvReader::Pull::Record) {
            require(reader.record().line > line, "lines grow");
            line = reader.record().line;
        }
    }
}

void fuzzDialect(std::string_view text) {
    const Dialect dialect = sniffDialect(text, Encoding::Utf8);
    const auto layout = findLayout(headRecords(text, dialect, 50));
    require(!layout || layout->dateColumn < layout->columns.size(), "the date column is there");
    require(layout || !layout.error().message.empty(), "a refusal says why");
}

struct Silent final : ProgressSink {
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

/// The whole way of a file up to the desk: every row is accounted for, every value finite.
void fuzzImport(std::string_view text) {
    const auto bytes = bytesInMemory(std::string(text));
    ReadingChoices choices;
    choices.today = Date{std::chrono::year{2026} / 1 / 1};
    Silent silent;
    ImportProgress progress(silent, bytes->size());
    FileFacts facts;
    auto prepared = prepareImport(*bytes, "IWM.csv", choices, progress, facts);
    if (!prepared)
        return require(!prepared.error().message.empty(), "a refusal says why");
    ReadAccount account;
    std::uint64_t records = 0;
    const auto read =
        readRecords(*bytes, *prepared, choices.today, progress, account, [&](RecordBlock& block) {
            records += block.size();
            for (const std::uint32_t target : block.target)
                require(target < prepared->targets.size(), "a row belongs to a target");
            block.clear();
            return true;
        });
    require(read.has_value(), "what was surveyed can be read");
    require(account.outside.rejected + account.outside.ignored <= account.outside.rowsRead,
            "rows are accounted for");
}

/// A profile is refused, or comes back the same when it is written and read again.
void fuzzProfile(std::string_view text) {
    const auto profile = parseProfile(text);
    if (!profile)
        return require(!profile.error().message.empty(), "a refusal says why");
    const auto again = parseProfile(profileText(*profile));
    require(again && *again == *profile, "a profile comes back as it was");
    require(profileInSettings(settingsText(ReadingPlan{}, profile->name)) == profile->name,
            "its name travels along");
}

/// A desk's book and a table of splits: taken, refused, or rejected by line, never broken.
void fuzzBook(std::string_view text) {
    const auto splits = splitsInCsv(text, "IWM", "2026-01-01T00:00:00Z");
    require(splits || !splits.error().message.empty(), "a refusal says why");
    const auto bytes = bytesInMemory(std::string(text));
    const auto book = deskBookIn(*bytes);
    require(book.has_value(), "what is in memory can be read");
    if (!*book)
        return;
    test::MemoryStore store;
    FileImport out;
    const auto taken = takeDeskBook(store, **book, false, out);
    require(taken.has_value() && out.counts.balanced(), "every entry is accounted for");
}

/// Any text is a rule or an error inside it; a rule has a state on every session.
void fuzzRule(std::string_view text) {
    static const auto market = test::marketOf(test::inventedPair(300));
    static const MarketView view = MarketView::latest(market);
    static const Vocabulary names = vocabularyOf(view, {"Fed cut"});
    const auto rule = checkRule(text, names);
    if (!rule) {
        require(!rule.error().message.empty(), "a refusal says why");
        require(rule.error().at.begin <= rule.error().at.end && rule.error().at.end <= text.size(),
                "a refusal points into the text");
        return;
    }
    Rule kept;
    kept.name = "fuzz";
    kept.expression = std::string(text);
    const auto reading = readPlaybook(view, Playbook{{}, {kept}, {Flag{"Fed cut", {}}}, {}}, {});
    require(reading.has_value(), "a sound rule can be read");
    const RuleReading& row = reading->rules.front();
    require(!row.error && row.history.states.size() == row.ground->pair.size(), "every session has a state");
    for (const Episode& episode : row.history.episodes)
        require(episode.first <= episode.last && episode.last < row.history.states.size(),
                "episodes are sessions");
}

/// A pack is refused, or comes back the same when it is written and read again.
void fuzzPack(std::string_view text) {
    const auto pack = readPack(text);
    if (!pack)
        return require(!pack.error().message.empty(), "a refusal says why");
    const auto again = readPack(packText(*pack));
    require(again && *again == *pack, "a pack comes back as it was");
    require(withPack(*pack, *again).has_value(), "what is alike does not collide");
}

/// Notes are refused, or come back the same when they are written and read again.
void fuzzNotes(std::string_view text) {
    const auto notes = readNoteBook(text);
    if (!notes)
        return require(!notes.error().message.empty(), "a refusal says why");
    const auto again = readNoteBook(noteBookText(*notes));
    require(again && *again == *notes, "notes come back as they were");
    for (const Contradiction& row : contradictionsIn(*notes))
        require(row.first < row.second && row.second.note < notes->size(), "contradictions are of the list");
}

/// A table of catalysts likewise.
void fuzzCatalysts(std::string_view text) {
    const auto table = parseCatalystsCsv(text);
    if (!table)
        return require(!table.error().message.empty(), "a refusal says why");
    const auto again = parseCatalystsCsv(catalystsCsv(*table));
    require(again && *again == *table, "a table comes back as it was");
    require(catalystsInForce(*table).size() >= table->size(), "what a desk lists is in force");
}

/// A report that comes back from somewhere.
void fuzzReport(std::string_view html) {
    const auto report = readReport(html);
    if (!report)
        return require(!report.error().message.empty(), "a refusal says why");
    const auto question = questionOf(report->data);
    if (!question)
        return require(!question.error().message.empty(), "a refusal says why");
    const Json& analysis = report->data["analysis"];
    require(differencesOf(analysis, analysis).empty(), "what is the same has no difference");
    require(!differencesOf(analysis, Json::object()).empty(), "what is gone is one");
}

struct Target {
    std::string_view name;
    void (*run)(std::string_view);
};

constexpr std::array kTargets{
    Target{"number", fuzzNumber},   Target{"date", fuzzDate},           Target{"reader", fuzzReader},
    Target{"dialect", fuzzDialect}, Target{"import", fuzzImport},       Target{"profile", fuzzProfile},
    Target{"book", fuzzBook},       Target{"rule", fuzzRule},           Target{"pack", fuzzPack},
    Target{"notes", fuzzNotes},     Target{"catalysts", fuzzCatalysts}, Target{"report", fuzzReport}};

const Target* targetNamed(std::string_view name) {
    for (const Target& target : kTargets)
        if (target.name == name)
            return &target;
    return nullptr;
}

std::vector<std::string> corpusIn(const char* folder) {
    std::vector<std::string> out{""};
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path(), std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return out;
}

/// What is being tried, for the handler that keeps it when the process ends in the middle (sanitizers abort
/// under ASAN_OPTIONS=abort_on_error=1).
std::string input;
std::string inputPath;

void keepInput(int) {
    std::ofstream(inputPath, std::ios::binary)
        .write(input.data(), static_cast<std::streamsize>(input.size()));
    std::fprintf(stderr, "the input was kept in %s\n", inputPath.c_str());
    std::_Exit(2);
}

} // namespace

int main(int argc, char** argv) {
    const Target* target = argc >= 4 ? targetNamed(argv[1]) : nullptr;
    if (target == nullptr) {
        std::fprintf(stderr,
                     "usage: fuzz_readers "
                     "number|date|reader|dialect|import|profile|book|rule|pack|notes|catalysts|report "
                     "CORPUS_FOLDER SECONDS [SEED]\n");
        return 1;
    }
    test::Mutator mutator(corpusIn(argv[2]), argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1);
    inputPath = "fuzz_" + std::string(target->name) + ".bin";
    std::signal(SIGABRT, keepInput);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[3]));
    std::uint64_t runs = 0;
    for (; std::chrono::steady_clock::now() < end; ++runs) {
        input = mutator.next();
        target->run(input);
    }
    std::printf("%s: %llu inputs, nothing broken\n", argv[1], static_cast<unsigned long long>(runs));
    return 0;
}
