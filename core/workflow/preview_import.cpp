#include "core/workflow/preview_import.h"

#include "core/csv/csv_reader.h"
#include "core/csv/format_catalogue.h"
#include "core/csv/unpacked_file.h"
#include "core/import/prepared_import.h"
#include "core/workflow/desk_book.h"
#include "core/workflow/preview_parts.h"

#include <algorithm>

namespace rotascope {

namespace {

std::string holdsOf(const ReadingPlan& plan, const ValueColumn& value) {
    const ValueGroup& group = plan.groups[value.group];
    const Field field = group.bars ? static_cast<Field>(value.slot) : group.field;
    const std::string name(nameOf(field));
    if (plan.layout.tickerColumn)
        return name + " of each ticker" + (group.suffix.empty() ? "" : group.suffix);
    return group.symbol.empty() ? name : name + " of " + group.symbol;
}

PreviewColumn columnOf(const ReadingPlan& plan, std::size_t index) {
    const LayoutColumn& layout = plan.layout.columns[index];
    PreviewColumn column{layout.heading, layout.normalised, layout.role, "not stored", false};
    if (index == plan.layout.dateColumn || index == plan.layout.tickerColumn) {
        column.holds = index == plan.layout.dateColumn ? "date" : "ticker";
        column.stored = true;
    }
    for (const ValueColumn& value : plan.columns)
        if (value.column == index && value.active) {
            column.holds = holdsOf(plan, value);
            column.stored = true;
        }
    return column;
}

PreviewRow rowOf(const CsvRecord& record, const ReadingPlan& plan) {
    PreviewRow row{record.line, {}};
    for (std::size_t i = 0; i < plan.layout.columns.size(); ++i)
        row.cells.push_back(readable(record.cell(i), plan.dialect.encoding));
    return row;
}

/// The first rows behind the header; none where the file can no longer be read.
std::vector<PreviewRow> firstRows(const std::string& path, const ReadingPlan& plan) {
    std::vector<PreviewRow> rows;
    const auto file = openUnpacked(path);
    if (!file)
        return rows;
    TextSource text(**file, plan.dialect.encoding);
    CsvReader reader(text, plan.dialect);
    while (rows.size() < kPreviewRows && reader.next() == CsvReader::Pull::Record)
        if (reader.record().line > plan.layout.lastHeaderLine && !reader.record().blank())
            rows.push_back(rowOf(reader.record(), plan));
    return rows;
}

void showPlan(ImportPreview& preview, const ReadingPlan& plan) {
    preview.columns.clear();
    for (std::size_t i = 0; i < plan.layout.columns.size(); ++i)
        preview.columns.push_back(columnOf(plan, i));
}

/// A desk's book is shown as the table that it is.
void showBook(ImportPreview& preview, const std::string& path) {
    const auto file = openUnpacked(path);
    const auto book = file ? deskBookIn(**file) : Result<std::optional<std::string>>{};
    if (!book || !*book)
        return;
    for (const HeadRecord& record : headRecords(**book, Dialect{}, kPreviewRows + 1)) {
        if (record.line > 1) {
            preview.rows.push_back({record.line, record.cells});
            preview.rows.back().cells.resize(preview.columns.size());
        } else
            for (const std::string& heading : record.cells)
                preview.columns.push_back({heading, heading, ColumnRole::Ignored, "noted", true});
    }
}

/// A table without dates is shown as it would be read on any day.
FileFacts factsUnderSomeDay(MarketStore& store, const std::string& path, ImportOptions options,
                            ProgressSink& progress) {
    FileFacts facts;
    options.reading.date = options.reading.today;
    importFile(store, path, options, progress, &facts);
    return facts;
}

void showFacts(ImportPreview& preview, const FileFacts& facts, const std::string& path,
               const ImportOptions& options) {
    const ReadingPlan& plan = *facts.plan;
    preview.header = headerFingerprint(plan.layout);
    if (const CsvFormat* format = csvFormatNamed(plan.layout.format))
        preview.vendor = format->vendor;
    showPlan(preview, plan);
    preview.rows = firstRows(options.readFrom.value_or(path), plan);
    preview.settings = understoodSettings(facts, options, preview.outcome);
}

/// What is open stays so, but the rest is shown as it would be.
void assumeAnswer(ImportPreview& preview, MarketStore& store, const std::string& path, ImportOptions options,
                  ProgressSink& progress) {
    const ImportQuestion& question = *preview.question;
    preview.assumedAnswer = question.suggested.value_or(0);
    answerQuestion(options.reading, question.about, preview.assumedAnswer);
    FileFacts facts;
    FileImport outcome = importFile(store, path, options, progress, &facts);
    if (outcome.error || !facts.plan)
        return;
    const auto open =
        std::find_if(preview.settings.begin(), preview.settings.end(),
                     [&](const UnderstoodSetting& each) { return each.setting == question.about; });
    std::vector<UnderstoodSetting> settings = understoodSettings(facts, options, outcome);
    for (UnderstoodSetting& each : settings)
        if (open != preview.settings.end() && each.setting == question.about)
            each = *open;
    preview.settings = std::move(settings);
    preview.ifAnswered = std::move(outcome);
    showPlan(preview, *facts.plan);
}

} // namespace

ImportPreview previewImport(MarketStore& store, const std::string& path, ImportOptions options,
                            ProgressSink& progress) {
    options.dryRun = true;
    ImportPreview preview;
    FileFacts facts;
    preview.outcome = importFile(store, path, options, progress, &facts);
    if (preview.outcome.format == kDeskBookFormat)
        showBook(preview, options.readFrom.value_or(path));
    if (preview.outcome.error && preview.outcome.error->code == "undated_table")
        facts = factsUnderSomeDay(store, path, options, progress);
    if (!facts.plan)
        return preview;
    showFacts(preview, facts, path, options);
    if (preview.outcome.error)
        preview.question = questionOf(preview.outcome.error->code, facts, preview.rows);
    if (preview.question)
        assumeAnswer(preview, store, path, options, progress);
    return preview;
}

void answerQuestion(ReadingChoices& choices, SettingOf about, std::size_t answer) {
    if (about == SettingOf::DateOrder)
        choices.dateOrder = answer == 0 ? NumericOrder::MonthFirst : NumericOrder::DayFirst;
    if (about == SettingOf::Decimal)
        choices.decimal = answer == 0 ? '.' : ',';
}

} // namespace rotascope
