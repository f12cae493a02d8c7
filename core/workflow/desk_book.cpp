#include "core/workflow/desk_book.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/csv/dialect.h"
#include "core/workflow/book_entry.h"
#include "core/workflow/record_splits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace rotascope {

namespace {

constexpr std::size_t kMostRows = 1'000'000;
constexpr std::size_t kBookHead = 256;
constexpr std::size_t kBookPiece = std::size_t{64} << 10;
constexpr std::uint64_t kLongestBook = std::uint64_t{64} << 20;

struct Taken {
    bool changed = false;
};

/// The desk as far as a book looks at it.
struct Held {
    std::vector<InstrumentSummary> instruments;
    std::vector<AcceptedFinding> accepted;
    std::vector<StoredProfile> profiles;
};

Failure badEntry(std::string why) {
    return refused("bad_entry", std::move(why));
}

Result<const InstrumentSummary*> heldUnder(const Held& held, const std::string& symbol) {
    const auto found = std::ranges::find_if(
        held.instruments, [&](const InstrumentSummary& row) { return row.instrument.symbol == symbol; });
    if (found == held.instruments.end())
        return badEntry(fmt::format("the desk holds no {}: import its values first", symbol));
    return &*found;
}

// --- each kind of entry: written from the desk, and taken into it

Result<void> writeInstruments(MarketStore&, const Held& held, std::string& out) {
    for (const InstrumentSummary& row : held.instruments) {
        BookEntry entry;
        entry.kind = "instrument";
        entry.symbol = row.instrument.symbol;
        entry.field = nameOf(row.instrument.unit);
        entry.value = nameOf(row.instrument.kind);
        entry.text = row.instrument.name;
        out += entryLine(entry);
    }
    return {};
}

Result<Taken> takeInstrument(MarketStore& store, const Held& held, const BookEntry& entry) {
    const auto row = heldUnder(held, entry.symbol);
    const auto kind = instrumentKindNamed(entry.value);
    const auto unit = unitNamed(entry.field);
    if (!row)
        return Failure(row.error());
    if (!kind || !unit)
        return badEntry(fmt::format("\"{}\" in \"{}\" is no kind and unit", entry.value, entry.field));
    const Instrument instrument{entry.symbol, entry.text, *kind, *unit};
    if ((*row)->instrument == instrument)
        return Taken{false};
    return store.describe(instrument).map([] { return Taken{true}; });
}

Result<void> writeAvailability(MarketStore&, const Held& held, std::string& out) {
    for (const InstrumentSummary& row : held.instruments)
        for (const SeriesSummary& series : row.series) {
            if (!series.field)
                continue;
            BookEntry entry;
            entry.kind = "availability";
            entry.symbol = row.instrument.symbol;
            entry.cadence = nameOf(series.cadence);
            entry.field = nameOf(*series.field);
            entry.value = nameOf(series.availability);
            out += entryLine(entry);
        }
    return {};
}

Result<Taken> takeAvailability(MarketStore& store, const Held& held, const BookEntry& entry) {
    const auto row = heldUnder(held, entry.symbol);
    const auto cadence = cadenceNamed(entry.cadence);
    const auto field = fieldNamed(entry.field);
    const auto availability = availabilityNamed(entry.value);
    if (!row)
        return Failure(row.error());
    if (!cadence || !field || !availability)
        return badEntry(fmt::format("\"{} {} {}\" is no series and availability", entry.cadence, entry.field,
                                    entry.value));
    for (const SeriesSummary& series : (*row)->series)
        if (series.cadence == *cadence && series.field == *field && series.availability == *availability)
            return Taken{false};
    return store.setAvailability({entry.symbol, *cadence, *field}, *availability).map([] {
        return Taken{true};
    });
}

Result<void> writeAccepted(MarketStore&, const Held& held, std::string& out) {
    for (const AcceptedFinding& accepted : held.accepted)
        out += entryLine({"accepted", accepted.finding.symbol, std::string(nameOf(accepted.finding.cadence)),
                          std::string(nameOf(accepted.finding.field)), isoText(accepted.finding.range.first),
                          isoText(accepted.finding.range.last), accepted.finding.rule, accepted.reason,
                          accepted.acceptedAt});
    return {};
}

Result<Taken> takeAccepted(MarketStore& store, const Held& held, const BookEntry& entry) {
    const auto cadence = cadenceNamed(entry.cadence);
    const auto field = fieldNamed(entry.field);
    const auto first = parseIsoDate(entry.first);
    const auto last = parseIsoDate(entry.last);
    if (!cadence || !field || !first || !last || *last < *first || entry.symbol.empty() ||
        entry.value.empty())
        return badEntry("it does not say which finding it accepts");
    const AcceptedFinding accepted{
        {entry.symbol, entry.value, *cadence, *field, {*first, *last}}, entry.text, entry.noted};
    if (std::ranges::find(held.accepted, accepted) != held.accepted.end())
        return Taken{false};
    return store.acceptFindings({accepted}).map([] { return Taken{true}; });
}

Result<void> writeSplits(MarketStore& store, const Held&, std::string& out) {
    const auto symbols = store.symbolsWithSplits();
    if (!symbols)
        return Failure(symbols.error());
    for (const Symbol& symbol : *symbols) {
        const auto splits = store.splits(symbol);
        if (!splits)
            return Failure(splits.error());
        for (const Split& split : *splits)
            out += entryLine({"split",
                              symbol,
                              {},
                              std::string(nameOf(split.scope)),
                              isoText(split.date),
                              {},
                              ratioText(split),
                              {},
                              split.notedAt});
    }
    return {};
}

Result<Taken> takeSplit(MarketStore& store, const Held& held, const BookEntry& entry) {
    const auto row = heldUnder(held, entry.symbol);
    const auto scope = splitScopeNamed(entry.field);
    const auto date = parseIsoDate(entry.first);
    const auto ratio = splitRatioIn(entry.value);
    if (!row)
        return Failure(row.error());
    if (!scope || !date || !ratio)
        return badEntry(fmt::format("\"{} {} {}\" is no split", entry.field, entry.first, entry.value));
    const Split split{*date, *scope, ratio->first, ratio->second, entry.noted};
    const auto known = store.splits(entry.symbol);
    if (!known)
        return Failure(known.error());
    if (std::ranges::find(*known, split) != known->end())
        return Taken{false};
    return store.addSplits(entry.symbol, {split}).map([] { return Taken{true}; });
}

Result<void> writeSettings(MarketStore& store, const Held&, std::string& out) {
    for (const DeskSettingInfo& info : kDeskSettings) {
        const auto value = store.setting(info.setting);
        if (!value)
            return Failure(value.error());
        if (*value != info.usual)
            out += entryLine(
                {"setting", {}, {}, std::string(info.name), {}, {}, std::to_string(*value), {}, {}});
    }
    return {};
}

Result<Taken> takeSetting(MarketStore& store, const Held&, const BookEntry& entry) {
    const auto setting = deskSettingNamed(entry.field);
    const auto value = parseNumber(entry.value);
    if (!setting || !value || *value != static_cast<double>(static_cast<std::int64_t>(*value)))
        return badEntry(fmt::format("\"{} {}\" is no setting and whole number", entry.field, entry.value));
    const auto number = static_cast<std::int64_t>(*value);
    const auto known = store.setting(*setting);
    if (known && *known == number)
        return Taken{false};
    return store.setSetting(*setting, number).map([] { return Taken{true}; });
}

Result<void> writeTexts(MarketStore& store, const Held&, std::string& out) {
    for (std::size_t i = 0; i < kDeskTextNames.size(); ++i) {
        const auto words = store.text(static_cast<DeskText>(i));
        if (!words)
            return Failure(words.error());
        if (!words->empty())
            out += entryLine({"text", {}, {}, std::string(kDeskTextNames[i]), {}, {}, {}, *words, {}});
    }
    return {};
}

Result<Taken> takeText(MarketStore& store, const Held&, const BookEntry& entry) {
    for (std::size_t i = 0; i < kDeskTextNames.size(); ++i) {
        if (kDeskTextNames[i] != entry.field)
            continue;
        const auto known = store.text(static_cast<DeskText>(i));
        if (known && *known == entry.text)
            return Taken{false};
        return store.setText(static_cast<DeskText>(i), entry.text).map([] { return Taken{true}; });
    }
    return badEntry(fmt::format("\"{}\" is no text of a desk", entry.field));
}

Result<void> writeProfiles(MarketStore&, const Held& held, std::string& out) {
    for (const StoredProfile& profile : held.profiles)
        out += entryLine({"profile", {}, {}, {}, {}, {}, profile.name, profile.text, {}});
    return {};
}

Result<Taken> takeProfile(MarketStore& store, const Held& held, const BookEntry& entry) {
    const StoredProfile profile{entry.value, entry.text};
    if (profile.name.empty())
        return badEntry("the profile has no name");
    if (std::ranges::find(held.profiles, profile) != held.profiles.end())
        return Taken{false};
    return store.saveProfile(profile).map([] { return Taken{true}; });
}

struct EntryKind {
    std::string_view name;
    Result<void> (*write)(MarketStore& store, const Held& held, std::string& out);
    Result<Taken> (*take)(MarketStore& store, const Held& held, const BookEntry& entry);
};

constexpr std::array<EntryKind, 7> kEntryKinds{{{"instrument", &writeInstruments, &takeInstrument},
                                                {"availability", &writeAvailability, &takeAvailability},
                                                {"split", &writeSplits, &takeSplit},
                                                {"accepted", &writeAccepted, &takeAccepted},
                                                {"setting", &writeSettings, &takeSetting},
                                                {"text", &writeTexts, &takeText},
                                                {"profile", &writeProfiles, &takeProfile}}};

Result<Held> readHeld(MarketStore& store) {
    auto instruments = store.instruments();
    if (!instruments)
        return Failure(instruments.error());
    auto accepted = store.acceptedFindings();
    if (!accepted)
        return Failure(accepted.error());
    auto profiles = store.profiles();
    if (!profiles)
        return Failure(profiles.error());
    return Held{std::move(*instruments), std::move(*accepted), std::move(*profiles)};
}

Result<Taken> takeEntry(MarketStore& store, const Held& held, const HeadRecord& record) {
    const auto entry = bookEntryOf(record.cells);
    if (!entry)
        return badEntry(fmt::format("it has {} cells instead of {}", record.cells.size(), kBookColumns));
    for (const EntryKind& kind : kEntryKinds)
        if (kind.name == entry->kind)
            return kind.take(store, held, *entry);
    return badEntry(fmt::format("\"{}\" is no kind of entry", entry->kind));
}

void reject(FileImport& out, const HeadRecord& record, const Error& why) {
    ++out.counts.rejected;
    ++out.issueCount;
    if (out.issues.size() < kListedIssues)
        out.issues.push_back(
            {record.line, 0, why.code, "The entry is not taken: " + why.message, record.raw});
}

/// Carries a dry run's "nothing is kept" through a transaction.
Failure nothingKept() {
    return refused("dry_run", "Nothing is kept.");
}

} // namespace

