#include "core/import/prepared_import.h"

#include "core/csv/file_kind.h"
#include "core/import/import_targets.h"
#include "core/import/make_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

namespace {

constexpr std::size_t kHeadBytes = std::size_t{256} << 10;
constexpr std::size_t kHeadRecords = 500;
constexpr int kMostSurveys = 4;

/// The beginning of a file: raw for its kind, decoded for its header.
struct Head {
    std::string text;
    Encoding encoding = Encoding::Utf8;
    bool whole = false;
};

Result<std::string> readStart(ByteSource& bytes) {
    const auto ready = bytes.rewind();
    if (!ready)
        return Failure(ready.error());
    std::string raw(kHeadBytes, '\0');
    const auto count = bytes.read(raw);
    if (!count)
        return Failure(count.error());
    raw.resize(*count);
    return raw;
}

Result<Head> readHead(ByteSource& bytes, std::optional<Encoding> known) {
    auto raw = readStart(bytes);
    if (!raw)
        return Failure(raw.error());
    if (const auto refusal = notCsv(*raw))
        return Failure(*refusal);
    Head head;
    head.encoding = known.value_or(encodingOfStart(*raw));
    head.whole = raw->size() < kHeadBytes;
    const auto source = bytesInMemory(std::move(*raw));
    TextSource text(*source, head.encoding);
    std::string block(kHeadBytes, '\0');
    for (auto count = text.read(block); count && *count > 0; count = text.read(block))
        head.text.append(block, 0, *count);
    // A character may be cut off at the end of the block; the check allows for that.
    Utf8Check check;
    check.add(std::string_view(head.text).substr(
        0, head.text.size() - (head.whole ? 0 : std::min<std::size_t>(head.text.size(), 3))));
    if (head.encoding == Encoding::Utf8 && head.whole && !check.valid())
        head.encoding = Encoding::Windows1252;
    return head;
}

/// What the reader itself refuses, anywhere in the file; it tells more than a header that was not found.
Result<void> refuseUnreadable(ByteSource& bytes, const Dialect& dialect) {
    const auto ready = bytes.rewind();
    if (!ready)
        return ready;
    TextSource text(bytes, dialect.encoding);
    CsvReader reader(text, dialect);
    CsvReader::Pull pull = CsvReader::Pull::Record;
    while (pull == CsvReader::Pull::Record)
        pull = reader.next();
    if (pull == CsvReader::Pull::Failed)
        return Failure(reader.error());
    return {};
}

Result<Layout> layoutOf(ByteSource& bytes, const Head& head, const Dialect& dialect,
                        const std::optional<Date>& date) {
    const std::vector<HeadRecord> records = headRecords(head.text, dialect, kHeadRecords);
    auto layout = findLayout(records, date ? std::optional(dayNumber(*date)) : std::nullopt);
    if (layout)
        return layout;
    const auto readable = refuseUnreadable(bytes, dialect);
    if (!readable)
        return Failure(readable.error());
    if (std::all_of(records.begin(), records.end(), [](const HeadRecord& record) { return record.blank(); }))
        return refused("empty_file", "The file holds nothing but blank lines. Download it again.");
    return layout;
}

/// Whether two plans judge every row alike.
bool readAlike(const ReadingPlan& a, const ReadingPlan& b) {
    return a.dialect == b.dialect && a.dates == b.dates && a.numbers == b.numbers &&
           std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      [](const ValueColumn& x, const ValueColumn& y) {
                          return x.active == y.active && x.mustBePositive == y.mustBePositive;
                      });
}

/// The plan that a survey asks for. Undecidable questions refuse.
Result<ReadingPlan> revised(const ReadingPlan& plan, const Survey& survey, const ReadingChoices& choices) {
    ReadingPlan next = plan;
    const auto dates = survey.dates.decide(choices);
    if (!dates)
        return Failure(dates.error());
    const auto numbers = survey.numbers.decide(choices);
    if (!numbers)
        return Failure(numbers.error());
    next.dates = *dates;
    next.numbers = *numbers;
    // Columns are judged under the styles that were surveyed; where those change, another survey follows.
    if (next.dates == plan.dates && next.numbers == plan.numbers)
        applyColumnEvidence(next, survey);
    return next;
}

