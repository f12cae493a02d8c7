#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/preview_json.h"
#include "app/cli/standard_input.h"
#include "app/log/desk_events.h"
#include "core/base/text.h"
#include "core/workflow/desk_book.h"
#include "core/workflow/preview_import.h"
#include "core/workflow/profiles.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace rotascope::cli {

namespace {

constexpr std::size_t kShownIssues = 20;

constexpr std::array kDateOrders{NumericOrder::YearFirst, NumericOrder::MonthFirst, NumericOrder::DayFirst};

std::optional<NumericOrder> dateOrderNamed(const std::string& name) {
    for (const NumericOrder order : kDateOrders)
        if (nameOf(order) == name)
            return order;
    return std::nullopt;
}

struct ImportArguments {
    std::vector<std::string> files;
    std::string symbol;
    std::string date;
    std::string dateOrder;
    std::string decimal;
    std::string profile;
    std::string onConflict; ///< empty: the profile's, else keep
    bool dryRun = false;

    /// Options win over the profile.
    ImportOptions options(const std::optional<Profile>& named) const {
        ImportOptions out;
        if (named)
            out = under(*named, out);
        if (!symbol.empty())
            out.reading.symbol = canonicalSymbol(symbol);
        if (!date.empty())
            out.reading.date = parseIsoDate(date);
        if (!dateOrder.empty())
            out.reading.dateOrder = dateOrderNamed(dateOrder);
        if (!decimal.empty())
            out.reading.decimal = decimal == "comma" ? ',' : '.';
        if (!onConflict.empty())
            out.onConflict = onConflict == "replace" ? ConflictPolicy::Replace : ConflictPolicy::Keep;
        out.dryRun = dryRun;
        out.reading.today = today();
        out.importedAt = utcNow();
        return out;
    }
};

Json issueJson(const ImportIssue& issue) {
    return Json{{"line", issue.line},
                {"column", issue.column},
                {"code", issue.code},
                {"message", issue.message},
                {"text", issue.text}};
}

Json peersJson(const PeerSummary& peers) {
    return Json{{"heading", peers.heading},
                {"date", isoText(peers.date)},
                {"peers", peers.peers},
                {"lost", peers.lost},
                {"mean", peers.mean},
                {"worst", peers.worst},
                {"worst_symbol", peers.worstName},
                {"best", peers.best},
                {"best_symbol", peers.bestName},
                {"unit", peers.isPercent ? Json("percent") : Json(nullptr)},
                {"sentence", peerSummaryText(peers)}};
}

Json fileJson(const FileImport& file) {
    Json object{{"path", file.path}};
    object["sha256"] = file.sha256.empty() ? Json(nullptr) : Json(file.sha256);
    object["format"] = file.format.empty() ? Json(nullptr) : Json(file.format);
    object["symbols"] = file.symbols;
    object["first"] = dateOrNull(file.range, true);
    object["last"] = dateOrNull(file.range, false);
    addCounts(object, file.counts);
    object["cells_rejected"] = file.cellsRejected;
    object["columns_not_read"] = file.columnsNotRead;
    object["import_id"] = file.importId ? Json(*file.importId) : Json(nullptr);
    object["already_imported_at"] = file.alreadyImportedAt ? Json(*file.alreadyImportedAt) : Json(nullptr);
    object["peers"] = Json::array();
    for (const PeerSummary& peers : file.peers)
        object["peers"].push_back(peersJson(peers));
    object["issue_count"] = file.issueCount;
    object["issues"] = Json::array();
    for (const ImportIssue& issue : file.issues)
        object["issues"].push_back(issueJson(issue));
    if (file.error)
        object["error"] = {{"code", file.error->code}, {"message", file.error->message}};
    return object;
}

std::string joined(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 6;
    std::string out;
    for (std::size_t i = 0; i < std::min(symbols.size(), kNamed); ++i)
        out += (i == 0 ? "" : " ") + symbols[i];
    return symbols.size() > kNamed ? fmt::format("{} and {} more", out, symbols.size() - kNamed) : out;
}

std::string countsInWords(const FileImport& file) {
    const RowCounts& counts = file.counts;
    const std::array<std::pair<std::uint64_t, std::string_view>, 7> parts{
        {{counts.stored, "stored"},
         {counts.unchanged, "unchanged"},
         {counts.replaced, "replaced"},
         {counts.conflicts, "in conflict"},
         {counts.rejected, "rejected"},
         {counts.ignored, "ignored"},
         {file.cellsRejected, file.cellsRejected == 1 ? "cell rejected" : "cells rejected"}}};
    std::string out = fmt::format("{} rows read", groupedCount(static_cast<long long>(counts.rowsRead)));
    for (const auto& [count, word] : parts)
        if (count > 0)
            out += fmt::format(", {} {}", groupedCount(static_cast<long long>(count)), word);
    return out;
}

std::string fileText(const FileImport& file, bool dryRun) {
    if (file.error)
        return fmt::format("{}\n  refused: {}\n", file.path, file.error->message);
    std::string out = fmt::format("{}\n  {} · {}", file.path, file.format, joined(file.symbols));
    if (file.range)
        out += fmt::format(" · {} to {}", isoText(file.range->first), isoText(file.range->last));
    out += fmt::format("\n  {}{}\n", dryRun ? "would be: " : "", countsInWords(file));
    if (!file.columnsNotRead.empty())
        out += fmt::format("  columns not read: {}\n", fmt::join(file.columnsNotRead, ", "));
    for (const PeerSummary& peers : file.peers)
        out += fmt::format("  {} on {}: {}\n", peers.heading, isoText(peers.date), peerSummaryText(peers));
    if (file.alreadyImportedAt)
        out += fmt::format("  already imported on {}\n", *file.alreadyImportedAt);
    for (std::size_t i = 0; i < std::min(file.issues.size(), kShownIssues); ++i) {
        const ImportIssue& issue = file.issues[i];
        out += fmt::format("  line {}, column {}: {}\n", issue.line, issue.column, issue.message);
    }
    if (file.issueCount > kShownIssues)
        out += fmt::format("  … and {} more; --json lists the first {}\n", file.issueCount - kShownIssues,
                           kListedIssues);
    return out;
}

int exitCodeOfFile(const FileImport& file) {
    if (file.error)
        return exitCodeOf(file.error->kind);
    return thingsToLookAt(file) > 0 ? 2 : 0;
}

/// A dry run also tells what was understood.
ImportPreview goThrough(MarketStore& store, const std::string& path, const ImportOptions& options,
                        ProgressSink& progress) {
    if (options.dryRun)
        return previewImport(store, path, options, progress);
    ImportPreview plain;
    plain.outcome = importFile(store, path, options, progress);
    return plain;
}

/// Standard input ("-") is spooled first: a file is read more than once.
Result<ImportPreview> importOne(MarketStore& store, const std::string& path, ImportOptions options,
                                ProgressSink& progress) {
    if (path != "-")
        return goThrough(store, path, options, progress);
    const auto spooled = SpooledInput::fromStandardInput();
    if (!spooled)
        return Failure(spooled.error());
    options.readFrom = (*spooled)->path();
    return goThrough(store, path, options, progress);
}

Result<std::optional<Profile>> namedProfile(MarketStore& store, const std::string& name) {
    if (name.empty())
        return std::optional<Profile>{};
    auto profile = profileNamed(store, name);
    if (!profile)
        return Failure(profile.error());
    return std::optional(std::move(*profile));
}

/// A desk's book speaks of values that other files bring.
std::vector<std::string> booksLast(std::vector<std::string> files) {
    std::stable_partition(files.begin(), files.end(), [](const std::string& path) {
        const auto file = openFile(path);
        const auto book = file ? deskBookIn(**file) : Result<std::optional<std::string>>{};
        return !book || !*book;
    });
    return files;
}

Result<Output> runImport(const Context& context, const ImportArguments& arguments) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto profile = namedProfile(**store, arguments.profile);
    if (!profile)
        return Failure(profile.error());
    const ImportOptions options = arguments.options(*profile);
    Json files = Json::array();
    Output output;
    if (const auto desk = (*store)->info(); desk && desk->placeWarning)
        output.notes.push_back(*desk->placeWarning);
    for (const std::string& path : booksLast(arguments.files)) {
        const auto done = importOne(**store, path, options, context.progress);
        if (!done)
            return Failure(done.error());
        const FileImport& file = done->outcome;
        if (!options.dryRun)
            output.events.push_back(log::importEvent(context.common.desk, file));
        output.notes.insert(output.notes.end(), file.notes.begin(), file.notes.end());
        output.exitCode = std::max(output.exitCode, exitCodeOfFile(file));
        files.push_back(fileJson(file));
        if (options.dryRun)
            addPreview(files.back(), *done);
        output.text += fileText(file, options.dryRun) + previewText(*done);
    }
    if (context.common.json)
        output.text = printed(Json{{"dry_run", options.dryRun}, {"files", std::move(files)}});
    return output;
}

} // namespace

