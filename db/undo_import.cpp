#include "db/undo_import.h"

#include "db/series_undo.h"
#include "db/sqlite/failure.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

[[noreturn]] void refuse(std::string code, std::string message) {
    throw sqlite::StoreFailure(Error{ErrorKind::Refused, std::move(code), std::move(message)});
}

void requireStanding(const Connection& desk, std::int64_t id) {
    Statement row = desk.prepare("SELECT undone_at FROM import_file WHERE id = ?");
    if (!row.with(id).step())
        refuse("no_such_import",
               fmt::format("There is no import {} in this desk. `rota imports` lists those there are.", id));
    if (!row.isNull(0))
        refuse("already_undone", fmt::format("Import {} was already taken back on {}.", id, row.text(0)));
}

/// An import of desk version 1 noted only what it stored, not what it found there.
void refuseUnknownSharers(const Connection& desk, std::int64_t id) {
    Statement row = desk.prepare(
        "SELECT id FROM import_file WHERE id > ?1 AND undone_at IS NULL AND policy IS NULL AND unchanged + "
        "conflicts + replaced > 0 AND id IN (SELECT import_id FROM import_series WHERE series_id IN (SELECT "
        "series_id FROM import_series WHERE import_id = ?1)) ORDER BY id DESC LIMIT 1");
    if (row.with(id).step())
        refuse("shared_values",
               fmt::format("Import {0} cannot be taken back yet: import {1} spoke of the same series before "
                           "this desk noted which values files share. Take back import {1} first.",
                           id, row.integer(0)));
}

std::map<std::int64_t, StandingImport> allImports(const Connection& desk) {
    std::map<std::int64_t, StandingImport> out;
    Statement rows = desk.prepare("SELECT id, tick, undone_at IS NULL, policy = 'keep' FROM import_file");
    while (rows.step())
        out[rows.integer(0)] = {static_cast<std::uint64_t>(rows.integer(1)), rows.integer(2) != 0,
                                rows.integer(3) != 0 ? ConflictPolicy::Keep : ConflictPolicy::Replace};
    return out;
}

std::vector<std::int64_t> seriesOfImport(const Connection& desk, std::int64_t id) {
    std::vector<std::int64_t> out;
    Statement rows = desk.prepare("SELECT series_id FROM import_series WHERE import_id = ?");
    rows.with(id);
    while (rows.step())
        out.push_back(rows.integer(0));
    return out;
}

void noteUndo(const Connection& desk, const UndoWork& work, const std::string& undoneAt) {
    desk.prepare("UPDATE import_file SET undone_at = ?, undone_tick = ? WHERE id = ?")
        .with(std::string_view(undoneAt), work.tick, work.importId)
        .run();
    desk.execute("DELETE FROM setting WHERE name = 'demo' AND NOT EXISTS (SELECT 1 FROM import_file WHERE "
                 "path = 'demo' AND sha256 = '' AND undone_at IS NULL)");
    advanceClock(desk);
}

} // namespace

UndoReceipt undoImport(const Connection& desk, std::int64_t importId, const std::string& undoneAt) {
    requireStanding(desk, importId);
    refuseUnknownSharers(desk, importId);
    UndoWork work{desk, importId, clockTick(desk) + 1, allImports(desk), {}};
    for (const std::int64_t id : seriesOfImport(desk, importId))
        if (const auto series = findSeries(desk, id))
            SeriesUndo(work, *series).run();
    dropClaims(desk, importId);
    dropEmptySeries(desk);
    noteUndo(desk, work, undoneAt);
    UndoReceipt receipt;
    receipt.importId = importId;
    work.fates.addTo(receipt);
    return receipt;
}

} // namespace rotascope