/// A first guess from the beginning of a long file, so that the survey of all of it need not be repeated.
ReadingPlan guessed(const ReadingPlan& plan, const Head& head, const ReadingChoices& choices, Date today) {
    struct Silent final : ProgressSink {
        void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
        bool cancelled() const override { return false; }
    } silent;
    const std::size_t end = head.text.rfind(plan.dialect.lineEnd);
    const auto source = bytesInMemory(head.text.substr(0, end == std::string::npos ? 0 : end + 1));
    ImportProgress progress(silent, source->size());
    ReadingPlan start = plan;
    start.dialect.encoding = Encoding::Utf8;
    const auto survey = surveyFile({*source, start, today, progress});
    if (!survey)
        return plan;
    auto next = revised(plan, *survey, choices);
    if (!next)
        return plan;
    next->columns = plan.columns;
    next->groups = plan.groups;
    return *next;
}

Result<void> refuseWithoutData(const ReadingPlan& plan, const Survey& survey) {
    if (survey.rows == 0)
        return refused("header_only",
                       "The file has a header but no rows. Download it again, with a longer range.");
    const LayoutColumn& date = plan.layout.columns[plan.layout.dateColumn];
    if (survey.lastDatedLine == 0)
        return refused("no_date_column",
                       fmt::format("Column {} ({}) is named like a date but holds none{}.",
                                   plan.layout.dateColumn + 1, date.heading,
                                   survey.dates.any() ? " in the order that was named. Name the other one "
                                                        "with --date-order"
                                                      : ". Write them as YYYY-MM-DD"));
    bool numbers = false;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const ColumnEvidence& column = survey.columns[i];
        numbers = numbers || (plan.columns[i].active && column.numbers + column.malformed > 0);
    }
    if (!numbers)
        return refused("no_number_column",
                       "No column holds numbers beside the dates. Check that the file has a column of "
                       "prices or values under a heading.");
    return {};
}

/// Counts and sums of money are no percentages.
std::optional<std::size_t> columnOfPercents(const ReadingPlan& plan, const Survey& survey) {
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const ColumnRole role = plan.columns[i].role;
        const bool counts = role == ColumnRole::Flow || role == ColumnRole::Aum ||
                            role == ColumnRole::Shares || role == ColumnRole::Volume;
        if (counts && plan.columns[i].active && survey.columns[i].percents > 0)
            return plan.columns[i].column;
    }
    return std::nullopt;
}

Result<void> refusePercents(const ReadingPlan& plan, const Survey& survey) {
    const auto column = columnOfPercents(plan, survey);
    if (!column)
        return {};
    return refused(
        "percents",
        fmt::format("Column {} ({}) holds percentages, where its heading promises amounts. Name it "
                    "otherwise, such as \"{} (%)\", or remove it.",
                    *column + 1, plan.layout.columns[*column].heading, plan.layout.columns[*column].heading));
}

/// Surveys until the survey confirms the plan under which it was made.
Result<Survey> settle(ReadingPlan& plan, const ImportPass& pass, const ReadingChoices& choices,
                      FileFacts& facts) {
    for (int attempt = 0;; ++attempt) {
        auto survey = surveyFile(pass);
        if (!survey)
            return survey;
        facts.plan = plan;
        facts.take(*survey);
        auto next = revised(plan, *survey, choices);
        if (!next)
            return Failure(next.error());
        const bool confirmed = readAlike(plan, *next) || attempt + 1 == kMostSurveys;
        plan = std::move(*next);
        plan.lastDatedLine = survey->lastDatedLine;
        if (confirmed)
            return survey;
    }
}

