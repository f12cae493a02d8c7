#include "app/cli/named_dates.h"

#include "app/cli/whole_file.h"
#include "core/analysis/catalysts/catalysts.h"
#include "core/csv/byte_source.h"
#include "core/workflow/load_catalysts.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace rotascope::cli {

namespace {

constexpr std::uint64_t kLargestList = std::uint64_t{16} << 20;

Result<DateList> datesOfFile(const std::string& path) {
    const auto text = wholeFile(path, kLargestList, "a list of dates has one a line");
    if (!text)
        return Failure(text.error());
    DateList list = parseDateList(*text);
    if (list.dates.empty())
        return refused("no_dates",
                       fmt::format("{} holds no date of the form YYYY-MM-DD{}.", path,
                                   list.unreadable.empty() ? "" : ": " + skippedText(list.unreadable)));
    return list;
}

bool isEvent(const MarketView& view, const Symbol& symbol) {
    const auto events = eventSymbols(view);
    return std::find(events.begin(), events.end(), symbol) != events.end();
}

std::string knownText(const MarketView& view, const CatalystTable& own) {
    const std::vector<Symbol> events = eventSymbols(view);
    const std::string held =
        events.empty() ? "This desk holds no event: import a calendar with the columns date and event."
                       : fmt::format("Events of this desk: {}.", fmt::join(events, ", "));
    return fmt::format("{} Categories of the calendar: {}.", held, fmt::join(catalystIds(own), ", "));
}

Failure ambiguous(const std::string& name, std::string_view what, const std::string& remedy) {
    return usageError("ambiguous_dates", fmt::format("\"{}\" is a file and {}. Write ./{} for the file; {}.",
                                                     name, what, name, remedy));
}

/// Dates that nobody published say by what habit they were computed.
NamedDates ofCategory(DateList list, std::string_view id, const CatalystTable& own) {
    NamedDates out{std::move(list), {}};
    const auto* info = catalystCategoryNamed(id);
    if (info && (info->source == CatalystSource::Rule || info->source == CatalystSource::Usual))
        out.note = fmt::format("{}: computed for every year ({}){}.", info->label, info->rule,
                               listedRange(own, id) ? ", the desk's own dates in their place" : "");
    return out;
}

Result<NamedDates> ofEvent(const MarketView& view, const Symbol& symbol, bool isCategoryToo,
                           std::string_view id) {
    auto list = eventDates(view, symbol);
    if (!list)
        return Failure(list.error());
    return NamedDates{std::move(*list),
                      isCategoryToo
                          ? fmt::format("{} is the imported event; {}{} is the calendar's category.", symbol,
                                        kCategoryPrefix, id)
                          : ""};
}

} // namespace

Result<NamedDates> namedDates(MarketStore& store, const MarketView& view, const std::string& name,
                              DateRange range) {
    if (name.empty())
        return NamedDates{};
    const auto own = loadCatalysts(store);
    if (!own)
        return Failure(own.error());
    const bool isForced = name.starts_with(kCategoryPrefix);
    const std::string id = catalystId(isForced ? name.substr(kCategoryPrefix.size()) : name);
    auto category = catalystEvents(view, id, range, *own);
    if (isForced && !category)
        return refused("unknown_category",
                       fmt::format("There is no category {}. {}", id, knownText(view, *own)));
    if (isForced)
        return ofCategory(std::move(*category), id, *own);
    const Symbol symbol = canonicalSymbol(name);
    const bool isHeld = view.instrument(symbol).has_value() && (isEvent(view, symbol) || !category);
    const auto opened = openFile(name);
    const bool isFile = opened || opened.error().code != "missing_file";
    if (isFile && isHeld)
        return ambiguous(name, "a series of this desk", "for the series, work in another folder");
    if (isFile && category)
        return ambiguous(name, "a category of the calendar",
                         fmt::format("{}{} for the category", kCategoryPrefix, id));
    if (isHeld)
        return ofEvent(view, symbol, category.has_value(), id);
    if (category)
        return ofCategory(std::move(*category), id, *own);
    if (!isFile)
        return refused("missing_file", fmt::format("There is no file {} and no event of that name. {}", name,
                                                   knownText(view, *own)));
    return datesOfFile(name).map([](DateList list) { return NamedDates{std::move(list), {}}; });
}

} // namespace rotascope::cli
