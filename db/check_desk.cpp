#include "db/check_desk.h"

#include "core/market/field.h"
#include "db/desk_copy.h"
#include "db/desk_file.h"
#include "db/open_desk.h"
#include "db/packed.h"
#include "db/sqlite/connection.h"
#include "db/sqlite/failure.h"
#include "db/sqlite/transaction.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// A rule of the books: the query counts what breaks it.
struct BookRule {
    std::string_view rule;
    std::string_view sql;
    std::string_view message;
};

constexpr std::array kBookRules{
    BookRule{
        "row_accounts",
        "SELECT count(*) FROM import_file WHERE rows_read <> stored + unchanged + replaced + conflicts + "
        "rejected + ignored",
        "imports whose rows read are not the sum of where they went"},
    BookRule{
        "series_counts",
        "SELECT count(*) FROM series s LEFT JOIN (SELECT series_id, count(*) n, min(date) a, max(date) z "
        "FROM bar GROUP BY series_id UNION ALL SELECT series_id, count(*), min(date), max(date) FROM "
        "observation GROUP BY series_id) held ON held.series_id = s.id WHERE coalesce(n, 0) <> "
        "observations OR a IS NOT first_date OR z IS NOT last_date",
        "series whose count or range is not that of their values"},
    BookRule{"empty_series", "SELECT count(*) FROM series WHERE observations = 0", "series without values"},
    BookRule{"empty_instruments",
             "SELECT count(*) FROM instrument WHERE id NOT IN (SELECT instrument_id FROM series)",
             "instruments without series"},
    BookRule{"lost_values",
             "SELECT (SELECT count(*) FROM bar WHERE series_id NOT IN (SELECT id FROM series WHERE field IS "
             "NULL)) + (SELECT count(*) FROM observation WHERE series_id NOT IN (SELECT id FROM series WHERE "
             "field IS NOT NULL))",
             "rows of values that belong to no series"},
    BookRule{"empty_bars",
             "SELECT count(*) FROM bar WHERE coalesce(open, high, low, close, adj_close, volume) IS NULL",
             "bars without any value"},
    BookRule{
        "origins",
        "SELECT (SELECT count(*) FROM bar WHERE import_id NOT IN (SELECT id FROM import_file WHERE "
        "undone_at IS NULL)) + (SELECT count(*) FROM observation WHERE import_id NOT IN (SELECT id FROM "
        "import_file WHERE undone_at IS NULL)) + (SELECT count(*) FROM bar_origin WHERE import_id NOT IN "
        "(SELECT id FROM import_file WHERE undone_at IS NULL))",
        "values that come from no standing import"},
    BookRule{"lost_origins",
             "SELECT count(*) FROM bar_origin o WHERE NOT EXISTS (SELECT 1 FROM bar b WHERE b.series_id = "
             "o.series_id AND b.date = o.date)",
             "origins of bars that are not there"},
    BookRule{
        "past",
        "SELECT count(*) FROM import_past WHERE import_id NOT IN (SELECT id FROM import_file) OR until NOT "
        "IN (SELECT tick FROM import_file UNION SELECT undone_tick FROM import_file WHERE undone_tick IS "
        "NOT NULL)",
        "past values that no import or undo explains"},
    BookRule{"clock",
             "SELECT count(*) FROM import_file, import_clock WHERE import_file.tick > import_clock.tick OR "
             "undone_tick > import_clock.tick",
             "imports later than the desk's own clock"},
};

void add(DeskCheck& check, std::string_view rule, std::uint64_t count, std::string message, bool damage) {
    ++check.rules;
    if (count > 0)
        check.findings.push_back({std::string(rule), count, std::move(message), damage});
}

/// How many rows a pragma answers, and the first of them in words.
std::pair<std::uint64_t, std::string> answersOf(const Connection& desk, std::string_view pragma) {
    Statement rows = desk.prepare(pragma);
    std::uint64_t count = 0;
    std::string first;
    while (rows.step())
        if (const std::string text = rows.text(0); text != "ok" && count++ == 0)
            first = text;
    return {count, first};
}

void checkFile(const Connection& desk, DeskCheck& check) {
    const auto [damages, first] = answersOf(desk, "PRAGMA integrity_check");
    add(check, "file", damages, fmt::format("the file is damaged: {}", first), true);
    const auto [loose, table] = answersOf(desk, "PRAGMA foreign_key_check");
    add(check, "references", loose, fmt::format("rows of {} refer to what is not there", table), true);
}

void checkTexts(const Connection& desk, DeskCheck& check) {
    std::uint64_t unreadable = 0;
    Statement rows = desk.prepare("SELECT bytes, data FROM import_original");
    while (rows.step()) {
        try {
            unpacked(rows.blob(1), static_cast<std::size_t>(rows.integer(0)), desk.path());
        } catch (const sqlite::StoreFailure&) {
            ++unreadable;
        }
    }
    add(check, "texts", unreadable, "kept texts of files that cannot be unpacked", false);
}

void checkBooks(const Connection& desk, DeskCheck& check) {
    for (const BookRule& row : kBookRules)
        add(check, row.rule, static_cast<std::uint64_t>(desk.integer(row.sql)), std::string(row.message),
            false);
    checkTexts(desk, check);
}

} // namespace

Result<DeskCheck> checkDesk(const std::string& path) {
    const auto opened = openDesk(path, DeskMode::Read);
    if (!opened)
        return Failure(opened.error());
    return sqlite::guarded([&] {
        const auto desk = openForReading(path);
        desk->execute("PRAGMA query_only = ON");
        const sqlite::ReadTransaction read(*desk);
        DeskCheck check;
        std::error_code error;
        check.bytes = std::filesystem::file_size(pathFromUtf8(path), error);
        checkFile(*desk, check);
        if (check.findings.empty())
            checkBooks(*desk, check);
        return check;
    });
}

} // namespace rotascope
