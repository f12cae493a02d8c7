#include "db/tables/judgement_tables.h"

#include <string>

namespace rotascope {

namespace {

using sqlite::Connection;
using sqlite::Statement;

/// False on a desk of an older version that only can be read.
bool hasTables(const Connection& desk) {
    return desk.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('accepted_finding', 'split')") ==
           2;
}

Date dateAt(const Statement& row, int column) {
    return dateFromDayNumber(static_cast<std::int32_t>(row.integer(column)));
}

bool changedAnything(const Connection& desk) {
    return desk.integer("SELECT changes()") > 0;
}

AcceptedFinding acceptedRow(const Statement& row) {
    AcceptedFinding out;
    out.finding.symbol = row.text(0);
    out.finding.rule = row.text(1);
    out.finding.cadence = cadenceNamed(row.text(2)).value_or(Cadence::Daily);
    out.finding.field = fieldNamed(row.text(3)).value_or(Field::Close);
    out.finding.range = {dateAt(row, 4), dateAt(row, 5)};
    out.reason = row.text(6);
    out.acceptedAt = row.text(7);
    return out;
}

} // namespace

std::vector<AcceptedFinding> acceptedFindingRows(const Connection& desk) {
    std::vector<AcceptedFinding> out;
    if (!hasTables(desk))
        return out;
    Statement rows = desk.prepare("SELECT symbol, rule, cadence, field, first_date, last_date, reason, "
                                  "accepted_at FROM accepted_finding ORDER BY symbol, rule, first_date");
    while (rows.step())
        out.push_back(acceptedRow(rows));
    return out;
}

void putAcceptedFinding(const Connection& desk, const AcceptedFinding& accepted) {
    const FindingKey& key = accepted.finding;
    desk.prepare("INSERT OR REPLACE INTO accepted_finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(key.symbol, key.rule, nameOf(key.cadence), nameOf(key.field), dayNumber(key.range.first),
              dayNumber(key.range.last), accepted.reason, accepted.acceptedAt)
        .run();
}

bool dropAcceptedFinding(const Connection& desk, const FindingKey& key) {
    desk.prepare("DELETE FROM accepted_finding WHERE symbol = ? AND rule = ? AND cadence = ? AND field = ? "
                 "AND first_date = ? AND last_date = ?")
        .with(key.symbol, key.rule, nameOf(key.cadence), nameOf(key.field), dayNumber(key.range.first),
              dayNumber(key.range.last))
        .run();
    return changedAnything(desk);
}

std::vector<Split> splitRows(const Connection& desk, std::string_view symbol, std::optional<Date> notedBy) {
    std::vector<Split> out;
    if (!hasTables(desk))
        return out;
    Statement rows = desk.prepare("SELECT date, scope, new_units, old_units, noted_at FROM split WHERE "
                                  "symbol = ?1 AND (?2 IS NULL OR substr(noted_at, 1, 10) <= ?2) ORDER BY "
                                  "date, scope");
    rows.with(symbol, notedBy ? std::optional(isoText(*notedBy)) : std::nullopt);
    while (rows.step())
        if (const auto scope = splitScopeNamed(rows.text(1)))
            out.push_back({dateAt(rows, 0), *scope, rows.real(2), rows.real(3), rows.text(4)});
    return out;
}

std::vector<Symbol> splitSymbols(const Connection& desk) {
    std::vector<Symbol> out;
    if (!hasTables(desk))
        return out;
    Statement rows = desk.prepare("SELECT DISTINCT symbol FROM split ORDER BY symbol");
    while (rows.step())
        out.push_back(rows.text(0));
    return out;
}

void putSplit(const Connection& desk, std::string_view symbol, const Split& split) {
    desk.prepare("INSERT OR REPLACE INTO split VALUES (?, ?, ?, ?, ?, ?)")
        .with(symbol, dayNumber(split.date), nameOf(split.scope), split.newUnits, split.oldUnits,
              split.notedAt)
        .run();
}

bool dropSplits(const Connection& desk, std::string_view symbol, Date date, std::optional<SplitScope> scope) {
    desk.prepare("DELETE FROM split WHERE symbol = ?1 AND date = ?2 AND (?3 IS NULL OR scope = ?3)")
        .with(symbol, dayNumber(date), scope ? std::optional(nameOf(*scope)) : std::nullopt)
        .run();
    return changedAnything(desk);
}

} // namespace rotascope