CommandBody declareImport(CLI::App& app) {
    auto arguments = std::make_shared<ImportArguments>();
    app.description("Imports CSV files as they are downloaded. One transaction per file; the same file again "
                    "changes nothing.");
    app.add_option("FILE", arguments->files,
                   "CSV files, also in gzip or alone in a zip archive; - reads standard input")
        ->required();
    app.add_option("--symbol", arguments->symbol, "Symbol of a file that does not name its own");
    app.add_option("--date", arguments->date, "Day of all rows of a table without dates (YYYY-MM-DD)")
        ->check([](const std::string& text) {
            return parseIsoDate(text) ? std::string{}
                                      : fmt::format("\"{}\" is not a date. Write it as YYYY-MM-DD.", text);
        });
    app.add_option("--date-order", arguments->dateOrder, "How to read dates such as 03/04/2025")
        ->check(CLI::IsMember({"ymd", "mdy", "dmy"}));
    app.add_option("--decimal", arguments->decimal, "How to read numbers such as 1.234")
        ->check(CLI::IsMember({"point", "comma"}));
    app.add_option("--profile", arguments->profile,
                   "Read as a profile says: a name in the desk, or a JSON file");
    app.add_option("--on-conflict", arguments->onConflict,
                   "A value that differs from the stored one (default keep)")
        ->check(CLI::IsMember({"keep", "replace"}));
    app.add_flag("--dry-run", arguments->dryRun, "Say what would happen, and change nothing");
    return [arguments](const Context& context) { return runImport(context, *arguments); };
}

} // namespace rotascope::cli