Result<ReadingPlan> planFromHead(ByteSource& bytes, std::optional<Encoding> encoding,
                                 const ReadingChoices& choices, FileFacts& facts) {
    const auto head = readHead(bytes, encoding);
    if (!head)
        return Failure(head.error());
    Dialect dialect = sniffDialect(head->text, head->encoding);
    dialect.delimiter = choices.delimiter.value_or(dialect.delimiter);
    const auto layout = layoutOf(bytes, *head, dialect, choices.date);
    if (!layout)
        return Failure(layout.error());
    facts.format = layout->format;
    const ReadingPlan plan = planOf(dialect, *layout, choices);
    return head->whole ? plan : guessed(plan, *head, choices, choices.today);
}

} // namespace

void FileFacts::take(const Survey& survey) {
    sha256 = survey.sha256;
    rows = survey.rows;
    range = survey.range;
    dates = survey.dates;
    numbers = survey.numbers;
    order = survey.order();
    decimals = plan ? survey.decimals(*plan) : 0;
}

Result<ReadingPlan> startingPlan(ByteSource& bytes, const ReadingChoices& choices, FileFacts& facts) {
    return planFromHead(bytes, choices.encoding, choices, facts);
}

std::optional<ReadingPlan> confirmedPlan(const ReadingPlan& plan, const Survey& survey,
                                         const ReadingChoices& choices) {
    const auto next = revised(plan, survey, choices);
    if (columnOfPercents(plan, survey))
        return std::nullopt;
    const bool bytesAsSupposed = survey.validUtf8 || plan.dialect.encoding > Encoding::Utf8WithBom;
    if (!next || !bytesAsSupposed || next->dates != plan.dates || next->numbers != plan.numbers)
        return std::nullopt;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        // A column in which nothing stands is dropped from the plan, but no row was read differently for it.
        const bool empty = survey.columns[i].numbers + survey.columns[i].texts == 0;
        ValueColumn asRead = next->columns[i];
        asRead.active = asRead.active || (empty && plan.columns[i].active);
        if (asRead != plan.columns[i])
            return std::nullopt;
    }
    return next->groups == plan.groups ? std::optional(*next) : std::nullopt;
}

Result<PreparedImport> prepareImport(ByteSource& bytes, std::string_view path, const ReadingChoices& choices,
                                     ImportProgress& progress, FileFacts& facts) {
    PreparedImport prepared;
    auto plan = startingPlan(bytes, choices, facts);
    if (!plan)
        return Failure(plan.error());
    prepared.plan = std::move(*plan);
    const ImportPass pass{bytes, prepared.plan, choices.today, progress};
    auto survey = settle(prepared.plan, pass, choices, facts);
    if (survey && !survey->validUtf8 && prepared.plan.dialect.encoding <= Encoding::Utf8WithBom) {
        plan = planFromHead(bytes, Encoding::Windows1252, choices, facts);
        if (!plan)
            return Failure(plan.error());
        prepared.plan = std::move(*plan);
        survey = settle(prepared.plan, pass, choices, facts);
    }
    if (!survey)
        return Failure(survey.error());
    for (const auto& usable :
         {refuseWithoutData(prepared.plan, *survey), refusePercents(prepared.plan, *survey)})
        if (!usable)
            return Failure(usable.error());
    facts.plan = prepared.plan;
    const auto named = nameSeries(prepared.plan, *survey, choices, path);
    facts.plan = prepared.plan;
    if (!named && named.error().code != "no_symbol")
        return Failure(named.error());
    prepared.tickers = std::move(survey->tickers);
    // Several series in one column are not helped by a symbol for all of them.
    const auto searched = prepared.repeats.search(pass, survey->symbols, prepared.tickers);
    if (!searched)
        return Failure(searched.error());
    if (!named)
        return Failure(named.error());
    addTargets(prepared, *survey, choices);
    facts.symbols = symbolsOf(prepared.targets);
    facts.targets = prepared.targets;
    prepared.checksum = survey->checksum;
    return prepared;
}

} // namespace rotascope
