#include "core/workflow/desk_report/report_causes.h"

#include <algorithm>

namespace rotascope {

namespace {

const Json& filesOf(const Json& provenance) {
    static const Json kNone = Json::array();
    const auto files = provenance.find("files");
    return files != provenance.end() && files->is_array() ? *files : kNone;
}

std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The same bytes; of a market without a file, the same import.
bool isSame(const Json& file, const ImportRecord& record) {
    if (!file.is_object())
        return false;
    const std::string sha256 = textAt(file, "sha256");
    if (!sha256.empty() || !record.header.sha256.empty())
        return sha256 == record.header.sha256;
    return textAt(file, "file") == record.header.path;
}

bool isNamed(const Json& provenance, const ImportRecord& record) {
    return std::ranges::any_of(filesOf(provenance), [&](const Json& file) { return isSame(file, record); });
}

bool standsElsewhere(const ImportRecord& record, std::span<const ImportRecord> imports) {
    return std::ranges::any_of(imports, [&](const ImportRecord& other) {
        return !other.undone && other.id != record.id && !record.header.sha256.empty() &&
               other.header.sha256 == record.header.sha256;
    });
}

/// What the path's section read; what stands above the sections was made from all of them.
std::vector<Symbol> symbolsBehind(std::string_view path, const SectionSymbols& sections) {
    if (const auto own = sections.find(path.substr(0, path.find_first_of(".["))); own != sections.end())
        return own->second;
    std::vector<Symbol> symbols;
    for (const auto& [id, list] : sections)
        symbols.insert(symbols.end(), list.begin(), list.end());
    return symbols;
}

/// The symbols that are named in the path's brackets.
std::vector<Symbol> namedIn(std::string_view path, const std::vector<Symbol>& symbols) {
    std::vector<Symbol> named;
    for (const Symbol& symbol : symbols)
        if (path.find("[" + symbol + "]") != std::string_view::npos ||
            path.find("[" + symbol + " ") != std::string_view::npos)
            named.push_back(symbol);
    return named;
}

bool touchesAny(const LaterImport& import, const std::vector<Symbol>& symbols) {
    return std::ranges::any_of(import.symbols, [&](const Symbol& symbol) {
        return std::ranges::find(symbols, symbol) != symbols.end();
    });
}

} // namespace

bool knowsAnyFile(const Json& provenance, std::span<const ImportRecord> imports) {
    return std::ranges::any_of(imports,
                               [&](const ImportRecord& record) { return isNamed(provenance, record); });
}

std::vector<LaterImport> importsSince(const Json& provenance, std::span<const ImportRecord> imports,
                                      Date asOf) {
    std::vector<LaterImport> later;
    for (const ImportRecord& record : imports) {
        const bool named = isNamed(provenance, record);
        // Of a row that conflicts in one field the others may have been stored.
        const RowCounts& rows = record.counts;
        const bool came = !named && !record.undone && rows.stored + rows.replaced + rows.conflicts > 0;
        const bool left = named && record.undone && !standsElsewhere(record, imports);
        if ((!came && !left) || (record.range && record.range->first > asOf))
            continue;
        const std::size_t slash = record.header.path.find_last_of("/\\");
        later.push_back(
            {{record.id,
              slash == std::string::npos ? record.header.path : record.header.path.substr(slash + 1),
              record.header.importedAt, left ? record.undoneAt.value_or("") : ""},
             record.symbols});
    }
    return later;
}

SectionSymbols sectionSymbols(const Json& then, const ReportProvenance& now) {
    SectionSymbols out;
    for (const auto& [id, symbols] : now.sectionSymbols)
        out[id] = symbols;
    const auto sections = then.find("sections");
    if (sections == then.end() || !sections->is_object())
        return out;
    for (const auto& [id, list] : sections->items())
        for (const Json& symbol : list)
            if (symbol.is_string())
                out[id].push_back(symbol.get<std::string>());
    return out;
}

std::vector<ReportCause> causesOf(std::string_view path, const SectionSymbols& sections,
                                  std::span<const LaterImport> later) {
    const std::vector<Symbol> all = symbolsBehind(path, sections);
    // A rule's name may begin with a symbol, and its results are measured on the pair.
    for (const std::vector<Symbol>& symbols : {namedIn(path, all), all}) {
        std::vector<ReportCause> causes;
        for (const LaterImport& import : later)
            if (touchesAny(import, symbols))
                causes.push_back(import.cause);
        if (!causes.empty())
            return causes;
    }
    return {};
}

} // namespace rotascope
