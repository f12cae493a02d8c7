// What happened to the desk itself: values, findings, claims, files.
#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/look/change_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace rotascope {

namespace {

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return groupedCount(static_cast<long long>(count)) + " " + std::string(count == 1 ? one : many);
}

/// "RUT, SPX and IWM"; from five on their number alone.
std::string symbolList(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 4;
    return symbols.size() <= kNamed ? listed(symbols) : counted(symbols.size(), "series", "series");
}

void addOnce(std::vector<Symbol>& symbols, const Symbol& symbol) {
    if (std::ranges::find(symbols, symbol) == symbols.end())
        symbols.push_back(symbol);
}

/// Names that vendors gave: what is a number to people keeps its shortest text.
std::string restatedText(const RestatedSeries& series) {
    std::string text = fmt::format("{} {}:", series.symbol, nameOf(series.field));
    if (series.changed > 0)
        text +=
            fmt::format(" {} restated, {} of {} from {} to {}", counted(series.changed, "value", "values"),
                        series.changed == 1 ? "that" : "the largest that", dayMonthYear(series.date),
                        shortestNumber(series.then), shortestNumber(series.now));
    if (series.removed > 0)
        text += fmt::format("{} {} taken away", series.changed > 0 ? "," : "",
                            counted(series.removed, "value", "values"));
    return text + ".";
}

std::string findingText(const FindingLook* before, const FindingLook& now) {
    const std::size_t then = before ? before->open : 0;
    const bool moved = before && now.open == then && now.last > before->last;
    if (now.open <= then && !moved)
        return {};
    std::string rule = now.rule;
    std::ranges::replace(rule, '_', ' ');
    const std::size_t more = moved ? 1 : now.open - then;
    return fmt::format("{}: {} ({}), the latest of {}.", now.symbol,
                       counted(more, now.isWarning ? "new warning" : "new note",
                               now.isWarning ? "new warnings" : "new notes"),
                       rule, dayMonthYear(now.last));
}

struct ImportSums {
    std::size_t files = 0;
    std::uint64_t stored = 0;
    std::uint64_t replaced = 0;
    std::uint64_t conflicts = 0;
    std::vector<Symbol> symbols;
};

ImportSums importsAfter(std::span<const ImportRecord> imports, std::int64_t id) {
    ImportSums sums;
    for (const ImportRecord& record : imports) {
        if (record.id <= id || record.undone)
            continue;
        ++sums.files;
        sums.stored += record.counts.stored;
        sums.replaced += record.counts.replaced;
        sums.conflicts += record.counts.conflicts;
        for (const Symbol& symbol : record.symbols)
            addOnce(sums.symbols, symbol);
    }
    return sums;
}

std::string importText(const ImportSums& sums) {
    std::string text = counted(sums.files, "import", "imports");
    if (!sums.symbols.empty())
        text += " for " + symbolList(sums.symbols);
    text += ": " + counted(sums.stored, "row", "rows") + " stored";
    if (sums.replaced > 0)
        text += ", " + groupedCount(static_cast<long long>(sums.replaced)) + " restated";
    if (sums.conflicts > 0)
        text += ", " + groupedCount(static_cast<long long>(sums.conflicts)) + " in conflict";
    return text + ".";
}

/// "Newer values of RUT and SPX, to 28 Nov 2025."
std::vector<std::string> newerValues(const std::map<Date, std::vector<Symbol>>& byLast) {
    std::vector<std::string> out;
    for (auto at = byLast.rbegin(); at != byLast.rend(); ++at)
        out.push_back(
            fmt::format("Newer values of {}, to {}.", symbolList(at->second), dayMonthYear(at->first)));
    return out;
}

} // namespace

std::vector<std::string> restatements(const DeskLook&, const DeskNews& now) {
    std::vector<RestatedSeries> series = now.restated;
    std::ranges::stable_sort(series, std::greater{},
                             [](const RestatedSeries& each) { return each.changed + each.removed; });
    std::vector<std::string> out;
    for (const RestatedSeries& each : series)
        out.push_back(restatedText(each));
    return out;
}

std::vector<std::string> claimChanges(const DeskLook& before, const DeskNews& now) {
    std::vector<std::string> out;
    if (!before.claims || !now.look.claims)
        return out;
    for (const ClaimLook& claim : *now.look.claims) {
        const auto then = std::ranges::find(*before.claims, claim.text, &ClaimLook::text);
        if (then != before.claims->end() && then->verdict != claim.verdict)
            out.push_back(fmt::format("The claim \"{}\" was {} and is {} now.", claim.text, then->verdict,
                                      claim.verdict));
    }
    return out;
}

std::vector<std::string> findingChanges(const DeskLook& before, const DeskNews& now) {
    if (!before.findings || !now.look.findings)
        return {};
    std::vector<std::string> warnings, notes;
    for (const FindingLook& row : *now.look.findings) {
        const auto then = std::ranges::find_if(*before.findings, [&row](const FindingLook& each) {
            return each.symbol == row.symbol && each.rule == row.rule;
        });
        std::string text = findingText(then == before.findings->end() ? nullptr : &*then, row);
        if (!text.empty())
            (row.isWarning ? warnings : notes).push_back(std::move(text));
    }
    std::ranges::move(notes, std::back_inserter(warnings));
    return warnings;
}

std::vector<std::string> passedCatalysts(const DeskLook&, const DeskNews& now) {
    std::vector<std::string> out;
    for (const Catalyst& catalyst : now.passed)
        out.push_back(fmt::format("Passed: {}, {}{}.", catalyst.name,
                                  catalyst.days.first == catalyst.days.last ? "" : "to ",
                                  dayMonthYear(catalyst.days.last)));
    return out;
}

std::vector<std::string> seriesChanges(const DeskLook& before, const DeskNews& now) {
    if (!before.series || !now.look.series)
        return {};
    std::vector<Symbol> fresh, gone;
    std::map<Date, std::vector<Symbol>> newer;
    for (const SeriesLook& row : *now.look.series) {
        const auto then = std::ranges::find(*before.series, row.symbol, &SeriesLook::symbol);
        if (then == before.series->end())
            fresh.push_back(row.symbol);
        else if (row.last > then->last)
            newer[row.last].push_back(row.symbol);
    }
    for (const SeriesLook& row : *before.series)
        if (std::ranges::find(*now.look.series, row.symbol, &SeriesLook::symbol) == now.look.series->end())
            gone.push_back(row.symbol);
    std::vector<std::string> out;
    if (!gone.empty())
        out.push_back(fmt::format("No longer in the desk: {}.", symbolList(gone)));
    if (!fresh.empty())
        out.push_back(fmt::format("New in the desk: {}.", symbolList(fresh)));
    std::ranges::move(newerValues(newer), std::back_inserter(out));
    return out;
}

std::vector<std::string> importChanges(const DeskLook& before, const DeskNews& now) {
    std::vector<std::string> out;
    if (const ImportSums sums = importsAfter(now.imports, before.importId); sums.files > 0)
        out.push_back(importText(sums));
    const auto undone = std::ranges::count_if(now.imports, [&before](const ImportRecord& record) {
        return record.undone && record.id <= before.importId && record.undoneAt &&
               *record.undoneAt > before.at;
    });
    if (undone > 0)
        out.push_back(counted(static_cast<std::uint64_t>(undone), "import", "imports") + " taken back.");
    return out;
}

} // namespace rotascope