Result<std::string> deskBook(MarketStore& store) {
    const auto held = readHeld(store);
    if (!held)
        return Failure(held.error());
    std::string out = std::string(kDeskBookHeader) + "\n";
    for (const EntryKind& kind : kEntryKinds)
        if (const auto written = kind.write(store, *held, out); !written)
            return Failure(written.error());
    return out;
}

Result<std::optional<std::string>> deskBookIn(ByteSource& file) {
    std::string text(kBookHead, '\0');
    const auto head = file.read(text);
    if (!head)
        return Failure(head.error());
    if (const auto ready = file.rewind(); !ready)
        return Failure(ready.error());
    text.resize(*head);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    if (text.substr(0, text.find_first_of("\r\n")) != kDeskBookHeader)
        return std::optional<std::string>{};
    text.clear();
    std::string piece(kBookPiece, '\0');
    for (;;) {
        const auto count = file.read(piece);
        if (!count)
            return Failure(count.error());
        text.append(piece, 0, *count);
        if (text.size() > kLongestBook)
            return refused("book_too_large",
                           "The desk's book is larger than 64 MB: it was not written by this program.");
        if (*count < piece.size())
            break;
    }
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    return std::optional(std::move(text));
}

Result<void> takeDeskBook(MarketStore& store, std::string_view text, bool dryRun, FileImport& out) {
    out.format = kDeskBookFormat;
    Sha256 hash;
    hash.add(text);
    out.sha256 = hash.hex();
    const auto held = readHeld(store);
    if (!held)
        return Failure(held.error());
    const auto done = store.together([&]() -> Result<void> {
        for (const HeadRecord& record : headRecords(text, Dialect{}, kMostRows)) {
            if (record.line == 1)
                continue;
            ++out.counts.rowsRead;
            if (record.blank()) {
                ++out.counts.ignored;
                continue;
            }
            const auto taken = takeEntry(store, *held, record);
            if (!taken && taken.error().kind == ErrorKind::Desk)
                return Failure(taken.error());
            if (!taken)
                reject(out, record, taken.error());
            else
                ++(taken->changed ? out.counts.stored : out.counts.unchanged);
        }
        return dryRun ? Result<void>(nothingKept()) : Result<void>{};
    });
    const bool asAsked = done || (dryRun && done.error().code == "dry_run");
    return asAsked ? Result<void>{} : done;
}

} // namespace rotascope
